import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { nameOfUnit } from '#engines/directory/index.ts'
import { isInHall } from './rating.ts'
import { fewestShown, fromYearOf, shownMarks, type Period } from './shown-marks.ts'

interface CountedRow {
  readonly id: string
  readonly name: string
  readonly rated: number
  readonly shown: number
  readonly satisfied: number
  readonly sum: number
  readonly deskRated: number
  readonly deskShown: number
  readonly deskSatisfied: number
}

/**
 * Marks given in a period (days inclusive), by the unit that decided or by procedure: those of citizens themselves, and apart from them
 * those of desks and kiosks. Satisfied is 4 and above, of the tens that are shown.
 */
export async function satisfactionBy(tx: Queries, by: 'unit' | 'procedure', period: Period) {
  const id = by === 'unit' ? sql`d.owner_id::text` : sql`d.procedure_code`
  const name =
    by === 'unit'
      ? nameOfUnit(sql`c.id::uuid`, period.to)
      : sql`(select max(d.procedure_name) from services.dossier d where d.procedure_code = c.id)`
  const marks = sql`select ${id} as id, ${isInHall} as at_desk, r.dossier_id, r.mark, r.rated_at
    from services.rating r join services.dossier d on d.id = r.dossier_id where r.rated_at >= ${fromYearOf(period)}`
  const found = await rows(
    tx,
    sql<CountedRow>`select c.*, ${name} as name from (select s.id,
          count(*) filter (where is_counted and not at_desk)::int as rated,
          count(*) filter (where is_shown and not at_desk)::int as shown,
          count(*) filter (where is_shown and not at_desk and mark >= 4)::int as satisfied,
          coalesce(sum(mark) filter (where is_shown and not at_desk), 0)::int as sum,
          count(*) filter (where is_counted and at_desk)::int as desk_rated,
          count(*) filter (where is_shown and at_desk)::int as desk_shown,
          count(*) filter (where is_shown and at_desk and mark >= 4)::int as desk_satisfied
        from (${shownMarks(marks, period)}) s where is_counted or is_shown group by s.id) c
      order by c.rated desc, name`,
  )
  return {
    fewest: fewestShown,
    rows: found.map(({ sum, shown, satisfied, deskShown, deskSatisfied, ...row }) => ({
      ...row,
      shown,
      satisfied: shown === 0 ? null : satisfied,
      average: shown === 0 ? null : Math.round((sum / shown) * 100) / 100,
      deskShown,
      deskSatisfied: deskShown === 0 ? null : deskSatisfied,
    })),
  }
}
