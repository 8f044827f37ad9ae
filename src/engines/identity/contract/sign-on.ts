import { z } from 'zod'
import { operation } from '#values/operation.ts'
import type { ProblemKind } from '#values/errors.ts'
import { scopeNames } from './scopes.ts'

export const signOnProblems = {
  signOnOver: {
    status: 404,
    message: {
      vi: 'Yêu cầu đăng nhập này không hợp lệ hoặc đã quá 30 phút. Hãy bắt đầu lại từ hệ thống mà ông/bà muốn vào.',
      en: 'This request to sign in is not valid, or older than 30 minutes. Begin again at the system you want to enter.',
    },
  },
} as const satisfies Record<string, ProblemKind>

/** What is under way, as the provider names it. */
const Uid = z.string().min(1).max(100)
const Scope = z.enum(scopeNames)

/** What is still to be done by the person; `ready` = go back. */
const SignOnState = z.enum(['signIn', 'otherPeople', 'proveAgain', 'consent', 'ready'])
export type SignOnState = z.infer<typeof SignOnState>

/** What another system sees of a person, and when it may: signing in there by us. */
export const signOnContract = {
  viewSignOn: operation(
    {
      title: { vi: 'Xem yêu cầu đăng nhập của hệ thống khác', en: 'See the request of another system to sign in' },
      kind: 'read',
      permission: 'anyone',
      urgency: 'filing',
      problems: signOnProblems,
    },
    { method: 'GET', path: '/identity/sign-ons/{uid}' },
  )
    .input(z.strictObject({ uid: Uid }))
    .output(
      z.object({
        client: z.object({ name: z.string(), owner: z.string(), people: z.enum(['staff', 'citizen', 'everyone']) }),
        state: SignOnState,
        scopes: z.array(Scope),
        /** Where it goes on. */
        next: z.string(),
      }),
    ),

  answerSignOn: operation(
    {
      title: { vi: 'Cho hệ thống khác biết về mình', en: 'Allow another system to know me' },
      kind: 'write',
      permission: 'signed-in',
      problems: signOnProblems,
    },
    { method: 'POST', path: '/identity/sign-ons/{uid}' },
  )
    .input(z.strictObject({ uid: Uid, agree: z.boolean() }))
    .output(z.object({ next: z.string() })),

  describeSignOut: operation(
    {
      title: { vi: 'Xem yêu cầu đăng xuất của hệ thống khác', en: 'See the request of another system to sign out' },
      kind: 'read',
      permission: 'anyone',
    },
    { method: 'GET', path: '/identity/sign-outs/{clientId}' },
  )
    .input(
      z.strictObject({
        clientId: z.string().max(100),
        /** Where it wants the person back; only what it has registered is answered. */
        back: z.string().max(500).default(''),
        state: z.string().max(500).optional(),
      }),
    )
    .output(z.object({ name: z.string(), back: z.string().nullable() })),

  listMyClients: operation(
    {
      title: { vi: 'Hệ thống tôi đã cho biết về mình', en: 'Systems that I allowed to know me' },
      kind: 'read',
      permission: 'signed-in',
    },
    { method: 'GET', path: '/identity/consents' },
  )
    .input(z.strictObject({}))
    .output(
      z.array(
        z.object({
          clientId: z.string(),
          name: z.string(),
          owner: z.string(),
          scopes: z.array(Scope),
          givenAt: z.date(),
        }),
      ),
    ),

  takeBackConsent: operation(
    {
      title: { vi: 'Thôi cho hệ thống khác biết về mình', en: 'Allow a system no more to know me' },
      kind: 'write',
      permission: 'signed-in',
    },
    { method: 'DELETE', path: '/identity/consents/{clientId}' },
  )
    .input(z.strictObject({ clientId: z.uuid() }))
    .output(z.object({ done: z.literal(true) })),
}
