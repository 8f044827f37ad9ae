import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { nameOfUnit } from '#engines/directory/index.ts'

/** Of fewer marks none is shown, so that nobody learns what one person thought. */
export const fewestShown = 10

interface CountedRow {
  readonly id: string
  readonly name: string
  readonly rated: number
  readonly satisfied: number
  readonly sum: number
  readonly deskRated: number
  readonly deskSatisfied: number
}

/**
 * Marks given in a period (days inclusive), by the unit that decided or by procedure: those of citizens themselves, and apart from them
 * those of desks. Satisfied is 4 and above.
 */
export async function satisfactionBy(
  tx: Queries,
  by: 'unit' | 'procedure',
  period: { readonly from: PlainDate; readonly to: PlainDate },
) {
  const id = by === 'unit' ? sql`d.owner_id` : sql`d.procedure_code`
  const name = by === 'unit' ? nameOfUnit(sql`d.owner_id`, period.to) : sql`max(d.procedure_name)`
  const found = await rows(
    tx,
    sql<CountedRow>`select ${id}::text as id, ${name} as name,
        count(*) filter (where r.channel <> 'desk')::int as rated,
        count(*) filter (where r.channel <> 'desk' and r.mark >= 4)::int as satisfied,
        coalesce(sum(r.mark) filter (where r.channel <> 'desk'), 0)::int as sum,
        count(*) filter (where r.channel = 'desk')::int as desk_rated,
        count(*) filter (where r.channel = 'desk' and r.mark >= 4)::int as desk_satisfied
      from services.rating r join services.dossier d on d.id = r.dossier_id
      where r.rated_at >= (${period.from}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and r.rated_at < (${period.to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
      group by ${id} order by 3 desc, 2`,
  )
  return {
    fewest: fewestShown,
    rows: found.map(({ sum, rated, satisfied, deskRated, deskSatisfied, ...row }) => ({
      ...row,
      rated,
      satisfied: rated < fewestShown ? null : satisfied,
      average: rated < fewestShown ? null : Math.round((sum / rated) * 100) / 100,
      deskRated,
      deskSatisfied: deskRated < fewestShown ? null : deskSatisfied,
    })),
  }
}
