import { find, sql } from '#kernel/database/query.ts'
import { defineEngine } from '#kernel/operations/engine.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { Problem, fail } from '#values/errors.ts'
import { fold } from '#values/text.ts'
import { createAccount, getAccount, searchAccounts, setPassword, setStatus } from './account.ts'
import { choosePost, myPosts } from './acting-post.ts'
import { identityContract, identityProblems } from './contract.ts'
import { hashPassword, passwordFault, passwordFits } from './password.ts'
import { endSession, endSessionsOf, hashToken, openSessions } from './session.ts'
import { giveOncePassword, register, signIn } from './sign-in.ts'

export { createAccount } from './account.ts'
export { createActorCache, type ActorCache } from './authenticate.ts'
export { hashPassword } from './password.ts'
export { startSession } from './session.ts'

const sameAsBefore = { vi: 'Mật khẩu mới phải khác mật khẩu cũ.', en: 'The new password must differ from the old one.' }

export const createIdentity = () =>
  defineEngine({
    name: 'identity',
    contract: identityContract,
    handlers: {
      signIn: (ctx, input) => signIn(ctx, input, ctx.address),
      register: (ctx, input) => register(ctx, input, ctx.address),

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

      async changePassword(ctx, { current, next }) {
        const account = await getAccount(ctx.tx, ctx.actor.account)
        const stored = await find(
          ctx.tx,
          sql<{ passwordHash: string }>`select password_hash from identity.account where id = ${account.id}`,
        )
        if (!(await passwordFits(current, stored?.passwordHash)))
          throw new Problem('wrongSignIn', identityProblems.wrongSignIn)
        const fault = next === current ? sameAsBefore : passwordFault(next, account.login)
        if (fault)
          throw new Problem('weakPassword', identityProblems.weakPassword, {
            places: [{ path: 'next', message: fault }],
          })
        await setPassword(ctx.tx, account.id, await hashPassword(next), false)
        const kept = ctx.actor.session === undefined ? undefined : hashToken(ctx.actor.session)
        const otherSessionsEnded = await endSessionsOf(ctx.tx, account.id, ctx.now(), kept)
        await tellRightsChanged(ctx.tx)
        return { otherSessionsEnded }
      },

      async listSessions(ctx) {
        const current = ctx.actor.session === undefined ? '' : hashToken(ctx.actor.session).toString('hex')
        const open = await openSessions(ctx.tx, ctx.actor.account, ctx.now())
        return open.map((session) => ({ ...session, current: session.handle === current }))
      },

      findAccounts: (ctx, { text, limit }) => searchAccounts(ctx.tx, fold(text), limit),

      async createAccount(ctx, { personId, login }) {
        const id = await createAccount(ctx.tx, { kind: 'staff', personId, login, passwordHash: '' })
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
