import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticatorTransport,
} from '@simplewebauthn/server'
import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import type { Assertion, Attestation } from '../contract/passkeys.ts'
import { identityProblems } from '../contract/problems.ts'
import { keepChallenge, patientForMs, takeChallenge } from './challenge.ts'
import { findPasskey, listPasskeys, rememberUse, type Passkey } from './passkey.ts'

/** Who asks for passkeys: the host and the origin of the public address, never of a request. */
export interface RelyingParty {
  readonly name: string
  readonly publicUrl: string
}

const hostOf = ({ publicUrl }: RelyingParty): string => new URL(publicUrl).hostname
const originOf = ({ publicUrl }: RelyingParty): string => new URL(publicUrl).origin

const refuse = (cause?: unknown): never => {
  throw new Problem('wrongPasskey', identityProblems.wrongPasskey, { keepsWrites: true, cause })
}

/** Asks for a passkey: of this account, or, where nobody is known yet, any that the browser offers for this host. */
export async function askForPasskey(ctx: Context, party: RelyingParty, accountId: string | undefined) {
  const known = accountId === undefined ? [] : await listPasskeys(ctx.tx, accountId)
  const options = await generateAuthenticationOptions({
    rpID: hostOf(party),
    userVerification: 'required',
    timeout: patientForMs,
    allowCredentials: known.map(({ id, transports }) => ({
      id,
      transports: transports as AuthenticatorTransport[],
    })),
  })
  return { ticket: await keepChallenge(ctx.tx, options.challenge, accountId, ctx.now()), options: { ...options } }
}

/** The passkey that answered rightly, its user verified; 401 `wrongPasskey` for anything else, and then the challenge is gone too. */
export async function checkAssertion(
  ctx: Context,
  party: RelyingParty,
  given: { readonly ticket: string; readonly assertion: Assertion },
): Promise<Passkey> {
  const asked = (await takeChallenge(ctx.tx, given.ticket, ctx.now())) ?? refuse()
  const passkey = (await findPasskey(ctx.tx, given.assertion.id)) ?? refuse()
  if (asked.accountId !== null && asked.accountId !== passkey.accountId) refuse()
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: given.assertion,
    expectedChallenge: asked.challenge,
    expectedOrigin: originOf(party),
    expectedRPID: hostOf(party),
    requireUserVerification: true,
    credential: { id: passkey.id, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter },
  }).catch(refuse)
  if (!verified) refuse()
  await rememberUse(ctx.tx, passkey.id, authenticationInfo.newCounter, ctx.now())
  return passkey
}

/** Asks for a new passkey of an account: one that names its owner by itself, and checks them. */
export async function offerPasskey(
  ctx: Context,
  party: RelyingParty,
  account: { readonly id: string; readonly login: string; readonly fullName: string },
) {
  const known = await listPasskeys(ctx.tx, account.id)
  const options = await generateRegistrationOptions({
    rpName: party.name,
    rpID: hostOf(party),
    userID: new TextEncoder().encode(account.id),
    userName: account.login,
    userDisplayName: account.fullName,
    timeout: patientForMs,
    attestationType: 'none',
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { ticket: await keepChallenge(ctx.tx, options.challenge, account.id, ctx.now()), options: { ...options } }
}

/** The new passkey of the account that was asked for it. */
export async function checkAttestation(
  ctx: Context,
  party: RelyingParty,
  accountId: string,
  given: { readonly ticket: string; readonly attestation: Attestation },
): Promise<Passkey> {
  const asked = (await takeChallenge(ctx.tx, given.ticket, ctx.now())) ?? refuse()
  if (asked.accountId !== accountId) refuse()
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: given.attestation,
    expectedChallenge: asked.challenge,
    expectedOrigin: originOf(party),
    expectedRPID: hostOf(party),
    requireUserVerification: true,
  }).catch(refuse)
  if (!verified) return refuse()
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential
  return { id, accountId, publicKey: Buffer.from(publicKey), counter, transports }
}
