import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { brakes } from '../brakes.ts'
import { identityProblems } from './problems.ts'

/** Of an authenticator app, or a recovery code; as people type them. */
const Code = z.string().trim().min(6).max(40)

export const NewSession = z.object({ token: z.string(), expiresAt: z.date() })

export const RecoveryCodes = z.object({
  /** Shown this once; only their hashes are kept. */
  recoveryCodes: z.array(z.string()),
})

/** The second step of signing in, proofs in between, and one's own second factors. */
export const factorContract = {
  passSecondStep: operation(
    {
      title: { vi: 'Nhập mã bước hai khi đăng nhập', en: 'Second step of signing in' },
      kind: 'write',
      // Until it is done, whoever holds the token of the first step is nobody.
      permission: 'anyone',
      holdsSecret: true,
      limits: { factor: brakes.factor },
      problems: identityProblems,
    },
    { method: 'POST', path: '/identity/second-step' },
  )
    .input(z.strictObject({ code: Code }))
    .output(NewSession.extend({ mustChangePassword: z.boolean() })),

  proveIdentity: operation(
    {
      title: { vi: 'Xác nhận lại chính mình', en: 'Prove again who one is' },
      kind: 'write',
      permission: 'own-account',
      holdsSecret: true,
      limits: { login: brakes.login, factor: brakes.factor },
      problems: identityProblems,
    },
    { method: 'POST', path: '/identity/proof' },
  )
    .input(z.union([z.strictObject({ password: z.string().min(1).max(200) }), z.strictObject({ code: Code })]))
    .output(NewSession),

  listFactors: operation(
    {
      title: { vi: 'Yếu tố xác thực của tôi', en: 'My second factors' },
      kind: 'read',
      permission: 'own-account',
    },
    { method: 'GET', path: '/identity/factors' },
  )
    .input(z.strictObject({}))
    .output(
      z.object({
        totpSince: z.date().nullable(),
        recoveryCodesLeft: z.number(),
        passkeys: z.array(
          z.object({ id: z.string(), name: z.string(), addedAt: z.date(), lastUsedAt: z.date().nullable() }),
        ),
      }),
    ),

  offerTotp: operation(
    {
      title: { vi: 'Lấy mã QR cho ứng dụng tạo mã', en: 'Get the QR code for an authenticator app' },
      kind: 'write',
      permission: 'own-account',
      stepUp: 'factor',
      holdsSecret: true,
      problems: identityProblems,
    },
    { method: 'POST', path: '/identity/factors/totp' },
  )
    .input(z.strictObject({}))
    .output(z.object({ secret: z.string(), uri: z.string() })),

  confirmTotp: operation(
    {
      title: { vi: 'Bật ứng dụng tạo mã', en: 'Turn an authenticator app on' },
      kind: 'write',
      permission: 'own-account',
      stepUp: 'factor',
      holdsSecret: true,
      limits: { factor: brakes.factor },
      problems: identityProblems,
    },
    { method: 'POST', path: '/identity/factors/totp/confirmation' },
  )
    .input(z.strictObject({ code: Code }))
    .output(RecoveryCodes),

  removeTotp: operation(
    {
      title: { vi: 'Gỡ ứng dụng tạo mã', en: 'Remove the authenticator app' },
      kind: 'write',
      permission: 'own-account',
      stepUp: 'factor',
      problems: identityProblems,
    },
    { method: 'DELETE', path: '/identity/factors/totp' },
  )
    .input(z.strictObject({}))
    .output(z.object({ removed: z.boolean() })),

  renewRecoveryCodes: operation(
    {
      title: { vi: 'Lấy bộ mã dự phòng mới', en: 'Get new recovery codes' },
      kind: 'write',
      permission: 'own-account',
      stepUp: 'factor',
      holdsSecret: true,
      problems: identityProblems,
    },
    { method: 'POST', path: '/identity/factors/recovery-codes' },
  )
    .input(z.strictObject({}))
    .output(RecoveryCodes),

  resetFactors: operation(
    {
      title: { vi: 'Gỡ yếu tố xác thực của người khác', en: 'Reset the second factors of an official' },
      kind: 'write',
      permission: 'account.manage',
      stepUp: 'proof',
    },
    { method: 'POST', path: '/identity/accounts/{id}/factors/reset' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.object({ sessionsEnded: z.number() })),
}
