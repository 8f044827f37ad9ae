import { randomInt } from 'node:crypto'
import { find, get, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { hashPassword, passwordFits } from '../password.ts'

const inOneSet = 10

/** Without letters that look alike on paper. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/**
 * Gives an account a new set of codes, each good once, in the place of the old one. Fifty bits are few for a plain hash, so they are
 * kept as passwords are (ASVS V6.5.2); the number in front says which hash to look at.
 */
export async function giveRecoveryCodes(tx: Queries, accountId: string): Promise<string[]> {
  await removeRecoveryCodes(tx, accountId)
  const codes = Array.from({ length: inOneSet }, (_, place) => `${place}-${letters(5)}-${letters(5)}`)
  const hashes = await Promise.all(codes.map((code) => hashPassword(lettersOf(code))))
  await run(
    tx,
    sql`insert into identity.recovery_code (account_id, place, code_hash)
      select ${accountId}, (place - 1)::smallint, code_hash
      from unnest(${hashes}::text[]) with ordinality as given (code_hash, place)`,
  )
  return codes
}

const letters = (count: number): string =>
  Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)]).join('')

/** However it was typed: with spaces, with capitals, without dashes. */
const lettersOf = (code: string): string => code.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Takes a code, which is gone with it. */
export async function takeRecoveryCode(tx: Queries, accountId: string, code: string): Promise<boolean> {
  const typed = lettersOf(code)
  if (!/^[0-9][a-z0-9]{10}$/.test(typed)) return false
  const place = Number(typed[0])
  const kept = await find(
    tx,
    sql<{ codeHash: string }>`select code_hash from identity.recovery_code
      where account_id = ${accountId} and place = ${place} for update`,
  )
  if (!(await passwordFits(typed, kept?.codeHash))) return false
  return (
    (await run(tx, sql`delete from identity.recovery_code where account_id = ${accountId} and place = ${place}`)) === 1
  )
}

export const recoveryCodesLeft = async (tx: Queries, accountId: string): Promise<number> =>
  (
    await get(
      tx,
      sql<{ left: number }>`select count(*)::int as left from identity.recovery_code where account_id = ${accountId}`,
    )
  ).left

export const removeRecoveryCodes = (tx: Queries, accountId: string): Promise<number> =>
  run(tx, sql`delete from identity.recovery_code where account_id = ${accountId}`)
