import { get, json, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Cause } from '../declare.ts'

/** What the national portal is told of a dossier: the whole record, each step that was done, the status of what was filed there. */
export const deliveryKinds = ['record', 'progress', 'status'] as const
export type DeliveryKind = (typeof deliveryKinds)[number]

/** Codes of the national database; a local one is never sent outside. */
const isNational = sql`d.procedure_code ~ '^[0-9]'`

/** Selected beside columns, a parameter must say what it is. */
const instant = (at: Date) => sql`${at}::timestamptz`

/** Whether the record of a dossier was acknowledged at least once: only then are steps and statuses told. */
const whenRecorded = (at: Date) => sql`case when exists (select from national_portal.delivery r
  where r.dossier_id = d.id and r.kind = 'record' and r.told > 0) then ${instant(at)} else 'infinity' end`

/** Says that a dossier changed: its record is to be told, soon its steps, and its status where it was filed there. */
export async function wantTold(tx: Queries, dossierId: string, at: Date, stepsAt: Date): Promise<void> {
  // First the record: whoever notes that it was acknowledged waits for this, or we for them, and then its steps are not left waiting for ever.
  const changed = await run(
    tx,
    sql`insert into national_portal.delivery as v (dossier_id, kind, next_at, changed_at)
      select d.id, 'record', ${instant(at)}, ${instant(at)} from services.dossier d where d.id = ${dossierId} and ${isNational} ${again(at)}`,
  )
  if (changed === 0) return
  await run(
    tx,
    sql`insert into national_portal.delivery as v (dossier_id, kind, next_at, changed_at)
      select d.id, 'progress', ${whenRecorded(stepsAt)}, ${instant(at)} from services.dossier d where d.id = ${dossierId}
      union all
      select d.id, 'status', ${whenRecorded(at)}, ${instant(at)} from services.dossier d join national_portal.incoming i on i.dossier_id = d.id where d.id = ${dossierId}
      ${again(at)}`,
  )
}

/** Told already, it is wanted once more; what is on its way just now goes again afterwards. */
const again = (
  at: Date,
) => sql`on conflict (dossier_id, kind) do update set wanted = v.wanted + 1, changed_at = ${at}, tries = 0,
  state = case when v.state = 'sending' then 'sending' else 'waiting' end, cause = null, error = null, differences = null,
  next_at = case when v.state = 'sending' then v.next_at else excluded.next_at end`

/** At once; the next run goes on. */
export const mostTakenUp = 20_000

/**
 * Takes up dossiers of which nothing is to be told yet, and those that changed while nobody listened; at most so many. Answers how many.
 */
export async function takeUpDossiers(tx: Queries, at: Date, most: number): Promise<number> {
  const found = await rows(
    tx,
    sql<{ id: string }>`with found as (
        select d.id from services.dossier d left join national_portal.delivery v on v.dossier_id = d.id and v.kind = 'record'
        where ${isNational} and (v.dossier_id is null or v.state = 'accepted' and v.revision is distinct from d.revision) order by d.filed_at limit ${most}
      ), told as (
        insert into national_portal.delivery as v (dossier_id, kind, next_at, changed_at) select id, 'record', ${instant(at)}, ${instant(at)} from found ${again(at)}
      ), steps as (
        insert into national_portal.delivery as v (dossier_id, kind, next_at, changed_at)
        select d.id, 'progress', ${whenRecorded(at)}, ${instant(at)} from found d
        union all select d.id, 'status', ${whenRecorded(at)}, ${instant(at)} from found d join national_portal.incoming i on i.dossier_id = d.id ${again(at)}
      ) select id from found`,
  )
  return found.length
}

/** A row that one process has taken to be told. */
export interface Claimed {
  readonly dossierId: string
  readonly code: string
  readonly wanted: number
  readonly told: number
  readonly tries: number
  readonly digest: string | null
}

