import { createHash } from 'node:crypto'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { withoutProofs } from '../links/file-links.ts'
import { buildRecords, type BuildParts } from './build-records.ts'
import { claimDue, type Claimed, type DeliveryKind } from './delivery.ts'
import type { SentRecord } from './dossier-record.ts'
import { progressRecord, stepsToTell } from './progress-record.ts'

/** What is to be told of one dossier: everything in it is as the dossier is now. */
export interface Message extends Claimed {
  readonly unit: string | undefined
  readonly revision: number
  readonly records: readonly SentRecord[]
  /** Of steps there is none: which were told is kept one by one. */
  readonly digest: string | null
  /** The national portal acknowledged exactly this before, or there is nothing to tell. */
  readonly isTold: boolean
  readonly taskIds: readonly string[]
}

/** Takes what is due and builds what is to be sent; whose data leaves the province is on the trail. */
export async function prepareMessages(
  ctx: Context,
  parts: BuildParts,
  kind: DeliveryKind,
  most: number,
  leaseMs: number,
): Promise<Message[]> {
  const claimed = await claimDue(ctx.tx, kind, { at: ctx.now(), most, leaseMs })
  if (claimed.length === 0) return []
  const ids = claimed.map(({ dossierId }) => dossierId)
  const built = await buildRecords(ctx.tx, ids, parts, dateAt(ctx.now()), kind === 'progress' ? 'record' : kind)
  const steps = kind === 'progress' ? await stepsToTell(ctx.tx, ids, ctx.now()) : []
  const stepsOf = Map.groupBy(steps, ({ dossierId }) => dossierId)
  return claimed.map((one): Message => {
    const { facts, unit, record } = built.get(one.dossierId)!
    const done = stepsOf.get(one.dossierId) ?? []
    const records = kind === 'progress' ? done.map((step) => progressRecord(one.code, step, parts.profile)) : [record]
    const digest = kind === 'progress' ? null : createHash('sha256').update(withoutProofs(record)).digest('hex')
    const isTold = kind === 'progress' ? records.length === 0 : digest === one.digest
    if (!isTold)
      ctx.note({
        objectType: 'dossier',
        objectId: one.dossierId,
        subjects: [facts.applicantId],
        facts: { code: facts.code, told: kind, to: 'national-portal' },
      })
    return {
      ...one,
      unit,
      revision: facts.revision,
      records,
      digest,
      isTold,
      taskIds: done.map(({ taskId }) => taskId),
    }
  })
}
