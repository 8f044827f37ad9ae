import { find, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { hashToken, newToken } from '../session.ts'

/** So long an authenticator may take. */
export const patientForMs = 5 * 60_000

/**
 * Keeps what an authenticator is asked to sign. The ticket for it is held by one browser: what another one was asked is of no use
 * here. `accountId` is whose key must answer, where that is known.
 */
export async function keepChallenge(
  tx: Queries,
  challenge: string,
  accountId: string | undefined,
  at: Date,
): Promise<string> {
  const ticket = newToken()
  await run(tx, sql`delete from identity.passkey_challenge where expires_at < ${at}`)
  await run(
    tx,
    sql`insert into identity.passkey_challenge (ticket_hash, challenge, account_id, expires_at)
      values (${hashToken(ticket)}, ${challenge}, ${accountId ?? null}, ${new Date(at.getTime() + patientForMs)})`,
  )
  return ticket
}

/** Takes a challenge, which is gone with it; undefined when it was taken, came too late, or never was. */
export const takeChallenge = (tx: Queries, ticket: string, at: Date) =>
  find(
    tx,
    sql<{ challenge: string; accountId: string | null }>`delete from identity.passkey_challenge
      where ticket_hash = ${hashToken(ticket)} and expires_at > ${at} returning challenge, account_id`,
  )
