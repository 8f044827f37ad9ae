import { holdsOn, type PlainDate } from '#values/plain-date.ts'
import { coverOf, cutOffOn, type Calendar, type DeclaredDay } from './declare.ts'
import { instantAt, timelineOf, type DayPlace, type Total } from './timeline.ts'
import { minutesOf, noon, type Span } from './year-table.ts'

/** Counts working days and office minutes of one calendar. Instants are read to the whole minute, as the receipt slip prints them. */
export interface WorkingTime {
  /** What is received after this minute of the date may count from the next working day; undefined if not declared. */
  readonly cutOffOn: (date: PlainDate) => number | undefined
  /** The minutes of a day, in order, at which office hours or a cut-off may turn; what is received between two of them counts from one day. */
  readonly turns: readonly number[]
  /** The declaration of a day that is not as its weekday says. */
  readonly declaredDay: (date: PlainDate) => DeclaredDay | undefined
  /** Whether holidays are known on the date; elsewhere only weekends are. */
  readonly isCovered: (date: PlainDate) => boolean
  readonly isWorkingDay: (date: PlainDate) => boolean
  /** Office hours on the date, in minutes after midnight; empty on a day off. */
  readonly spansOn: (date: PlainDate) => readonly Span[]
  /** The nth working day after the date, which is not counted (before it if negative); with 0 the date itself, or the next if it is off. */
  readonly addWorkingDays: (date: PlainDate, n: number) => PlainDate
  /** The first working day after the date. */
  readonly nextWorkingDay: (date: PlainDate) => PlainDate
  /** Working days after `from` up to `to` inclusive; negative if `to` is earlier. */
  readonly workingDaysBetween: (from: PlainDate, to: PlainDate) => number
  /** The end of office hours on a working day; throws a RangeError on a day off. */
  readonly closingOf: (date: PlainDate) => Date
  /** The instant itself in office hours, else the next opening. */
  readonly openingFrom: (at: Date) => Date
  /** The instant itself while the counter takes in, else when it next does: in office hours, or in those for reception alone. */
  readonly receptionFrom: (at: Date) => Date
  /** Office minutes from a to b; negative if b is earlier. */
  readonly workingMinutesBetween: (a: Date, b: Date) => number
  /** The earliest instant by which so many office minutes (a whole number, at least 0) have passed. */
  readonly addWorkingMinutes: (at: Date, minutes: number) => Date
}

