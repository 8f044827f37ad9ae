import { get, rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { validOn } from '#engines/directory/index.ts'
import { countKnown, paidFigures, publicityOf } from '#engines/services/index.ts'
import { indicatorIds, type IndicatorId } from './indicator-words.ts'
import { endOf, startOf, type DayPeriod } from './form-six.ts'

/** Whose index: one deciding body, all of a level, or without either the whole province. */
export interface Body {
  readonly unit?: string | undefined
  readonly level?: 'province' | 'district' | 'commune' | undefined
}

interface Counted {
  readonly met: number
  readonly of: number
}

/** One indicator; without rows of its own `counted` is null, and the contract says why. */
export interface IndexFigure {
  readonly id: IndicatorId
  readonly counted: Counted | null
}

/** Of the unit in a column, by its level on a day. */
export const isOfBody = (unitId: Fragment, { unit, level }: Body, on: PlainDate): Fragment =>
  sql.join(
    [
      sql`true`,
      ...(unit === undefined ? [] : [sql`${unitId} = ${unit}`]),
      ...(level === undefined
        ? []
        : [
            sql`${unitId} in (select v.unit_id from directory.unit_version v where v.tier = ${level} and ${validOn('v', on)})`,
          ]),
    ],
    sql` and `,
  )

/** The index of Decision 766/QĐ-TTg for a period: each indicator that follows from rows, with what it counts and what of it is met. */
export async function serviceIndex(ctx: Context, search: DayPeriod & Body): Promise<IndexFigure[]> {
  const isWhole = search.unit === undefined && search.level === undefined
  const found = new Map<string, Counted>([
    ...(await ofDossiers(ctx, search)),
    ...(await ofPetitions(ctx, search)),
    ...(search.unit === undefined ? await ofProcedures(ctx, search) : []),
    ...(isWhole ? await ofProvince(ctx, search) : []),
  ])
  return indicatorIds.map((id) => ({ id, counted: found.get(id) ?? null }))
}

type Found = readonly (readonly [string, Counted])[]

async function ofDossiers({ tx }: Context, search: DayPeriod & Body): Promise<Found> {
  const counted = await rows(
    tx,
    sql<
      Counted & { indicator: string }
    >`select indicator, sum(met)::int as met, sum(counted)::int as of from reporting.index_day c
      where day between ${search.from} and ${search.to} and ${isOfBody(sql`c.owner_id`, search, search.to)} group by indicator`,
  )
  return counted.map(({ indicator, met, of }) => [indicator, { met, of }])
}

/** Questions and reflections that were answered in the period. */
async function ofPetitions({ tx }: Context, search: DayPeriod & Body): Promise<Found> {
  const { answered, onTime, judged, helpful } = await get(
    tx,
    sql<{ answered: number; onTime: number; judged: number; helpful: number }>`
      select count(*)::int as answered, count(*) filter (where p.answered_at <= p.answer_due)::int as on_time,
        count(p.helpful)::int as judged, count(*) filter (where p.helpful)::int as helpful
      from petitions.petition p where p.kind in ('question', 'reflection') and p.merged_into is null
        and p.answered_at >= ${startOf(search)} and p.answered_at < ${endOf(search)} and ${isOfBody(sql`p.unit_id`, search, search.to)}`,
  )
  return [
    ['5.2', { met: onTime, of: answered }],
    ['5.3', { met: helpful, of: judged }],
  ]
}

/** Procedures in force at the end of the period, by their level of government: online is level 3 and above (Decree 43/2011). */
async function ofProcedures({ tx }: Context, { from, to, level }: DayPeriod & Body): Promise<Found> {
  const { all, online, used } = await get(
    tx,
    sql<{ all: number; online: number; used: number }>`
      select count(*)::int as all, count(*) filter (where is_online)::int as online,
        count(*) filter (where is_online and exists (select from reporting.day_count c
          where c.procedure_code = q.code and c.day between ${from} and ${to} and c.online > 0))::int as used
      from (select p.code, p.is_complete and coalesce((select (l->>'level')::int from jsonb_array_elements(p.online_levels) l
          where coalesce((l->>'from')::date, '-infinity') <= ${to}::date and coalesce((l->>'to')::date, 'infinity') > ${to}::date
          order by coalesce((l->>'from')::date, '-infinity') desc limit 1), 1) >= 3 as is_online
        from services.procedure p where ${validOn('p', to)} ${level === undefined ? sql`` : sql`and p.level = ${level}`}) q`,
  )
  return [
    ['3.1', { met: online, of: all }],
    ['3.2', { met: used, of: online }],
  ]
}

/** What is kept for the province as a whole. */
async function ofProvince(ctx: Context, { from, to }: DayPeriod): Promise<Found> {
  const publicity = await publicityOf(ctx, { from, to })
  const paid = await paidFigures(ctx.tx, { from, to })
  const known = await countKnown(ctx, { from, to })
  const asking = new Set(known.askEnterprise)
  const fromRegister = known.rows.find((row) => row.from === 'business-register')?.procedures ?? []
  return [
    ...publicity.map(({ id, met, of }) => [id, { met, of }] as const),
    ['3.5', { met: paid.proceduresOnline, of: paid.procedures }],
    ['3.6', { met: paid.dossiersOnline, of: paid.dossiers }],
    ['once', { met: fromRegister.filter((code) => asking.has(code)).length, of: asking.size }],
  ]
}
