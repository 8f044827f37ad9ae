import { z } from 'zod'
import { declared } from '#values/declared.ts'
import { PlainDate } from '#values/plain-date.ts'
export { faultsOfOwn, OwnMessage } from './template/own-message.ts'
import { faultsOf } from './template/template-faults.ts'
import { TemplateKind, TemplateText } from './template/template-shape.ts'

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'not a clock time such as 21:00' })

const DeclaredTemplate = TemplateText.extend({ kind: TemplateKind, from: PlainDate }).superRefine((template, ctx) => {
  for (const { path, message } of faultsOf(template.kind, template))
    ctx.addIssue({ code: 'custom', path: [path], message: message.en })
})

const Messages = z.strictObject({
  /** When no phone is to ring for what is not urgent. */
  quiet: z.strictObject({ from: Clock, until: Clock }),
  templates: z.array(DeclaredTemplate),
})
export type DeclaredMessages = z.output<typeof Messages>

/** How applicants are told outside the platform: templates with the day from which each counts, and quiet hours. */
export const defineMessages = (said: z.input<typeof Messages>): DeclaredMessages => declared(Messages, said, 'messages')
