import { z } from 'zod'
import { operation } from '#values/operation.ts'
import type { ProblemKind } from '#values/errors.ts'
import { brakes } from '../brakes.ts'
import { identityProblems } from './problems.ts'

export const myAccountProblems = {
  onlyWay: {
    status: 409,
    message: {
      vi: 'Mật khẩu đang là cách đăng nhập duy nhất của tài khoản này. Hãy nối tài khoản quốc gia trước.',
      en: 'The password is the only way into this account. Join the national account first.',
    },
  },
  hasPassword: {
    status: 409,
    message: {
      vi: 'Tài khoản này đang có mật khẩu. Muốn đổi thì cần mật khẩu đang dùng.',
      en: 'This account has a password. To change it, the current one is needed.',
    },
  },
} as const satisfies Record<string, ProblemKind>

const Password = z.string().min(1).max(200)

export const myAccountContract = {
  listSignInWays: operation(
    {
      title: { vi: 'Các cách đăng nhập', en: 'Ways to sign in' },
      kind: 'read',
      permission: 'anyone',
      urgency: 'filing',
    },
    { method: 'GET', path: '/identity/sign-in-ways' },
  )
    .input(z.strictObject({}))
    .output(
      z.object({
        national: z.boolean(),
        /** The portal where citizens file and follow instead; null = here. */
        citizensAt: z.string().nullable(),
      }),
    ),

  getMyAccount: operation(
    { title: { vi: 'Tài khoản của tôi', en: 'My account' }, kind: 'read', permission: 'citizen' },
    { method: 'GET', path: '/identity/my-account' },
  )
    .input(z.strictObject({}))
    .output(
      z.object({
        fullName: z.string(),
        birthDate: z.string().nullable(),
        personalId: z.string().nullable(),
        phone: z.string().nullable(),
        /** 1 = said so, 2 = card seen at a counter, 3 = national e-identity. */
        assurance: z.number(),
        boundAt: z.date().nullable(),
        hasPassword: z.boolean(),
      }),
    ),

  stopPassword: operation(
    {
      title: { vi: 'Thôi dùng mật khẩu', en: 'Use no password any more' },
      kind: 'write',
      permission: 'citizen',
      holdsSecret: true,
      limits: { login: brakes.login },
      problems: {
        ...myAccountProblems,
        wrongSignIn: identityProblems.wrongSignIn,
        signInWait: identityProblems.signInWait,
      },
    },
    { method: 'POST', path: '/identity/my-account/password/end' },
  )
    .input(z.strictObject({ current: Password }))
    .output(z.object({ otherSessionsEnded: z.number() })),

  choosePassword: operation(
    {
      title: { vi: 'Đặt mật khẩu', en: 'Set a password' },
      kind: 'write',
      permission: 'citizen',
      holdsSecret: true,
      problems: myAccountProblems,
    },
    { method: 'POST', path: '/identity/my-account/password' },
  )
    .input(z.strictObject({ next: Password }))
    .output(z.object({ done: z.literal(true) })),
}
