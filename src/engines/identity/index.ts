import type { NationalSso } from '#kernel/national-sso.ts'
import { defineEngine } from '#kernel/operations/engine.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { fail } from '#values/errors.ts'
import { fold } from '#values/text.ts'
import { createAccount, getAccount, searchAccounts, setStatus } from './account.ts'
import { openAccountAtCounter } from './account-at-counter.ts'
import { choosePost, myPosts } from './acting-post.ts'
import { changePassword } from './change-password.ts'
import { identityContract } from './contract.ts'
import { choosePassword, myAccount, stopPassword } from './my-account.ts'
import { createNationalClient } from './national/national-client.ts'
import { nationalHandlers } from './national/national-handlers.ts'
import { forgetOldSignOns } from './national/pending-sign-on.ts'
import type { PasswordRule } from './password.ts'
import { endSession, endSessionsOf, hashToken, openSessions } from './session.ts'
import { giveOncePassword, register, signIn } from './sign-in.ts'

export { createAccount, findLogin, hasUnseenAccount } from './account.ts'
export { createActorCache, type ActorCache } from './authenticate.ts'
export { findMergeable, mergeAccount, type MergeableAccount } from './merge-account.ts'
export { createNationalClient } from './national/national-client.ts'
export { createPasswordRule, hashPassword } from './password.ts'
export { startSession } from './session.ts'

interface IdentityParts {
  readonly faultOf: PasswordRule
  readonly nationalSso: NationalSso | undefined
  readonly publicUrl: string
}

export const createIdentity = ({ faultOf, nationalSso, publicUrl }: IdentityParts) =>
  defineEngine({
    name: 'identity',
    contract: identityContract,
    jobs: [
      {
        name: 'forget-old-sign-ons',
        schedule: '*/10 * * * *',
        run: async (ctx) => void (await forgetOldSignOns(ctx.tx, ctx.now())),
      },
    ],
    handlers: {
      ...nationalHandlers(nationalSso && createNationalClient(nationalSso, publicUrl)),

      listSignInWays: async () => ({ national: nationalSso !== undefined }),
      getMyAccount: myAccount,
      stopPassword: (ctx, { current }) => stopPassword(ctx, current),
      choosePassword: (ctx, { next }) => choosePassword(ctx, next, faultOf),

      signIn: (ctx, input) => signIn(ctx, input, ctx.address),
      register: (ctx, input) => register(ctx, input, ctx.address, faultOf),

      openAccountAtCounter,

      async signOut(ctx, { everywhere }) {
        const token = ctx.actor.session
        const ended = everywhere
          ? await endSessionsOf(ctx.tx, ctx.actor.account, ctx.now())
          : token === undefined
            ? 0
            : await endSession(ctx.tx, hashToken(token), ctx.now())
        await tellRightsChanged(ctx.tx)
        return { ended }
      },

      whoAmI: async ({ actor }) => ({
        kind: actor.kind,
        name: actor.name,
        ...(actor.person ? { person: actor.person } : {}),
        ...(actor.post ? { post: actor.post } : {}),
        permissions: [...actor.permissions.keys()].sort(),
        onBehalfOf: [...new Set(actor.onBehalf.values())],
      }),

      listMyPosts: (ctx) => myPosts(ctx),

      async choosePost(ctx, { postId }) {
        const chosen = await choosePost(ctx, postId)
        await tellRightsChanged(ctx.tx)
        return chosen
      },

      changePassword: (ctx, input) => changePassword(ctx, input, faultOf),

      async listSessions(ctx) {
        const current = ctx.actor.session === undefined ? '' : hashToken(ctx.actor.session).toString('hex')
        const open = await openSessions(ctx.tx, ctx.actor.account, ctx.now())
        return open.map((session) => ({ ...session, current: session.handle === current }))
      },

      findAccounts: (ctx, { text, limit }) => searchAccounts(ctx.tx, fold(text), limit),

      async createAccount(ctx, { personId, login }) {
        const id = await createAccount(ctx.tx, { kind: 'staff', personId, login, passwordHash: null })
        ctx.note({ objectType: 'account', objectId: id, subjects: [personId] })
        return { id, oncePassword: await giveOncePassword(ctx, id) }
      },

      async resetPassword(ctx, { id }) {
        if (id === ctx.actor.account) fail('forbidden')
        const oncePassword = await giveOncePassword(ctx, (await getAccount(ctx.tx, id)).id)
        await endSessionsOf(ctx.tx, id, ctx.now())
        ctx.note({ objectType: 'account', objectId: id })
        await tellRightsChanged(ctx.tx)
        return { oncePassword }
      },

      async setAccountStatus(ctx, { id, status }) {
        if (id === ctx.actor.account) fail('forbidden')
        await setStatus(ctx.tx, id, status)
        if (status === 'disabled') await endSessionsOf(ctx.tx, id, ctx.now())
        ctx.note({ objectType: 'account', objectId: id, facts: { status } })
        await tellRightsChanged(ctx.tx)
        return getAccount(ctx.tx, id)
      },
    },
  })
