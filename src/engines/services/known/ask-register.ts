import { z } from 'zod'
import { breakerOf } from '#kernel/outside/breakers.ts'
import { isPlainDate, type PlainDate } from '#values/plain-date.ts'

/** Longer nobody waits for what they can as well type. */
const longestMs = 2000
const mostBytes = 64 * 1024

interface Register<Field extends string> {
  readonly url: string
  readonly token?: string | undefined
  readonly fields: Readonly<Partial<Record<Field, string | undefined>>>
}

const Answer = z.record(z.string(), z.unknown())

/**
 * What a register says of a number, by our names; undefined where it knows nothing, is away, slow or answers something else: what is
 * offered is never needed.
 */
export async function askRegister<Field extends string>(
  { url, token, fields }: Register<Field>,
  key: string,
): Promise<Partial<Record<Field, string>> | undefined> {
  try {
    const asked = url.replace('{key}', encodeURIComponent(key))
    // A register that is away costs nobody two seconds a question.
    const answer = await breakerOf(asked).ask(() =>
      fetch(asked, {
        redirect: 'error',
        signal: AbortSignal.timeout(longestMs),
        headers: { Accept: 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
      }),
    )
    if (!answer.ok || Number(answer.headers.get('content-length') ?? 0) > mostBytes) return undefined
    return named(fields, Answer.parse(JSON.parse(await bounded(answer))))
  } catch {
    return undefined
  }
}

async function bounded(answer: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const part of answer.body ?? []) {
    text += decoder.decode(part, { stream: true })
    // Leaving the loop cancels the rest.
    if (text.length > mostBytes) throw new Error('too long')
  }
  return text
}

const named = <Field extends string>(fields: Register<Field>['fields'], answer: Record<string, unknown>) =>
  Object.fromEntries(
    (Object.entries(fields) as [Field, string | undefined][]).flatMap(([ours, theirs]) => {
      const said = theirs === undefined ? undefined : answer[theirs]
      return typeof said === 'string' && said.trim() !== '' ? [[ours, said.trim().slice(0, 300)]] : []
    }),
  ) as Partial<Record<Field, string>>

/** A date as registers write it: `2026-03-12`, `12/03/2026` or with a time behind. */
export function dateSaid(text: string | undefined): PlainDate | null {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})/.exec(text ?? '') ?? []
  const plain = year === undefined ? (text ?? '').slice(0, 10) : `${year}-${month}-${day}`
  return isPlainDate(plain) ? plain : null
}
