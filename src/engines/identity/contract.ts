import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { oneLine } from '#values/one-line.ts'
import { brakes } from './brakes.ts'
import { factorContract } from './contract/factors.ts'
import { passkeyContract } from './contract/passkeys.ts'
import { identityProblems } from './contract/problems.ts'
import { myAccountContract } from './contract/my-account.ts'
import { nationalContract } from './contract/national.ts'
import { clientContract } from './contract/clients.ts'
import { machineContract } from './contract/machines.ts'
import { signOnContract } from './contract/sign-on.ts'
import { Session } from './contract/session.ts'
import { Phone } from '#values/phone.ts'
import { PlainDate } from '#values/plain-date.ts'

export { machinePermissions, type Machine, type MachinePermission } from './contract/machines.ts'
export { scopes, type ScopeName } from './contract/scopes.ts'
export type { Client as SignOnClient } from './contract/clients.ts'

export const Login = z.string().trim().min(3).max(80)
const Password = z.string().min(1).max(200)
const PersonalId = z.string().regex(/^\d{12}$/, { error: 'Số định danh có 12 chữ số · 12 digits' })
export const Me = z.object({
  kind: z.enum(['nobody', 'citizen', 'staff', 'service', 'device', 'system']),
  name: z.string(),
  person: z.string().optional(),
  post: z.object({ id: z.string(), title: z.string(), unit: z.string(), unitId: z.string() }).optional(),
  permissions: z.array(z.string()),
  onBehalfOf: z.array(z.string()),
})
export type Me = z.infer<typeof Me>

const Account = z.object({
  id: z.string(),
  personId: z.string(),
  fullName: z.string(),
  login: z.string(),
  status: z.enum(['active', 'disabled']),
  /** Nobody signed in for long, an administrator said so, or its owner left the service. */
  disabledBecause: z.enum(['administrator', 'unused', 'left']).nullable(),
  lastSignInAt: z.date().nullable(),
  hasFactor: z.boolean(),
})

export { identityProblems } from './contract/problems.ts'

