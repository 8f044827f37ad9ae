import { z } from 'zod'
import { declared } from '#values/declared.ts'
import { addDays, civil, holdsOn, PlainDate, type Period } from '#values/plain-date.ts'

/** A clock time of our own, `07:30`; the first minute after midnight is `00:00`. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'not a clock time such as 07:30' })

const Words = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })

const Spans = z
  .array(z.strictObject({ start: ClockTime, end: ClockTime }))
  .min(1)
  .refine((spans) => spans.every((span, i) => span.start < span.end && (spans[i - 1]?.end ?? '') <= span.start), {
    error: 'spans must each end after they start, in order, without overlap',
  })

/** The hours of some weekdays. */
export const WeekHours = z.strictObject({
  /** 1 Monday … 7 Sunday. */
  weekdays: z.array(z.int().min(1).max(7)).min(1),
  spans: Spans,
  /** The counter takes in and hands over, and nobody works on what it took in: no limit counts these hours or days. */
  receptionOnly: z.literal(true).optional(),
})
export type WeekHours = z.output<typeof WeekHours>

const OfficeHours = z.strictObject({
  /** The first date on which these hours hold; absent: always did. */
  from: PlainDate.optional(),
  /** The first date on which they no longer hold; absent: still do. */
  to: PlainDate.optional(),
  ...WeekHours.shape,
})

const DeclaredDay = z
  .strictObject({
    date: PlainDate,
    /** The last date of a run of days of the same kind and name, itself included. */
    through: PlainDate.optional(),
    kind: z.enum(['holiday', 'compensatory', 'swapped-off', 'swapped-work', 'half-day']),
    name: Words,
    /** Of a half day: the morning is worked (also when absent), or with `false` the afternoon. */
    morningOnly: z.boolean().optional(),
    /** `projected`: follows from the law, but the yearly notice is not out; absent: official. */
    status: z.enum(['official', 'projected']).optional(),
    note: z.string().optional(),
  })
  .refine((day) => day.through === undefined || (day.date < day.through && day.through <= addDays(day.date, 30)), {
    path: ['through'],
    error: 'must be later than date, by at most 30 days',
  })
  .refine((day) => day.morningOnly === undefined || day.kind === 'half-day', {
    path: ['morningOnly'],
    error: 'only a half-day has it',
  })

const Calendar = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    /** Days are declared from here up to but not including `to`; outside only weekends are known. Absent: whole years of `days`. */
    covers: z.strictObject({ from: PlainDate, to: PlainDate }).optional(),
    officeHours: z.array(OfficeHours).min(1),
    /** What is received later in the day counts from the next working day, where a limit or step asks for it. */
    cutOff: ClockTime.optional(),
    /** Where another cut-off holds for a time. */
    cutOffs: z
      .array(z.strictObject({ from: PlainDate.optional(), to: PlainDate.optional(), at: ClockTime }))
      .optional(),
    days: z.array(DeclaredDay),
  })
  .superRefine((calendar, check) => {
    calendar.officeHours.forEach((hours, i) => {
      const clash = calendar.officeHours.findIndex(
        (other, j) => j < i && overlaps(hours, other) && hours.weekdays.some((day) => other.weekdays.includes(day)),
      )
      if (clash >= 0)
        check.addIssue({
          code: 'custom',
          path: ['officeHours', i],
          message: `holds at the same time as officeHours ${clash}`,
        })
    })
    const seen = new Map<string, number>()
    calendar.days.forEach((day, i) => {
      const refuse = (message: string) => check.addIssue({ code: 'custom', path: ['days', i, 'date'], message })
      for (const date of datesOf(day)) {
        if (seen.has(date)) refuse(`${date} is already declared by days ${seen.get(date)}`)
        if (calendar.covers && !holdsOn(calendar.covers, date)) refuse(`${date} lies outside covers`)
        seen.set(date, i)
      }
    })
  })

/** One calendar of a system: office hours and cut-off by period, and every day that is not as its weekday says. */
export type Calendar = z.output<typeof Calendar>
export type DeclaredDay = z.output<typeof DeclaredDay>

/** Declares a calendar; throws a `WrongDeclaration` that names the wrong place. The answer equals the literal. */
export const defineCalendar = (declaration: z.input<typeof Calendar>): Calendar =>
  declared(Calendar, declaration, `calendar ${declaration.id}`)

/**
 * How long a dossier or a step may take. Days are whole: half a working day is said as 4 working hours.
 * `within-day`: by the close of the day of reception, or of the next working day if received after the cut-off.
 */
export const TimeLimit = z
  .strictObject({
    amount: z.number().positive().max(10_000),
    unit: z.enum(['working-day', 'working-hour', 'calendar-day', 'within-day']),
  })
  .refine(({ amount, unit }) => isWhole(unit === 'working-hour' ? amount * 60 : amount), {
    path: ['amount'],
    error: 'phải là số ngày nguyên, hoặc số giờ tròn phút · must be whole days, or hours of whole minutes',
  })
  .refine(({ amount, unit }) => unit !== 'within-day' || amount === 1, {
    path: ['amount'],
    error: '“trong ngày” luôn ghi 1 · within-day is always 1',
  })
export type TimeLimit = z.output<typeof TimeLimit>

/** Every date of a declared run, first and last included. */
export function datesOf(day: DeclaredDay): PlainDate[] {
  const dates = [day.date]
  for (let date = day.date; day.through !== undefined && date < day.through;) dates.push((date = addDays(date, 1)))
  return dates
}

/** After what minute of a date received counts from the next working day; undefined if not declared. */
export const cutOffOn = ({ cutOff, cutOffs = [] }: Calendar, date: PlainDate): string | undefined =>
  cutOffs.find((period) => holdsOn(period, date))?.at ?? cutOff

/** The period whose days a calendar declares. */
export function coverOf(calendar: Calendar): Required<Period> {
  const dates = calendar.days.flatMap(datesOf).sort()
  const [first, last] = [dates[0], dates.at(-1)]
  if (calendar.covers || first === undefined || last === undefined)
    return calendar.covers ?? { from: civil('1970-01-01'), to: civil('1970-01-01') }
  return { from: civil(`${first.slice(0, 4)}-01-01`), to: civil(`${Number(last.slice(0, 4)) + 1}-01-01`) }
}

const isWhole = (amount: number): boolean => amount > 0.5 && Math.abs(amount - Math.round(amount)) < 1e-6

const overlaps = (a: Period, b: Period): boolean =>
  (a.from === undefined || b.to === undefined || a.from < b.to) &&
  (b.from === undefined || a.to === undefined || b.from < a.to)
