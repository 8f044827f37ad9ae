import { randomBytes } from 'node:crypto'
import type { Context } from '#kernel/operations/context.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { Problem, fail } from '#values/errors.ts'
import { createPerson, findPersonByNumber } from '#engines/directory/index.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { createAccount, findLogin, getAccount, rememberSignIn, setPassword } from './account.ts'
import { identityProblems } from './contract/problems.ts'
import { startHalfSession } from './factors/second-step.ts'
import { isOpenNow } from './is-open.ts'
import { hashPassword, passwordFits, type PasswordCheck } from './password.ts'
import { endSession, hashToken, startSession } from './session.ts'
import { shutOutPassword } from './shut-out.ts'
import { countFailureFrom, countRegistration, forgetTries, takeTry, waitOfNetwork, waitToRegister } from './tries.ts'

export interface SignIn {
  readonly login: string
  readonly password: string
  readonly agent?: string | undefined
}

/**
 * Signs in with a password. The same answer, and the same work, for an unknown login and a wrong password. A try is counted
 * before it is looked at, and stays counted when it is refused: many at once are no way round. Who has a second factor
 * gets a half session, which opens nothing but the second step.
 */
export async function signIn(ctx: Context, given: SignIn, address: string) {
  const login = given.login.toLowerCase()
  const wait = await waitOfNetwork(ctx, address, login)
  if (wait > 0) throw new Problem('signInWait', identityProblems.signInWait, { retryAfterSeconds: wait })
  await takeTry(ctx, 'login', login)
  const account = await findLogin(ctx.tx, login)
  if (account !== undefined) ctx.note({ objectType: 'account', objectId: account.id })
  const fits = await passwordFits(given.password, account?.passwordHash)
  // Only whoever knows its password hears which account it became part of; that one is not theirs by this password.
  if (fits && account?.mergedLogin) throw mergedInto(account.mergedLogin)
  if (!fits || account === undefined || !(await isOpenNow(ctx, account.id))) {
    const shutOut = await shutOutPassword(ctx.tx, login)
    if (shutOut && (await passwordFits(given.password, shutOut)))
      throw new Problem('accountShutOut', identityProblems.accountShutOut, { keepsWrites: true })
    await countFailureFrom(ctx, address)
    throw new Problem('wrongSignIn', identityProblems.wrongSignIn, { keepsWrites: true })
  }
  await forgetTries(ctx, 'login', login)
  await endCallersSession(ctx)
  return openSession(ctx, account, { agent: given.agent, address })
}

type Recognised = Pick<
  NonNullable<Awaited<ReturnType<typeof findLogin>>>,
  'id' | 'kind' | 'mustChangePassword' | 'hasFactor' | 'hasPasskey'
>

/** A session, or half of one where a second factor is still to be shown: however they were recognised first. */
async function openSession(
  ctx: Context,
  account: Recognised,
  from: { readonly agent: string | undefined; readonly address: string },
) {
  const { kind, mustChangePassword } = account
  if (account.hasFactor) {
    const half = await startHalfSession(ctx, account.id, from)
    return { ...half, kind, mustChangePassword, awaitsFactor: true, hasPasskey: account.hasPasskey }
  }
  await rememberSignIn(ctx.tx, account.id, ctx.now())
  return { ...(await startSession(ctx.tx, account, ctx.now(), from)), kind, mustChangePassword }
}

const mergedInto = (login: string): Problem => {
  const { status, message } = identityProblems.accountMerged
  const words = { vi: message.vi.replaceAll('{login}', login), en: message.en.replaceAll('{login}', login) }
  return new Problem('accountMerged', { status, message: words }, { keepsWrites: true })
}

/** Signs a citizen in who was recognised without a password. */
export async function beginSession(ctx: Context, accountId: string, agent: string | undefined) {
  const account = await findLogin(ctx.tx, (await getAccount(ctx.tx, accountId)).login)
  await endCallersSession(ctx)
  return openSession(ctx, account ?? fail('notFound'), { agent, address: ctx.address })
}

/** The session that a sign-in takes the place of in its browser: left open, nobody would hold it any more (ASVS V7.2.4). */
export async function endCallersSession({ tx, actor, now }: Context): Promise<void> {
  if (actor.session === undefined) return
  await endSession(tx, hashToken(actor.session), now())
  await tellRightsChanged(tx)
}

export interface Registration {
  readonly fullName: string
  readonly personalId: string
  readonly birthDate: PlainDate
  readonly phone: string
  readonly password: string
}

/**
 * Opens a citizen's account (assurance 1: so stated). What stands on a card proves nobody's identity, so a number that the province
 * knows, from a counter or an account, is opened by an officer who sees the card. The answer is the same for both. Each is
 * counted, so that nobody opens accounts or tries numbers in masses.
 */
export async function register(ctx: Context, given: Registration, address: string, faultOf: PasswordCheck) {
  const fault = await faultOf(given.password, { kind: 'citizen', login: given.personalId, name: given.fullName })
  if (fault)
    throw new Problem('weakPassword', identityProblems.weakPassword, { places: [{ path: 'password', message: fault }] })
  const at = ctx.now()
  const wait = await waitToRegister(ctx, address)
  if (wait > 0) throw new Problem('registerWait', identityProblems.registerWait, { retryAfterSeconds: wait })
  if ((await findPersonByNumber(ctx.tx, given.personalId)) || (await findLogin(ctx.tx, given.personalId))) {
    await countRegistration(ctx, address)
    throw new Problem('loginTaken', identityProblems.loginTaken, { keepsWrites: true })
  }
  const personId = await createPerson(ctx.tx, given)
  const id = await createAccount(ctx.tx, {
    kind: 'citizen',
    personId,
    login: given.personalId,
    passwordHash: await hashPassword(given.password),
  })
  ctx.note({ objectType: 'account', objectId: id, subjects: [personId] })
  await endCallersSession(ctx)
  const session = await startSession(ctx.tx, { id, kind: 'citizen' }, at, { address })
  await countRegistration(ctx, address)
  return { ...session, kind: 'citizen' as const, mustChangePassword: false }
}

/** A password for one use, told to whoever gives it once and never stored; it must be changed at the first sign-in. */
export async function giveOncePassword(ctx: Context, accountId: string): Promise<string> {
  const password = randomBytes(12).toString('base64url')
  await setPassword(ctx.tx, accountId, await hashPassword(password), true, ctx.now())
  return password
}
