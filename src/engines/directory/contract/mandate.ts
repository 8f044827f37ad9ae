import { z } from 'zod'
import { oneLine } from '#values/one-line.ts'
import { operation } from '#values/operation.ts'
import type { ProblemKind } from '#values/errors.ts'
import { PlainDate } from '#values/plain-date.ts'

export const mandateProblems = {
  sureOnly: {
    status: 403,
    message: {
      vi: 'Tài khoản này mở trên mạng, chưa ai xem thẻ căn cước, nên chưa ủy quyền hay làm thay người khác được. Hãy nối tài khoản quốc gia hoặc mang thẻ đến quầy một cửa.',
      en: 'This account was opened online and nobody saw a card: it can neither authorise others nor act for them. Join the national account, or bring your card to a counter.',
    },
  },
  toSelf: {
    status: 422,
    message: { vi: 'Đây là số định danh của chính ông/bà.', en: 'This is your own personal number.' },
  },
  tooManyMandates: {
    status: 409,
    message: {
      vi: 'Đang có quá nhiều ủy quyền. Chấm dứt bớt rồi thêm.',
      en: 'There are too many authorisations. End some first.',
    },
  },
  tooLong: {
    status: 422,
    message: { vi: 'Chọn một ngày từ mai đến 5 năm sau.', en: 'Choose a day from tomorrow to five years ahead.' },
  },
} as const satisfies Record<string, ProblemKind>

const May = z.enum(['file', 'follow', 'receive'])
const PersonalId = z.string().regex(/^\d{12}$/, { error: 'Số định danh có 12 chữ số · 12 digits' })
const Id = { id: z.uuid() }

const Mandate = z.object({
  id: z.string(),
  kind: z.enum(['authorised', 'guardian']),
  /** The other person. */
  name: z.string(),
  /** The enterprise that it is about, if it is not about the giver's own matters. */
  enterprise: z.string().nullable(),
  may: z.array(May),
  procedures: z.array(z.string()).nullable(),
  until: PlainDate,
  document: z.string().nullable(),
  state: z.enum(['waiting', 'accepted', 'declined', 'ended', 'over']),
})

export const mandateContract = {
  giveMandate: operation(
    {
      title: { vi: 'Ủy quyền cho người khác làm thay', en: 'Authorise somebody to act for me' },
      kind: 'write',
      permission: 'citizen',
      problems: mandateProblems,
    },
    { method: 'POST', path: '/directory/mandates' },
  )
    .input(
      z.strictObject({
        enterpriseId: z.uuid().optional(),
        holderName: oneLine(2, 100),
        holderNumber: PersonalId,
        may: z.array(May).min(1, { error: 'Chọn ít nhất một việc · Choose at least one' }).max(3),
        procedures: z.array(z.string().max(40)).min(1).max(50).optional(),
        /** The last day. */
        until: PlainDate,
        document: oneLine(2, 200).optional(),
      }),
    )
    .output(z.object({ id: z.string() })),

  listMandates: operation(
    { title: { vi: 'Ai làm thay ai', en: 'Who acts for whom' }, kind: 'read', permission: 'citizen' },
    { method: 'GET', path: '/directory/mandates' },
  )
    .input(z.strictObject({}))
    .output(
      z.object({
        given: z.array(Mandate),
        held: z.array(Mandate),
        /** Those that the caller represents by law, and may let others act for. */
        enterprises: z.array(z.object({ id: z.string(), name: z.string() })),
      }),
    ),

  answerMandate: operation(
    {
      title: { vi: 'Nhận hoặc từ chối làm thay', en: 'Accept or decline to act for somebody' },
      kind: 'write',
      permission: 'citizen',
      problems: mandateProblems,
    },
    { method: 'POST', path: '/directory/mandates/{id}/answer' },
  )
    .input(z.strictObject({ ...Id, accept: z.boolean() }))
    .output(z.object({ accepted: z.boolean() })),

  endMandate: operation(
    { title: { vi: 'Chấm dứt ủy quyền', en: 'End an authorisation' }, kind: 'write', permission: 'citizen' },
    { method: 'POST', path: '/directory/mandates/{id}/end' },
  )
    .input(z.strictObject(Id))
    .output(z.object({ ended: z.literal(true) })),
}
