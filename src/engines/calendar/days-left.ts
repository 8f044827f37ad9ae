import { dateAt, daysBetween } from '#values/plain-date.ts'
import type { DaysLeft } from './contract.ts'
import type { TimeLimit } from './declare.ts'
import type { WorkingTime } from './working-time.ts'

/**
 * The days after today up to the due day, as a limit in that unit counts them: working days, or days of the calendar. Negative
 * once it is past; 0 on the due day itself, and over days off after it.
 */
export function daysLeft(workingTime: WorkingTime, now: Date, due: Date, unit: TimeLimit['unit']): DaysLeft {
  const [today, day] = [dateAt(now), dateAt(due)]
  return unit === 'calendar-day'
    ? { days: daysBetween(today, day), unit }
    : { days: workingTime.workingDaysBetween(today, day), unit: 'working-day' }
}
