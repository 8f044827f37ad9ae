import { find, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { oneMoreTry, secondsToWait, type Brake, type Tries } from '#values/brake.ts'
import { networkOf } from '#values/network.ts'

/**
 * What is slowed: guesses of one login and, far more patiently, from one network, since a whole commune may sit behind one;
 * registrations from one network, and all of them together, of which one a second always goes through.
 */
const brakes = {
  login: { free: 5, longestSeconds: 300 },
  network: { free: 50, longestSeconds: 60 },
  registration: { free: 40, longestSeconds: 20 },
  registrations: { free: 300, longestSeconds: 1 },
} as const satisfies Record<string, Brake>

type Braked = keyof typeof brakes

/** Whoever signed in from a network lately is not a stranger there. */
const knownForDays = 90

const subjectOf = (braked: Braked, name: string): string => `${braked}:${name}`

const triesOf = (tx: Queries, subject: string): Promise<Tries | undefined> =>
  find(tx, sql<Tries>`select failures as count, last_at from identity.sign_in_attempt where subject = ${subject}`)

const waitOf = async (tx: Queries, braked: Braked, name: string, at: Date): Promise<number> =>
  secondsToWait(brakes[braked], await triesOf(tx, subjectOf(braked, name)), at)

/** Counts a try unless it has to wait, and answers the seconds; the row stays locked until the transaction ends. */
async function count(tx: Queries, braked: Braked, name: string, at: Date, always: boolean): Promise<number> {
  const subject = subjectOf(braked, name)
  const tries = await find(
    tx,
    sql<Tries>`insert into identity.sign_in_attempt as seen (subject, failures, last_at) values (${subject}, 0, ${at})
      on conflict (subject) do update set failures = seen.failures returning failures as count, last_at`,
  )
  const wait = always ? 0 : secondsToWait(brakes[braked], tries, at)
  if (wait > 0) return wait
  const next = oneMoreTry(tries, at)
  await run(
    tx,
    sql`update identity.sign_in_attempt set failures = ${next.count}, last_at = ${next.lastAt} where subject = ${subject}`,
  )
  return 0
}

/**
 * Takes a try at a login: counts it and answers 0, or counts nothing and answers the seconds to wait. Guesses of one login are
 * looked at one after the other.
 */
export const takeTry = (tx: Queries, login: string, at: Date): Promise<number> => count(tx, 'login', login, at, false)

/** Seconds that a network has to wait; nobody waits who signed in from there before, however many others guess behind it. */
export async function waitOfNetwork(tx: Queries, address: string, login: string, at: Date): Promise<number> {
  const network = networkOf(address)
  const wait = await waitOf(tx, 'network', network, at)
  if (wait === 0) return 0
  const since = new Date(at.getTime() - knownForDays * 86_400_000)
  const known = await rows(
    tx,
    sql<{
      address: string
    }>`select distinct s.address from identity.session s join identity.account a on a.id = s.account_id
      where a.login = ${login} and s.address is not null and s.created_at > ${since}`,
  )
  return known.some((one) => networkOf(one.address) === network) ? 0 : wait
}

export const countFailureFrom = (tx: Queries, address: string, at: Date): Promise<number> =>
  count(tx, 'network', networkOf(address), at, true)

export const forgetTries = (tx: Queries, login: string): Promise<number> =>
  run(tx, sql`delete from identity.sign_in_attempt where subject = ${subjectOf('login', login)}`)

/** Seconds that a registration has to wait: for others from its network, or for those of everybody. */
export const waitToRegister = async (tx: Queries, address: string, at: Date): Promise<number> =>
  (await waitOf(tx, 'registration', networkOf(address), at)) || (await waitOf(tx, 'registrations', 'all', at))

/** Counts a registration, whatever came of it; last in its transaction, so that others hardly wait for the row of all. */
export async function countRegistration(tx: Queries, address: string, at: Date): Promise<void> {
  await count(tx, 'registration', networkOf(address), at, true)
  await count(tx, 'registrations', 'all', at, true)
}
