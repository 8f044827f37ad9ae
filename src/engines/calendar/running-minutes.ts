import type { ClockStop } from './clock-stop.ts'
import type { WorkingTime } from './working-time.ts'

/** Office minutes from a to b in which no clock stood; 0 if b is earlier. */
export function runningMinutes(
  { workingMinutesBetween }: WorkingTime,
  from: Date,
  to: Date,
  stops: readonly Pick<ClockStop, 'from' | 'to'>[],
): number {
  const stood = stops
    .map((stop) => ({ from: later(stop.from, from), to: stop.to === undefined ? to : earlier(stop.to, to) }))
    .filter((stop) => stop.from < stop.to)
    .reduce((sum, stop) => sum + workingMinutesBetween(stop.from, stop.to), 0)
  return Math.max(0, workingMinutesBetween(from, to) - stood)
}

const later = (a: Date, b: Date): Date => (a > b ? a : b)
const earlier = (a: Date, b: Date): Date => (a < b ? a : b)
