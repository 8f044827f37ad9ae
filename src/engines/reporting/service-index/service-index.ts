import { get, rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { paidDossiers } from '#engines/services/index.ts'
import { readAs, type DossierIndicatorId } from './dossier-indicators.ts'
import type { DayPeriod } from '../form-six/form-six.ts'
import { countPetitions } from './petitions.ts'
import { countPoints, type IndicatorPoints, type IndexTotal } from './points.ts'
import { countedProcedures } from './procedures.ts'
import { usualReadings, type IndexReadings } from './readings.ts'
import { findScale, type IndexScale } from './scale.ts'
import { indicatorIds, type IndicatorId } from './indicator-words.ts'
import { isOfBody, type Body } from './of-body.ts'
import { countedIn } from '../period/counted-in.ts'

interface Counted {
  readonly met: number
  readonly of: number
}

/** One indicator; where there is nothing to count `counted` is null, and the contract says why. */
export interface IndexFigure {
  readonly id: IndicatorId
  readonly counted: Counted | null
  /** What the share is multiplied by: of 3.3 the share of 1.4. */
  readonly times: number | null
  /** 0 … 1 */
  readonly share: number | null
  readonly points: IndicatorPoints | null
}

export interface ServiceIndex {
  readonly figures: readonly IndexFigure[]
  readonly readings: IndexReadings
  /** The scale that holds at the end of the period; without one there are no points. */
  readonly scale: IndexScale | undefined
  readonly total: IndexTotal | null
}

/** The index of Decision 766/QĐ-TTg for a period: each indicator with what it counts and what of it is met; points where a scale is set. */
export async function serviceIndex(ctx: Context, search: DayPeriod & Body): Promise<ServiceIndex> {
  const scale = await findScale(ctx.tx, search.to)
  const readings = scale?.rules.readings ?? usualReadings
  const found = await countedBy(ctx, search, readings)
  const synchronised = shareOf(found.get('1.4'))
  const shares = new Map(
    indicatorIds.map((id) => {
      const share = shareOf(found.get(id))
      return [id, id !== '3.3' ? share : share === null || synchronised === null ? null : share * synchronised]
    }),
  )
  const points = scale === undefined ? undefined : countPoints(shares, scale.rules)
  return {
    readings,
    scale,
    total: points?.total ?? null,
    figures: indicatorIds.map((id) => ({
      id,
      counted: found.get(id) ?? null,
      times: id === '3.3' ? synchronised : null,
      share: shares.get(id) ?? null,
      points: points?.of.get(id) ?? null,
    })),
  }
}

const shareOf = (counted: Counted | undefined): number | null =>
  counted === undefined || counted.of === 0 ? null : counted.met / counted.of

async function countedBy(ctx: Context, search: DayPeriod & Body, readings: IndexReadings) {
  const procedures = await countedProcedures(ctx, search, readings)
  const ofProcedures = [...procedures].map(
    ([id, all]) => [id, { met: all.filter(({ isMet }) => isMet).length, of: all.length }] as const,
  )
  const found = new Map<IndicatorId, Counted>([...(await ofDossiers(ctx, search, readings)), ...ofProcedures])
  for (const id of ['5.1', '5.2', '5.3'] as const) found.set(id, await countPetitions(ctx, id, search))
  found.set('3.6', await ofPayments(ctx, search))
  const satisfied = found.get('5.4')
  if (readings.complaints === 'taken-off' && satisfied !== undefined) {
    const complaints = await countPetitions(ctx, '5.4', search)
    found.set('5.4', { met: Math.max(0, satisfied.met - complaints.of), of: satisfied.of })
  }
  return found
}

const dossierIds = [
  '1.4',
  '2.1',
  '3.3',
  '4.1',
  '4.2',
  '4.3',
  '4.4',
  '4.5',
  '5.4',
] as const satisfies readonly DossierIndicatorId[]

/** Without a dossier in the period each is counted of none. */
async function ofDossiers({ tx }: Context, search: DayPeriod & Body, readings: IndexReadings) {
  const counted = await rows(
    tx,
    sql<
      Counted & { indicator: string }
    >`select indicator, sum(met)::int as met, sum(counted)::int as of from (${countedIn(search, 'index', sql`owner_id, indicator, met, counted`)}) c
      where ${isOfBody(sql`c.owner_id`, search, search.to)} group by indicator`,
  )
  const found = new Map(counted.map(({ indicator, met, of }) => [indicator, { met, of }]))
  return dossierIds.map((id) => [id, found.get(readAs(id, readings)) ?? { met: 0, of: 0 }] as const)
}

/** Dossiers of which something was paid in the period, and those of them of which it was paid online (3.6). */
const ofPayments = ({ tx }: Context, search: DayPeriod & Body): Promise<Counted> =>
  get(
    tx,
    sql<Counted>`select count(*) filter (where is_online)::int as met, count(*)::int as of
      from ${paidDossiers(search)} paid where ${isOfBody(sql`paid.owner_id`, search, search.to)}`,
  )
