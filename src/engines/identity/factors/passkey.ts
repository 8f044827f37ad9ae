import { find, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'

export interface Passkey {
  readonly id: string
  readonly accountId: string
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: string[]
}

const ofAccount = (accountId: string) => sql`account_id = ${accountId}`

/** The passkeys of an account as their owner sees them, the oldest first. */
export const listPasskeys = (tx: Queries, accountId: string) =>
  rows(
    tx,
    sql<{
      id: string
      name: string
      addedAt: Date
      lastUsedAt: Date | null
      transports: string[]
    }>`select id, name, added_at, last_used_at, transports from identity.passkey where ${ofAccount(accountId)} order by added_at, id`,
  )

/** Locked: a counter goes up by one use at a time. */
export const findPasskey = (tx: Queries, id: string): Promise<Passkey | undefined> =>
  find(
    tx,
    sql<Passkey>`select id, account_id, public_key, counter::float8 as counter, transports from identity.passkey
      where id = ${id} for update`,
  )

export const insertPasskey = (
  tx: Queries,
  { id, accountId, publicKey, counter, transports }: Passkey,
  name: string,
  at: Date,
) =>
  run(
    tx,
    sql`insert into identity.passkey (id, account_id, name, public_key, counter, transports, added_at)
      values (${id}, ${accountId}, ${name}, ${publicKey}, ${counter}, ${transports}, ${at})`,
  )

export const rememberUse = (tx: Queries, id: string, counter: number, at: Date): Promise<number> =>
  run(tx, sql`update identity.passkey set counter = ${counter}, last_used_at = ${at} where id = ${id}`)

/** One passkey of an account, or all of them. */
export const removePasskeys = (tx: Queries, accountId: string, id?: string): Promise<number> =>
  run(
    tx,
    sql`delete from identity.passkey where ${ofAccount(accountId)} ${id === undefined ? sql`` : sql`and id = ${id}`}`,
  )
