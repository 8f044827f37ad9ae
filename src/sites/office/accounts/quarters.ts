import { addDays, civil, type PlainDate } from '#values/plain-date.ts'

export interface Period {
  readonly from: PlainDate
  readonly to: PlainDate
}

export interface Quarter extends Period {
  readonly quarter: number
  readonly year: number
}

/** The quarter of the year in which a day lies, whole. */
export function quarterOf(day: PlainDate): Quarter {
  const [year, month] = day.split('-').map(Number) as [number, number]
  const quarter = Math.ceil(month / 3)
  const first = (of: number) =>
    civil(`${of > 4 ? year + 1 : year}-${String(((of - 1) % 4) * 3 + 1).padStart(2, '0')}-01`)
  return { quarter, year, from: first(quarter), to: addDays(first(quarter + 1), -1) }
}

/** The last four quarters, that of today first. */
export function quartersUpTo(today: PlainDate): Quarter[] {
  const found = [quarterOf(today)]
  while (found.length < 4) found.push(quarterOf(addDays((found.at(-1) as Quarter).from, -1)))
  return found
}