export const identityContract = {
  ...factorContract,
  ...passkeyContract,
  ...nationalContract,
  ...myAccountContract,
  ...signOnContract,
  ...clientContract,
  ...machineContract,

  signIn: operation(
    {
      title: { vi: 'Đăng nhập', en: 'Sign in' },
      kind: 'write',
      permission: 'anyone',
      holdsSecret: true,
      limits: { login: brakes.login, network: brakes.network },
      problems: identityProblems,
    },
    { method: 'POST', path: '/identity/sign-in' },
  )
    .input(z.strictObject({ login: Login, password: Password, agent: z.string().max(300).optional() }))
    .output(Session),

  signOut: operation(
    { title: { vi: 'Đăng xuất', en: 'Sign out' }, kind: 'write', permission: 'own-account' },
    { method: 'POST', path: '/identity/sign-out' },
  )
    .input(z.strictObject({ everywhere: z.boolean().default(false) }))
    .output(z.object({ ended: z.number() })),

  register: operation(
    {
      title: { vi: 'Mở tài khoản người dân', en: 'Open a citizen account' },
      kind: 'write',
      permission: 'anyone',
      holdsSecret: true,
      limits: { registration: brakes.registration, registrations: brakes.registrations },
      problems: identityProblems,
    },
    { method: 'POST', path: '/identity/register' },
  )
    .input(
      z.strictObject({
        fullName: oneLine(2, 100),
        personalId: PersonalId,
        birthDate: PlainDate,
        phone: Phone,
        password: Password,
      }),
    )
    .output(Session),

  openAccountAtCounter: operation(
    {
      title: { vi: 'Mở tài khoản cho người đến quầy', en: 'Open an account for a person at the counter' },
      kind: 'write',
      permission: 'account.open',
      holdsSecret: true,
      problems: identityProblems,
    },
    { method: 'POST', path: '/identity/accounts-at-counter' },
  )
    .input(
      z.strictObject({
        fullName: oneLine(2, 100),
        personalId: PersonalId,
        birthDate: PlainDate,
        /** The officer has the card in hand and sees its owner. */
        cardSeen: z.literal(true, { error: 'Phải xem thẻ căn cước trước · The card must be seen first' }),
        /** What somebody opened online under the number as another person is closed for good. */
        closesOther: z.boolean().default(false),
      }),
    )
    .output(z.object({ login: z.string(), isNew: z.boolean(), oncePassword: z.string() })),

  whoAmI: operation(
    { title: { vi: 'Tôi là ai', en: 'Who am I' }, kind: 'read', permission: 'anyone', urgency: 'filing' },
    { method: 'GET', path: '/identity/me' },
  )
    .input(z.strictObject({}))
    .output(Me),

  describePasswords: operation(
    {
      title: { vi: 'Mật khẩu phải thế nào', en: 'What passwords must be like' },
      kind: 'read',
      permission: 'anyone',
      urgency: 'filing',
    },
    { method: 'GET', path: '/identity/password-rule' },
  )
    .input(z.strictObject({ kind: z.enum(['staff', 'citizen']) }))
    .output(z.object({ words: z.object({ vi: z.string(), en: z.string() }) })),

  changePassword: operation(
    {
      title: { vi: 'Đổi mật khẩu', en: 'Change password' },
      kind: 'write',
      permission: 'own-account',
      holdsSecret: true,
      limits: { login: brakes.login },
      problems: identityProblems,
    },
    { method: 'POST', path: '/identity/password' },
  )
    .input(z.strictObject({ current: Password, next: Password }))
    .output(z.object({ otherSessionsEnded: z.number() })),

  listSessions: operation(
    { title: { vi: 'Phiên đang mở', en: 'Open sessions' }, kind: 'read', permission: 'own-account' },
    { method: 'GET', path: '/identity/sessions' },
  )
    .input(z.strictObject({}))
    .output(
      z.array(
        z.object({
          handle: z.string(),
          createdAt: z.date(),
          seenAt: z.date(),
          agent: z.string().nullable(),
          address: z.string().nullable(),
          current: z.boolean(),
        }),
      ),
    ),

  endSession: operation(
    {
      title: { vi: 'Đóng một phiên của mình', en: 'End one of my sessions' },
      kind: 'write',
      permission: 'own-account',
      stepUp: 'proof',
    },
    { method: 'POST', path: '/identity/sessions/{handle}/end' },
  )
    .input(z.strictObject({ handle: z.string().regex(/^[0-9a-f]{64}$/) }))
    .output(z.object({ ended: z.number() })),

  findAccounts: operation(
    { title: { vi: 'Tìm tài khoản', en: 'Find accounts' }, kind: 'read', permission: 'account.manage' },
    { method: 'GET', path: '/identity/accounts' },
  )
    .input(
      z.strictObject({
        text: z.string().trim().max(100).default(''),
        limit: z.coerce.number().int().min(1).max(100).default(50),
      }),
    )
    .output(z.array(Account)),

  nameAccounts: operation(
    {
      title: { vi: 'Tìm tài khoản để tra nhật ký', en: 'Find accounts to search the trail for' },
      kind: 'read',
      permission: 'audit.read',
    },
    { method: 'GET', path: '/identity/account-names' },
  )
    .input(z.strictObject({ text: z.string().trim().min(1).max(100) }))
    .output(z.array(z.object({ id: z.string(), login: z.string(), fullName: z.string() }))),

  listMyPosts: operation(
    { title: { vi: 'Các vị trí tôi đang giữ', en: 'The posts I hold' }, kind: 'read', permission: 'staff' },
    { method: 'GET', path: '/identity/posts' },
  )
    .input(z.strictObject({}))
    .output(
      z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          unit: z.string(),
          delegatedFrom: z.string().nullable(),
          isActing: z.boolean(),
        }),
      ),
    ),

  choosePost: operation(
    {
      title: { vi: 'Làm việc ở một vị trí', en: 'Act from a post' },
      kind: 'write',
      permission: 'staff',
      problems: identityProblems,
    },
    { method: 'POST', path: '/identity/posts/{postId}/choose' },
  )
    .input(z.strictObject({ postId: z.uuid() }))
    .output(z.object({ postId: z.string() })),

  createAccount: operation(
    {
      title: { vi: 'Cấp tài khoản cán bộ', en: 'Give an official an account' },
      kind: 'write',
      permission: 'account.manage',
      stepUp: 'proof',
      holdsSecret: true,
      problems: identityProblems,
    },
    { method: 'POST', path: '/identity/accounts' },
  )
    .input(z.strictObject({ personId: z.uuid(), login: Login }))
    .output(z.object({ id: z.string(), oncePassword: z.string() })),

  resetPassword: operation(
    {
      title: { vi: 'Cấp lại mật khẩu', en: 'Reset password' },
      kind: 'write',
      permission: 'account.manage',
      stepUp: 'proof',
      holdsSecret: true,
    },
    { method: 'POST', path: '/identity/accounts/{id}/password' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.object({ oncePassword: z.string() })),

  setAccountStatus: operation(
    {
      title: { vi: 'Khóa hoặc mở tài khoản', en: 'Disable or enable an account' },
      kind: 'write',
      permission: 'account.manage',
      stepUp: 'proof',
    },
    { method: 'POST', path: '/identity/accounts/{id}/status' },
  )
    .input(z.strictObject({ id: z.uuid(), status: z.enum(['active', 'disabled']) }))
    .output(Account),
}
