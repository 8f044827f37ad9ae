import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { PageRequest, pageOf } from '#values/page.ts'
import { AttachmentView } from './shapes.ts'

const AnsweredRow = z.object({
  code: z.string(),
  title: z.string(),
  unitName: z.string(),
  answeredAt: z.date(),
  /** How many asked the same. */
  askedCount: z.number(),
  /** It did not help whoever asked; until the new answer stands here, this one stays, with that mark. */
  isUnderReview: z.boolean(),
})

/** Answered questions, as anybody reads them. */
export const publicContract = {
  listAnswered: operation(
    { title: { vi: 'Câu hỏi đã trả lời', en: 'Answered questions' }, kind: 'read', permission: 'anyone' },
    { method: 'GET', path: '/petitions/answered' },
  )
    .input(z.strictObject({ ...PageRequest, procedureCode: z.string().max(100).optional() }))
    .output(pageOf(AnsweredRow)),

  findAnswered: operation(
    { title: { vi: 'Tìm câu hỏi đã trả lời', en: 'Find answered questions' }, kind: 'read', permission: 'anyone' },
    { method: 'GET', path: '/petitions/answered/found' },
  )
    .input(
      z.strictObject({
        text: z.string().trim().min(1).max(200),
        procedureCode: z.string().max(100).optional(),
        limit: z.coerce.number().int().min(1).max(50).default(20),
      }),
    )
    .output(z.object({ rows: z.array(AnsweredRow.extend({ isAlike: z.boolean() })) })),

  getAnswered: operation(
    { title: { vi: 'Một câu hỏi đã trả lời', en: 'One answered question' }, kind: 'read', permission: 'anyone' },
    { method: 'GET', path: '/petitions/answered/{code}' },
  )
    .input(z.strictObject({ code: z.string().max(60) }))
    .output(
      AnsweredRow.extend({
        body: z.string(),
        answer: z.string(),
        publishedAt: z.date(),
        procedureCode: z.string().nullable(),
        /** Those that were marked for everybody. */
        files: z.array(AttachmentView),
      }),
    ),

  listBodies: operation(
    { title: { vi: 'Cơ quan có thể nói tới', en: 'Bodies it can be about' }, kind: 'read', permission: 'anyone' },
    { method: 'GET', path: '/petitions/bodies' },
  )
    .input(z.strictObject({ place: z.string().max(10).optional() }))
    .output(z.array(z.object({ id: z.string(), name: z.string() }))),
}