/** Takes up to so many rows that are due; if this process dies, others take them when the lease is over. */
export const claimDue = (
  tx: Queries,
  kind: DeliveryKind,
  { at, most, leaseMs }: { at: Date; most: number; leaseMs: number },
): Promise<Claimed[]> =>
  rows(
    tx,
    sql<Claimed>`update national_portal.delivery v set state = 'sending', tries = v.tries + 1, next_at = ${new Date(at.getTime() + leaseMs)}
      from (
        select dossier_id, kind from national_portal.delivery
        where kind = ${kind} and state in ('waiting', 'sending') and next_at <= ${at} order by next_at, dossier_id limit ${most} for update skip locked
      ) due join services.dossier d on d.id = due.dossier_id left join national_portal.incoming i on i.dossier_id = d.id
      where v.dossier_id = due.dossier_id and v.kind = due.kind
      returning v.dossier_id, coalesce(i.code, d.code) as code, v.wanted, v.told, v.tries, v.digest`,
  )

/** Keeps what was taken for longer. */
export const renewLease = (
  on: Queries,
  kind: DeliveryKind,
  claimed: readonly Claimed[],
  until: Date,
): Promise<number> =>
  run(
    on,
    sql`update national_portal.delivery set next_at = ${until}
      where kind = ${kind} and dossier_id = any(${claimed.map(({ dossierId }) => dossierId)}::uuid[]) and state = 'sending'`,
  )

/** What came of telling one of them. */
export interface Outcome {
  readonly dossierId: string
  readonly wanted: number
  readonly state: 'accepted' | 'refused' | 'waiting'
  readonly revision: number | null
  readonly digest: string | null
  readonly nextAt: Date
  readonly cause: Cause | null
  readonly error: string | null
  /** It is there now, whatever became of the rest. */
  readonly isNews: boolean
  /** What was said of it is not to be believed: it is asked for. */
  readonly isCheckDue: boolean
}

/** Writes what came of a batch; what changed meanwhile waits to be told again. */
export async function settle(tx: Queries, kind: DeliveryKind, outcomes: readonly Outcome[], at: Date): Promise<void> {
  if (outcomes.length === 0) return
  await run(
    tx,
    sql`update national_portal.delivery v set
        told = case when o.state = 'accepted' then o.wanted else v.told end,
        state = case when v.wanted > o.wanted then 'waiting' else o.state end,
        cause = case when v.wanted > o.wanted then null else o.cause end, error = o.error, differences = null,
        next_at = case when v.wanted > o.wanted then ${at} else o."nextAt" end,
        tries = case when o.state = 'accepted' then 0 else v.tries end,
        revision = coalesce(o.revision, v.revision), digest = coalesce(o.digest, v.digest),
        accepted_at = case when o."isNews" then ${at} else v.accepted_at end, is_check_due = v.is_check_due or o."isCheckDue"
      from jsonb_to_recordset(${json(outcomes)}) as o ("dossierId" uuid, wanted int, state text, revision int, digest text, "nextAt" timestamptz,
        cause text, error text, "isNews" boolean, "isCheckDue" boolean)
      where v.dossier_id = o."dossierId" and v.kind = ${kind} and v.state = 'sending'`,
  )
  if (kind === 'record')
    await releaseSteps(
      tx,
      outcomes.filter(({ state }) => state === 'accepted').map(({ dossierId }) => dossierId),
      at,
    )
}

/** Their records are there: now their steps and statuses are told. */
export const releaseSteps = (tx: Queries, recorded: readonly string[], at: Date): Promise<number> =>
  run(
    tx,
    sql`update national_portal.delivery set next_at = ${at}
      where dossier_id = any(${recorded}::uuid[]) and kind <> 'record' and next_at = 'infinity'`,
  )

/** How much waits to be told and since when, and how much somebody must look at. */
export const readBacklog = (on: Queries): Promise<{ waiting: number; oldest: Date | null; differing: number }> =>
  get(
    on,
    sql<{ waiting: number; oldest: Date | null; differing: number }>`
      select count(*) filter (where cause is null)::int as waiting, min(changed_at) filter (where cause is null) as oldest,
        (count(*) filter (where cause is not null) + (select count(*) from national_portal.incoming where state = 'needs-look'))::int as differing
      from (
        select cause, changed_at from national_portal.delivery where state in ('waiting', 'sending') and next_at < 'infinity' or cause is not null
        union all select cause, changed_at from national_portal.answer where state in ('waiting', 'sending') or cause is not null
      ) one`,
  )
