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

/** Seconds to wait before the next try is looked at; 0 = go on. */
export async function waitBeforeSignIn(db: Queries, brake: Brake, subject: string, at: Date): Promise<number> {
  const seen = await find(
    db,
    sql<{ failures: number; lastAt: Date }>`select failures, last_at from identity.sign_in_attempt where subject = ${`${brake}:${subject}`}`,
  )
  if (seen === undefined) return 0
  const { free, longestSeconds } = brakes[brake]
  const elapsed = (at.getTime() - seen.lastAt.getTime()) / 1000
  if (seen.failures < free || elapsed > forgetAfterSeconds) return 0
  const wait = Math.min(longestSeconds, 2 ** (seen.failures - free))
  return Math.max(0, Math.ceil(wait - elapsed))
}

export const countFailure = (db: Queries, brake: Brake, subject: string, at: Date): Promise<number> =>
  run(
    db,
    sql`insert into identity.sign_in_attempt as seen (subject, failures, last_at) values (${`${brake}:${subject}`}, 1, ${at})
      on conflict (subject) do update set last_at = excluded.last_at,
        failures = case when seen.last_at < excluded.last_at - make_interval(secs => ${forgetAfterSeconds}) then 1 else seen.failures + 1 end`,
  )

export const forgetFailures = (tx: Queries, brake: Brake, subject: string): Promise<number> =>
  run(tx, sql`delete from identity.sign_in_attempt where subject = ${`${brake}:${subject}`}`)
