import { z } from 'zod'

/** A started session, for whoever just signed in. */
export const Session = z.object({
  token: z.string(),
  expiresAt: z.date(),
  kind: z.enum(['staff', 'citizen']),
  mustChangePassword: z.boolean(),
  /** The token opens nothing but the second step: `passSecondStep` or `signInWithPasskey` gives the session. */
  awaitsFactor: z.boolean().default(false),
  /** The second step may be a passkey. */
  hasPasskey: z.boolean().default(false),
})
