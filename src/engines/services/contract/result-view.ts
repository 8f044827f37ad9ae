import { z } from 'zod'

const Block = z.union([
  z.strictObject({ paragraph: z.string().max(5000) }),
  z.strictObject({
    fields: z.array(z.strictObject({ label: z.string().max(300), value: z.string().max(2000) })).max(60),
  }),
  z.strictObject({ article: z.string().max(300), text: z.string().max(5000) }),
])

/** What a result paper says, as it is drafted. */
export const ResultDocument = z.strictObject({
  title: z.string().max(300),
  blocks: z.array(Block).max(80),
  recipients: z.array(z.string().max(300)).max(20),
})

/** Of a result that was revoked: when, by which decision, why and by whom. */
export const RevokedView = {
  revokedAt: z.date().nullable(),
  revokedDecision: z.string().nullable(),
  revokedFor: z.string().nullable(),
  revokedBy: z.string().nullable(),
}
