import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { nameOfUnit } from '#engines/directory/index.ts'
import { endOf, startOf, type DayPeriod } from '../form-six/form-six.ts'
import { isOfBody, type Body } from '../service-index/of-body.ts'

export type ReuseGroup = 'procedure' | 'unit'

/** Of one procedure or deciding body: dossiers received for which the province had papers already, and those that used some of them again. */
export interface PaperReuseRow {
  readonly id: string
  readonly name: string
  readonly had: number
  readonly reused: number
  /** The papers of these: how many were had, how many used again. */
  readonly papersHad: number
  readonly papersReused: number
}

/** How often what was handed in or issued once was not asked for again, in the period in which it was received. */
export const paperReuse = (
  tx: Queries,
  { by, ...search }: DayPeriod & Body & { readonly by: ReuseGroup },
): Promise<PaperReuseRow[]> => {
  const id = by === 'unit' ? sql`d.owner_id` : sql`d.procedure_code`
  const name = by === 'unit' ? nameOfUnit(sql`d.owner_id`, search.to) : sql`max(d.procedure_name)`
  return rows(
    tx,
    sql<PaperReuseRow>`select ${id}::text as id, ${name} as name, count(*)::int as had, count(*) filter (where u.reused > 0)::int as reused,
        sum(u.offered)::int as papers_had, sum(u.reused)::int as papers_reused
      from services.paper_reuse u join services.dossier d on d.id = u.dossier_id
      where d.received_at >= ${startOf(search)} and d.received_at < ${endOf(search)} and ${isOfBody(sql`d.owner_id`, search, search.to)}
      group by ${id} order by 3 desc, 2`,
  )
}
