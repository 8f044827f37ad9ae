import { rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { firstOfMonth, type PlainDate } from '#values/plain-date.ts'
import { nameOfUnit } from '#engines/directory/index.ts'
import { clockStands } from '#engines/services/index.ts'
import { countedIn } from '../period/counted-in.ts'

export interface DayPeriod {
  readonly from: PlainDate
  /** The last day, included. */
  readonly to: PlainDate
}

export type FormSixGroup = 'field' | 'procedure' | 'unit'

export interface FormSixSearch extends DayPeriod {
  readonly by: FormSixGroup
  readonly level?: string | undefined
  readonly field?: string | undefined
  /** One deciding body. */
  readonly unit?: string | undefined
}

/** One line of form 06: `carried + received = solved + stopped + inProgress`. */
export interface FormSixRow {
  readonly id: string
  readonly name: string
  /** Of the procedures; of a unit what it decides may be of several, then null. */
  readonly level: string | null
  readonly carried: number
  readonly online: number
  /** At counters and by post. */
  readonly direct: number
  readonly early: number
  readonly onTime: number
  readonly late: number
  readonly stopped: number
  readonly inProgress: number
  readonly inProgressLate: number
}

const groups: Readonly<Record<FormSixGroup, { id: Fragment; name: (on: PlainDate) => Fragment; level: Fragment }>> = {
  field: { id: sql`p.level || ' ' || p.field`, name: () => sql`min(p.field)`, level: sql`min(p.level)` },
  procedure: { id: sql`c.procedure_code`, name: () => sql`min(p.name)`, level: sql`min(p.level)` },
  unit: { id: sql`c.owner_id::text`, name: (on) => nameOfUnit(sql`c.owner_id`, on), level: sql`null` },
}

/** The one question to the database that a form is; apart, so that its plan can be looked at. */
export function formSixQuery(search: FormSixSearch, now: Date) {
  const { by, level, field, unit, to } = search
  const { id, name, level: ofGroup } = groups[by]
  const isAsked = sql.join(
    [
      sql`true`,
      ...(level === undefined ? [] : [sql`p.level = ${level}`]),
      ...(field === undefined ? [] : [sql`p.field = ${field}`]),
      ...(unit === undefined ? [] : [sql`c.owner_id = ${unit}`]),
    ],
    sql` and `,
  )
  return sql<FormSixRow>`
      select ${id} as id, ${name(to)} as name, ${ofGroup} as level,
        sum(c.carried)::int as carried, sum(c.online)::int as online, sum(c.direct)::int as direct,
        sum(c.early)::int as early, sum(c.on_time)::int as on_time, sum(c.late)::int as late, sum(c.stopped)::int as stopped,
        sum(c.carried + c.online + c.direct - c.early - c.on_time - c.late - c.stopped)::int as in_progress, sum(c.going_late)::int as in_progress_late
      from (${countsOf(search)} union all ${lateOf(search, now)}) c
      join (select distinct on (code) code, name, level, field from services.procedure
        order by code, valid_from <= ${to} desc, valid_from desc) p on p.code = c.procedure_code
      where ${isAsked} group by ${by === 'unit' ? sql`c.owner_id` : id}
      order by array_position(array['province', 'district', 'commune'], ${ofGroup}), 2`
}

/**
 * Form 06 of Circular 01/2020/TT-VPCP for a period, out of what was counted day by day; only what is late and goes on is looked for among
 * the dossiers. A dossier counts for the body that has it now.
 */
export async function formSix(tx: Queries, search: FormSixSearch, now: Date): Promise<FormSixRow[]> {
  const found = await rows(tx, formSixQuery(search, now))
  const said = found.map(
    (row) =>
      ({
        ...zeros,
        ...Object.fromEntries(Object.entries(row).filter(([key, value]) => key === 'level' || value !== null)),
      }) as FormSixRow,
  )
  // What was over before the period is no line of it.
  return said.filter((row) => Object.keys(zeros).some((column) => row[column as keyof typeof zeros] !== 0))
}

const zeros = {
  carried: 0,
  online: 0,
  direct: 0,
  early: 0,
  onTime: 0,
  late: 0,
  stopped: 0,
  inProgress: 0,
  inProgressLate: 0,
}

const within = sql`procedure_code, owner_id, 0 as carried, online, direct, early, on_time, late, stopped, 0 as going_late`
const before = sql`procedure_code, owner_id, sum(online + direct - early - on_time - late - stopped)::int, 0, 0, 0, 0, 0, 0, 0`

/** What was counted in the period as it is; of what was counted before it only what went on, summed first: of all years behind it that is most. */
function countsOf(period: DayPeriod): Fragment {
  const first = firstOfMonth(period.from)
  return sql`${countedIn(period, 'dossiers', within)}
    union all select ${before} from reporting.month_count where month < ${first} group by procedure_code, owner_id
    union all select ${before} from reporting.day_count where day >= ${first} and day < ${period.from} group by procedure_code, owner_id`
}

/** Past its day at the end of the period, of what is not over yet now, while no clock stands. */
export function isLateAt(until: Fragment, now: Date): Fragment {
  const end = sql`least(${now}::timestamptz, ${until})`
  return sql`d.deadline < ${end} and not ${clockStands(end)}`
}

/** What is late and goes on at the end of the period. */
const lateOf = (period: DayPeriod, now: Date): Fragment => {
  const until = endOf(period)
  const isLate = sql`d.received_at < ${until} and ${isLateAt(until, now)}`
  const row = sql`select d.procedure_code, d.owner_id, 0, 0, 0, 0, 0, 0, 0, 1 from services.dossier d`
  return sql`${row} where d.is_open and d.finished_at is null and ${isLate}
    union all ${row} where d.finished_at > d.deadline and d.finished_at >= ${until} and ${isLate}`
}

/** The first moment after a period, and its first moment. */
export const endOf = ({ to }: DayPeriod): Fragment =>
  sql`((${to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')`
export const startOf = ({ from }: DayPeriod): Fragment =>
  sql`((${from}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh')`
