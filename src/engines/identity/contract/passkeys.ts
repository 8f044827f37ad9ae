import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { oneLine } from '#values/one-line.ts'
import { NewSession, RecoveryCodes } from './factors.ts'
import { identityProblems } from './problems.ts'
import { Session } from './session.ts'

/** Base64url as the WebAuthn API gives it in JSON. */
const Bytes = z
  .string()
  .max(20_000)
  .regex(/^[\w-]*$/)

const Ticket = z.string().regex(/^[\w-]{43}$/)

/** For `navigator.credentials`, as its JSON form has it (WebAuthn Level 3 §5.1). */
const Challenge = z.object({
  /** Goes back with what the authenticator answers; held by one browser. */
  ticket: z.string(),
  options: z.looseObject({ challenge: z.string() }),
})

const answered = {
  id: Bytes,
  rawId: Bytes,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['cross-platform', 'platform']).optional(),
  clientExtensionResults: z.record(z.string().max(60), z.unknown()),
}

const Assertion = z.strictObject({
  ...answered,
  response: z.strictObject({
    clientDataJSON: Bytes,
    authenticatorData: Bytes,
    signature: Bytes,
    userHandle: Bytes.optional(),
  }),
})
export type Assertion = z.output<typeof Assertion>

const Attestation = z.strictObject({
  ...answered,
  response: z.strictObject({
    clientDataJSON: Bytes,
    attestationObject: Bytes,
    authenticatorData: Bytes.optional(),
    transports: z.array(z.string().max(30)).max(10).optional(),
    publicKeyAlgorithm: z.number().optional(),
    publicKey: Bytes.optional(),
  }),
})
export type Attestation = z.output<typeof Attestation>

/** Passkeys: keys in a phone, computer or token that check their owner themselves (WebAuthn). */
export const passkeyContract = {
  askForPasskey: operation(
    {
      title: { vi: 'Hỏi khóa truy cập', en: 'Ask for a passkey' },
      kind: 'write',
      permission: 'anyone',
      holdsSecret: true,
    },
    { method: 'POST', path: '/identity/passkey-challenge' },
  )
    .input(z.strictObject({}))
    .output(Challenge),

  signInWithPasskey: operation(
    {
      title: { vi: 'Đăng nhập bằng khóa truy cập', en: 'Sign in with a passkey' },
      kind: 'write',
      permission: 'anyone',
      holdsSecret: true,
      problems: identityProblems,
    },
    { method: 'POST', path: '/identity/passkey-sign-in' },
  )
    .input(z.strictObject({ ticket: Ticket, assertion: Assertion, agent: z.string().max(300).optional() }))
    .output(Session),

  proveByPasskey: operation(
    {
      title: { vi: 'Xác nhận lại bằng khóa truy cập', en: 'Prove by a passkey who one is' },
      kind: 'write',
      permission: 'own-account',
      holdsSecret: true,
      problems: identityProblems,
    },
    { method: 'POST', path: '/identity/passkey-proof' },
  )
    .input(z.strictObject({ ticket: Ticket, assertion: Assertion }))
    .output(NewSession),

  offerPasskey: operation(
    {
      title: { vi: 'Bắt đầu thêm khóa truy cập', en: 'Begin to add a passkey' },
      kind: 'write',
      permission: 'own-account',
      stepUp: 'factor',
      holdsSecret: true,
    },
    { method: 'POST', path: '/identity/factors/passkey-challenge' },
  )
    .input(z.strictObject({}))
    .output(Challenge),

  addPasskey: operation(
    {
      title: { vi: 'Thêm khóa truy cập', en: 'Add a passkey' },
      kind: 'write',
      permission: 'own-account',
      stepUp: 'factor',
      holdsSecret: true,
      problems: identityProblems,
    },
    { method: 'POST', path: '/identity/factors/passkeys' },
  )
    .input(z.strictObject({ ticket: Ticket, attestation: Attestation, name: oneLine(1, 60) }))
    .output(RecoveryCodes),

  removePasskey: operation(
    {
      title: { vi: 'Gỡ khóa truy cập', en: 'Remove a passkey' },
      kind: 'write',
      permission: 'own-account',
      stepUp: 'factor',
    },
    { method: 'DELETE', path: '/identity/factors/passkeys/{id}' },
  )
    .input(z.strictObject({ id: Bytes.min(1).max(1400) }))
    .output(z.object({ removed: z.boolean() })),
}
