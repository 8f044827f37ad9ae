import { rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { InstantAndId, readCursor, toPage } from '#values/page.ts'
import { dossierAccess, maySee } from '#engines/services/index.ts'
import { dossierIndicators, type DossierIndicatorId } from './dossier-indicators.ts'
import { endOf, startOf, type DayPeriod } from './form-six.ts'
import type { FormSixDossier } from './form-six-dossiers.ts'
import { isOfBody, type Body } from './service-index.ts'

export interface IndexDossierSearch extends DayPeriod, Body {
  readonly indicator: DossierIndicatorId
  /** Those that meet it, or those that do not. */
  readonly which: 'met' | 'missed'
  readonly after?: string | undefined
  readonly limit: number
}

/** The dossiers behind an indicator, as far as the reader may see them: the same predicate as everywhere. */
export async function indexDossiers(ctx: Context, search: IndexDossierSearch) {
  const { at, counts, met } = dossierIndicators[search.indicator]
  const cursor = search.after === undefined ? undefined : readCursor(InstantAndId, search.after)
  const conditions: Fragment[] = [
    sql`d.received_at is not null and ${at} >= ${startOf(search)} and ${at} < ${endOf(search)}`,
    counts,
    search.which === 'met' ? met : sql`not ${met}`,
    isOfBody(sql`d.owner_id`, search, search.to),
    maySee(dossierAccess(ctx)),
    ...(cursor === undefined ? [] : [sql`(${at}, d.id) > (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`]),
  ]
  const found = await rows(
    ctx.tx,
    sql<
      FormSixDossier & { at: Date }
    >`select d.id, d.code, d.procedure_name, d.received_at, d.deadline, d.finished_at, ${at} as at
      from services.dossier d where ${sql.join(conditions, sql` and `)} order by ${at}, d.id limit ${search.limit + 1}`,
  )
  return toPage(found, search.limit, (row) => [row.at.toISOString(), row.id])
}
