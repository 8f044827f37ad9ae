import { civil, instantOf, type PlainDate } from '#values/plain-date.ts'
import { datesOf, type Calendar } from './declare.ts'
import { tableOfYear, type YearTable } from './year-table.ts'

/** A day of a calendar: its year worked out, and its number in the year from 0. */
export interface DayPlace {
  readonly table: YearTable
  readonly day: number
}

/** What is counted along the line: working days, or office minutes. */
export type Total = (table: YearTable) => number

const dayLength = 86_400_000
/** Midnight in Viet Nam on 1970-01-01; numbers of days count from here, so that no date is written out while counting. */
const origin = instantOf(civil('1970-01-01')).getTime()

/** The years of a calendar, worked out on first use and kept. */
export function timelineOf(calendar: Calendar) {
  const declared = new Map(calendar.days.flatMap((day) => datesOf(day).map((date) => [date, day])))
  const years = new Map<number, YearTable>()

  function tableOf(year: number): YearTable {
    const known = years.get(year)
    if (known) return known
    // The bound also ends a search in a calendar whose office hours have run out.
    if (!(year >= 1900 && year < 2200))
      throw new RangeError(`calendar ${calendar.id}: no working time to count near ${year}`)
    const table = tableOfYear(calendar, declared, year)
    years.set(year, table)
    return table
  }

  function placeOfDate(date: PlainDate): DayPlace {
    const table = tableOf(Number(date.slice(0, 4)))
    return { table, day: Date.parse(date) / dayLength - table.first }
  }

  function placeOfInstant(at: Date): DayPlace & { readonly minute: number } {
    const minutes = Math.floor((at.getTime() - origin) / 60_000)
    const days = Math.floor(minutes / 1440)
    const table = tableOf(new Date(days * dayLength).getUTCFullYear())
    return { table, day: days - table.first, minute: minutes - days * 1440 }
  }

  /** Finds the year that holds a count begun in `start`; counts run from 1 to the total of each year. */
  function settle(start: YearTable, count: number, total: Total): { table: YearTable; count: number } {
    let [table, rest] = [start, count]
    while (rest > total(table)) {
      rest -= total(table)
      table = tableOf(table.year + 1)
    }
    while (rest < 1) {
      table = tableOf(table.year - 1)
      rest += total(table)
    }
    return { table, count: rest }
  }

  /** The total from the start of one year to the start of another; negative if that is earlier. */
  function totalBetween(from: YearTable, to: YearTable, total: Total): number {
    let sum = 0
    for (let year = from.year; year < to.year; year++) sum += total(tableOf(year))
    for (let year = to.year; year < from.year; year++) sum -= total(tableOf(year))
    return sum
  }

  return { declared, placeOfDate, placeOfInstant, settle, totalBetween }
}

/** The instant of a minute of a placed day. */
export const instantAt = ({ table, day }: DayPlace, minute: number): Date =>
  new Date(origin + (table.first + day) * dayLength + minute * 60_000)
