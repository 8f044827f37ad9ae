import type { Context } from '#kernel/operations/context.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { Problem } from '#values/errors.ts'
import { getAccount, setPassword } from './account.ts'
import { identityProblems } from './contract/problems.ts'
import { hashPassword, type PasswordRule } from './password.ts'
import { isOwnPassword } from './prove-identity.ts'
import { endSessionsOf, hashToken } from './session.ts'

const sameAsBefore = { vi: 'Mật khẩu mới phải khác mật khẩu cũ.', en: 'The new password must differ from the old one.' }

/**
 * Changes one's own password and ends all other sessions.
 */
export async function changePassword(
  ctx: Context,
  { current, next }: { readonly current: string; readonly next: string },
  faultOf: PasswordRule,
) {
  const account = await getAccount(ctx.tx, ctx.actor.account)
  if (!(await isOwnPassword(ctx, account.login, current)))
    throw new Problem('wrongSignIn', identityProblems.wrongSignIn, { keepsWrites: true })
  const fault = next === current ? sameAsBefore : faultOf(next, { login: account.login, name: ctx.actor.name })
  if (fault)
    throw new Problem('weakPassword', identityProblems.weakPassword, { places: [{ path: 'next', message: fault }] })
  await setPassword(ctx.tx, account.id, await hashPassword(next), false)
  const kept = ctx.actor.session === undefined ? undefined : hashToken(ctx.actor.session)
  const otherSessionsEnded = await endSessionsOf(ctx.tx, account.id, ctx.now(), kept)
  await tellRightsChanged(ctx.tx)
  return { otherSessionsEnded }
}
