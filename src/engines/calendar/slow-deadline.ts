import { addDays, dateAt, minutesAt, type PlainDate } from '#values/plain-date.ts'
import type { ClockStop } from './clock-stop.ts'
import type { DeadlineClock } from './deadline.ts'
import type { Calendar } from './declare.ts'
import {
  closesAt,
  isAfterCutOff,
  isOfficeMinute,
  isReceptionMinute,
  nextMinute,
  officeMinutesOn,
} from './slow-clock.ts'

// The oracle of deadlines, on the slow clock: only tests import it.

const minute = 60_000

/** Whether some stop stands during the minute that begins at an instant. */
export const isStopped = (list: readonly ClockStop[], at: Date) =>
  list.some(({ from, to }) => from <= at && (!to || at < to))

/** Walks minute by minute to the moment counting begins. */
function slowBegin(calendar: Calendar, { start: received, limit: { unit }, observesCutOff }: DeadlineClock): Date {
  const isTooLate = (at: Date) => (observesCutOff || unit === 'within-day') && isAfterCutOff(calendar, at)
  let [at, waitsForDay] = [received, undefined as PlainDate | undefined]
  for (;;) {
    // What came too late waits for the next working day, whatever is taken in before.
    const isOpen = waitsForDay === undefined ? isReceptionMinute(calendar, at) : isOfficeMinute(calendar, at)
    if (isOpen && dateAt(at) !== waitsForDay) {
      if (waitsForDay !== undefined || !isTooLate(at)) return at
      waitsForDay = dateAt(at)
    }
    at = nextMinute(at)
  }
}

/** The deadline by walking every minute; which days a stop takes is read off the minutes, not off the stops. */
export function slowDeadline(calendar: Calendar, one: DeadlineClock): Date {
  const begin = slowBegin(calendar, one)
  const isAllTime = one.limit.unit === 'calendar-day'
  if (one.limit.unit === 'working-hour') {
    let [at, left] = [begin, Math.round(one.limit.amount * 60)]
    for (; left > 0; at = nextMinute(at)) if (isOfficeMinute(calendar, at) && !isStopped(one.stops, at)) left--
    return at
  }
  const wanted = one.limit.unit === 'within-day' ? 0 : one.limit.amount
  let counted = 0
  let waitBegan: PlainDate | undefined
  for (let at = begin, date = dateAt(begin); ; date = addDays(date, 1)) {
    let isTaken = false
    let wasStoppedLast = false
    for (const isOffice of officeMinutesOn(calendar, date).slice(minutesAt(at))) {
      at = nextMinute(at)
      if (!isAllTime && !isOffice) continue
      const isWaiting = isStopped(one.stops, new Date(at.getTime() - minute))
      if (!isWaiting) waitBegan = undefined
      else waitBegan ??= date
      if (waitBegan !== undefined && waitBegan !== date) isTaken = true
      if (isOffice) wasStoppedLast = isWaiting
    }
    const closing = closesAt(calendar, date)
    if (date !== dateAt(begin) && (isAllTime || closing) && !isTaken) counted++
    if (counted >= wanted && closing && !wasStoppedLast) return closing
  }
}

/** The same while a stop may still stand: undefined where there is no date, for the clock stands before it is due. */
export function slowDate(calendar: Calendar, one: DeadlineClock): Date | undefined {
  const standing = one.stops.filter(({ to }) => to === undefined)
  const since = Math.min(...standing.map(({ from }) => from.getTime()))
  // Had it stood for two weeks: what was due before it began is due all the same.
  const resumed = new Date(since + 14 * 1440 * minute)
  const due = slowDeadline(calendar, { ...one, stops: one.stops.map((stop) => ({ ...stop, to: stop.to ?? resumed })) })
  return due.getTime() <= since ? due : undefined
}
