import { find, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'

/**
 * Slows guessing without locking anyone out: after a few failures each further one doubles the wait, per login and, far more
 * patiently, per address, since a whole commune may sit behind one.
 */
const brakes = {
  login: { free: 5, longestSeconds: 300 },
  address: { free: 50, longestSeconds: 60 },
} as const

type Brake = keyof typeof brakes

const forgetAfterSeconds = 3600
/** Whoever signed in from an address lately is not a stranger there. */
const knownForDays = 90

const subjectOf = (brake: Brake, name: string): string => `${brake}:${name}`

/** Seconds to wait before the next try is looked at; 0 = go on. */
async function waitFor(tx: Queries, brake: Brake, name: string, at: Date): Promise<number> {
  const seen = await find(
    tx,
    sql<{
      failures: number
      lastAt: Date
    }>`select failures, last_at from identity.sign_in_attempt where subject = ${subjectOf(brake, name)}`,
  )
  if (seen === undefined) return 0
  const { free, longestSeconds } = brakes[brake]
  const elapsed = (at.getTime() - seen.lastAt.getTime()) / 1000
  if (seen.failures < free || elapsed > forgetAfterSeconds) return 0
  const wait = Math.min(longestSeconds, 2 ** (seen.failures - free))
  return Math.max(0, Math.ceil(wait - elapsed))
}

/**
 * Takes a try at a login: counts it and answers 0, or counts nothing and answers the seconds to wait. One statement, whose row
 * stays locked until the try is decided, so that guesses of one login are looked at one after the other.
 */
export async function countTry(tx: Queries, login: string, at: Date): Promise<number> {
  const { free, longestSeconds } = brakes.login
  const taken = await run(
    tx,
    sql`insert into identity.sign_in_attempt as seen (subject, failures, last_at) values (${subjectOf('login', login)}, 1, ${at})
      on conflict (subject) do update set last_at = greatest(seen.last_at, excluded.last_at), failures = ${nextCount}
      where seen.failures < ${free} or ${isForgotten}
        or seen.last_at + make_interval(secs => least(${longestSeconds}, power(2, least(seen.failures - ${free}, 30)))) <= excluded.last_at`,
  )
  return taken > 0 ? 0 : Math.max(1, await waitFor(tx, 'login', login, at))
}

/** Seconds that an address has to wait; nobody waits who signed in from there before, however many others guess behind it. */
export async function waitOfAddress(tx: Queries, address: string, login: string, at: Date): Promise<number> {
  const wait = await waitFor(tx, 'address', address, at)
  if (wait === 0) return 0
  const since = new Date(at.getTime() - knownForDays * 86_400_000)
  const known = await find(
    tx,
    sql`select from identity.session s join identity.account a on a.id = s.account_id
      where a.login = ${login} and s.address = ${address} and s.created_at > ${since} limit 1`,
  )
  return known === undefined ? wait : 0
}

export const countFailureOf = (tx: Queries, address: string, at: Date): Promise<number> =>
  run(
    tx,
    sql`insert into identity.sign_in_attempt as seen (subject, failures, last_at) values (${subjectOf('address', address)}, 1, ${at})
      on conflict (subject) do update set last_at = greatest(seen.last_at, excluded.last_at), failures = ${nextCount}`,
  )

export const forgetTries = (tx: Queries, login: string): Promise<number> =>
  run(tx, sql`delete from identity.sign_in_attempt where subject = ${subjectOf('login', login)}`)

const isForgotten = sql`seen.last_at < excluded.last_at - make_interval(secs => ${forgetAfterSeconds})`
const nextCount = sql`case when ${isForgotten} then 1 else seen.failures + 1 end`
