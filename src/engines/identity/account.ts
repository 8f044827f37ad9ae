import { randomUUIDv7 } from 'node:crypto'
import { escapeLike, find, get, rows, run, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { hasLeft } from '#engines/directory/index.ts'
import { dateAt } from '#values/plain-date.ts'
import { hasFactor, hasPasskey } from './factors/has-factor.ts'

export interface AccountRow {
  readonly id: string
  readonly kind: 'staff' | 'citizen'
  readonly personId: string
  readonly fullName: string
  readonly login: string
  readonly status: 'active' | 'disabled'
  readonly disabledBecause: 'administrator' | 'unused' | 'left' | null
  readonly lastSignInAt: Date | null
  readonly hasFactor: boolean
}

export interface NewAccount {
  readonly kind: 'staff' | 'citizen'
  readonly personId: string
  readonly login: string
  /** Null = no password opens it. */
  readonly passwordHash: string | null
  readonly mustChangePassword?: boolean
  readonly assurance?: number
}

export async function createAccount(tx: Queries, account: NewAccount): Promise<string> {
  const id = randomUUIDv7()
  await run(
    tx,
    sql`insert into identity.account (id, kind, person_id, login, password_hash, must_change_password, assurance)
      values (${id}, ${account.kind}, ${account.personId}, ${account.login.toLowerCase()}, ${account.passwordHash},
        ${account.mustChangePassword ?? false}, ${account.assurance ?? 1})`,
  )
  return id
}

export const findLogin = (tx: Queries, login: string) =>
  find(
    tx,
    sql<{
      id: string
      kind: 'staff' | 'citizen'
      passwordHash: string | null
      status: string
      mustChangePassword: boolean
      assurance: number
      hasFactor: boolean
      hasPasskey: boolean
      /** The login of the account that it became part of. */
      mergedLogin: string | null
    }>`
      select a.id, a.kind, a.password_hash, a.status, a.must_change_password, a.assurance, ${hasFactor} as has_factor,
        ${hasPasskey} as has_passkey, kept.login as merged_login
      from identity.account a left join identity.account kept on kept.id = a.merged_into where a.login = ${login.toLowerCase()}`,
  )

const accountRows = (
  left = sql`false`,
) => sql`select a.id, a.kind, a.person_id, p.full_name, a.login, a.last_sign_in_at,
    case when ${left} then 'disabled' else a.status end as status, case when ${left} then 'left' else a.disabled_because end as disabled_because,
    ${hasFactor} as has_factor
  from identity.account a join directory.person p on p.id = a.person_id`

export const getAccount = (tx: Queries, id: string): Promise<AccountRow> =>
  get(tx, sql<AccountRow>`${accountRows()} where a.id = ${id}`)

/** Accounts whose person's name or login holds the words, as they stand at a moment; the working list of administrators. */
export const searchAccounts = (
  tx: Queries,
  folded: string,
  { limit, at }: { readonly limit: number; readonly at: Date },
  where: Fragment = sql`true`,
): Promise<AccountRow[]> => {
  const literal = escapeLike(folded)
  const left = hasLeft(sql`a.person_id`, dateAt(at))
  return rows(
    tx,
    sql<AccountRow>`${accountRows(left)} where a.kind = 'staff' and ${where} and (p.folded like ${`%${literal}%`} or a.login like ${`${literal}%`})
      order by p.folded, a.id limit ${limit}`,
  )
}

export const setPassword = (
  tx: Queries,
  id: string,
  passwordHash: string | null,
  mustChange: boolean,
  at: Date,
): Promise<number> =>
  run(
    tx,
    sql`update identity.account
      set password_hash = ${passwordHash}, must_change_password = ${mustChange}, password_set_at = ${at} where id = ${id}`,
  )

/** What an administrator says of an account; one that is opened again counts as used from then on. */
export const setStatus = (tx: Queries, id: string, status: 'active' | 'disabled', at: Date): Promise<number> =>
  run(
    tx,
    sql`update identity.account set status = ${status}, status_since = ${at},
        disabled_because = ${status === 'disabled' ? 'administrator' : null} where id = ${id} and merged_into is null and former_login is null`,
  )

/** From now on the account is one whose owner showed their card at a counter. */
export const rememberCardSeen = (tx: Queries, id: string): Promise<number> =>
  run(tx, sql`update identity.account set assurance = greatest(assurance, 2) where id = ${id}`)

/** From now on the account is one whose owner the national e-identity vouches for. */
export const rememberVerified = (tx: Queries, id: string): Promise<number> =>
  run(tx, sql`update identity.account set assurance = 3 where id = ${id}`)

/** Whether somebody opened an account online under a person's number and no officer has seen a card: whose it is nobody knows. */
export const hasUnseenAccount = async (tx: Queries, personId: string): Promise<boolean> =>
  (await find(
    tx,
    sql`select 1 from identity.account where person_id = ${personId} and kind = 'citizen' and status = 'active' and assurance < 2`,
  )) !== undefined

export const rememberSignIn = (tx: Queries, id: string, at: Date): Promise<number> =>
  run(tx, sql`update identity.account set last_sign_in_at = ${at} where id = ${id}`)
