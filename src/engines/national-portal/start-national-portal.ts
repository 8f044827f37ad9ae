import { setTimeout as wait } from 'node:timers/promises'
import type { NationalPortal } from '#kernel/national-portal.ts'
import { runInBackground } from '#kernel/jobs/run-in-background.ts'
import { fetchProcedures } from './catalogue/fetch-procedures.ts'
import { createPortalClient } from './client/portal-client.ts'
import { fetchFiled } from './incoming/fetch-filed.ts'
import { fileFiled, type FilingParts } from './incoming/file-filed.ts'
import { deliveryKinds, mostTakenUp, takeUpDossiers } from './outgoing/delivery.ts'
import { checkDeliveries } from './reconciliation/check-deliveries.ts'
import { sendDeliveries } from './outgoing/send-deliveries.ts'
import { takeUpAnswers } from './questions/answer-row.ts'
import { checkAnswers } from './questions/check-answers.ts'
import { sendAnswers } from './questions/send-answers.ts'

const pauseMs = 1000

export type NationalPortalParts = Omit<FilingParts, 'client' | 'url'> & { readonly link: NationalPortal }

/** Speaks with the national portal as long as the process works; any number of processes may, each takes its own. */
export function startNationalPortal({ link, ...given }: NationalPortalParts): { stop(): Promise<void> } {
  const parts: FilingParts = { ...given, url: link.url, client: createPortalClient(link, given.profile) }
  const stopping = new AbortController()
  /** Does a piece of work again and again, with a pause when there was none. */
  const goOn = async (work: () => Promise<number>, pause = pauseMs): Promise<void> => {
    while (!stopping.signal.aborted) {
      const done = await work().catch((error: unknown) => {
        parts.runner.log.warn({ err: error }, 'the link with the national portal waits')
        return 0
      })
      if (done === 0) await wait(pause, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }
  let turn = 0
  const tell = async (): Promise<number> => {
    // Each time another kind first: where one service fails, that closes the link, and what comes after it would never be tried.
    turn = (turn + 1) % deliveryKinds.length
    let told = 0
    for (const kind of [...deliveryKinds.slice(turn), ...deliveryKinds.slice(0, turn)])
      told += await sendDeliveries(parts, kind)
    return told
  }
  // What changed while nobody listened, and what was here before there was a link: at start, then by a job.
  const takeUp = runInBackground(parts.runner, { requestId: 'national-take-up' }, async (ctx) => {
    await takeUpDossiers(ctx.tx, ctx.now(), mostTakenUp)
    await takeUpAnswers(ctx.tx, ctx.now(), mostTakenUp)
  }).catch((error: unknown) => parts.runner.log.warn({ err: error }, 'dossiers are taken up later'))
  const running = [
    ...Array.from({ length: parts.profile.atOnce }, () => goOn(tell)),
    goOn(() => sendAnswers(parts)),
    goOn(() => checkDeliveries(parts)),
    goOn(() => checkAnswers(parts)),
    goOn(() => fetchFiled(parts), parts.profile.fetchSeconds * 1000),
    goOn(() => fileFiled(parts)),
    goOn(() => fetchProcedures(parts), parts.profile.fetchSeconds * 1000),
  ]
  return {
    async stop() {
      stopping.abort()
      await Promise.all([takeUp, ...running])
    },
  }
}
