import { find, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import type { Secrets } from '#kernel/secrets/secrets.ts'
import { Problem, fail } from '#values/errors.ts'
import { rememberSignIn } from '../account.ts'
import { identityProblems } from '../contract/problems.ts'
import { isOpen } from '../is-open.ts'
import { endOfSession, endSession, hashToken, newToken } from '../session.ts'
import { takeCode } from './take-code.ts'

/** So long the second step may take. */
const patientForMinutes = 10

/** After so many wrong codes the password has to be given again. */
const triesOfOneHalf = 5

/** What stands between a right password and the second step: a session that opens nothing (its holder is nobody). */
export async function startHalfSession(
  ctx: Context,
  accountId: string,
  from: { readonly agent?: string | undefined; readonly address: string },
): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken()
  const at = ctx.now()
  const expiresAt = new Date(at.getTime() + patientForMinutes * 60_000)
  await run(
    ctx.tx,
    sql`insert into identity.session
        (token_hash, account_id, created_at, expires_at, seen_at, agent, address, awaits_factor, verified_at)
      values (${hashToken(token)}, ${accountId}, ${at}, ${expiresAt}, ${at}, ${from.agent?.slice(0, 300) ?? null},
        ${from.address}, true, ${at})`,
  )
  return { token, expiresAt }
}

interface HalfSession {
  readonly accountId: string
  readonly kind: 'staff' | 'citizen'
  readonly wrongCodes: number
  readonly mustChangePassword: boolean
}

/** The half session of the caller, locked: tries with one are looked at one after the other. */
const findHalfSession = (ctx: Context, tokenHash: Buffer): Promise<HalfSession | undefined> =>
  find(
    ctx.tx,
    sql<HalfSession>`select s.account_id, a.kind, s.wrong_codes, a.must_change_password
      from identity.session s join identity.account a on a.id = s.account_id and ${isOpen(ctx.now())}
      where s.token_hash = ${tokenHash} and s.awaits_factor and s.ended_at is null and s.expires_at > ${ctx.now()}
      for update of s`,
  )

/** Makes a half session whole with a code of the second factor; its token is a new one (against fixation). */
export async function passSecondStep(ctx: Context, secrets: Secrets, code: string) {
  if (ctx.actor.session === undefined) fail('notSignedIn')
  const tokenHash = hashToken(ctx.actor.session)
  const half = (await findHalfSession(ctx, tokenHash)) ?? fail('notSignedIn')
  ctx.note({ objectType: 'account', objectId: half.accountId })
  if (!(await takeCode(ctx, secrets, half.accountId, code))) {
    await countWrongCode(ctx, tokenHash, half)
    throw new Problem('wrongCode', identityProblems.wrongCode, { keepsWrites: true })
  }
  await rememberSignIn(ctx.tx, half.accountId, ctx.now())
  return { ...(await makeWhole(ctx, tokenHash, half.kind)), mustChangePassword: half.mustChangePassword }
}

async function countWrongCode(ctx: Context, tokenHash: Buffer, { wrongCodes }: HalfSession): Promise<void> {
  await run(ctx.tx, sql`update identity.session set wrong_codes = wrong_codes + 1 where token_hash = ${tokenHash}`)
  if (wrongCodes + 1 >= triesOfOneHalf) await endSession(ctx.tx, tokenHash, ctx.now())
}

async function makeWhole(ctx: Context, tokenHash: Buffer, kind: 'staff' | 'citizen') {
  const token = newToken()
  const at = ctx.now()
  const expiresAt = endOfSession(kind, at)
  await run(
    ctx.tx,
    sql`update identity.session set token_hash = ${hashToken(token)}, awaits_factor = false, created_at = ${at}, seen_at = ${at},
        expires_at = ${expiresAt}, verified_at = ${at}, factor_at = ${at}
      where token_hash = ${tokenHash}`,
  )
  await tellRightsChanged(ctx.tx)
  return { token, expiresAt }
}
