import { say, type Language, type Words } from '#values/words.ts'
import type { WeekHours } from './declare.ts'

const dayNames: readonly Words[] = [
  { vi: 'Thứ Hai', en: 'Monday' },
  { vi: 'Thứ Ba', en: 'Tuesday' },
  { vi: 'Thứ Tư', en: 'Wednesday' },
  { vi: 'Thứ Năm', en: 'Thursday' },
  { vi: 'Thứ Sáu', en: 'Friday' },
  { vi: 'Thứ Bảy', en: 'Saturday' },
  { vi: 'Chủ nhật', en: 'Sunday' },
]

const to = { vi: ' đến ', en: ' to ' }
const receptionOnly = { vi: 'chỉ tiếp nhận và trả kết quả', en: 'only to take in and hand over' }

/** Office hours a line for each run of weekdays: `Thứ Hai đến thứ Sáu`, `07:30–11:30, 13:00–17:00`. */
export const sayWeek = (week: readonly WeekHours[], language: Language) =>
  week.map((hours) => ({
    days: runsOf(hours.weekdays)
      .map(([first, last]) => {
        const [from, until] = [dayName(first, language), dayName(last, language)]
        return first === last ? from : `${from}${say(to, language)}${language === 'vi' ? inside(until) : until}`
      })
      .join(', '),
    hours: hours.spans.map(({ start, end }) => `${start}–${end}`).join(', '),
    note: hours.receptionOnly ? say(receptionOnly, language) : undefined,
  }))

/** Office hours in one sentence. */
export const weekInWords = (week: readonly WeekHours[], language: Language): string =>
  sayWeek(week, language)
    .map(({ days, hours, note }) => `${days}: ${hours}${note === undefined ? '' : ` (${note})`}`)
    .join('; ')

/** What a weekday is called; 1 is Monday. */
export const dayName = (weekday: number, language: Language): string => say(dayNames[weekday - 1]!, language)

/** Within a phrase the name of a day begins small, but for `Chủ nhật`. */
const inside = (name: string): string => name.replace(/^Thứ/, 'thứ')

/** Weekdays in a row as their first and last. */
function runsOf(weekdays: readonly number[]): [number, number][] {
  const runs: [number, number][] = []
  for (const day of weekdays.toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] === day - 1) last[1] = day
    else runs.push([day, day])
  }
  return runs
}
