import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Job } from '#kernel/operations/engine.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { unusedSince, type AccountPolicy } from './account-policy.ts'

/** Each night the accounts of officials that nobody signed in to for long are disabled; an administrator opens them again. */
export const disableUnusedAccounts = (policy: AccountPolicy): Job => ({
  name: 'disable-unused-accounts',
  schedule: '40 1 * * *',
  async run(ctx: Context) {
    if (policy.unusedDays === 0) return
    const since = unusedSince(policy, ctx.now())
    const disabled = await rows(
      ctx.tx,
      sql<{ id: string; personId: string }>`update identity.account
        set status = 'disabled', disabled_because = 'unused', status_since = ${ctx.now()}
        where kind = 'staff' and status = 'active'
          and greatest(coalesce(last_sign_in_at, created_at), status_since) < ${since}
        returning id, person_id`,
    )
    for (const { id, personId } of disabled)
      ctx.note({ objectType: 'account', objectId: id, subjects: [personId], facts: { because: 'unused' } })
    if (disabled.length > 0) await tellRightsChanged(ctx.tx)
  },
})
