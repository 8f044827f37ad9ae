import { randomBytes } from 'node:crypto'
import { find, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { SealedColumn } from '#kernel/secrets/sealed-rows.ts'
import type { Secrets } from '#kernel/secrets/secrets.ts'
import { base32, stepOfCode } from './totp.ts'

const about = (accountId: string): string => `totp ${accountId}`

export const sealedTotps: SealedColumn = {
  table: 'identity.totp',
  column: 'sealed_secret',
  named: ['account_id'],
  about,
}

/** Puts a new secret in the place of one that was offered before and never confirmed; answers it in base32. */
export async function offerTotp(tx: Queries, secrets: Secrets, accountId: string, at: Date): Promise<string> {
  const secret = randomBytes(20)
  const sealed = secrets.seal(secret, about(accountId))
  await run(
    tx,
    sql`insert into identity.totp (account_id, sealed_secret, offered_at) values (${accountId}, ${sealed}, ${at})
      on conflict (account_id) do update set sealed_secret = excluded.sealed_secret, offered_at = excluded.offered_at
        where totp.confirmed_at is null`,
  )
  return base32(secret)
}

/**
 * Takes a code of the app that counts, or, to be `confirmed`, of one that was offered. No code is taken twice, nor one older than the
 * last (RFC 6238 §5.2).
 */
export async function takeTotpCode(
  tx: Queries,
  secrets: Secrets,
  accountId: string,
  code: string,
  at: Date,
  state: 'confirmed' | 'offered' = 'confirmed',
): Promise<boolean> {
  const isState = sql`account_id = ${accountId} and (confirmed_at is not null) = ${state === 'confirmed'}`
  const totp = await find(
    tx,
    sql<{ sealedSecret: Buffer }>`select sealed_secret from identity.totp where ${isState} for update`,
  )
  if (totp === undefined) return false
  const step = stepOfCode(secrets.open(totp.sealedSecret, about(accountId)), code, at)
  if (step === undefined) return false
  const taken = await run(
    tx,
    sql`update identity.totp set last_step = ${step}, confirmed_at = coalesce(confirmed_at, ${at})
      where ${isState} and coalesce(last_step, 0) < ${step}`,
  )
  return taken === 1
}

/** Since when the account has an app that counts. */
export const totpSince = async (tx: Queries, accountId: string): Promise<Date | null> =>
  (
    await find(
      tx,
      sql<{ confirmedAt: Date | null }>`select confirmed_at from identity.totp where account_id = ${accountId}`,
    )
  )?.confirmedAt ?? null

export const removeTotp = (tx: Queries, accountId: string): Promise<number> =>
  run(tx, sql`delete from identity.totp where account_id = ${accountId}`)
