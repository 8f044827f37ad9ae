import { addDays, addMonths, civil, daysBetween, firstOfMonth, type PlainDate } from '#values/plain-date.ts'

const monthOf = (day: PlainDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
const lastOfMonth = (day: PlainDate) => addDays(addMonths(firstOfMonth(day), 1), -1)

/**
 * The period before one, to hold it against: the month, quarter, half-year or year before where it is the beginning or all of one, up to the
 * same day; of other months as many before them; else as many days.
 */
export function periodBefore(from: PlainDate, to: PlainDate): { readonly from: PlainDate; readonly to: PlainDate } {
  if (!from.endsWith('-01')) return { from: addDays(from, daysBetween(to, from) - 1), to: addDays(from, -1) }
  const first = monthOf(from)
  const length = monthOf(to) - first + 1
  const months = [1, 3, 6, 12].find((natural) => natural >= length && first % natural === 0) ?? length
  const end = lastOfMonth(addMonths(firstOfMonth(to), -months))
  if (to === lastOfMonth(to)) return { from: addMonths(from, -months), to: end }
  const sameDay = `${end.slice(0, 8)}${to.slice(8)}`
  return { from: addMonths(from, -months), to: sameDay < end ? civil(sameDay) : end }
}
