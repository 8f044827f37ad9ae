import { find, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { allowanceOf, oneMoreTry, secondsToWait, type Tries } from '#values/brake.ts'
import { Problem } from '#values/errors.ts'
import { networkOf } from '#values/network.ts'
import { brakes } from './brakes.ts'
import { identityProblems } from './contract/problems.ts'

type Braked = keyof typeof brakes
/** What is guessed at: the password of a login, the codes of an account's second factor. */
type Guessed = 'login' | 'factor'

/** Whoever signed in from a network lately is not a stranger there. */
const knownForDays = 90

const subjectOf = (braked: Braked, name: string): string => `${braked}:${name}`

const triesOf = (tx: Queries, subject: string): Promise<Tries | undefined> =>
  find(tx, sql<Tries>`select failures as count, last_at from identity.sign_in_attempt where subject = ${subject}`)

/** What counting needs of a call; which is told what is left. */
type Counted = Pick<Context, 'tx' | 'now' | 'allow'>

function waitAfter(ctx: Counted, braked: Braked, tries: Tries | undefined): number {
  ctx.allow(braked, allowanceOf(brakes[braked], tries, ctx.now()))
  return secondsToWait(brakes[braked], tries, ctx.now())
}

const waitOf = async (ctx: Counted, braked: Braked, name: string): Promise<number> =>
  waitAfter(ctx, braked, await triesOf(ctx.tx, subjectOf(braked, name)))

/** Counts a try unless it has to wait, and answers the seconds; the row stays locked until the transaction ends. */
async function count(ctx: Counted, braked: Braked, name: string, always: boolean): Promise<number> {
  const subject = subjectOf(braked, name)
  const at = ctx.now()
  const tries = await find(
    ctx.tx,
    sql<Tries>`insert into identity.sign_in_attempt as seen (subject, failures, last_at) values (${subject}, 0, ${at})
      on conflict (subject) do update set failures = seen.failures returning failures as count, last_at`,
  )
  const wait = waitAfter(ctx, braked, tries)
  if (wait > 0 && !always) return wait
  const next = oneMoreTry(tries, at)
  waitAfter(ctx, braked, next)
  await run(
    ctx.tx,
    sql`update identity.sign_in_attempt set failures = ${next.count}, last_at = ${next.lastAt} where subject = ${subject}`,
  )
  return 0
}

/**
 * Takes a try at the password of a login, or at the codes of an account: counts it, or counts nothing and refuses with the seconds to
 * wait. Guesses of one are looked at one after the other.
 */
export async function takeTry(ctx: Counted, guessed: Guessed, name: string): Promise<void> {
  const wait = await count(ctx, guessed, name, false)
  if (wait > 0) throw new Problem('signInWait', identityProblems.signInWait, { retryAfterSeconds: wait })
}

/** Seconds that a network has to wait; nobody waits who signed in from there before, however many others guess behind it. */
export async function waitOfNetwork(ctx: Counted, address: string, login: string): Promise<number> {
  const network = networkOf(address)
  const tries = await triesOf(ctx.tx, subjectOf('network', network))
  const isKnown = secondsToWait(brakes.network, tries, ctx.now()) > 0 && (await isKnownIn(ctx, network, login))
  return isKnown ? 0 : waitAfter(ctx, 'network', tries)
}

async function isKnownIn({ tx, now }: Counted, network: string, login: string): Promise<boolean> {
  const since = new Date(now().getTime() - knownForDays * 86_400_000)
  const known = await rows(
    tx,
    sql<{
      address: string
    }>`select distinct s.address from identity.session s join identity.account a on a.id = s.account_id
      where a.login = ${login} and s.address is not null and not s.awaits_factor and s.created_at > ${since}`,
  )
  return known.some((one) => networkOf(one.address) === network)
}

export const countFailureFrom = (ctx: Counted, address: string): Promise<number> =>
  count(ctx, 'network', networkOf(address), true)

export function forgetTries(ctx: Counted, guessed: Guessed, name: string): Promise<number> {
  waitAfter(ctx, guessed, undefined)
  return run(ctx.tx, sql`delete from identity.sign_in_attempt where subject = ${subjectOf(guessed, name)}`)
}

/** Seconds that a registration has to wait: for others from its network, or for those of everybody. */
export const waitToRegister = async (ctx: Counted, address: string): Promise<number> =>
  (await waitOf(ctx, 'registration', networkOf(address))) || (await waitOf(ctx, 'registrations', 'all'))

/** Counts a registration, whatever came of it; last in its transaction, so that others hardly wait for the row of all. */
export async function countRegistration(ctx: Counted, address: string): Promise<void> {
  await count(ctx, 'registration', networkOf(address), true)
  await count(ctx, 'registrations', 'all', true)
}

/** Takes a sign-on by the national portal that begins in a network: counts it and answers 0, or answers the seconds to wait. */
export const takeSignOn = (ctx: Counted, address: string): Promise<number> =>
  count(ctx, 'signOn', networkOf(address), false)
