import { createHash, randomUUIDv7 } from 'node:crypto'
import type { Queries } from '#kernel/database/connect.ts'
import { find, json, run, sql } from '#kernel/database/query.ts'
import { textIn } from '../client/text-in.ts'
import type { NationalProfile } from '../declare.ts'
import { contentDigest } from './content-digest.ts'

type Fields = Readonly<Record<string, unknown>>

/** What can be said in a message and read on a page; which signs codes are made of there no source says. */
const codeShape = /^[^\s\p{C}\uFFFD]{1,60}$/u

/** It has no code by which anything could be told of it. */
export const uncoded = {
  status: 422,
  message: {
    vi: 'Cổng quốc gia gửi hồ sơ này không có mã đọc được.',
    en: 'The national portal sent this dossier without a code that can be read.',
  },
} as const

/** The code of a filing; undefined where it has none by which it could be told of. */
export function codeOf(raw: Fields): string | undefined {
  const code = textIn(raw, 'MaHoSo')
  return codeShape.test(code) ? code : undefined
}

/** What came of writing one down: it is new, says something else than before, or the same. */
export type Written = 'new' | 'changed' | 'same'

/**
 * Writes a filing down as it came, once by its code. What is no dossier yet and says something else now is taken up anew; its files are always
 * fetched from where they were last said to lie. One without a code is kept for a person to look at, by what it says.
 */
export async function writeFiled(db: Queries, raw: Fields, profile: NationalProfile, at: Date): Promise<Written> {
  const digest = contentDigest(raw, profile)
  const code = codeOf(raw)
  const procedure = textIn(raw, profile.filed.procedure).slice(0, 40)
  const fresh = await run(
    db,
    sql`insert into national_portal.incoming (code, id, procedure_code, raw, digest, state, error, next_at, fetched_at)
      values (${code ?? nameOf(raw)}, ${randomUUIDv7()}, ${procedure}, ${json(raw)}, ${digest},
        ${code === undefined ? 'needs-look' : 'fetched'}, ${code === undefined ? uncoded.message.vi : null}, ${at}, ${at})
      on conflict (code) do nothing`,
  )
  if (fresh > 0) return 'new'
  if (code === undefined) return 'same'
  const known = await find(
    db,
    sql<{
      state: string
      digest: string | null
    }>`select state, digest from national_portal.incoming where code = ${code}`,
  )
  const isChanged = known !== undefined && known.digest !== null && known.digest !== digest
  if (known?.state === 'filed') return isChanged ? 'changed' : 'same'
  await run(
    db,
    sql`update national_portal.incoming set raw = ${json(raw)}, procedure_code = ${procedure}, digest = ${digest}
        ${isChanged ? sql`, state = 'fetched', tries = 0, error = null, next_at = ${at}` : sql``}
      where code = ${code} and state <> 'filed' and raw is distinct from ${json(raw)}`,
  )
  return isChanged ? 'changed' : 'same'
}

/** By what one is called that has no code: the same comes again under the same name. */
const nameOf = (raw: Fields): string =>
  `khong-ma-${createHash('sha256').update(JSON.stringify(raw)).digest('hex').slice(0, 16)}`
