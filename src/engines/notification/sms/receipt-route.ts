import type { StreamRoutes } from '#kernel/http/create-app.ts'
import { limitBody } from '#kernel/http/limit-body.ts'
import type { HttpContext } from '#kernel/http/read-call.ts'
import { keepTries } from '#kernel/operations/kept-tries.ts'
import type { RunnerParts } from '#kernel/operations/run-operation.ts'
import type { SmsGateway, SmsReceipts } from '#kernel/sms-gateway.ts'
import { networkOf } from '#values/network.ts'
import { keepReceipts, nameTaken } from './receipt.ts'
import { readReceipt } from './read-receipt.ts'

/** Where a provider by HTTP says what became of short messages. */
export const receiptPath = '/tin-nhan/bao-phat'

const mostBytes = 64 * 1024

/** Only what proves nothing counts: the provider itself is never slowed. */
const wrong = keepTries({ network: { free: 20, longestSeconds: 300 } })

/**
 * Takes receipts of a provider: as JSON, a form, or the query of an address, whichever it sends. Each proves itself; told again, out of order
 * or of a message that nobody knows, it changes nothing more and is answered the same, so that the provider need not ask why.
 */
export const receiptRoute =
  ({
    db,
    log,
    now,
    gateway,
    shape,
  }: Pick<RunnerParts, 'db' | 'log' | 'now'> & { gateway: SmsGateway; shape: SmsReceipts }): StreamRoutes =>
  (app, readCall) => {
    app.use(
      receiptPath,
      limitBody(mostBytes, () => Response.json({ ok: false }, { status: 413 })),
    )
    app.on(['GET', 'POST'], receiptPath, async (c) => {
      const { requestId, address = '' } = await readCall(c)
      const network = networkOf(address)
      const told = readReceipt({ said: await saidIn(c), header: (name) => c.req.header(name) }, gateway, shape)
      if (told === undefined) {
        const counted = { now, allow: () => {} }
        const wait = wrong.wait(counted, { network })
        if (wait > 0) return Response.json({ ok: false }, { status: 429, headers: { 'Retry-After': String(wait) } })
        wrong.count(counted, { network })
        log.warn({ requestId, network }, 'a receipt of a short message without a right proof')
        return Response.json({ ok: false }, { status: 403 })
      }
      if (told.state !== undefined) {
        const { state, error } = told
        const centreId = await db.transaction((tx) => nameTaken(tx, told, now()))
        if (centreId !== undefined) await keepReceipts(db, [{ centreId, state, error, at: now() }])
      }
      return Response.json({ ok: true })
    })
  }

async function saidIn(c: HttpContext): Promise<unknown> {
  if (c.req.method === 'GET') return c.req.query()
  const text = await c.req.text()
  if (!(c.req.header('content-type') ?? '').includes('json')) return Object.fromEntries(new URLSearchParams(text))
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
