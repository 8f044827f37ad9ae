import { rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { passwordFits } from './password.ts'

/** Keeps the password that an account is about to give up, and no more of them than are needed. */
export async function keepOldPassword(tx: Queries, accountId: string, most: number, at: Date): Promise<void> {
  if (most === 0) return
  await run(
    tx,
    sql`insert into identity.old_password (account_id, replaced_at, password_hash)
      select id, ${at}, password_hash from identity.account where id = ${accountId} and password_hash <> ''`,
  )
  await run(
    tx,
    sql`delete from identity.old_password where account_id = ${accountId} and password_hash not in (
      select password_hash from identity.old_password where account_id = ${accountId} order by replaced_at desc limit ${most})`,
  )
}

/** Whether an account had this password among its last ones. */
export async function wasUsedBefore(tx: Queries, accountId: string, password: string): Promise<boolean> {
  const old = await rows(
    tx,
    sql<{ passwordHash: string }>`select password_hash from identity.old_password where account_id = ${accountId}`,
  )
  const fits = await Promise.all(old.map(({ passwordHash }) => passwordFits(password, passwordHash)))
  return fits.includes(true)
}
