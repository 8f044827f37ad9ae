import { randomUUIDv7 } from 'node:crypto'
import { json, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { runInBackground } from '#kernel/jobs/run-in-background.ts'
import type { RunnerParts } from '#kernel/operations/run-operation.ts'
import { dateAt } from '#values/plain-date.ts'
import { isClosed, noteAnswer, noteAway, readLink } from '../client/link-state.ts'
import { PortalAway } from '../client/portal-away.ts'
import type { PortalClient } from '../client/portal-client.ts'
import { countFlow } from '../reconciliation/flow-day.ts'
import { renewLease, settle, type DeliveryKind, type Outcome } from './delivery.ts'
import type { BuildParts } from './build-records.ts'
import { retryAt } from './retry-at.ts'
import { prepareMessages, type Message } from './prepare-messages.ts'
import { tellMessages, type Said } from './tell-messages.ts'

export interface SendParts extends BuildParts {
  readonly runner: RunnerParts
  readonly client: PortalClient
}

/** After so many answers about other dossiers somebody must look. */
const mostUnsure = 5
/** While the national portal is tried anew, it is not tried with much. */
const trialBatch = 5
/** So long what a process took is its own, renewed while it waits for an answer; if it dies, others take it then. */
const leaseMs = 15_000

/**
 * Tells one batch of what is due. Taken and built in one transaction, sent outside any, written down in another: a crash in between leaves
 * the rows to whoever comes after the lease, and telling them twice changes nothing there. Answers how many were taken; 0 = nothing is
 * due, or the national portal is left alone.
 */
export async function sendDeliveries(parts: SendParts, kind: DeliveryKind): Promise<number> {
  const { runner, profile, client } = parts
  const { db, now } = runner
  const link = await readLink(db)
  if (isClosed(link, now())) return 0
  const most = link.failures > 0 ? trialBatch : profile.batch
  let messages: Message[] = []
  const turn = { requestId: `national-${randomUUIDv7()}`, operation: 'nationalPortal.tell' }
  await runInBackground(runner, turn, async (ctx) => {
    messages = await prepareMessages(ctx, parts, kind, most, leaseMs)
  })
  if (messages.length === 0) return 0
  const started = performance.now()
  const renewing = setInterval(() => {
    const until = new Date(now().getTime() + leaseMs)
    renewLease(db, kind, messages, until).catch((error: unknown) =>
      runner.log.warn({ err: error }, 'lease not renewed'),
    )
  }, leaseMs / 3)
  try {
    const said = await tellMessages(
      { client, profile, kind },
      messages.filter(({ isTold }) => !isTold),
    )
    const tookMs = Math.round(performance.now() - started)
    await db.transaction(async (tx) => {
      await settle(
        tx,
        kind,
        messages.map((message) => outcomeOf(kind, message, said.get(message), now())),
        now(),
      )
      if (kind === 'progress') await keepToldSteps(tx, messages, said, now())
      await countFlow(tx, { day: dateAt(now()), flow: kind, ...counted(said) })
      await noteAnswer(tx, tookMs, tookMs > profile.slowSeconds * 1000, now())
    })
    return messages.length
  } catch (error) {
    if (!(error instanceof PortalAway)) throw error
    runner.log.warn(
      { err: error, kind, count: messages.length },
      'the national portal is away; what is to be told waits',
    )
    await noteAway(db, error.message, now())
    const { closedUntil } = await readLink(db)
    const back = messages.map((message) => ({
      ...outcomeOf(kind, message, { said: 'later', words: error.message }, now()),
      nextAt: closedUntil ?? now(),
    }))
    await db.transaction((tx) => settle(tx, kind, back, now()))
    return 0
  } finally {
    clearInterval(renewing)
  }
}

function outcomeOf(kind: DeliveryKind, message: Message, said: Said | undefined, at: Date): Outcome {
  const { dossierId, wanted, tries, revision, digest } = message
  const common = {
    dossierId,
    wanted,
    nextAt: at,
    cause: null,
    error: null,
    revision: null,
    digest: null,
    isCheckDue: false,
  }
  // Nothing new to tell: as good as told.
  if (said === undefined || said.said === 'accepted')
    return { ...common, state: 'accepted', revision, digest, isNews: said !== undefined }
  // It may be there all the same: of a record that can be asked; a refusal without a known reason and a yes about others are not believed.
  if (said.said === 'unsure' && kind === 'record')
    return { ...common, state: 'accepted', revision, isNews: true, isCheckDue: true }
  if (said.said === 'unsure' && tries >= mostUnsure)
    return { ...common, state: 'refused', cause: 'other', error: said.words, isNews: false }
  if (said.said === 'refused') {
    const isCheckDue = kind === 'record' && said.cause === 'other'
    return { ...common, state: 'refused', cause: said.cause, error: said.words, isNews: false, isCheckDue }
  }
  return { ...common, state: 'waiting', nextAt: retryAt(at, tries), error: said.words, isNews: false }
}

const counted = (said: ReadonlyMap<Message, Said>) => {
  const records = (which: (one: Said) => boolean): number =>
    [...said].reduce((sum, [{ records: sent }, one]) => sum + (which(one) ? sent.length : 0), 0)
  return {
    sent: records(() => true),
    accepted: records((one) => one.said === 'accepted'),
    refused: records((one) => one.said === 'refused'),
  }
}

async function keepToldSteps(tx: Queries, messages: readonly Message[], said: ReadonlyMap<Message, Said>, at: Date) {
  const told = messages
    .filter((message) => said.get(message)?.said === 'accepted')
    .flatMap(({ dossierId, taskIds }) => taskIds.map((taskId) => ({ taskId, dossierId })))
  await run(
    tx,
    sql`insert into national_portal.told_step (task_id, dossier_id, told_at) select "taskId", "dossierId", ${at}
      from jsonb_to_recordset(${json(told)}) as g ("taskId" uuid, "dossierId" uuid) on conflict do nothing`,
  )
}
