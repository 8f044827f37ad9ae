import { dateAt, instantOf, minutesAt, type PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import type { WorkingTime } from './working-time.ts'

/** Why the time of a dossier does not run, in the words of the calendar strip. */
export const stopGrounds = {
  supplement: { vi: 'chờ người nộp bổ sung', en: 'waiting for the applicant to supplement' },
  'financial-obligation': { vi: 'chờ thực hiện nghĩa vụ tài chính', en: 'waiting for the financial obligation' },
  'applicant-request': { vi: 'dừng theo yêu cầu của người nộp', en: 'stopped at the applicant’s request' },
  suspension: { vi: 'tạm dừng giải quyết', en: 'processing suspended' },
} as const satisfies Record<string, Words>

export type StopGround = keyof typeof stopGrounds

/** An interval that is not counted, from the stop up to the resumption; without `to` the clock still stands. */
export interface ClockStop {
  readonly from: Date
  readonly to?: Date | undefined
  readonly ground: StopGround
}

/** A stop ready for counting: cut to the running period, merged with those it runs into, with the days it touches. */
export interface CountedStop {
  readonly from: Date
  readonly to: Date | undefined
  readonly ground: StopGround
  /** The day on which it begins: it counts, for the office worked on it or could have. */
  readonly firstDay: PlainDate
  /** The last day it touches; absent while it stands. The days after the first, this one included, do not count. */
  readonly lastDay: PlainDate | undefined
}

/** What of a stop counts: office time, or with calendar days all time. */
export type StopMeasure = 'working-time' | 'all-time'

/**
 * Prepares the stops of a period that began at `start`. A stop that touches no counted time is dropped; stops without
 * counted time between them are one stop, so that an office cannot gain or lose a day by how a wait is cut up.
 */
export function countedStops(
  workingTime: WorkingTime,
  start: Date,
  stops: readonly ClockStop[],
  measure: StopMeasure,
): CountedStop[] {
  const isEmpty = (from: Date, to: Date) =>
    measure === 'all-time' ? to <= from : workingTime.workingMinutesBetween(from, to) <= 0
  const merged: { from: Date; to: Date | undefined; ground: StopGround }[] = []
  for (const stop of stops.map((one) => cut(one, start)).sort((a, b) => a.from.getTime() - b.from.getTime())) {
    if (stop.to && isEmpty(stop.from, stop.to)) continue
    const last = merged.at(-1)
    if (last && (!last.to || isEmpty(last.to, stop.from))) last.to = last.to && later(last.to, stop.to)
    else merged.push(stop)
  }
  return merged.map((stop) => ({ ...stop, ...touchedDays(workingTime, stop, measure) }))
}

/** The stops as they were known at an instant: later ones unknown, the one then running without an end. */
export const stopsKnownAt = (stops: readonly ClockStop[], now: Date): ClockStop[] =>
  stops.filter(({ from }) => from <= now).map((stop) => (stop.to && stop.to <= now ? stop : { ...stop, to: undefined }))

function touchedDays(
  workingTime: WorkingTime,
  { from, to }: { from: Date; to: Date | undefined },
  measure: StopMeasure,
) {
  // A stop up to midnight does not touch the day that then begins.
  if (measure === 'all-time') return { firstDay: dateAt(from), lastDay: to && dateAt(new Date(to.getTime() - 60_000)) }
  const firstDay = dateAt(workingTime.openingFrom(from))
  return { firstDay, lastDay: to && lastWorkedDay(workingTime, to) }
}

/** The day of the last office minute before an instant. */
function lastWorkedDay(workingTime: WorkingTime, to: Date): PlainDate {
  const date = dateAt(to)
  const opening = workingTime.spansOn(date)[0]?.start
  return opening !== undefined && opening < minutesAt(to) ? date : workingTime.addWorkingDays(date, -1)
}

const cut = ({ from, to, ground }: ClockStop, start: Date) => ({
  from: wholeMinute(from < start ? start : from),
  to: to && wholeMinute(to),
  ground,
})

const wholeMinute = (at: Date): Date => instantOf(dateAt(at), minutesAt(at))

const later = (a: Date, b: Date | undefined): Date | undefined => (b === undefined || a < b ? b : a)
