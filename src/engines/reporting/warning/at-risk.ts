import { every, get, rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { InstantAndId, readCursor, toPage } from '#values/page.ts'
import { dateAt } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { officesNow } from '#engines/calendar/index.ts'
import { nameOfUnit } from '#engines/directory/index.ts'
import { dossierAccess, maySee } from '#engines/services/index.ts'
import { sayReason, type Reason } from './reason.ts'
import { isRunning } from './standing.ts'
import type { Basis } from './step-time.ts'

interface AtRisk {
  readonly id: string
  readonly code: string
  readonly procedureCode: string
  readonly procedureName: string
  readonly receiverId: string
  readonly deadline: Date
  readonly unitName: string
  readonly stepName: Words
  readonly warnedAt: Date
  readonly usual: number
  readonly long: number
  readonly basis: Basis
  readonly measured: number
  readonly reasons: readonly Reason[]
}

export interface AtRiskFilter {
  readonly unit?: string | undefined
  readonly procedure?: string | undefined
}

/** Forecasts `f` of dossiers `d` at risk that the reader may see: by the predicate of dossiers, the same as everywhere. */
const seen = (ctx: Context, { unit, procedure }: AtRiskFilter, more?: Fragment): Fragment => sql`reporting.forecast f
  join services.dossier d on d.id = f.dossier_id
  where ${every([
    sql`f.is_at_risk and f.deadline > ${ctx.now()}`,
    isRunning(ctx.now()),
    maySee(dossierAccess(ctx)),
    unit === undefined ? undefined : sql`f.unit_id = ${unit}`,
    procedure === undefined ? undefined : sql`d.procedure_code = ${procedure}`,
    more,
  ])}`

/** What will probably be late, soonest due first. */
export async function listAtRisk(
  ctx: Context,
  search: AtRiskFilter & { readonly after?: string | undefined; readonly limit: number },
) {
  const cursor = search.after === undefined ? undefined : readCursor(InstantAndId, search.after)
  const beyond = cursor && sql`(f.deadline, f.dossier_id) > (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
  const found = await rows(
    ctx.tx,
    sql<AtRisk>`with listed as materialized (
        select f.*, d.code, d.procedure_code, d.procedure_name, d.receiver_id from ${seen(ctx, search, beyond)}
        order by f.deadline, f.dossier_id limit ${search.limit + 1}
      )
      select l.dossier_id as id, l.code, l.procedure_code, l.procedure_name, l.receiver_id, l.deadline,
        ${nameOfUnit(sql`l.unit_id`, dateAt(ctx.now()))} as unit_name, l.step_name, w.at as warned_at, l.usual, l.long, l.basis, l.measured, l.reasons
      from listed l join reporting.warning w on w.dossier_id = l.dossier_id order by l.deadline, l.dossier_id`,
  )
  const offices = await officesNow(ctx)
  const page = toPage(found, search.limit, (row) => [row.deadline.toISOString(), row.id])
  return {
    ...page,
    rows: page.rows.map(({ receiverId, reasons, ...row }) => ({
      ...row,
      left: offices.workingTimeOf(receiverId).workingMinutesBetween(ctx.now(), row.deadline),
      reasons: reasons.map(said),
    })),
  }
}

const said = (reason: Reason) => ({ kind: reason.kind, words: sayReason(reason) })

/** Beyond this a count says so. */
const countedUpTo = 1000

export async function countAtRisk(ctx: Context) {
  const { count } = await get(
    ctx.tx,
    sql<{ count: number }>`select count(*)::int from (select from ${seen(ctx, {})} limit ${countedUpTo}) listed`,
  )
  return { count, isCapped: count === countedUpTo }
}

const mostGroups = 100

interface Group {
  readonly id: string
  readonly name: string
  readonly count: number
}

/** How many are at risk by the unit that has them, and by procedure; most first. Who may see what is asked once for both. */
export async function groupAtRisk(ctx: Context) {
  const found = await rows(
    ctx.tx,
    sql<Group & { by: 'unit' | 'procedure' }>`with seen as materialized (
        select f.unit_id, d.procedure_code, d.procedure_name from ${seen(ctx, {})}
      ), units as (select unit_id, count(*)::int as count from seen group by 1 order by 2 desc, 1 limit ${mostGroups}),
      procedures as (select procedure_code, min(procedure_name) as name, count(*)::int as count from seen group by 1 order by 3 desc, 2 limit ${mostGroups})
      select 'unit' as by, unit_id::text as id, ${nameOfUnit(sql`unit_id`, dateAt(ctx.now()))} as name, count from units
      union all select 'procedure', procedure_code, name, count from procedures order by count desc, name`,
  )
  const of = (by: 'unit' | 'procedure') =>
    found.filter((one) => one.by === by).map(({ id, name, count }): Group => ({ id, name, count }))
  return { units: of('unit'), procedures: of('procedure') }
}

/** How one dossier stands; undefined where it is not forecast: ended, its clock stands, or it is late already. */
export async function findForecast(ctx: Context, id: string) {
  const [found] = await rows(
    ctx.tx,
    sql<
      Pick<AtRisk, 'usual' | 'long' | 'basis' | 'measured' | 'reasons' | 'deadline' | 'receiverId'> & {
        isAtRisk: boolean
      }
    >`select f.usual, f.long, f.basis, f.measured, f.reasons, f.is_at_risk, d.deadline, d.receiver_id
      from reporting.forecast f join services.dossier d on d.id = f.dossier_id
      where d.id = ${id} and ${isRunning(ctx.now())} and ${maySee(dossierAccess(ctx))}`,
  )
  if (found === undefined) return null
  const { receiverId, deadline, reasons, ...forecast } = found
  const left = (await officesNow(ctx)).workingTimeOf(receiverId).workingMinutesBetween(ctx.now(), deadline)
  return { ...forecast, left, reasons: reasons.map(said) }
}
