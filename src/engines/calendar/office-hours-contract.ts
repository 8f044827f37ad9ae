import { z } from 'zod'
import type { ProblemKind } from '#values/errors.ts'
import { operation } from '#values/operation.ts'
import { PlainDate } from '#values/plain-date.ts'
import { optional } from './amendment-contract.ts'
import { ClockTime, WeekHours } from './declare.ts'

export const officeHoursProblems = {
  hoursNotAhead: {
    status: 422,
    message: {
      vi: 'Giờ làm việc mới phải có hiệu lực từ một ngày sau hôm nay: hạn đã tính theo giờ đang dùng.',
      en: 'New office hours must hold from a day after today: deadlines were counted by those of now.',
    },
  },
  hoursDeclared: {
    status: 409,
    message: {
      vi: 'Đơn vị này đã khai giờ làm việc từ ngày đó theo một văn bản khác. Hủy lần khai đó trước.',
      en: 'Office hours of this unit from that day are already declared by another document. Take that back first.',
    },
  },
  hoursUnchanged: {
    status: 422,
    message: {
      vi: 'Từ ngày đó đơn vị này vốn làm việc theo đúng giờ như vậy.',
      en: 'From that day this unit works these very hours anyway.',
    },
  },
  hoursOfPlan: {
    status: 409,
    message: {
      vi: 'Giờ làm việc này theo phương án sắp xếp tổ chức: đổi trong phương án, hoặc khai giờ mới từ một ngày khác.',
      en: 'These office hours go by a reorganisation: change its plan, or declare others from another day.',
    },
  },
  hoursBegun: {
    status: 409,
    message: {
      vi: 'Giờ làm việc này đã có hiệu lực: hạn đã tính theo nó. Muốn đổi, khai giờ mới từ một ngày sắp tới.',
      en: 'These office hours have begun: deadlines were counted by them. To change them, declare others from a coming day.',
    },
  },
} as const satisfies Record<string, ProblemKind>

const time = optional(ClockTime)

/** The hours of one day, `07:30-11:30 13:00-17:00`, or `closed`. */
const hoursOfDay = optional(
  z.string().regex(/^(closed|[\d:]*-[\d:]*( [\d:]*-[\d:]*)*)$/, {
    error: 'Giờ của một ngày viết như 07:30-11:30 13:00-17:00 · Write hours like 07:30-11:30 13:00-17:00',
  }),
)

const hoursShape = {
  unitId: z.uuid(),
  from: PlainDate,
  /** `above`: from then on again the hours of the body above. */
  kind: z.enum(['above', 'own']),
  /** Of each day from Monday to Friday that has no hours unlike the others; without a start the unit is closed then. */
  morningStart: time,
  morningEnd: time,
  afternoonStart: time,
  afternoonEnd: time,
  monday: hoursOfDay,
  tuesday: hoursOfDay,
  wednesday: hoursOfDay,
  thursday: hoursOfDay,
  friday: hoursOfDay,
  /** `reception`: the counter takes in and hands over, and no limit counts the day. */
  saturday: z.enum(['off', 'reception', 'worked']).default('off'),
  saturdayStart: time,
  saturdayEnd: time,
  /** What is received later in the day counts from the next working day, where a limit asks for it; absent: that of the body above. */
  cutOff: time,
  document: z.string().trim().min(3).max(60),
}

type Typed = z.output<z.ZodObject<typeof hoursShape>>

type Spans = WeekHours['spans']

const spanOf = (start: string | undefined, end: string | undefined): Spans =>
  start === undefined && end === undefined ? [] : [{ start: start ?? '', end: end ?? '' }]

const spansIn = (day: string): Spans =>
  day === 'closed' ? [] : day.split(' ').flatMap((span) => spanOf(...(span.split('-') as [string, string])))

