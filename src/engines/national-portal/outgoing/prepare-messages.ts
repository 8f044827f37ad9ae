import { createHash } from 'node:crypto'
import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { procedureVersion } from '#engines/services/index.ts'
import type { NationalProfile } from '../declare.ts'
import { claimDue, type Claimed, type DeliveryKind } from './delivery.ts'
import { readFacts } from './dossier-facts.ts'
import { dossierRecord, type ListedField, type RecordParts, type SentRecord } from './dossier-record.ts'
import { progressRecord, stepsToTell } from './progress-record.ts'
import { statusRecord } from './status-record.ts'

/** What is to be told of one dossier: everything in it is as the dossier is now. */
export interface Message extends Claimed {
  readonly unit: string | undefined
  readonly revision: number
  readonly records: readonly SentRecord[]
  readonly digest: string
  /** The national portal acknowledged exactly this before, or there is nothing to tell. */
  readonly isTold: boolean
  readonly taskIds: readonly string[]
}

export interface PrepareParts {
  readonly profile: NationalProfile
  readonly publicUrl: string
}

/** Takes what is due and builds what is to be sent; whose data leaves the province is on the trail. */
export async function prepareMessages(
  ctx: Context,
  { profile, publicUrl }: PrepareParts,
  kind: DeliveryKind,
  most: number,
  leaseMs: number,
): Promise<Message[]> {
  const claimed = await claimDue(ctx.tx, kind, { at: ctx.now(), most, leaseMs })
  if (claimed.length === 0) return []
  const ids = claimed.map(({ dossierId }) => dossierId)
  const facts = new Map((await readFacts(ctx.tx, ids, dateAt(ctx.now()))).map((one) => [one.id, one]))
  const parts = { profile, publicUrl, listed: await listedFields(ctx.tx), filedThere: await codesThere(ctx.tx, ids) }
  const steps = Map.groupBy(
    kind === 'progress' ? await stepsToTell(ctx.tx, ids, ctx.now()) : [],
    (one) => one.dossierId,
  )
  const messages = await Promise.all(
    claimed.map(async (one): Promise<Message> => {
      const fact = facts.get(one.dossierId)
      if (fact === undefined) throw new Error(`dossier ${one.code} is not there`)
      const done = steps.get(one.dossierId) ?? []
      const records =
        kind === 'progress'
          ? done.map((step) => progressRecord(one.code, step, profile))
          : [await recordOf(ctx.tx, kind, fact, parts)]
      const digest = createHash('sha256').update(JSON.stringify(records)).digest('hex')
      return {
        ...one,
        unit: fact.agency === null ? undefined : profile.units[fact.agency],
        revision: fact.revision,
        records,
        digest,
        isTold: records.length === 0 || digest === one.digest,
        taskIds: done.map(({ taskId }) => taskId),
      }
    }),
  )
  const told = messages.filter(({ isTold }) => !isTold)
  for (const { dossierId, code } of told)
    ctx.note({
      objectType: 'dossier',
      objectId: dossierId,
      subjects: [facts.get(dossierId)?.applicantId ?? ''],
      facts: { code, told: kind, to: 'national-portal' },
    })
  return messages
}

type Facts = Awaited<ReturnType<typeof readFacts>>[number]

async function recordOf(tx: Queries, kind: DeliveryKind, facts: Facts, parts: RecordParts): Promise<SentRecord> {
  if (kind === 'status') return statusRecord(facts, parts)
  return dossierRecord(facts, await procedureVersion(tx, facts.versionId), parts)
}

async function codesThere(tx: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await rows(
    tx,
    sql<{
      dossierId: string
      code: string
    }>`select dossier_id, code from national_portal.incoming where dossier_id = any(${ids}::uuid[])`,
  )
  return new Map(found.map(({ dossierId, code }) => [dossierId, code]))
}

/** The field of each procedure as the national list has it. */
async function listedFields(tx: Queries): Promise<ReadonlyMap<string, ListedField>> {
  const found = await rows(
    tx,
    sql<
      { procedure: string } & ListedField
    >`select code as procedure, record->'LINHVUCTHUCHIEN'->0->>'MALINHVUC' as code,
        record->'LINHVUCTHUCHIEN'->0->>'TENLINHVUC' as name
      from national_portal.procedure_record where record->'LINHVUCTHUCHIEN'->0->>'MALINHVUC' is not null`,
  )
  return new Map(found.map(({ procedure, ...field }) => [procedure, field]))
}
