import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import { find, sql } from '#kernel/database/query.ts'
import { rememberSignIn } from '../account.ts'
import type { Assertion } from '../contract/passkeys.ts'
import { identityProblems } from '../contract/problems.ts'
import { rememberProof } from '../prove-identity.ts'
import { isOpen } from '../is-open.ts'
import { hashToken, startSession } from '../session.ts'
import { endCallersSession } from '../sign-in.ts'
import { askForPasskey, checkAssertion, type RelyingParty } from './relying-party.ts'

interface Given {
  readonly ticket: string
  readonly assertion: Assertion
  readonly agent?: string | undefined
}

/** Asks whoever calls for a passkey: of their account, if it is known by a session, whole or half. */
export const askCaller = async (ctx: Context, party: RelyingParty) =>
  askForPasskey(ctx, party, await accountOfCaller(ctx))

async function accountOfCaller({ tx, actor }: Context): Promise<string | undefined> {
  if (actor.session === undefined) return undefined
  const session = await find(
    tx,
    sql<{ accountId: string }>`select account_id from identity.session
      where token_hash = ${hashToken(actor.session)} and ended_at is null`,
  )
  return session?.accountId
}

/**
 * Signs in by a passkey alone, or in the second step after a password. It is both factors at once: something one has, that has
 * checked its owner.
 */
export async function signInWithPasskey(ctx: Context, party: RelyingParty, given: Given) {
  const { accountId } = await checkAssertion(ctx, party, given)
  ctx.note({ objectType: 'account', objectId: accountId })
  const account = await find(
    ctx.tx,
    sql<{ id: string; kind: 'staff' | 'citizen'; mustChangePassword: boolean }>`
      select a.id, a.kind, a.must_change_password from identity.account a where a.id = ${accountId} and ${isOpen(ctx.now())}`,
  )
  if (account === undefined) throw new Problem('wrongPasskey', identityProblems.wrongPasskey, { keepsWrites: true })
  const at = ctx.now()
  await rememberSignIn(ctx.tx, accountId, at)
  await endCallersSession(ctx)
  const from = { agent: given.agent, address: ctx.address, byFactor: true }
  const { kind, mustChangePassword } = account
  return { ...(await startSession(ctx.tx, account, at, from)), kind, mustChangePassword }
}

export async function proveByPasskey(ctx: Context, party: RelyingParty, given: Given) {
  const { accountId } = await checkAssertion(ctx, party, given)
  if (accountId !== ctx.actor.account)
    throw new Problem('wrongPasskey', identityProblems.wrongPasskey, { keepsWrites: true })
  return rememberProof(ctx, true)
}
