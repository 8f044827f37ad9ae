import { setTimeout as wait } from 'node:timers/promises'
import { runInBackground } from '#kernel/jobs/run-in-background.ts'
import type { RunnerParts } from '#kernel/operations/run-operation.ts'
import type { PaymentPlatform } from '#kernel/payment-platform.ts'
import { askNext, claimDue, keepMessage, markBegun, markFailed, type AttemptRow } from './attempt.ts'
import { ask, begin } from './messages/ask-platform.ts'
import { settle } from './settle.ts'
import { toPay } from './to-pay.ts'

const pauseMs = 500
const minute = 60_000
/** So long a payment that the platform was not told of is tried: nobody waits longer for a page. */
const tellForMs = 3 * minute
const longestPauseMs = 12 * 60 * minute

export interface PayingParts extends Pick<RunnerParts, 'db' | 'log' | 'now' | 'record'> {
  readonly platform: PaymentPlatform
}

/**
 * Tells the platform of payments and asks what became of them, outside of any transaction, as long as the process works; any number of
 * processes may, each takes its own. What a killed one held is taken up by another when its lease is over.
 */
export function startPaying(parts: PayingParts): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const ended = (async () => {
    while (!stopping.signal.aborted) {
      const done = await carryOn(parts).catch((error: unknown) => {
        parts.log.warn({ err: error }, 'payments wait')
        return 0
      })
      if (done === 0) await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => {})
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await ended
    },
  }
}

/** One round: whatever is due is told or asked about; answers how many that were. */
export async function carryOn(parts: PayingParts): Promise<number> {
  const due = await claimDue(parts.db, parts.now())
  await Promise.all(
    due.map((attempt) =>
      (attempt.state === 'new' ? tell(parts, attempt) : askAbout(parts, attempt)).catch((error: unknown) => {
        parts.log.warn({ err: error, reference: attempt.reference }, 'the payment platform was not reached')
        return putOff(parts, attempt)
      }),
    ),
  )
  return due.length
}

async function tell({ db, now, platform }: PayingParts, attempt: AttemptRow): Promise<void> {
  const pay = await toPay(db, attempt, now())
  const begun = pay === undefined ? { refused: 'no beneficiary' } : await begin(pay, platform)
  if ('pageUrl' in begun) {
    await markBegun(db, attempt.id, begun.pageUrl, new Date(now().getTime() + platform.checkMinutes * minute))
    return
  }
  await keepMessage(db, attempt.id, 'init', begun.refused ?? null, 'refused', now())
  await markFailed(db, attempt.id, now())
}

async function askAbout(parts: PayingParts, attempt: AttemptRow): Promise<void> {
  const said = await ask(attempt.reference, parts.now(), parts.platform)
  if (said === undefined) throw new Error('its answer proves nothing')
  await runInBackground(parts, { requestId: `payment check ${attempt.reference}` }, async (ctx) => {
    await settle(ctx, said, 'check')
  })
  if (said.state === 'pending') await putOff(parts, attempt)
}

/** The longer it has been, the rarer it is asked about; after the days that were set nothing more is expected. */
async function putOff({ db, now, platform }: PayingParts, attempt: AttemptRow): Promise<void> {
  const at = now().getTime()
  const elapsed = at - attempt.startedAt.getTime()
  if (attempt.state === 'new') {
    if (elapsed >= tellForMs) await markFailed(db, attempt.id, now())
    else await askNext(db, attempt.id, new Date(at + 5000))
    return
  }
  if (elapsed >= platform.checkDays * 24 * 60 * minute) await markFailed(db, attempt.id, now())
  else {
    const pause = Math.min(longestPauseMs, Math.max(platform.checkMinutes * minute, elapsed))
    await askNext(db, attempt.id, new Date(at + pause))
  }
}
