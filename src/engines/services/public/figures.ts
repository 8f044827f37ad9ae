import { rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { nameOfUnit, validOn } from '#engines/directory/index.ts'
import { clockStands } from '../deadline/clock-stands.ts'
import { fromYearOf, shownMarks } from '../satisfaction/shown-marks.ts'

export interface FigureRow {
  readonly id: string
  readonly name: string
  /** Received before the period and not answered before it. */
  readonly carried: number
  /** Taken in by a counter in the period; what is only filed, or rejected at the counter, is not. */
  readonly received: number
  readonly online: number
  /** Of those online, filed with the help of a counter. */
  readonly assisted: number
  /** Granted or refused, on time or late. */
  readonly finished: number
  readonly onTime: number
  readonly late: number
  /** Withdrawn, or ended because the applicant did not answer. */
  readonly stopped: number
  /** At the end of the period: `carried + received = finished + stopped + inProgress`. */
  readonly inProgress: number
  readonly inProgressLate: number
  readonly rated: number
  /** Of the marks, those that are shown: whole tens, so that nothing is learnt of one. */
  readonly shown: number
  readonly satisfied: number
}

const counted = [
  'carried',
  'received',
  'online',
  'assisted',
  'finished',
  'onTime',
  'late',
  'stopped',
  'inProgress',
  'inProgressLate',
  'rated',
  'shown',
  'satisfied',
] as const

/** Each dossier with its procedure as it was called on a day; one that began later by the name it was given. */
const asCalledOn = (on: PlainDate): Fragment =>
  sql`join (select distinct on (code) code, name, sector, field from services.procedure
    order by code, valid_from <= ${on} desc, valid_from desc) p on p.code = d.procedure_code`

/** The body that a dossier counts for: it had it in the period, or took over from the one that had. */
const body = sql`d.body_id`

/** By what figures are grouped: the deciding unit, the procedure, or the field of work; `name` is taken of each group once. */
const groups: Readonly<
  Record<
    'unit' | 'procedure' | 'field',
    { id: Fragment; name: (on: PlainDate) => Fragment; join: (on: PlainDate) => Fragment }
  >
> = {
  unit: { id: body, name: (on) => nameOfUnit(body, on), join: () => sql`` },
  procedure: {
    id: sql`d.procedure_code`,
    name: () => sql`min(p.name)`,
    join: asCalledOn,
  },
  field: {
    id: sql`p.field`,
    name: () => sql`p.field`,
    join: asCalledOn,
  },
}

/** Handled to its end: granted or refused, handed over or waiting to be. */
export const isAnswered = sql`d.finished_at is not null and coalesce(d.outcome, 'granted') in ('granted', 'refused')`

/**
 * Received, finished on time and late, in progress, online share and satisfaction of a period (days inclusive), counted from the
 * rows themselves as form 06 of Circular 01/2020/TT-VPCP does; of one level of units if it is named. "On time": the handling ended
 * by the deadline that stood after clock stops (QĐ 766, 2.1); also late is what is in progress past that day while no clock stands.
 * A dossier counts for the body that had it in the period, also if a reorganisation moved it since; shown by the organisation of a
 * later day, bodies that were merged are counted together, so that both sides of the change compare.
 */
export async function figuresBy(
  tx: Queries,
  by: { readonly by: keyof typeof groups; readonly level?: string | undefined; readonly organizationOn: PlainDate },
  period: { readonly from: PlainDate; readonly to: PlainDate },
  now: Date,
): Promise<FigureRow[]> {
  const { level, organizationOn } = by
  const { id, name, join } = groups[by.by]
  const from = sql`(${period.from}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'`
  const until = sql`(${period.to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`
  const end = sql`least(${now}::timestamptz, ${until})`
  const ofLevel =
    level === undefined
      ? sql``
      : sql`where ${body} in (select v.unit_id from directory.unit_version v where v.tier = ${level} and ${validOn('v', organizationOn)})`
  const isNew = sql`d.received_at >= ${from}`
  const ended = sql`d.finished_at >= ${from} and d.finished_at < ${until}`
  const goesOn = sql`(d.finished_at is null or d.finished_at >= ${until})`
  const withBody = (dossiers: Fragment) => sql`
      (select d.*, coalesce(h.to_id, m.body_id, d.owner_id) as body_id from ${dossiers} d
        left join moved m on m.id = d.id
        left join (select distinct on (from_id) from_id, to_id from heir order by from_id, effective_on desc) h
          on h.from_id = coalesce(m.body_id, d.owner_id)) d`
  // Apart, as an index leads to each: those whose handling the period saw, and those that had ended and were rated in it.
  const touched = sql`(
      select d.* from services.dossier d where d.received_at < ${until} and (d.finished_at is null or d.finished_at >= ${from})
      union all
      select d.* from services.rating r join services.dossier d on d.id = r.dossier_id
      where r.rated_at >= ${from} and r.rated_at < ${until} and d.received_at < ${until} and d.finished_at < ${from})`
  const marks = sql`select ${id}::text as id, false as at_desk, r.dossier_id, r.mark, r.rated_at
    from services.rating r join ${withBody(sql`services.dossier`)} on d.id = r.dossier_id ${join(period.to)} where r.rated_at >= ${fromYearOf(period)}`
  return rows(
    tx,
    sql<FigureRow>`
      with recursive heir (from_id, to_id, effective_on) as (
        select from_unit_id, to_unit_id, effective_on from directory.unit_succession
          where is_heir and from_unit_id <> to_unit_id and effective_on > ${period.to} and effective_on <= ${organizationOn}
        union
        select h.from_id, s.to_unit_id, s.effective_on from heir h join directory.unit_succession s on s.from_unit_id = h.to_id
          and s.is_heir and s.from_unit_id <> s.to_unit_id and s.effective_on > h.effective_on and s.effective_on <= ${organizationOn}
      ), moved (id, body_id) as (
        select distinct on (m.id) m.id, (m.before->>'owner')::uuid from services.moved m
        join directory.reorganization r on r.id = m.reorganization_id and r.effective_on > ${period.to}
        where m.entity = 'dossier' order by m.id, r.effective_on
      ), marks as (
        select s.id, count(*) filter (where is_shown)::int as shown, count(*) filter (where is_shown and mark >= 4)::int as satisfied
        from (${shownMarks(marks, period)}) s group by s.id
      )
      select ${id}::text as id, ${name(organizationOn)} as name,
        count(*) filter (where d.received_at < ${from} and (d.finished_at is null or d.finished_at >= ${from}))::int as carried,
        count(*) filter (where ${isNew})::int as received,
        count(*) filter (where ${isNew} and d.channel = 'online')::int as online,
        count(*) filter (where ${isNew} and d.assisted_by is not null)::int as assisted,
        count(*) filter (where ${ended} and ${isAnswered})::int as finished,
        count(*) filter (where ${ended} and ${isAnswered} and d.finished_at <= d.deadline)::int as on_time,
        count(*) filter (where ${ended} and ${isAnswered} and d.finished_at > d.deadline)::int as late,
        count(*) filter (where ${ended} and not (${isAnswered}))::int as stopped,
        count(*) filter (where ${goesOn})::int as in_progress,
        count(*) filter (where ${goesOn} and d.deadline < ${end} and not ${clockStands(end)})::int as in_progress_late,
        count(r.mark)::int as rated, coalesce(max(marks.shown), 0) as shown, coalesce(max(marks.satisfied), 0) as satisfied
      from ${withBody(touched)} ${join(period.to)}
      left join marks on marks.id = ${id}::text
      left join services.rating r on r.dossier_id = d.id and r.rated_at >= ${from} and r.rated_at < ${until}
      ${ofLevel}
      group by ${id} order by received desc, 1`,
  )
}

/** The sum of rows. */
export function totalOf(found: readonly FigureRow[]): FigureRow {
  const total: Record<string, number> = Object.fromEntries(counted.map((key) => [key, 0]))
  for (const row of found) for (const key of counted) total[key] = (total[key] ?? 0) + row[key]
  return { id: 'total', name: '', ...total } as FigureRow
}
