import { addDays, dateAt, daysBetween, instantOf, minutesAt, type PlainDate } from '#values/plain-date.ts'
import {
  countedStops,
  stopsKnownAt,
  type ClockStop,
  type CountedStop,
  type StopGround,
  type StopMeasure,
} from './clock-stop.ts'
import type { TimeLimit } from './declare.ts'
import type { WorkingTime } from './working-time.ts'

/** The clock of one dossier or step. */
export interface DeadlineClock {
  /** When it was received. */
  readonly start: Date
  readonly limit: TimeLimit
  readonly stops: readonly ClockStop[]
  /** Received after the cut-off counts from the next working day; a `within-day` limit does so anyhow. */
  readonly observesCutOff?: boolean
}

/** What is left of a limit; hours are given in exact minutes. Below zero: late by so much. */
export interface RemainingTime {
  readonly amount: number
  readonly unit: 'working-day' | 'working-minute' | 'calendar-day'
}

/** When a dossier is due; while a stop stands there is no date, only what remains after the resumption. */
export type Deadline =
  | { readonly at: Date; readonly paused?: undefined }
  | {
      readonly at?: undefined
      readonly paused: { readonly since: Date; readonly ground: StopGround; readonly remaining: RemainingTime }
    }

/**
 * The deadline of a clock, by articles 147–148 of the Civil Code 2015 and the clock-stop rules in this engine's README.
 * Limits in days end with the office hours of their last day. Throws RangeError on an amount that `TimeLimit` refuses.
 */
export function deadlineOf(workingTime: WorkingTime, clock: DeadlineClock): Deadline {
  const begin = beginOf(workingTime, clock)
  const stops = countedStops(workingTime, begin, clock.stops, measureOf(clock.limit))
  const { amount, unit } = clock.limit
  if (unit === 'working-hour') return deadlineInMinutes(workingTime, begin, wholeAmount(amount * 60), stops)
  return deadlineInDays(workingTime, begin, unit === 'within-day' ? 0 : wholeAmount(amount), stops, unit)
}

/** Where counting begins: the reception, moved to the next opening if the counter was closed, or past the cut-off where observed. */
export function beginOf(workingTime: WorkingTime, { start, limit, observesCutOff }: DeadlineClock): Date {
  const begin = workingTime.receptionFrom(start)
  const observed = observesCutOff === true || limit.unit === 'within-day'
  if (!observed) return begin
  const date = dateAt(begin)
  const cutOff = workingTime.cutOffOn(date)
  if (cutOff === undefined || minutesAt(begin) <= cutOff) return begin
  return workingTime.openingFrom(instantOf(workingTime.nextWorkingDay(date)))
}

/** What is left at an instant, knowing only the stops begun by then: days after today up to the due day, or exact minutes. */
export function remainingOf(workingTime: WorkingTime, clock: DeadlineClock, now: Date): RemainingTime {
  const { at, paused } = deadlineOf(workingTime, { ...clock, stops: stopsKnownAt(clock.stops, now) })
  if (paused) return paused.remaining
  const unit = remainingUnit[clock.limit.unit]
  if (unit === 'working-minute') return { amount: workingTime.workingMinutesBetween(now, at), unit }
  const today = dateAt(now)
  return {
    amount: unit === 'working-day' ? workingTime.workingDaysBetween(today, dateAt(at)) : daysBetween(today, dateAt(at)),
    unit,
  }
}

/** How a deadline stands; `due-soon` is today or the next working day. */
export type DeadlineState = 'in-time' | 'due-soon' | 'late' | 'paused'

export function deadlineState(
  workingTime: WorkingTime,
  deadline: { readonly at?: Date | undefined },
  now: Date,
): DeadlineState {
  if (!deadline.at) return 'paused'
  if (deadline.at < now) return 'late'
  return dateAt(deadline.at) <= workingTime.nextWorkingDay(dateAt(now)) ? 'due-soon' : 'in-time'
}

export const remainingUnit = {
  'working-day': 'working-day',
  'within-day': 'working-day',
  'working-hour': 'working-minute',
  'calendar-day': 'calendar-day',
} as const satisfies Record<TimeLimit['unit'], RemainingTime['unit']>

function deadlineInMinutes(
  workingTime: WorkingTime,
  begin: Date,
  minutes: number,
  stops: readonly CountedStop[],
): Deadline {
  let [at, left] = [begin, minutes]
  for (const stop of stops) {
    const worked = workingTime.workingMinutesBetween(at, stop.from)
    if (left <= worked) break
    left -= worked
    if (!stop.to) return pausedBy(stop, { amount: left, unit: 'working-minute' })
    at = stop.to
  }
  return { at: workingTime.addWorkingMinutes(at, left) }
}

/**
 * Counts from stop to stop. `day` is the last day settled and not to be counted, `left` the days still to count after it.
 * A limit never ends inside a stop: one that stands at the close of the last day moves it to the day work resumes.
 */
function deadlineInDays(
  workingTime: WorkingTime,
  begin: Date,
  days: number,
  stops: readonly CountedStop[],
  unit: TimeLimit['unit'],
): Deadline {
  const isCalendar = unit === 'calendar-day'
  const add = isCalendar ? addDays : workingTime.addWorkingDays
  const between = isCalendar ? daysBetween : workingTime.workingDaysBetween
  let [day, left] = [dateAt(begin), days]
  const closing = () => workingTime.closingOf(workingTime.addWorkingDays(add(day, left), 0))
  for (const stop of stops) {
    const due = closing()
    if (due <= stop.from) break
    const isOnLastDay = left === 0 || add(day, left) <= stop.firstDay
    if (isOnLastDay && stop.to && stop.to < due) continue
    left = isOnLastDay ? 0 : left - between(day, stop.firstDay)
    if (!stop.to) return pausedBy(stop, { amount: left, unit: remainingUnit[unit] })
    day = isOnLastDay ? dateAt(workingTime.openingFrom(stop.to)) : (stop.lastDay as PlainDate)
  }
  return { at: closing() }
}

/** Calendar days are stopped by all time, the other units by office time only. */
export const measureOf = (limit: TimeLimit): StopMeasure =>
  limit.unit === 'calendar-day' ? 'all-time' : 'working-time'

const pausedBy = ({ from, ground }: CountedStop, remaining: RemainingTime): Deadline => ({
  paused: { since: from, ground, remaining },
})

function wholeAmount(amount: number): number {
  const whole = Math.round(amount)
  if (!(whole > 0 && Math.abs(amount - whole) < 1e-6)) throw new RangeError(`not a time limit: ${amount}`)
  return whole
}
