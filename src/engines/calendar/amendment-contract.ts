import { z } from 'zod'
import type { ProblemKind } from '#values/errors.ts'
import { operation } from '#values/operation.ts'
import { addDays, PlainDate } from '#values/plain-date.ts'

export const amendmentProblems = {
  dayPast: {
    status: 422,
    message: {
      vi: 'Ngày đã qua không khai lại được: hạn đã tính theo nó.',
      en: 'A day that is past cannot be declared anew: deadlines were counted by it.',
    },
  },
  notCovered: {
    status: 422,
    message: {
      vi: 'Lịch của năm đó chưa có. Cập nhật lịch của hệ thống trước.',
      en: 'There is no calendar of that year yet. Update the system’s calendar first.',
    },
  },
  dayDeclared: {
    status: 409,
    message: {
      vi: 'Ngày này đã khai theo một văn bản khác. Hủy lần khai đó trước.',
      en: 'This day is already declared by another document. Take that back first.',
    },
  },
  nothingChanges: {
    status: 422,
    message: {
      vi: 'Khai như vậy không đổi giờ làm việc của ngày nào.',
      en: 'This would change the office hours of no day.',
    },
  },
  workDayWorked: {
    status: 422,
    message: { vi: 'Ngày làm bù vốn đã là ngày làm việc.', en: 'The day worked instead is a working day already.' },
  },
  dayBegun: {
    status: 409,
    message: {
      vi: 'Ngày này đã đến: hạn đã tính theo nó, không hủy được nữa.',
      en: 'This day has come: deadlines were counted by it, and it stays.',
    },
  },
} as const satisfies Record<string, ProblemKind>

/** A form leaves out what it does not ask by sending it empty. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((given) => (given === '' ? undefined : given), schema.optional())

const dayShape = {
  kind: z.enum(['holiday', 'swap', 'half-day', 'ordinary']),
  day: PlainDate,
  /** Of a holiday or of ordinary days: the last of them. */
  lastDay: optional(PlainDate),
  /** Of a swap: the day that is worked instead. */
  workDay: optional(PlainDate),
  /** Of a half day: the half that is worked. */
  half: optional(z.enum(['morning', 'afternoon'])),
  name: z.string().trim().min(2).max(120),
  document: z.string().trim().min(3).max(60),
}

const needed = { error: 'Chọn ngày làm bù. Choose the day that is worked instead.' }
const inOrder = { error: 'Ngày cuối từ ngày đầu đến 30 ngày sau. The last day is up to 30 days after the first.' }
type Days = { kind: string; day: PlainDate; lastDay?: PlainDate | undefined; workDay?: PlainDate | undefined }
const hasWorkDay = (days: Days) => days.kind !== 'swap' || (days.workDay !== undefined && days.workDay !== days.day)
const isRun = ({ day, lastDay }: Days) => lastDay === undefined || (lastDay >= day && lastDay <= addDays(day, 30))

/** Days as they are to be declared. */
export const AmendmentInput = z
  .strictObject(dayShape)
  .refine(hasWorkDay, { path: ['workDay'], ...needed })
  .refine(isRun, { path: ['lastDay'], ...inOrder })
export type AmendmentInput = z.output<typeof AmendmentInput>

const Hours = z.array(z.object({ start: z.string(), end: z.string() }))

export const amendmentContract = {
  listDeclaredDays: operation(
    {
      title: { vi: 'Ngày tỉnh khai thêm trong năm', en: 'Days declared by the province in a year' },
      kind: 'read',
      permission: 'staff',
    },
    { method: 'GET', path: '/calendar/{year}/declared' },
  )
    .input(z.strictObject({ year: z.coerce.number().int().min(2000).max(2100) }))
    .output(
      z.array(
        z.object({
          id: z.string(),
          kind: z.enum(['holiday', 'swap', 'half-day', 'ordinary']),
          firstDay: PlainDate,
          lastDay: PlainDate,
          workDay: PlainDate.nullable(),
          half: z.enum(['morning', 'afternoon']).nullable(),
          name: z.object({ vi: z.string(), en: z.string() }),
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

  previewDay: operation(
    {
      title: { vi: 'Xem trước ngày sắp khai', en: 'Preview days to be declared' },
      kind: 'read',
      permission: 'calendar.manage',
      problems: amendmentProblems,
    },
    { method: 'GET', path: '/calendar/days/preview' },
  )
    .input(AmendmentInput)
    .output(z.object({ days: z.array(z.object({ date: PlainDate, before: Hours, after: Hours })) })),

  declareDay: operation(
    {
      title: { vi: 'Khai ngày nghỉ, làm bù, nửa ngày', en: 'Declare days off, swapped or half' },
      kind: 'write',
      permission: 'calendar.manage',
      stepUp: 'proof',
      problems: amendmentProblems,
    },
    { method: 'POST', path: '/calendar/days' },
  )
    .input(
      z
        .strictObject({ ...dayShape, reason: z.string().trim().min(3).max(500) })
        .refine(hasWorkDay, { path: ['workDay'], ...needed })
        .refine(isRun, { path: ['lastDay'], ...inOrder }),
    )
    .output(z.object({ id: z.string(), version: z.number() })),

  undoDay: operation(
    {
      title: { vi: 'Hủy ngày đã khai', en: 'Take declared days back' },
      kind: 'write',
      permission: 'calendar.manage',
      stepUp: 'proof',
      problems: amendmentProblems,
    },
    { method: 'POST', path: '/calendar/days/{id}/undo' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.object({ version: z.number() })),
}
