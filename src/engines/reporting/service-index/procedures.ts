import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { say } from '#values/words.ts'
import { validOn } from '#engines/directory/index.ts'
import { chargingProcedures, countKnown, paidProcedures, publicityOf } from '#engines/services/index.ts'
import type { DayPeriod } from '../form-six/form-six.ts'
import { countedIn } from '../period/counted-in.ts'
import type { IndexReadings } from './readings.ts'
import type { Body } from './of-body.ts'

/** Those that are counted of procedures; of a body they are not told. */
export const procedureIndicators = ['1.1', '1.2', '1.3', '3.1', '3.2', '3.5', 'once'] as const
export type ProcedureIndicatorId = (typeof procedureIndicators)[number]

/** One procedure as an indicator counts it. */
export interface IndexProcedure {
  readonly code: string
  readonly name: string
  readonly isMet: boolean
  /** By what it was judged, where its name does not say it. */
  readonly says: string | null
}

export type CountedProcedures = ReadonlyMap<ProcedureIndicatorId, readonly IndexProcedure[]>

interface InForce {
  readonly code: string
  readonly name: string
  readonly onlineLevel: number
  readonly isUsed: boolean
}

/** Each indicator of procedures with every procedure that it counts; those kept for the province as a whole only without a level. */
export async function countedProcedures(
  ctx: Context,
  search: DayPeriod & Body,
  readings: IndexReadings,
): Promise<CountedProcedures> {
  if (search.unit !== undefined) return new Map()
  const inForce = await proceduresInForce(ctx, search)
  const online = inForce.filter(({ onlineLevel }) => onlineLevel >= 3)
  return new Map([
    ...(search.level === undefined ? await ofProvince(ctx, search, inForce) : []),
    ['3.1', inForce.map((one) => judged(one, one.onlineLevel >= 3))] as const,
    ['3.2', online.map((one) => judged(one, one.isUsed))] as const,
    ...(await payable(ctx, search, readings, inForce)),
  ])
}

const judged = ({ code, name }: InForce, isMet: boolean, says: string | null = null): IndexProcedure => ({
  code,
  name,
  isMet,
  says,
})

/** In force at the end of the period, by their level of government, with the level of Decree 43/2011 at which they are online; 1 where they are not. */
const proceduresInForce = ({ tx }: Context, { from, to, level }: DayPeriod & Body): Promise<InForce[]> =>
  rows(
    tx,
    sql<InForce>`select p.code, p.name, case when p.is_complete then coalesce((select (l->>'level')::int
          from jsonb_array_elements(p.online_levels) l
          where coalesce((l->>'from')::date, '-infinity') <= ${to}::date and coalesce((l->>'to')::date, 'infinity') > ${to}::date
          order by coalesce((l->>'from')::date, '-infinity') desc limit 1), 1) else 1 end as online_level,
        p.code in (select c.procedure_code from (${countedIn({ from, to }, 'dossiers', sql`procedure_code, online`)}) c where c.online > 0) as is_used
      from services.procedure p
      where ${validOn('p', to)} ${level === undefined ? sql`` : sql`and p.level = ${level}`} order by p.code`,
  )

async function payable(ctx: Context, search: DayPeriod & Body, { payable: of }: IndexReadings, inForce: InForce[]) {
  if (of === 'charging') {
    const charging = await chargingProcedures(ctx.tx, search.to)
    const counted = inForce.filter(({ code }) => charging.has(code))
    return [['3.5', counted.map((one) => judged(one, one.onlineLevel >= 4))]] as const
  }
  if (search.level !== undefined) return []
  const paid = await paidProcedures(ctx.tx, search)
  return [['3.5', paid.map(({ code, name, isOnline }) => ({ code, name, isMet: isOnline, says: null }))]] as const
}

async function ofProvince(ctx: Context, period: DayPeriod, inForce: readonly InForce[]) {
  const publicity = await publicityOf(ctx, period)
  const known = await countKnown(ctx, period)
  const taken = new Set(known.rows.find((row) => row.from === 'business-register')?.procedures)
  const names = new Map(inForce.map(({ code, name }) => [code, name]))
  return [
    ...publicity.map(
      ({ id, rows: all }) =>
        [id, all.map(({ code, name, isMet, says }) => ({ code, name, isMet, says: say(says, ctx.language) }))] as const,
    ),
    [
      'once',
      known.askEnterprise.map((code) => ({
        code,
        name: names.get(code) ?? code,
        isMet: taken.has(code),
        says: null,
      })),
    ] as const,
  ]
}
