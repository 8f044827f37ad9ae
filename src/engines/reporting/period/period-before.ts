import { addDays, civil, daysBetween, type PlainDate } from '#values/plain-date.ts'

const monthOf = (day: PlainDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
const firstOf = (month: number) => civil(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`)
const lastOf = (month: number) => addDays(firstOf(month + 1), -1)

/**
 * The period before one, to hold it against: the month, quarter, half-year or year before where it is the beginning or all of one, up to the
 * same day; of other months as many before them; else as many days.
 */
export function periodBefore(from: PlainDate, to: PlainDate): { readonly from: PlainDate; readonly to: PlainDate } {
  if (!from.endsWith('-01')) return { from: addDays(from, daysBetween(to, from) - 1), to: addDays(from, -1) }
  const last = monthOf(to)
  const first = monthOf(from)
  const length = last - first + 1
  const months = [1, 3, 6, 12].find((natural) => natural >= length && first % natural === 0) ?? length
  const end = lastOf(last - months)
  if (to === lastOf(last)) return { from: firstOf(first - months), to: end }
  const sameDay = `${end.slice(0, 8)}${to.slice(8)}`
  return { from: firstOf(first - months), to: sameDay < end ? civil(sameDay) : end }
}
