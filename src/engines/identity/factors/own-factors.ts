import { run, sql } from '#kernel/database/query.ts'
import { mustManageAccount } from '../managed-account.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import type { Secrets } from '#kernel/secrets/secrets.ts'
import { Problem, fail } from '#values/errors.ts'
import { getAccount } from '../account.ts'
import { identityProblems } from '../contract/problems.ts'
import type { Attestation } from '../contract/passkeys.ts'
import { endSessionsOf, hashToken } from '../session.ts'
import { forgetTries, takeTry } from '../tries.ts'
import { giveRecoveryCodes, recoveryCodesLeft, removeRecoveryCodes } from './recovery-code.ts'
import { insertPasskey, listPasskeys, removePasskeys } from './passkey.ts'
import { checkAttestation, offerPasskey, type RelyingParty } from './relying-party.ts'
import { offerTotp, removeTotp, takeTotpCode, totpSince } from './totp-factor.ts'
import { totpUri } from './totp.ts'

/** What happened to the second factors of a person, who is told of it. */
export const factorsChanged = 'identity.factorsChanged'

export type FactorChange = 'app-added' | 'app-removed' | 'passkey-added' | 'passkey-removed' | 'codes-renewed' | 'reset'

/** Second factors are for officials; whoever still has a password that somebody else gave them changes it first. */
function ownerOf({ actor }: Context): string {
  if (actor.kind !== 'staff') fail('forbidden')
  if (actor.mustChangePassword) fail('mustChangePassword')
  return actor.account
}

async function noteChange(ctx: Context, accountId: string, change: FactorChange): Promise<void> {
  const { personId } = await getAccount(ctx.tx, accountId)
  ctx.note({ objectType: 'account', objectId: accountId, subjects: [personId], facts: { change } })
  ctx.emit(factorsChanged, { personId, change, at: ctx.now() })
  await tellRightsChanged(ctx.tx)
}

export const ownFactors = async (ctx: Context) => ({
  totpSince: await totpSince(ctx.tx, ctx.actor.account),
  recoveryCodesLeft: await recoveryCodesLeft(ctx.tx, ctx.actor.account),
  passkeys: await listPasskeys(ctx.tx, ctx.actor.account),
})

export async function offerOwnTotp(ctx: Context, secrets: Secrets, issuer: string) {
  const account = await getAccount(ctx.tx, ownerOf(ctx))
  if ((await totpSince(ctx.tx, account.id)) !== null) throw new Problem('factorThere', identityProblems.factorThere)
  const secret = await offerTotp(ctx.tx, secrets, account.id, ctx.now())
  return { secret, uri: totpUri(issuer, account.login, secret) }
}

/** The app counts from its first right code on. */
export async function confirmOwnTotp(ctx: Context, secrets: Secrets, code: string) {
  const accountId = ownerOf(ctx)
  await takeTry(ctx, 'factor', accountId)
  if (!(await takeTotpCode(ctx.tx, secrets, accountId, code, ctx.now(), 'offered')))
    throw new Problem('wrongCode', identityProblems.wrongCode, { keepsWrites: true })
  await forgetTries(ctx, 'factor', accountId)
  return added(ctx, accountId, 'app-added')
}

export const offerOwnPasskey = async (ctx: Context, party: RelyingParty) =>
  offerPasskey(ctx, party, await getAccount(ctx.tx, ownerOf(ctx)))

export async function addOwnPasskey(
  ctx: Context,
  party: RelyingParty,
  given: { readonly ticket: string; readonly attestation: Attestation; readonly name: string },
) {
  const accountId = ownerOf(ctx)
  await insertPasskey(ctx.tx, await checkAttestation(ctx, party, accountId, given), given.name, ctx.now())
  return added(ctx, accountId, 'passkey-added')
}

/** With the first factor come recovery codes. */
async function added(ctx: Context, accountId: string, change: FactorChange) {
  await proveByFactor(ctx)
  await noteChange(ctx, accountId, change)
  const left = await recoveryCodesLeft(ctx.tx, accountId)
  return { recoveryCodes: left > 0 ? [] : await giveRecoveryCodes(ctx.tx, accountId) }
}

/** Who has just shown the new factor need not show it again. */
const proveByFactor = async ({ tx, actor, now }: Context): Promise<void> => {
  if (actor.session === undefined) return
  await run(tx, sql`update identity.session set factor_at = ${now()} where token_hash = ${hashToken(actor.session)}`)
}

export async function removeOwnTotp(ctx: Context) {
  const accountId = ownerOf(ctx)
  if ((await removeTotp(ctx.tx, accountId)) === 0) throw new Problem('noFactor', identityProblems.noFactor)
  return removed(ctx, accountId, 'app-removed')
}

export async function removeOwnPasskey(ctx: Context, id: string) {
  const accountId = ownerOf(ctx)
  if ((await removePasskeys(ctx.tx, accountId, id)) === 0) fail('notFound')
  return removed(ctx, accountId, 'passkey-removed')
}

/** Recovery codes stand for another factor: with the last one they go too. */
async function removed(ctx: Context, accountId: string, change: FactorChange) {
  const { hasFactor } = await getAccount(ctx.tx, accountId)
  if (!hasFactor) await removeRecoveryCodes(ctx.tx, accountId)
  await noteChange(ctx, accountId, change)
  return { removed: true }
}

export async function renewOwnRecoveryCodes(ctx: Context) {
  const accountId = ownerOf(ctx)
  if (ctx.actor.proof?.hasFactor !== true) throw new Problem('noFactor', identityProblems.noFactor)
  await noteChange(ctx, accountId, 'codes-renewed')
  return { recoveryCodes: await giveRecoveryCodes(ctx.tx, accountId) }
}

/** All factors of an account, and the codes that stand for them. */
export async function removeFactors(tx: Queries, accountId: string): Promise<void> {
  await removeTotp(tx, accountId)
  await removePasskeys(tx, accountId)
  await removeRecoveryCodes(tx, accountId)
}

/** An administrator takes the factors of somebody who lost them away; whoever is signed in with them is signed out. */
export async function resetFactorsOf(ctx: Context, accountId: string) {
  if (accountId === ctx.actor.account) fail('forbidden')
  await mustManageAccount(ctx, accountId)
  await removeFactors(ctx.tx, accountId)
  await noteChange(ctx, accountId, 'reset')
  return { sessionsEnded: await endSessionsOf(ctx.tx, accountId, ctx.now()) }
}
