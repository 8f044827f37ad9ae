import { find, get, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import type { Secrets } from '#kernel/secrets/secrets.ts'
import { Problem, fail } from '#values/errors.ts'
import { getAccount } from './account.ts'
import { identityProblems } from './contract/problems.ts'
import { takeCode } from './factors/take-code.ts'
import { passwordFits } from './password.ts'
import { hashToken, newToken } from './session.ts'
import { forgetTries, takeTry } from './tries.ts'

/** Whether this is the caller's own password; guessed no faster than at signing in: whoever holds a session need not be whose it is. */
export async function isOwnPassword(ctx: Context, login: string, password: string): Promise<boolean> {
  await takeTry(ctx, 'login', login)
  const stored = await find(
    ctx.tx,
    sql<{ passwordHash: string | null }>`select password_hash from identity.account where id = ${ctx.actor.account}`,
  )
  const fits = await passwordFits(password, stored?.passwordHash)
  if (fits) await forgetTries(ctx, 'login', login)
  return fits
}

export type Proof = { readonly password: string } | { readonly code: string }

/** The caller proves again who they are; the session goes on under a new token (ASVS V7.2.4). */
export async function proveIdentity(ctx: Context, secrets: Secrets, proof: Proof) {
  const { login } = await getAccount(ctx.tx, ctx.actor.account)
  const isProven =
    'code' in proof
      ? await takeCode(ctx, secrets, ctx.actor.account, proof.code)
      : await isOwnPassword(ctx, login, proof.password)
  if (!isProven) throw new Problem('wrongProof', identityProblems.wrongProof, { keepsWrites: true })
  return rememberProof(ctx, 'code' in proof)
}

/** From now on the session is one whose owner has just proved who they are; its token is a new one. */
export async function rememberProof(ctx: Context, byFactor: boolean): Promise<{ token: string; expiresAt: Date }> {
  if (ctx.actor.session === undefined) fail('notSignedIn')
  const token = newToken()
  const at = ctx.now()
  const { expiresAt } = await get(
    ctx.tx,
    sql<{ expiresAt: Date }>`update identity.session set token_hash = ${hashToken(token)}, verified_at = ${at},
        factor_at = case when ${byFactor} then ${at} else factor_at end
      where token_hash = ${hashToken(ctx.actor.session)} returning expires_at`,
  )
  await tellRightsChanged(ctx.tx)
  return { token, expiresAt }
}
