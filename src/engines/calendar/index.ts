import { defineEngine } from '#kernel/operations/engine.ts'
import { addDays, civil, type PlainDate } from '#values/plain-date.ts'
import { amendmentHandlers } from './amend-calendar.ts'
import { calendarContract } from './contract.ts'
import { currentCalendar, workingTimeNow } from './current-calendar.ts'
import { officeHoursHandlers } from './declare-hours.ts'
import { datesOf } from './declare.ts'

export { stopGrounds, type ClockStop, type StopGround } from './clock-stop.ts'
export {
  currentCalendar,
  hoursAt,
  officesNow,
  publishCalendar,
  workingTimeAt,
  workingTimeNow,
} from './current-calendar.ts'
export { daysLeft } from './days-left.ts'
export { deadlineOf, type Deadline } from './deadline.ts'
export { explainDeadline } from './explanation.ts'
export { propose as proposeAmendment } from './amend-calendar.ts'
export { hoursKeeper } from './follow-reorganization.ts'
export { hoursAfter } from './hours-gone-on-with.ts'
export { proposeHours } from './declare-hours.ts'
export type { Offices } from './offices.ts'
export { runningMinutes } from './running-minutes.ts'
export { workingTimeOf, type WorkingTime } from './working-time.ts'

export const createCalendar = () =>
  defineEngine({
    name: 'calendar',
    contract: calendarContract,
    handlers: {
      ...amendmentHandlers,
      ...officeHoursHandlers,

      async listWorkingDays(ctx, { after, count }) {
        const workingTime = await workingTimeNow(ctx.tx)
        return Array.from({ length: count }, (_, at) => workingTime.addWorkingDays(after, at + 1))
      },

      async getYear(ctx, { year }) {
        const { number, publishedAt, calendar, workingTime } = await currentCalendar(ctx.tx)
        const first = civil(`${year}-01-01`)
        const next = civil(`${year + 1}-01-01`)
        const days = calendar.days.flatMap((day) =>
          datesOf(day).map((date) => ({
            date,
            kind: day.kind,
            name: day.name,
            status: day.status ?? 'official',
            note: day.note,
          })),
        )
        return {
          version: number,
          publishedAt,
          workingDays: workingTime.workingDaysBetween(addDays(first, -1), addDays(next, -1)),
          officeHours: calendar.officeHours.map(({ weekdays, spans }) => ({ weekdays, spans })),
          days: days.filter(({ date }) => date >= first && date < next).sort(byDate),
        }
      },
    },
  })

const byDate = (a: { date: PlainDate }, b: { date: PlainDate }) => (a.date < b.date ? -1 : 1)
