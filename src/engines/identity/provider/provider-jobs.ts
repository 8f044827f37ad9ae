import type { Job } from '#kernel/operations/engine.ts'
import type { Secrets } from '#kernel/secrets/secrets.ts'
import { endSpentSignOns } from '../session.ts'
import { forgetOldEntries } from './provider-entry.ts'
import { renewProviderKeys } from './provider-keys.ts'

/** What the provider does by itself. */
export const providerJobs = (secrets: Secrets): readonly Job[] => [
  {
    name: 'end-spent-sign-ons',
    schedule: '* * * * *',
    run: async (ctx) => void (await endSpentSignOns(ctx.tx, ctx.now())),
  },
  { name: 'forget-old-entries', schedule: '*/10 * * * *', run: async (ctx) => void (await forgetOldEntries(ctx.tx)) },
  {
    name: 'renew-provider-keys',
    schedule: '20 2 * * *',
    async run(ctx) {
      const changed = await renewProviderKeys(ctx.tx, secrets, ctx.now())
      if (changed > 0) ctx.note({ objectType: 'provider-key', objectId: 'provider', facts: { changed } })
    },
  },
]