/** What was typed as the hours of weekdays, those of most days first; null: those of the body above. */
export function weekOf(typed: Omit<Typed, 'document'>): WeekHours[] | null {
  if (typed.kind === 'above') return null
  const usual = [...spanOf(typed.morningStart, typed.morningEnd), ...spanOf(typed.afternoonStart, typed.afternoonEnd)]
  const days = [typed.monday, typed.tuesday, typed.wednesday, typed.thursday, typed.friday].map((day, at) => ({
    weekday: at + 1,
    spans: day === undefined ? usual : spansIn(day),
  }))
  const alike = [...Map.groupBy(days, ({ spans }) => JSON.stringify(spans)).values()]
  const week = alike
    .toSorted((a, b) => b.length - a.length)
    .map((same) => ({ weekdays: same.map(({ weekday }) => weekday), spans: same[0]!.spans }))
    .filter(({ spans }) => spans.length > 0)
  if (typed.saturday === 'off') return week
  const saturday = { weekdays: [6], spans: spanOf(typed.saturdayStart, typed.saturdayEnd) }
  return [...week, typed.saturday === 'worked' ? saturday : { ...saturday, receptionOnly: true }]
}

/** Some day must be worked: without one no limit would ever end. */
const OwnWeek = z.array(WeekHours).refine((week) => week.some(({ receptionOnly }) => receptionOnly === undefined))

const areHours = (typed: Typed) => OwnWeek.nullable().safeParse(weekOf(typed)).success
const orderly = {
  error: 'Mỗi buổi cần giờ bắt đầu trước giờ kết thúc, buổi sáng trước buổi chiều. Each half starts before it ends.',
  path: ['morningStart'],
}

/** Office hours as they are to be declared. */
export const HoursInput = z.strictObject(hoursShape).refine(areHours, orderly)
export type HoursInput = z.output<typeof HoursInput>

const hoursOnDate = { week: z.array(WeekHours), cutOff: ClockTime.nullable() }

const title = (vi: string, en: string) => ({ vi, en })

export const officeHoursContract = {
  getOfficeHours: operation(
    { title: title('Giờ làm việc của một đơn vị', 'Office hours of a unit'), kind: 'read', permission: 'anyone' },
    { method: 'GET', path: '/calendar/hours/of/{unitId}' },
  )
    .input(z.strictObject({ unitId: z.uuid() }))
    .output(
      z.object({
        ...hoursOnDate,
        /** The next change that is declared. */
        coming: z.object({ from: PlainDate, ...hoursOnDate }).nullable(),
      }),
    ),

  listOwnHours: operation(
    {
      title: title('Giờ làm việc riêng đã khai', 'Office hours that were declared'),
      kind: 'read',
      permission: 'office-hours.manage',
    },
    { method: 'GET', path: '/calendar/hours/declared' },
  )
    .input(z.strictObject({}))
    .output(
      z.array(
        z.object({
          id: z.string(),
          unitId: z.string(),
          unitName: z.string(),
          from: PlainDate,
          week: z.array(WeekHours).nullable(),
          cutOff: ClockTime.nullable(),
          document: z.string(),
          reason: z.string(),
          declaredAt: z.date(),
          declaredBy: z.string(),
          undoneAt: z.date().nullable(),
          undoneBy: z.string().nullable(),
          /** Its first day lies ahead, so nothing was counted by it. */
          canUndo: z.boolean(),
        }),
      ),
    ),

  previewHours: operation(
    {
      title: title('Xem trước giờ làm việc sắp khai', 'Preview office hours to be declared'),
      kind: 'read',
      permission: 'office-hours.manage',
      problems: officeHoursProblems,
    },
    { method: 'GET', path: '/calendar/hours/preview' },
  )
    .input(HoursInput)
    .output(
      z.object({
        unitName: z.string(),
        before: z.object(hoursOnDate),
        after: z.object(hoursOnDate),
        /** How many units work other hours then: itself, and those below it without hours of their own. */
        units: z.number(),
      }),
    ),

  declareHours: operation(
    {
      title: title('Khai giờ làm việc của đơn vị', 'Declare office hours of a unit'),
      kind: 'write',
      permission: 'office-hours.manage',
      stepUp: 'proof',
      problems: officeHoursProblems,
    },
    { method: 'POST', path: '/calendar/hours' },
  )
    .input(z.strictObject({ ...hoursShape, reason: z.string().trim().min(3).max(500) }).refine(areHours, orderly))
    .output(z.object({ id: z.string(), version: z.number() })),

  undoHours: operation(
    {
      title: title('Hủy giờ làm việc đã khai', 'Take declared office hours back'),
      kind: 'write',
      permission: 'office-hours.manage',
      stepUp: 'proof',
      problems: officeHoursProblems,
    },
    { method: 'POST', path: '/calendar/hours/{id}/undo' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.object({ version: z.number() })),
}
