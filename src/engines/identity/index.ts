import type { NationalSso } from '#kernel/national-sso.ts'
import { sql } from '#kernel/database/query.ts'
import { defineEngine } from '#kernel/operations/engine.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import type { Secrets } from '#kernel/secrets/secrets.ts'
import { fail } from '#values/errors.ts'
import { fold } from '#values/text.ts'
import type { AccountPolicy } from './account-policy.ts'
import { createAccount, getAccount, searchAccounts, setStatus } from './account.ts'
import { openAccountAtCounter } from './account-at-counter.ts'
import { choosePost, myPosts } from './acting-post.ts'
import { changePassword } from './change-password.ts'
import { Problem } from '#values/errors.ts'
import { identityContract, identityProblems } from './contract.ts'
import {
  addOwnPasskey,
  confirmOwnTotp,
  offerOwnPasskey,
  offerOwnTotp,
  ownFactors,
  removeOwnPasskey,
  removeOwnTotp,
  renewOwnRecoveryCodes,
  resetFactorsOf,
} from './factors/own-factors.ts'
import type { RelyingParty } from './factors/relying-party.ts'
import { askCaller, proveByPasskey, signInWithPasskey } from './factors/use-passkey.ts'
import { passSecondStep } from './factors/second-step.ts'
import { isManaged, mustManageAccount, mustManagePerson } from './managed-account.ts'
import { keepOldPassword } from './old-password.ts'
import { wordsOf } from './password-profile.ts'
import { createPasswordCheck } from './password.ts'
import { proveIdentity } from './prove-identity.ts'
import { endSession, endSessionOf, endSessionsOf, hashToken, openSessions } from './session.ts'
import { disableUnusedAccounts } from './unused-accounts.ts'
import { choosePassword, myAccount, stopPassword } from './my-account.ts'
import { createNationalClient } from './national/national-client.ts'
import { nationalHandlers } from './national/national-handlers.ts'
import { forgetOldSignOns } from './national/pending-sign-on.ts'
import {
  changeMachine,
  createApiToken,
  createMachine,
  listMachines,
  revokeApiToken,
  setMachineStatus,
} from './machines/manage-machines.ts'
import type { OpenProvider } from './provider/open-provider.ts'
import { providerHandlers } from './provider/provider-handlers.ts'
import { providerJobs } from './provider/provider-jobs.ts'
import { tellClient } from './provider/tell-clients.ts'
import { giveOncePassword, register, signIn } from './sign-in.ts'

export { factorsChanged, type FactorChange } from './factors/own-factors.ts'
export { createAccount, findLogin, hasUnseenAccount } from './account.ts'
export { openAccountPolicy, type AccountPolicy } from './account-policy.ts'
export { createActorCache, type ActorCache } from './authenticate.ts'
export { isOpen } from './is-open.ts'
export { actorOfPerson, handsOverWork } from './load-actor.ts'
export { findMergeable, mergeAccount, type MergeableAccount } from './merge-account.ts'
export { importedAccounts } from './imported-accounts.ts'
export { createNationalClient } from './national/national-client.ts'
export { hashPassword } from './password.ts'
export { sealedTotps } from './factors/totp-factor.ts'
export { sealedProviderKeys } from './provider/provider-keys.ts'
export { createProvider, type OpenProvider } from './provider/open-provider.ts'
export { providerRoutes } from './provider/provider-routes.ts'
export { endEverySession, startSession } from './session.ts'
export { isOnlyClaimed } from './shut-out.ts'

interface IdentityParts {
  /** What the place and its bodies are called: no password is made of these. */
  readonly localNames: readonly string[]
  readonly policy: AccountPolicy
  readonly secrets: Secrets
  /** Who asks for passkeys, and whose codes an authenticator app shows. */
  readonly party: RelyingParty
  readonly nationalSso: NationalSso | undefined
  /** The portal that citizens use instead of ours, if they do: nobody opens an account or signs in as a citizen here. */
  readonly citizensAt: string | undefined
  /** By which other systems sign in. */
  readonly openProvider: OpenProvider
}

