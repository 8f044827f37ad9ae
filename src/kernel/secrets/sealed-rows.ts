import { rows, run, sql } from '../database/query.ts'
import type { Queries } from '../database/connect.ts'
import type { OpenedBy, Secrets } from './secrets.ts'

/** A column whose values are sealed with the key of the installation. */
export interface SealedColumn {
  /** `schema.table`. */
  readonly table: string
  readonly column: string
  /** The columns that say what a value is sealed about; by the first of them a row is known. */
  readonly named: readonly [string, ...string[]]
  /** What a value is sealed about, by their texts. */
  about(...named: string[]): string
}

/** How many values which key opens. */
export type SealedCount = Readonly<Record<OpenedBy, number>>

interface Sealed {
  readonly name: string
  readonly about: string
  readonly sealed: Buffer
}

async function sealedIn(tx: Queries, place: SealedColumn, lock = sql``): Promise<Sealed[]> {
  const named = sql.join(place.named.map((name) => sql`${sql.id(name)}::text`))
  const found = await rows(
    tx,
    sql<{
      named: [string, ...string[]]
      sealed: Buffer
    }>`select array[${named}] as named, ${sql.id(place.column)} as sealed
      from ${sql.table(place.table)} order by 1 ${lock}`,
  )
  return found.map((row) => ({ name: row.named[0], about: place.about(...row.named), sealed: row.sealed }))
}

/** Which key opens each value of a column. */
export const keysOfColumn = async (tx: Queries, secrets: Secrets, place: SealedColumn): Promise<OpenedBy[]> =>
  (await sealedIn(tx, place)).map(({ sealed, about }) => secrets.keyOf(sealed, about))

export function countKeys(keys: readonly OpenedBy[]): SealedCount {
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
        where ${sql.id(place.named[0])}::text = ${name}`,
    )
  return old.length
}
