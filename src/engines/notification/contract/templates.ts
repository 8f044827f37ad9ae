import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { PlainDate } from '#values/plain-date.ts'
import { TemplateKind, TemplateText } from '../template/template-shape.ts'

const ProcedureCode = z.string().max(40)

const TemplateView = z.object({
  ...TemplateText.shape,
  kind: TemplateKind,
  /** Empty: of every procedure without its own. */
  procedureCode: z.string(),
  from: z.string(),
  /** Null: as declared. */
  changedBy: z.string().nullable(),
})
export type TemplateView = z.output<typeof TemplateView>

export const templateProblems = {
  dayPassed: {
    status: 422,
    message: { vi: 'Ngày bắt đầu không được ở quá khứ.', en: 'The first day must not be in the past.' },
  },
  unfitText: {
    status: 422,
    message: { vi: 'Mẫu tin còn chỗ chưa đúng.', en: 'The text is not right yet.' },
  },
} as const

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** What applicants are told outside the platform, and when phones may ring. */
export const templatesContract = {
  listTemplates: operation(
    { title: { vi: 'Mẫu tin báo', en: 'Message templates' }, kind: 'read', permission: 'job.read' },
    { method: 'GET', path: '/notification/templates' },
  )
    .input(z.strictObject({}))
    .output(
      z.object({
        /** Those that count today, and those of a day ahead. */
        templates: z.array(TemplateView),
        quiet: z.object({ from: z.string(), until: z.string(), changedBy: z.string().nullable() }),
      }),
    ),

  saveTemplate: operation(
    {
      title: { vi: 'Sửa mẫu tin báo', en: 'Change a message template' },
      kind: 'write',
      permission: 'message.manage',
      problems: templateProblems,
    },
    { method: 'PUT', path: '/notification/templates/{kind}' },
  )
    .input(
      z.strictObject({
        kind: TemplateKind,
        procedureCode: ProcedureCode.default(''),
        /** Today or later; absent: today. */
        from: PlainDate.optional(),
        ...TemplateText.shape,
      }),
    )
    .output(z.object({})),

  saveQuietHours: operation(
    { title: { vi: 'Sửa giờ yên lặng', en: 'Change the quiet hours' }, kind: 'write', permission: 'message.manage' },
    { method: 'PUT', path: '/notification/quiet-hours' },
  )
    .input(z.strictObject({ from: Clock, until: Clock }))
    .output(z.object({})),
}
