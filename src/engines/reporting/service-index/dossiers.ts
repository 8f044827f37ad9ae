import { rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { InstantAndId, readCursor, toPage } from '#values/page.ts'
import { dossierAccess, maySee, paidDossiers } from '#engines/services/index.ts'
import { dossierIndicators, readAs, type DossierIndicatorId } from './dossier-indicators.ts'
import { endOf, startOf, type DayPeriod } from '../form-six/form-six.ts'
import type { FormSixDossier } from '../form-six/dossiers.ts'
import { usualReadings } from './readings.ts'
import { findScale } from './scale.ts'
import { isOfBody, type Body } from './of-body.ts'

export interface IndexDossierSearch extends DayPeriod, Body {
  readonly indicator: DossierIndicatorId | '3.6'
  readonly procedure?: string | undefined
  /** Those that meet it, or those that do not. */
  readonly which: 'met' | 'missed'
  readonly after?: string | undefined
  readonly limit: number
}

/** The dossiers behind an indicator, as far as the reader may see them: the same predicate as everywhere. */
export async function indexDossiers(ctx: Context, search: IndexDossierSearch) {
  const { from, at, met } = search.indicator === '3.6' ? paidIn(search) : await countedAs(ctx, search.indicator, search)
  const cursor = search.after === undefined ? undefined : readCursor(InstantAndId, search.after)
  const conditions: Fragment[] = [
    search.which === 'met' ? met : sql`(${met}) is not true`,
    isOfBody(sql`d.owner_id`, search, search.to),
    ...(search.procedure === undefined ? [] : [sql`d.procedure_code = ${search.procedure}`]),
    maySee(dossierAccess(ctx)),
    ...(cursor === undefined ? [] : [sql`(${at}, d.id) > (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`]),
  ]
  const found = await rows(
    ctx.tx,
    sql<
      FormSixDossier & { at: Date }
    >`select d.id, d.code, d.procedure_name, d.received_at, d.deadline, d.finished_at, ${at} as at
      from ${from} and ${sql.join(conditions, sql` and `)} order by ${at}, d.id limit ${search.limit + 1}`,
  )
  return toPage(found, search.limit, (row) => [row.at.toISOString(), row.id])
}

interface Asked {
  /** Up to the conditions. */
  readonly from: Fragment
  readonly at: Fragment
  readonly met: Fragment
}

async function countedAs(ctx: Context, id: DossierIndicatorId, period: DayPeriod): Promise<Asked> {
  const readings = (await findScale(ctx.tx, period.to))?.rules.readings ?? usualReadings
  const { on, counts, met } = dossierIndicators[readAs(id, readings)]
  const at = sql`d.${sql.ref(on)}`
  return {
    from: sql`services.dossier d where d.received_at is not null and ${at} >= ${startOf(period)} and ${at} < ${endOf(period)} and ${counts}`,
    at,
    met,
  }
}

/** By the moment at which they were sent: every dossier has that. */
const paidIn = (period: DayPeriod): Asked => ({
  from: sql`${paidDossiers(period)} paid join services.dossier d on d.id = paid.id where true`,
  at: sql`d.filed_at`,
  met: sql`paid.is_online`,
})
