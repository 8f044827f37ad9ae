import { find, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { Problem } from '#values/errors.ts'
import { getAccount, setPassword } from './account.ts'
import { identityProblems } from './contract.ts'
import { hashPassword, passwordFits, type PasswordRule } from './password.ts'
import { endSessionsOf, hashToken } from './session.ts'
import { forgetTries, takeTry } from './tries.ts'

const sameAsBefore = { vi: 'Mật khẩu mới phải khác mật khẩu cũ.', en: 'The new password must differ from the old one.' }

/**
 * Changes one's own password and ends all other sessions. The current one is guessed no faster than at signing in: whoever holds
 * a session need not be whose it is.
 */
export async function changePassword(
  ctx: Context,
  { current, next }: { readonly current: string; readonly next: string },
  faultOf: PasswordRule,
) {
  const account = await getAccount(ctx.tx, ctx.actor.account)
  await mustKnowPassword(ctx, account.login, current)
  const fault = next === current ? sameAsBefore : faultOf(next, { login: account.login, name: ctx.actor.name })
  if (fault)
    throw new Problem('weakPassword', identityProblems.weakPassword, { places: [{ path: 'next', message: fault }] })
  await setPassword(ctx.tx, account.id, await hashPassword(next), false)
  const kept = ctx.actor.session === undefined ? undefined : hashToken(ctx.actor.session)
  const otherSessionsEnded = await endSessionsOf(ctx.tx, account.id, ctx.now(), kept)
  await tellRightsChanged(ctx.tx)
  return { otherSessionsEnded }
}

/** Refuses whoever does not know the password of their own account; a try counts as one at signing in. */
export async function mustKnowPassword(ctx: Context, login: string, current: string): Promise<void> {
  const wait = await takeTry(ctx, login)
  if (wait > 0) throw new Problem('signInWait', identityProblems.signInWait, { retryAfterSeconds: wait })
  const stored = await find(
    ctx.tx,
    sql<{ passwordHash: string | null }>`select password_hash from identity.account where id = ${ctx.actor.account}`,
  )
  if (!(await passwordFits(current, stored?.passwordHash)))
    throw new Problem('wrongSignIn', identityProblems.wrongSignIn, { keepsWrites: true })
  await forgetTries(ctx, login)
}
