import type { Database, Queries } from '#kernel/database/connect.ts'
import { get, rows, run, sql } from '#kernel/database/query.ts'
import { compactRange, hashLength, type CompactRange, type Hash } from './merkle.ts'
import { readTree, storedEvery } from './read-tree.ts'
import { beforeAll, damaged, findLastSeal, readSeals, sealDigest, xid, type Seal } from './seal.ts'
import { takeTurn } from './take-turn.ts'

/** One process seals at a time; held for one batch only, so that no process can keep it. */
const sealing = 7_240_010

/** Entries in a seal, unless one transaction alone wrote more. Bounds memory and how long a batch takes (about 50 ms). */
export const batchSize = 4096

export interface Sealed {
  readonly entries: number
  /** More could be sealed at once. */
  readonly more: boolean
  /** When no more could: all transactions below this number are sealed. */
  readonly horizon: number
  /** The newest seal by now. */
  readonly head: Seal | undefined
}

/**
 * Seals one batch of committed entries in one transaction: all of it or nothing. Answers undefined while another process is
 * sealing (with `wait`, waits for it). What is still running, or began after something running, comes later. A seal that the caller
 * knows must still be there: nothing is sealed over a trail whose end was cut off. `time`: what the seal says instead of the clock.
 */
export function sealEntries(db: Database, wait = false, known?: Seal, time?: Date): Promise<Sealed | undefined> {
  return db.transaction(async (tx) => ((await takeTurn(tx, sealing, wait)) ? sealBatch(tx, known, time) : undefined))
}

async function sealBatch(tx: Queries, known: Seal | undefined, time: Date | undefined): Promise<Sealed> {
  const last = await findLastSeal(tx)
  if (known !== undefined) await mustHold(tx, known, last)
  const { horizon, at: clock, frontier } = await readState(tx)
  const at = time ?? clock
  const from = last?.toXid ?? 0
  // Numbers only grow: either the seal was changed, or this is a restored cluster that audit.prepare() has not seen yet.
  if (horizon < from) throw damaged(`seal ${last?.number} ends at transaction ${from}, which has not been`)
  const batch = await readBatch(tx, from, horizon)
  if (batch.digests.length === 0) return { entries: 0, more: false, horizon, head: last }

  const range = await takeUp(tx, last, frontier)
  const nodes: { level: number; index: number; hash: Hash }[] = []
  for (const digest of batch.digests) {
    range.append(digest, (level, index, hash) => {
      if (level % storedEvery === 0) nodes.push({ level, index, hash })
    })
  }
  const chained = {
    number: (last?.number ?? 0) + 1,
    treeSize: range.size,
    root: range.root(),
    previous: last?.digest ?? beforeAll,
    atMicros: at.getTime() * 1000,
  }
  const [fromXid, toXid, entryCount] = [from, batch.toXid, batch.digests.length]
  const seal: Seal = { ...chained, fromXid, toXid, entryCount, digest: sealDigest(chained) }
  await run(
    tx,
    sql`insert into audit.seal (number, from_xid, to_xid, entry_count, tree_size, root, previous, digest, at)
      values (${seal.number}, ${xid(from)}, ${xid(toXid)}, ${entryCount}, ${seal.treeSize}, ${seal.root},
        ${seal.previous}, ${seal.digest}, ${at})`,
  )
  if (nodes.length > 0) {
    await run(
      tx,
      sql`insert into audit.node (level, index, hash) select * from unnest(${nodes.map((node) => node.level)}::smallint[],
        ${nodes.map((node) => node.index)}::bigint[], ${nodes.map((node) => node.hash)}::bytea[])`,
    )
  }
  await run(
    tx,
    sql`insert into audit.frontier (hashes) values (${Buffer.concat(range.hashes)})
      on conflict (one) do update set hashes = excluded.hashes`,
  )
  return { entries: entryCount, more: toXid < horizon, horizon, head: seal }
}

async function mustHold(tx: Queries, known: Seal, last: Seal | undefined): Promise<void> {
  const [kept] = last?.number === known.number ? [last] : await readSeals(tx, sql`number = ${known.number}`)
  if (!kept?.digest.equals(known.digest))
    throw damaged(`seal ${known.number} was made and is gone: the end was cut off`)
}

/**
 * `horizon`: every transaction below it has ended, and what it wrote is visible to each later statement. One snapshot gives
 * the number; entries are read after it, so none below it can still appear.
 */
const readState = (tx: Queries) =>
  get(
    tx,
    sql<{ horizon: number; at: Date; frontier: Buffer | null }>`
      select pg_snapshot_xmin(pg_current_snapshot())::text::bigint + audit.xid_shift() as horizon,
        date_trunc('milliseconds', clock_timestamp()) as at, (select hashes from audit.frontier) as frontier`,
  )

/** Whole transactions only: a seal ends between two of them. */
async function readBatch(tx: Queries, from: number, horizon: number): Promise<{ toXid: number; digests: Hash[] }> {
  const read = (start: number, end: number, limit: number) =>
    rows(
      tx,
      sql<{ xid: number; digest: Hash }>`select xid::text::bigint as xid, digest from audit.entry
        where xid >= ${xid(start)} and xid < ${xid(end)} order by entry.xid, entry.id limit ${limit}`,
    )
  const found = await read(from, horizon, batchSize + 1)
  const digests = (entries: typeof found) => entries.map(({ digest }) => digest)
  if (found.length <= batchSize) return { toXid: horizon, digests: digests(found) }
  const cut = (found.at(-1) as { xid: number }).xid
  const whole = found.filter((entry) => entry.xid < cut)
  if (whole.length > 0) return { toXid: cut, digests: digests(whole) }
  return { toXid: cut + 1, digests: digests(await read(cut, cut + 1, 2 ** 31 - 1)) }
}

/** The tree as the last seal left it. Whatever it is taken from must give the root of that seal. */
async function takeUp(tx: Queries, last: Seal | undefined, frontier: Buffer | null): Promise<CompactRange> {
  if (!last) return compactRange()
  const kept = frontier && tryRange(last.treeSize, frontier)
  if (kept?.root().equals(last.root)) return kept
  const rebuilt = await readTree(tx, last.treeSize).rangeAt(last.treeSize)
  if (!rebuilt.root().equals(last.root)) throw damaged(`the tree does not give the root of seal ${last.number}`)
  return rebuilt
}

function tryRange(size: number, frontier: Buffer): CompactRange | undefined {
  const hashes = Array.from({ length: frontier.length / hashLength }, (_, i) =>
    frontier.subarray(i * hashLength, (i + 1) * hashLength),
  )
  try {
    return compactRange(size, hashes)
  } catch {
    return undefined
  }
}
