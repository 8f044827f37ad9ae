import { sql, type Fragment } from '#kernel/database/query.ts'
import type { DayPeriod } from '../form-six/form-six.ts'
import { wholeMonths, type DayRange } from './whole-months.ts'

const tables = {
  dossiers: { byDay: sql`reporting.day_count`, byMonth: sql`reporting.month_count` },
  index: { byDay: sql`reporting.index_day`, byMonth: sql`reporting.index_month` },
} as const

/** Columns of what was counted in a period: of whole months where it has any as they were summed, of days at its ends. */
export function countedIn(period: DayPeriod, what: keyof typeof tables, columns: Fragment): Fragment {
  const { byDay, byMonth } = tables[what]
  const { months, days } = wholeMonths(period)
  const of = (table: Fragment, column: Fragment, { since, until }: DayRange) =>
    sql`select ${columns} from ${table} where ${column} >= ${since} and ${column} < ${until}`
  return sql.join(
    [
      ...days.map((range) => of(byDay, sql`day`, range)),
      ...(months === undefined ? [] : [of(byMonth, sql`month`, months)]),
    ],
    sql` union all `,
  )
}
