import type { Context } from '#kernel/operations/context.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { Problem } from '#values/errors.ts'
import { getAccount, setPassword } from './account.ts'
import { identityProblems } from './contract/problems.ts'
import type { AccountPolicy } from './account-policy.ts'
import { keepOldPassword, wasUsedBefore } from './old-password.ts'
import { hashPassword, type PasswordCheck } from './password.ts'
import { isOwnPassword } from './prove-identity.ts'
import { endSessionsOf, hashToken } from './session.ts'

const sameAsBefore = { vi: 'Mật khẩu mới phải khác mật khẩu cũ.', en: 'The new password must differ from the old one.' }

/**
 * Changes one's own password and ends all other sessions.
 */
export async function changePassword(
  ctx: Context,
  { current, next }: { readonly current: string; readonly next: string },
  { faultOf, profiles }: { readonly faultOf: PasswordCheck } & Pick<AccountPolicy, 'profiles'>,
) {
  const account = await getAccount(ctx.tx, ctx.actor.account)
  if (!(await isOwnPassword(ctx, account.login, current)))
    throw new Problem('wrongSignIn', identityProblems.wrongSignIn, { keepsWrites: true })
  const { remembers } = profiles[account.kind]
  const fault =
    next === current || (remembers > 0 && (await wasUsedBefore(ctx.tx, account.id, next)))
      ? sameAsBefore
      : await faultOf(next, { ...account, name: account.fullName })
  if (fault)
    throw new Problem('weakPassword', identityProblems.weakPassword, { places: [{ path: 'next', message: fault }] })
  await keepOldPassword(ctx.tx, account.id, remembers, ctx.now())
  await setPassword(ctx.tx, account.id, await hashPassword(next), false, ctx.now())
  const kept = ctx.actor.session === undefined ? undefined : hashToken(ctx.actor.session)
  const otherSessionsEnded = await endSessionsOf(ctx.tx, account.id, ctx.now(), kept)
  await tellRightsChanged(ctx.tx)
  return { otherSessionsEnded }
}
