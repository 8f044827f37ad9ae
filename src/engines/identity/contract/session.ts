import { z } from 'zod'

/** A session that has just begun; the token is told this once. */
export const Session = z.object({
  token: z.string(),
  expiresAt: z.date(),
  kind: z.enum(['staff', 'citizen']),
  mustChangePassword: z.boolean(),
})
