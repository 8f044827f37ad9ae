import { randomBytes } from 'node:crypto'
import { find, json, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { hashToken } from '../session.ts'
import type { Pending } from './national-client.ts'
import type { NationalFacts } from './national-facts.ts'

const minutes = 10

/** Remembers a sign-in that leaves for the provider; answers what its browser keeps to come back with. */
export async function rememberSignOn(tx: Queries, pending: Pending, next: string, at: Date) {
  const browser = randomBytes(32).toString('base64url')
  const expiresAt = new Date(at.getTime() + minutes * 60_000)
  await run(
    tx,
    sql`insert into identity.sign_on (browser_hash, state, nonce, verifier, next, expires_at)
      values (${hashToken(browser)}, ${pending.state}, ${pending.nonce}, ${pending.verifier}, ${next}, ${expiresAt})`,
  )
  return { browser, expiresAt }
}

/** What was remembered for this browser, for one answer: whoever comes second with it finds nothing. */
export const takeAnswered = (
  tx: Queries,
  browser: string,
  at: Date,
): Promise<(Pending & { next: string }) | undefined> =>
  find(
    tx,
    sql<Pending & { next: string }>`with taken as (
        select * from identity.sign_on
        where browser_hash = ${hashToken(browser)} and state is not null and expires_at > ${at} for update
      ), used as (update identity.sign_on set state = null where browser_hash in (select browser_hash from taken))
      select state, nonce, verifier, next from taken`,
  )

/** Keeps what the provider said until the person confirms it, for minutes again. */
export const keepFacts = (tx: Queries, browser: string, facts: NationalFacts, at: Date): Promise<number> =>
  run(
    tx,
    sql`update identity.sign_on set facts = ${json(facts)}, answered_at = ${at},
      expires_at = ${new Date(at.getTime() + minutes * 60_000)} where browser_hash = ${hashToken(browser)}`,
  )

interface Answered {
  readonly facts: NationalFacts
  readonly answeredAt: Date
  readonly next: string
}

export const findFacts = (tx: Queries, browser: string, at: Date): Promise<Answered | undefined> =>
  find(
    tx,
    sql<Answered>`select facts, answered_at, next from identity.sign_on
      where browser_hash = ${hashToken(browser)} and facts is not null and expires_at > ${at} for update`,
  )

export const forgetSignOn = (tx: Queries, browser: string): Promise<number> =>
  run(tx, sql`delete from identity.sign_on where browser_hash = ${hashToken(browser)}`)

/** Sign-ins that nobody came back from, with what they hold of a person. */
export const forgetOldSignOns = (tx: Queries, at: Date): Promise<number> =>
  run(tx, sql`delete from identity.sign_on where expires_at <= ${at}`)
