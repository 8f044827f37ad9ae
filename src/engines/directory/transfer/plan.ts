import { z } from 'zod'
import { oneLine } from '#values/one-line.ts'
import { PlainDate } from '#values/plain-date.ts'

/** A post that an official gets by a decision; `until` is the first day without it. */
const Begin = z
  .strictObject({
    postId: z.uuid(),
    kind: z.enum(['regular', 'acting', 'secondment']),
    until: PlainDate.optional(),
  })
  .readonly()

/** So many posts one decision gives. */
export const mostBegins = 5

/** A decision about one official: from a day on these appointments end and these posts are theirs, or they leave altogether. */
export const TransferPlan = z
  .strictObject({
    personId: z.uuid(),
    effectiveOn: PlainDate,
    /** Appointments that end; of somebody who leaves all do. */
    ends: z.array(z.uuid()).max(20).default([]),
    begins: z.array(Begin).max(mostBegins).default([]),
    leaves: z.boolean().default(false),
  })
  .refine(({ leaves, begins }) => !leaves || begins.length === 0, {
    error: 'Thôi việc thì không giữ vị trí mới · Whoever leaves gets no post',
    path: ['begins'],
  })
  .refine(({ effectiveOn, begins }) => begins.every(({ until }) => until === undefined || until > effectiveOn), {
    error: 'Ngày cuối phải từ ngày hiệu lực trở đi · The last day must not be before the first',
    path: ['until'],
  })
  .readonly()

export type TransferPlan = z.output<typeof TransferPlan>

/** The paper that it stands in. */
export const Decision = z.strictObject({
  document: oneLine(2, 200),
  decidedOn: PlainDate,
  reason: oneLine(2, 300).optional(),
})
