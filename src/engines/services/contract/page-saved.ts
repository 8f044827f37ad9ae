import { z } from 'zod'
import { ProblemPlaceView } from './shapes.ts'

/** A form post as the browser sends it; the same with and without JavaScript. */
export const Post = z.string().max(500_000)

/** A question page as it is sent: a form post, or answers by the ids of fields. */
export const PageSent = { post: Post.optional(), answers: z.record(z.string(), z.unknown()).optional() }

export const PageSaved = z.object({
  places: z.array(ProblemPlaceView),
  rowsChanged: z.boolean(),
  answers: z.record(z.string(), z.unknown()),
  nextPage: z.string().nullable(),
  savedAt: z.date(),
  revision: z.number(),
})