export function createIdentity({
  localNames,
  policy,
  secrets,
  party,
  citizensAt,
  openProvider,
  ...parts
}: IdentityParts) {
  const nationalSso = citizensAt === undefined ? parts.nationalSso : undefined
  const faultOf = createPasswordCheck(localNames, policy)
  return defineEngine({
    name: 'identity',
    contract: identityContract,
    listeners: [tellClient(openProvider)],
    jobs: [
      disableUnusedAccounts(policy),
      ...providerJobs(secrets),
      {
        name: 'forget-old-sign-ons',
        schedule: '*/10 * * * *',
        run: async (ctx) => void (await forgetOldSignOns(ctx.tx, ctx.now())),
      },
    ],
    handlers: {
      ...providerHandlers(party.publicUrl),
      listMachines,
      createMachine,
      changeMachine,
      setMachineStatus,
      createApiToken,
      revokeApiToken,
      ...nationalHandlers(nationalSso && createNationalClient(nationalSso, party.publicUrl)),

      listSignInWays: async () => ({ national: nationalSso !== undefined, citizensAt: citizensAt ?? null }),
      getMyAccount: myAccount,
      stopPassword: (ctx, { current }) => stopPassword(ctx, current),
      choosePassword: (ctx, { next }) => choosePassword(ctx, next, faultOf),

      signIn: (ctx, input) => signIn(ctx, input, ctx.address),
      async register(ctx, input) {
        if (citizensAt !== undefined) throw new Problem('citizensElsewhere', identityProblems.citizensElsewhere)
        return register(ctx, input, ctx.address, faultOf)
      },

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

      passSecondStep: (ctx, { code }) => passSecondStep(ctx, secrets, code),
      proveIdentity: (ctx, proof) => proveIdentity(ctx, secrets, proof),

      listFactors: ownFactors,
      offerTotp: (ctx) => offerOwnTotp(ctx, secrets, party.name),
      confirmTotp: (ctx, { code }) => confirmOwnTotp(ctx, secrets, code),
      removeTotp: removeOwnTotp,
      renewRecoveryCodes: renewOwnRecoveryCodes,
      askForPasskey: (ctx) => askCaller(ctx, party),
      signInWithPasskey: (ctx, given) => signInWithPasskey(ctx, party, given),
      proveByPasskey: (ctx, given) => proveByPasskey(ctx, party, given),
      offerPasskey: (ctx) => offerOwnPasskey(ctx, party),
      addPasskey: (ctx, given) => addOwnPasskey(ctx, party, given),
      removePasskey: (ctx, { id }) => removeOwnPasskey(ctx, id),
      resetFactors: (ctx, { id }) => resetFactorsOf(ctx, id),

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

      describePasswords: async ({ actor }, { kind }) => ({
        words: wordsOf(policy.profiles[kind], actor.proof?.hasFactor ?? false),
      }),

      changePassword: (ctx, input) => changePassword(ctx, input, { faultOf, profiles: policy.profiles }),

      async listSessions(ctx) {
        const current = ctx.actor.session === undefined ? '' : hashToken(ctx.actor.session).toString('hex')
        const open = await openSessions(ctx.tx, ctx.actor.account, ctx.now())
        return open.map((session) => ({ ...session, current: session.handle === current }))
      },

      nameAccounts: (ctx, { text }) => searchAccounts(ctx.tx, fold(text), { limit: 10, at: ctx.now() }),

      async endSession(ctx, { handle }) {
        const ended = await endSessionOf(ctx.tx, ctx.actor.account, handle, ctx.now())
        if (ended === 0) fail('notFound')
        await tellRightsChanged(ctx.tx)
        return { ended }
      },

      findAccounts: (ctx, { text, limit }) =>
        searchAccounts(ctx.tx, fold(text), { limit, at: ctx.now() }, isManaged(ctx, sql`a.person_id`)),

      async createAccount(ctx, { personId, login }) {
        await mustManagePerson(ctx, personId)
        const id = await createAccount(ctx.tx, { kind: 'staff', personId, login, passwordHash: null })
        ctx.note({ objectType: 'account', objectId: id, subjects: [personId] })
        return { id, oncePassword: await giveOncePassword(ctx, id) }
      },

      async resetPassword(ctx, { id }) {
        if (id === ctx.actor.account) fail('forbidden')
        await mustManageAccount(ctx, id)
        const { kind } = await getAccount(ctx.tx, id)
        await keepOldPassword(ctx.tx, id, policy.profiles[kind].remembers, ctx.now())
        const oncePassword = await giveOncePassword(ctx, id)
        await endSessionsOf(ctx.tx, id, ctx.now())
        ctx.note({ objectType: 'account', objectId: id })
        await tellRightsChanged(ctx.tx)
        return { oncePassword }
      },

      async setAccountStatus(ctx, { id, status }) {
        if (id === ctx.actor.account) fail('forbidden')
        await mustManageAccount(ctx, id)
        await setStatus(ctx.tx, id, status, ctx.now())
        if (status === 'disabled') await endSessionsOf(ctx.tx, id, ctx.now())
        ctx.note({ objectType: 'account', objectId: id, facts: { status } })
        await tellRightsChanged(ctx.tx)
        return getAccount(ctx.tx, id)
      },
    },
  })
}
