import { rows, run, sql, type Fragment } from '../database/query.ts'
import type { Queries } from '../database/connect.ts'
import type { Secrets } from './secrets.ts'

/** A column whose values are sealed with the key of the installation. */
export interface SealedColumn {
  /** `schema.table`. */
  readonly table: string
  readonly column: string
  /** What each row is known by. */
  readonly key: string
  /** What the value of a row is sealed about, of the row `held`; the same words as whoever seals it says. */
  readonly about: Fragment
}

/** So many are sealed with the key that seals, with the other one while the key is changed, or with one that is not known here. */
export interface SealedCount {
  readonly key: number
  readonly other: number
  readonly none: number
}

interface Sealed {
  readonly name: string
  readonly about: string
  readonly sealed: Buffer
}

const sealedIn = (tx: Queries, { table, column, key, about }: SealedColumn, lock: Fragment): Promise<Sealed[]> =>
  rows(
    tx,
    sql<Sealed>`select held.${sql.id(key)}::text as name, ${about} as about, held.${sql.id(column)} as sealed
      from ${sql.table(table)} held order by 1 ${lock}`,
  )

/** Which key opens each value of a column. */
export async function keysOfColumn(tx: Queries, secrets: Secrets, place: SealedColumn): Promise<(keyof SealedCount)[]> {
  const found = await sealedIn(tx, place, sql``)
  return found.map(({ sealed, about }) => secrets.keyOf(sealed, about))
}

export function countKeys(keys: readonly (keyof SealedCount)[]): SealedCount {
  const count = { key: 0, other: 0, none: 0 }
  for (const key of keys) count[key] += 1
  return count
}

/** Seals with the key that seals what the other one sealed; answers how many. What neither opens is left as it is. */
export async function sealAnew(tx: Queries, secrets: Secrets, place: SealedColumn): Promise<number> {
  const found = await sealedIn(tx, place, sql`for update`)
  const old = found.filter(({ sealed, about }) => secrets.keyOf(sealed, about) === 'other')
  for (const { name, sealed, about } of old)
    await run(
      tx,
      sql`update ${sql.table(place.table)} set ${sql.id(place.column)} = ${secrets.seal(secrets.open(sealed, about), about)}
        where ${sql.id(place.key)}::text = ${name}`,
    )
  return old.length
}
