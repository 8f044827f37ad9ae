import type { StreamRoutes } from '#kernel/http/create-app.ts'
import { limitBody } from '#kernel/http/limit-body.ts'
import type { HttpContext } from '#kernel/http/read-call.ts'
import { runInBackground } from '#kernel/jobs/run-in-background.ts'
import { oneMoreTry, secondsToWait, type Brake, type Tries } from '#values/brake.ts'
import { networkOf } from '#values/network.ts'
import { readAnswer } from './messages/answer.ts'
import { isAuthentic } from './messages/checksum.ts'
import { settle } from './settle.ts'
import type { PayingParts } from './start-paying.ts'

/** Where the platform says what became of a payment. */
export const callbackPath = '/nen-tang-thanh-toan/ket-qua'

const mostBytes = 64 * 1024

/** Only what bears no right checksum counts and waits: the platform is never slowed, also not by whoever shares its network. */
const brake: Brake = { free: 20, longestSeconds: 300 }
const mostKept = 10_000

/**
 * Takes what the platform says by itself. It has no session and no cookie: the checksum over reference, amount and state is its proof, so
 * that nothing of it counts for another order, and what is said again changes nothing.
 */
export const callbackRoute =
  (parts: PayingParts): StreamRoutes =>
  (app, readCall) => {
    const wrong = new Map<string, Tries>()
    const tooLong = () => Response.json(refusal('too long'), { status: 413 })
    app.use(callbackPath, limitBody(mostBytes, tooLong))
    app.post(callbackPath, async (c) => {
      const { requestId, address = '' } = await readCall(c)
      const network = networkOf(address)
      const message = await bodyOf(c)
      if (!isAuthentic(message, parts.platform)) {
        const wait = secondsToWait(brake, wrong.get(network), parts.now())
        if (wait > 0) return Response.json(refusal('wait'), { status: 429, headers: { 'Retry-After': String(wait) } })
        countWrong(wrong, network, parts.now())
        parts.log.warn({ requestId, network }, 'a payment message without a right checksum')
        return Response.json(refusal('checksum'), { status: 400 })
      }
      const said = readAnswer(message, parts.platform)
      if (said === undefined) {
        parts.log.error({ requestId, message }, 'a payment message that cannot be read')
        return Response.json(refusal('message'), { status: 422 })
      }
      let isKnown = false
      await runInBackground(parts, { requestId: `payment callback ${said.reference}` }, async (ctx) => {
        isKnown = (await settle(ctx, said, 'callback')) !== 'unknown'
      })
      if (!isKnown) return Response.json(refusal('unknown reference'), { status: 404 })
      return Response.json({ error_code: '0', message: 'ok' })
    })
  }

const refusal = (message: string) => ({ error_code: '1', message })

const bodyOf = (c: HttpContext): Promise<unknown> => c.req.json().catch(() => undefined)

function countWrong(wrong: Map<string, Tries>, network: string, at: Date): void {
  const tries = oneMoreTry(wrong.get(network), at)
  wrong.delete(network)
  wrong.set(network, tries)
  if (wrong.size > mostKept) wrong.delete(wrong.keys().next().value as string)
}
