import { randomUUIDv7 } from 'node:crypto'
import { rows, run, sql } from '#kernel/database/query.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { bookOf, nameOfUnit, reaches } from '#engines/directory/index.ts'
import { takeNumber } from '#engines/numbering/index.ts'
import { dossierAccess, maySee } from '../dossier/dossier-access.ts'
import { countersOf } from './counter.ts'

const today = (ctx: Context) => dateAt(ctx.now())

export interface ReadyRow {
  readonly dossierId: string
  readonly code: string
  readonly title: string
  readonly line: string
  readonly fromUnitId: string
  readonly fromUnitName: string
  readonly toUnitId: string
  readonly toUnitName: string
  readonly receivedAt: Date
}

/**
 * Dossiers that the officer's counters received and whose papers have not been handed over to the unit that works on them now, those
 * included that came on paper since, to supplement.
 */
export async function readyForHandover(ctx: Context): Promise<ReadyRow[]> {
  const counters = (await countersOf(ctx)).map((unit) => unit.id)
  return rows(
    ctx.tx,
    sql<ReadyRow>`select d.id as dossier_id, d.code, t.title, t.line, d.receiver_id as from_unit_id,
        ${nameOfUnit(sql`d.receiver_id`, today(ctx))} as from_unit_name, t.unit_id as to_unit_id, ${nameOfUnit(sql`t.unit_id`, today(ctx))} as to_unit_name, d.received_at
      from services.dossier d
      join workflow.task t on t.subject_id = d.id and t.is_open and t.consult is null
      where d.receiver_id = any(${counters}::uuid[]) and ${maySee(dossierAccess(ctx))} and d.is_open and d.received_at is not null and t.unit_id <> d.receiver_id
        and not exists (
          select 1 from services.handover_item i join services.handover h on h.id = i.handover_id
          where i.dossier_id = d.id and h.to_unit_id = t.unit_id and h.made_at >= d.received_at
            and not exists (select from services.dossier_event e
              where e.dossier_id = d.id and e.kind = 'supplied' and e.detail ? 'onPaper' and e.at > h.made_at))
      order by from_unit_name, to_unit_name, d.received_at limit 500`,
  )
}

/** Makes a numbered list of papers handed over; only what is ready for that unit can be on it. */
export async function makeHandover(ctx: Context, toUnitId: string, dossierIds: readonly string[]) {
  const ready = (await readyForHandover(ctx)).filter((row) => row.toUnitId === toUnitId)
  const wanted = [...new Set(dossierIds)]
  const listed = ready.filter((row) => wanted.includes(row.dossierId))
  const [from, ...others] = new Set(listed.map((row) => row.fromUnitId))
  // One list goes from one counter to one unit.
  if (from === undefined || others.length > 0 || listed.length < wanted.length) fail('conflict')
  const id = randomUUIDv7()
  const on = dateAt(ctx.now())
  const year = on.slice(0, 4)
  const { byId } = await bookOf(ctx.tx, from, on)
  const number = `${String(await takeNumber(ctx.tx, `handover ${byId}`, year)).padStart(4, '0')}/${year}`
  await run(
    ctx.tx,
    sql`insert into services.handover (id, number, from_unit_id, to_unit_id, made_at, made_by)
      values (${id}, ${number}, ${from}, ${toUnitId}, ${ctx.now()}, ${ctx.actor.name})`,
  )
  await run(
    ctx.tx,
    sql`insert into services.handover_item (handover_id, dossier_id) select ${id}, unnest(${wanted}::uuid[])`,
  )
  ctx.note({ objectType: 'handover', objectId: id, facts: { number, count: wanted.length } })
  return { id, number, count: wanted.length }
}

export interface HandoverRow {
  readonly id: string
  readonly number: string
  readonly fromUnitName: string
  readonly toUnitName: string
  readonly madeAt: Date
  readonly madeBy: string
  readonly takenAt: Date | null
  readonly takenBy: string | null
  readonly count: number
  readonly canTake: boolean
}

const unitKeys = (ctx: Context) => {
  const scope = scopeOf(ctx.actor, 'dossier.read')
  return sql`(${reaches(scope, sql`f.key`)} or ${reaches(scope, sql`t.key`)})`
}

/** The lists that the officer's units gave or get, newest first. */
export const handoversOf = (ctx: Context, id?: string): Promise<HandoverRow[]> =>
  rows(
    ctx.tx,
    sql<HandoverRow>`select h.id, h.number, ${nameOfUnit(sql`f.id`, today(ctx))} as from_unit_name, ${nameOfUnit(sql`t.id`, today(ctx))} as to_unit_name, h.made_at, h.made_by, h.taken_at, h.taken_by,
        (select count(*)::int from services.handover_item i where i.handover_id = h.id) as count,
        h.taken_at is null and h.to_unit_id in (select q.unit_id from directory.principal q where q.key = any(${ctx.actor.workKeys}::int[])) as can_take
      from services.handover h
      join directory.unit f on f.id = h.from_unit_id
      join directory.unit t on t.id = h.to_unit_id
      where ${unitKeys(ctx)} ${id === undefined ? sql`` : sql`and h.id = ${id}`} order by h.made_at desc limit 100`,
  )

/** Confirms that the papers have arrived; by the unit they were handed to. */
export async function takeHandover(ctx: Context, id: string) {
  const [found] = await handoversOf(ctx, id)
  if (found === undefined) fail('notFound')
  if (!found.canTake) fail('conflict')
  await run(
    ctx.tx,
    sql`update services.handover set taken_at = ${ctx.now()}, taken_by = ${ctx.actor.name} where id = ${id} and taken_at is null`,
  )
  ctx.note({ objectType: 'handover', objectId: id, facts: { number: found.number } })
  return { takenAt: ctx.now() }
}

export interface HandedOver {
  readonly code: string
  readonly applicantName: string
  readonly versionId: string
  readonly papers: number
  readonly promised: Date | null
}

/** What is on a list. */
export const handedOver = (ctx: Context, id: string): Promise<HandedOver[]> =>
  rows(
    ctx.tx,
    sql<HandedOver>`select d.code, coalesce(d.enterprise_name, d.applicant_name) as applicant_name, d.version_id, d.promised,
        (select count(distinct p.paper)::int from services.dossier_paper p where p.dossier_id = d.id and p.replaced_at is null) as papers
      from services.handover_item i join services.dossier d on d.id = i.dossier_id where i.handover_id = ${id} order by d.code`,
  )
