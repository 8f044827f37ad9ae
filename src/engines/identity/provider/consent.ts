import type { Queries } from '#kernel/database/connect.ts'
import { find, run, sql } from '#kernel/database/query.ts'

export interface Consent {
  readonly scopes: readonly string[]
  readonly givenAt: Date
}

/** What a person allowed a system to learn of them. */
export const findConsent = (db: Queries, accountId: string, clientId: string): Promise<Consent | undefined> =>
  find(
    db,
    sql<Consent>`select scopes, given_at from identity.consent where account_id = ${accountId} and client_id = ${clientId}`,
  )

/** Agrees to what is asked, beside what was agreed to before. */
export const giveConsent = (
  tx: Queries,
  accountId: string,
  clientId: string,
  scopes: readonly string[],
  at: Date,
): Promise<number> =>
  run(
    tx,
    sql`insert into identity.consent (account_id, client_id, scopes, given_at) values (${accountId}, ${clientId}, ${scopes}, ${at})
      on conflict on constraint consent_pk do update set given_at = excluded.given_at,
        scopes = array(select distinct unnest(consent.scopes || excluded.scopes) order by 1)`,
  )