/** Makes the counter of a calendar; keep it, for it keeps the years it has worked out. Throws RangeError outside 1900–2199. */
export function workingTimeOf(calendar: Calendar): WorkingTime {
  const takesInBeside = calendar.officeHours.some(({ receptionOnly }) => receptionOnly)
  const { declared, placeOfDate, placeOfInstant, settle, totalBetween } = timelineOf(calendar)
  const cover = coverOf(calendar)

  const spansOn = (date: PlainDate) => spansAt(placeOfDate(date))
  const isWorkingDay = (date: PlainDate) => spansOn(date).length > 0

  /** The nth working day after a place, or before it; from a day off, 0 is the next one. */
  function moveWorkingDays({ table, day }: DayPlace, n: number): DayPlace {
    const count = n > 0 ? table.daysBefore[day + 1]! + n : table.daysBefore[day]! + n + 1
    const found = settle(table, count, totalDays)
    return { table: found.table, day: found.table.workingDays[found.count - 1]! }
  }

  function addWorkingDays(date: PlainDate, n: number): PlainDate {
    if (!Number.isInteger(n)) throw new RangeError(`not a whole number of days: ${n}`)
    const from = placeOfDate(date)
    if (n === 0 && spansAt(from).length > 0) return date
    const { table, day } = moveWorkingDays(from, n)
    return table.dates[day]!
  }

  function workingDaysBetween(from: PlainDate, to: PlainDate): number {
    const [a, b] = [placeOfDate(from), placeOfDate(to)]
    return b.table.daysBefore[b.day + 1]! - a.table.daysBefore[a.day + 1]! + totalBetween(a.table, b.table, totalDays)
  }

  function closingOf(date: PlainDate): Date {
    const place = placeOfDate(date)
    const last = spansAt(place).at(-1)
    if (!last) throw new RangeError(`${date} is a day off`)
    return instantAt(place, last.end)
  }

  function openingFrom(at: Date): Date {
    const place = placeOfInstant(at)
    const span = spansAt(place).find(({ end }) => place.minute < end)
    if (span) return instantAt(place, Math.max(place.minute, span.start))
    const next = moveWorkingDays(place, 1)
    return instantAt(next, spansAt(next)[0]!.start)
  }

  function receptionFrom(at: Date): Date {
    const opening = openingFrom(at)
    if (!takesInBeside) return opening
    for (let place = placeOfInstant(at); instantAt(place, place.minute) < opening; place = nextMidnight(place)) {
      const span = place.table.receptionOnly[place.day]!.find(({ end }) => place.minute < end)
      if (span) return earlier(opening, instantAt(place, Math.max(place.minute, span.start)))
    }
    return opening
  }

  const nextMidnight = (place: DayPlace) => placeOfInstant(instantAt(place, 24 * 60))

  function workingMinutesBetween(a: Date, b: Date): number {
    const [from, to] = [placeOfInstant(a), placeOfInstant(b)]
    return (
      minutesBefore(to, to.minute) - minutesBefore(from, from.minute) + totalBetween(from.table, to.table, totalMinutes)
    )
  }

  function addWorkingMinutes(at: Date, minutes: number): Date {
    if (!Number.isInteger(minutes) || minutes < 0)
      throw new RangeError(`not a whole number of minutes from 0 on: ${minutes}`)
    const from = placeOfInstant(at)
    if (minutes === 0) return instantAt(from, from.minute)
    const { table, count } = settle(from.table, minutesBefore(from, from.minute) + minutes, totalMinutes)
    const day = lastBelow(table.minutesBefore, count)
    return instantAt({ table, day }, minuteAfter(table.spans[day]!, count - table.minutesBefore[day]!))
  }

  function cutOffMinute(date: PlainDate): number | undefined {
    const cutOff = cutOffOn(calendar, date)
    return cutOff === undefined ? undefined : minutesOf(cutOff)
  }

  return {
    cutOffOn: cutOffMinute,
    turns: turnsOf(calendar),
    declaredDay: (date) => declared.get(date),
    isCovered: (date) => holdsOn(cover, date),
    isWorkingDay,
    spansOn,
    addWorkingDays,
    nextWorkingDay: (date) => addWorkingDays(date, 1),
    workingDaysBetween,
    closingOf,
    openingFrom,
    receptionFrom,
    workingMinutesBetween,
    addWorkingMinutes,
  }
}

/** The ends of spans, the noon of half days, and the first minute after each cut-off. */
const turnsOf = ({ officeHours, cutOff, cutOffs = [] }: Calendar): number[] => {
  const ends = officeHours.flatMap(({ spans }) => spans.flatMap(({ start, end }) => [minutesOf(start), minutesOf(end)]))
  const late = [...cutOffs.map(({ at }) => at), ...(cutOff === undefined ? [] : [cutOff])].map(
    (at) => minutesOf(at) + 1,
  )
  return [...new Set([...ends, noon, ...late])].sort((a, b) => a - b)
}

const totalDays: Total = (table) => table.workingDays.length
const totalMinutes: Total = (table) => table.minutesBefore.at(-1)!

const earlier = (a: Date, b: Date): Date => (b < a ? b : a)

const spansAt = ({ table, day }: DayPlace): readonly Span[] => table.spans[day]!

/** Office minutes from the start of the year to a minute of a day. */
function minutesBefore({ table, day }: DayPlace, minute: number): number {
  let sum = table.minutesBefore[day]!
  for (const { start, end } of table.spans[day]!) sum += Math.max(0, Math.min(minute, end) - start)
  return sum
}

/** The minute of the day by which so many minutes of its spans have passed. */
function minuteAfter(spans: readonly Span[], minutes: number): number {
  let rest = minutes
  for (const { start, end } of spans) {
    if (rest <= end - start) return start + rest
    rest -= end - start
  }
  throw new RangeError(`the day has no ${minutes} minutes`)
}

/** The last index whose value is below the bound, in a list that never falls. */
function lastBelow(list: Uint32Array, bound: number): number {
  let [low, high] = [0, list.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (list[middle]! < bound) low = middle
    else high = middle - 1
  }
  return low
}
