import { z } from 'zod'
import { ProblemPlaceView } from './shapes.ts'

/** A form post as the browser sends it; the same with and without JavaScript. */
export const Post = z.string().max(500_000)

/** A question page as it is sent: a form post, or answers by the ids of fields. */
export const PageSent = {
  post: Post.optional(),
  answers: z.record(z.string(), z.unknown()).optional(),
  /** The mark of the open page that writes, its own for as long as it is open. */
  by: z
    .string()
    .regex(/^[\w-]{8,60}$/)
    .optional(),
  /** Whose mark the page bore when it was read, empty for nobody's; another's by now: 409. Left out: written over whatever stands there. */
  seen: z.string().max(60).optional(),
}

export const PageSaved = z.object({
  places: z.array(ProblemPlaceView),
  rowsChanged: z.boolean(),
  /** Questions that came up by what was sent and are still to be answered. */
  cameUp: z.array(z.string()),
  answers: z.record(z.string(), z.unknown()),
  nextPage: z.string().nullable(),
  savedAt: z.date(),
  revision: z.number(),
})
