import { addDays, dateAt, instantOf, type PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { countedStops, stopGrounds, type CountedStop } from './clock-stop.ts'
import { beginOf, deadlineOf, measureOf, type DeadlineClock } from './deadline.ts'
import type { WorkingTime } from './working-time.ts'

/** One day of the calendar strip. */
export interface ExplainedDay {
  readonly date: PlainDate
  /**
   * `received`; `begun`: the later day on which it counts as received; `counted`; `off`: a weekend or holiday;
   * `stopped`: not counted for a stop; `due`: the last day, even if also the first.
   */
  readonly mark: 'received' | 'begun' | 'counted' | 'off' | 'stopped' | 'due'
  /** Which day of the limit it is, from 1; only on days that count, of limits in days. */
  readonly number?: number
  /** Office minutes of the limit used on the day; only of limits in hours. */
  readonly minutes?: number
  /** Why the day is off or stopped, or the name of a declared working day such as a swapped Saturday. */
  readonly name?: Words
  /** No yearly notice has settled the day yet: it is projected, or beyond what the calendar covers. */
  readonly isUncertain?: true
}

/**
 * Every day from the reception to the due day and what it counts for, by the rules of `deadlineOf`. A stopped clock ends
 * with the day it stopped, or with `until`, such as today.
 */
export function explainDeadline(workingTime: WorkingTime, clock: DeadlineClock, until?: PlainDate): ExplainedDay[] {
  const { at, paused } = deadlineOf(workingTime, clock)
  const begin = beginOf(workingTime, clock)
  const stops = countedStops(workingTime, begin, clock.stops, measureOf(clock.limit))
  const received = dateAt(clock.start)
  const last = dateAt(at ?? paused.since)
  const mark =
    clock.limit.unit === 'working-hour'
      ? hourMarker(workingTime, begin, at ?? paused.since, at && last, stops)
      : dayMarker(workingTime, clock.limit, at && last, stops)

  const days: ExplainedDay[] = []
  const shown = paused && until && until > last ? until : last
  for (let date = received; date <= shown; date = addDays(date, 1)) {
    const { name, ...rest } = mark(date, date <= dateAt(begin))
    const first = date === received ? 'received' : date === dateAt(begin) ? 'begun' : undefined
    days.push({
      date,
      ...rest,
      ...(first && rest.mark !== 'due' && { mark: first }),
      ...nameOf(workingTime, date, name),
      ...(isUncertain(workingTime, date) && { isUncertain: true }),
    })
  }
  return days
}

type Mark = Omit<ExplainedDay, 'date' | 'isUncertain'>
type Marker = (date: PlainDate, isBeforeCounting: boolean) => Mark

/** Numbers the days of a limit in days; called for one date after the other. */
function dayMarker(
  workingTime: WorkingTime,
  limit: DeadlineClock['limit'],
  due: PlainDate | undefined,
  stops: readonly CountedStop[],
): Marker {
  const days = limit.unit === 'within-day' ? 0 : limit.amount
  let number = 0
  let isHeld = false
  return (date, isBeforeCounting) => {
    const isOff = !workingTime.isWorkingDay(date)
    if (date === due) return { mark: 'due', ...(number < days && { number: ++number }) }
    if (isBeforeCounting) return { mark: 'off' }
    const stop = stops.find(({ firstDay, lastDay }) => firstDay < date && (!lastDay || date <= lastDay))
    if (isOff && (limit.unit !== 'calendar-day' || ((number === days || isHeld) && !stop))) return { mark: 'off' }
    // A limit cannot end inside a stop: the last number waits for the day work resumes.
    const held = number >= days - 1 && !isOff ? stopAtClose(workingTime, date, stops) : undefined
    isHeld ||= held !== undefined
    if (stop || held) return { mark: 'stopped', name: stopGrounds[(stop ?? held)!.ground] }
    return { mark: 'counted', number: ++number }
  }
}

const stopAtClose = (
  workingTime: WorkingTime,
  date: PlainDate,
  stops: readonly CountedStop[],
): CountedStop | undefined =>
  stops.find(({ from, to }) => from < workingTime.closingOf(date) && (!to || workingTime.closingOf(date) <= to))

/** Gives the minutes used on each day of a limit in hours. */
function hourMarker(
  workingTime: WorkingTime,
  begin: Date,
  end: Date,
  due: PlainDate | undefined,
  stops: readonly CountedStop[],
): Marker {
  return (date, isBeforeCounting) => {
    const [dayStart, dayEnd] = [instantOf(date), instantOf(addDays(date, 1))]
    const within = (from: Date, to: Date) => {
      const [a, b] = [latest(from, dayStart, begin), earliest(to, dayEnd, end)]
      return a < b ? workingTime.workingMinutesBetween(a, b) : 0
    }
    const minutes = stops.reduce((sum, { from, to }) => sum - within(from, to ?? end), within(begin, end))
    const stop = stops.find(({ from, to }) => from < dayEnd && (!to || dayStart < to))
    if (date === due) return { mark: 'due', minutes }
    if (!workingTime.isWorkingDay(date)) return { mark: 'off' }
    if (minutes > 0 || isBeforeCounting || !stop) return { mark: 'counted', minutes }
    return { mark: 'stopped', minutes, name: stopGrounds[stop.ground] }
  }
}

const weekend: Words = { vi: 'nghỉ cuối tuần', en: 'weekend' }

function nameOf(workingTime: WorkingTime, date: PlainDate, stopName: Words | undefined): { name?: Words } {
  const name = stopName ?? workingTime.declaredDay(date)?.name ?? (workingTime.isWorkingDay(date) ? undefined : weekend)
  return name ? { name } : {}
}

const isUncertain = (workingTime: WorkingTime, date: PlainDate): boolean =>
  !workingTime.isCovered(date) || workingTime.declaredDay(date)?.status === 'projected'

const latest = (...dates: Date[]): Date => new Date(Math.max(...dates.map(Number)))
const earliest = (...dates: Date[]): Date => new Date(Math.min(...dates.map(Number)))
