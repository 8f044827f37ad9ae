import type { Queries } from '#kernel/database/connect.ts'
import { find, get, rows, sql, type Fragment } from '#kernel/database/query.ts'
import { Problem } from '#values/errors.ts'
import { auditProblems } from './contract.ts'
import { hashLength, type Hash } from './merkle.ts'
import { sha256 } from './sha256.ts'

/** A tree head, chained to the one before. Transaction numbers are those of the entries, shifted; all below 2^53. */
export interface Seal {
  readonly number: number
  /** Covers all entries from here … */
  readonly fromXid: number
  /** … up to, not including, here. */
  readonly toXid: number
  readonly entryCount: number
  readonly treeSize: number
  readonly root: Hash
  readonly previous: Hash
  readonly digest: Hash
  /** Microseconds since 1970, by the clock of the database; seals are made on whole milliseconds. */
  readonly atMicros: number
}

/** A head as others keep it: size and root. */
export interface Head {
  readonly size: number
  readonly root: Hash
}

/** What the first seal follows. */
export const beforeAll: Hash = Buffer.alloc(hashLength)

/** SHA-256(previous ‖ number ‖ tree size ‖ root ‖ milliseconds since 1970), numbers as 8 bytes, big end first. */
export function sealDigest(seal: Pick<Seal, 'previous' | 'number' | 'treeSize' | 'root' | 'atMicros'>): Hash {
  const bytes = Buffer.alloc(2 * hashLength + 24)
  seal.previous.copy(bytes, 0)
  bytes.writeBigUInt64BE(BigInt(seal.number), 32)
  bytes.writeBigUInt64BE(BigInt(seal.treeSize), 40)
  seal.root.copy(bytes, 48)
  bytes.writeBigUInt64BE(BigInt(Math.floor(seal.atMicros / 1000)), 80)
  return sha256(bytes)
}

/** What is wrong with a seal that shall follow another, or begin the chain, in words; none = it does. */
export function faultsOfSeal(seal: Seal, before?: Seal): string[] {
  const [number, xid] = [(before?.number ?? 0) + 1, before?.toXid ?? 0]
  const size = (before?.treeSize ?? 0) + seal.entryCount
  const whole = seal.atMicros % 1000 === 0 && sealDigest(seal).equals(seal.digest)
  return [
    seal.number === number ? '' : `seal ${seal.number} follows seal ${number - 1}`,
    seal.previous.equals(before?.digest ?? beforeAll) ? '' : `seal ${seal.number} names another one before it`,
    whole ? '' : `seal ${seal.number} was changed`,
    seal.fromXid === xid ? '' : `seal ${seal.number} does not begin where the one before it ended`,
    seal.treeSize === size ? '' : `seal ${seal.number} has ${seal.treeSize} leaves, not ${size}`,
  ].filter((fault) => fault !== '')
}

const sealColumns = sql`number, from_xid::text::bigint as from_xid, to_xid::text::bigint as to_xid, entry_count, tree_size,
  root, previous, digest, (extract(epoch from at) * 1000000)::bigint as at_micros`

/** The newest seal. */
export const findLastSeal = (on: Queries): Promise<Seal | undefined> =>
  find(on, sql<Seal>`select ${sealColumns} from audit.seal order by number desc limit 1`)

/** Seals that meet a condition, in their order. */
export const readSeals = (on: Queries, where: Fragment, limit = 1000): Promise<Seal[]> =>
  rows(on, sql<Seal>`select ${sealColumns} from audit.seal where ${where} order by number limit ${limit}`)

/** Seals after a number, a thousand at a time. */
export async function* sealsAfter(on: Queries, number: number, last: number): AsyncGenerator<Seal> {
  for (let after = number; after < last;) {
    const batch = await readSeals(on, sql`number > ${after} and number <= ${last}`)
    if (batch.length === 0) return
    yield* batch
    after = (batch.at(-1) as Seal).number
  }
}

/** Whatever is written from now on has this transaction number or a higher one. */
export const endOfTrail = async (on: Queries): Promise<number> =>
  (
    await get(
      on,
      sql<{ end: number }>`select pg_snapshot_xmax(pg_current_snapshot())::text::bigint + audit.xid_shift() as end`,
    )
  ).end

/** A transaction number as parameter. */
export const xid = (value: number): Fragment => sql`${String(value)}::xid8`

export const instantOfSeal = (seal: Seal): string => new Date(seal.atMicros / 1000).toISOString()

export const viewSeal = (seal: Seal) => ({
  number: seal.number,
  treeSize: seal.treeSize,
  root: seal.root.toString('hex'),
  previous: seal.previous.toString('hex'),
  digest: seal.digest.toString('hex'),
  at: instantOfSeal(seal),
})

/** The trail does not hold what it must; `audit verify` says where. */
export const damaged = (what: string): Problem =>
  new Problem('trailDamaged', auditProblems.trailDamaged, { cause: new Error(what) })
