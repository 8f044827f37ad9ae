import { z } from 'zod'
import { breakerOf } from '#kernel/outside/breakers.ts'
import { readBounded } from '#kernel/http/read-bounded.ts'
import type { PaymentPlatform } from '#kernel/payment-platform.ts'
import { readAnswer, type Said } from './answer.ts'
import { isAuthentic } from './checksum.ts'
import { checkMessage, initMessage, type ToPay } from './init-message.ts'

const mostBytes = 256 * 1024
const timeoutMs = 10_000

const Began = z.object({
  error_code: z.union([z.string(), z.number()]).transform(String),
  UrlThanhToan: z.string().optional(),
})

/** What the platform said to a payment that is to be made: a page to pay on, or a refusal; throws when it cannot be asked. */
export type Begun = { readonly pageUrl: string } | { readonly refused: unknown }

/** Tells the platform of a payment. Nobody is sent to a page outside the origins that were set up. */
export async function begin(pay: ToPay, platform: PaymentPlatform): Promise<Begun> {
  const answer = await post(platform.initUrl, initMessage(pay, platform))
  const read = Began.safeParse(answer)
  if (!read.success || read.data.error_code !== '0') return { refused: answer }
  const page = URL.parse(read.data.UrlThanhToan ?? '')
  if (page === null || !platform.pageOrigins.includes(page.origin)) return { refused: answer }
  return { pageUrl: page.href }
}

/** Asks what became of a payment; undefined where the answer proves nothing. */
export async function ask(reference: string, at: Date, platform: PaymentPlatform): Promise<Said | undefined> {
  const answer = await post(platform.checkUrl, checkMessage(reference, at, platform))
  const said = isAuthentic(answer, platform) ? readAnswer(answer, platform) : undefined
  return said?.reference === reference ? said : undefined
}

/** Only the addresses that were set up are asked, and no redirect is followed (no SSRF). */
async function post(url: string, message: object): Promise<unknown> {
  const body = await breakerOf(url).ask(async () => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(message),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    })
    const read = await readBounded(answer, mostBytes)
    if (answer.status !== 200) throw new Error(`the payment platform answered ${answer.status}`)
    return read
  })
  return JSON.parse(body.toString('utf8')) as unknown
}
