import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { PlainDate } from '#values/plain-date.ts'
import { amendmentContract } from './amendment-contract.ts'
import { officeHoursContract } from './office-hours-contract.ts'

export { AmendmentInput, amendmentProblems } from './amendment-contract.ts'
export { HoursInput, officeHoursProblems } from './office-hours-contract.ts'
export { dayName, sayWeek, weekInWords } from './say-week.ts'

const Words = z.object({ vi: z.string(), en: z.string() })

/** How many days are left until something is due, and what kind of days they are; see `daysLeft`. */
export const DaysLeft = z.object({ days: z.number(), unit: z.enum(['working-day', 'calendar-day']) })
export type DaysLeft = z.output<typeof DaysLeft>

/** Calendars are declared for these years; nothing counts beyond. */
const year = { first: 2000, last: 2100 } as const

const CountedDay = PlainDate.refine(
  (day) => Number(day.slice(0, 4)) >= year.first && Number(day.slice(0, 4)) <= year.last,
  {
    error: 'Lịch không có năm này · The calendar has no such year',
  },
)

export const calendarContract = {
  ...amendmentContract,
  ...officeHoursContract,

  getYear: operation(
    {
      title: { vi: 'Lịch làm việc của một năm', en: 'Working calendar of a year' },
      kind: 'read',
      permission: 'anyone',
    },
    { method: 'GET', path: '/calendar/{year}' },
  )
    .input(z.strictObject({ year: z.coerce.number().int().min(year.first).max(year.last) }))
    .output(
      z.object({
        version: z.number(),
        publishedAt: z.date(),
        workingDays: z.number(),
        officeHours: z.array(
          z.object({ weekdays: z.array(z.number()), spans: z.array(z.object({ start: z.string(), end: z.string() })) }),
        ),
        days: z.array(
          z.object({ date: PlainDate, kind: z.string(), name: Words, status: z.string(), note: z.string().optional() }),
        ),
      }),
    ),

  listWorkingDays: operation(
    {
      title: { vi: 'Các ngày làm việc sau một ngày', en: 'The working days after a day' },
      kind: 'read',
      permission: 'anyone',
    },
    { method: 'GET', path: '/calendar/working-days/{after}' },
  )
    .input(z.strictObject({ after: CountedDay, count: z.coerce.number().int().min(1).max(120).default(60) }))
    .output(z.array(PlainDate)),
}
