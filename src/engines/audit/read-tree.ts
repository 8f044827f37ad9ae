import type { Queries } from '#kernel/database/connect.ts'
import { rows, sql } from '#kernel/database/query.ts'
import { archived, findBeginning } from './beginning.ts'
import { compactRange, nodeHash, rootOf, type CompactRange, type Hash } from './merkle.ts'
import { completeSubtrees, type LeafRange } from './merkle-proof.ts'
import { damaged, readSeals, xid } from './seal.ts'

/** Nodes are stored at every eighth level, so that any other is made of at most 128 of them. */
export const storedEvery = 8
const tileWidth = 2 ** storedEvery

/** Answers roots of ranges of leaves out of the database, reading each part once. Throws `trailDamaged` where some is gone. */
export interface TreeReader {
  rootOfRange(range: LeafRange): Promise<Hash>
  /** The tree as it was at a size, ready to grow. */
  rangeAt(size: number): Promise<CompactRange>
  /** Leaves from the start of a subtree of 256 on, to the end of the tree or of that subtree. */
  leavesFrom(start: number): Promise<readonly Hash[]>
}

/** Reads the tree of `size` leaves, as far as it is sealed. */
export function readTree(on: Queries, size: number): TreeReader {
  const tiles = new Map<string, Promise<readonly Hash[]>>()

  /** Up to 256 neighbours of a stored level; level 0 are the leaves themselves. */
  function tile(level: number, index: number): Promise<readonly Hash[]> {
    const key = `${level} ${index}`
    const [start, end] = [index * tileWidth, (index + 1) * tileWidth]
    const made =
      tiles.get(key) ?? (level === 0 ? readLeaves(on, start, Math.min(end, size)) : readNodes(on, level, start, end))
    tiles.set(key, made)
    return made
  }

  async function subtree({ level, index }: { level: number; index: number }): Promise<Hash> {
    const stored = level - (level % storedEvery)
    const width = 2 ** (level - stored)
    const start = index * width
    const hashes = (await tile(stored, Math.floor(start / tileWidth))).slice(
      start % tileWidth,
      (start % tileWidth) + width,
    )
    if (hashes.length !== width) throw damaged(`nodes of level ${stored} are missing from ${start} on`)
    return rootOf(hashes)
  }

  const subtrees = async (range: LeafRange): Promise<Hash[]> => {
    const hashes: Hash[] = []
    for (const part of completeSubtrees(range)) hashes.push(await subtree(part))
    return hashes
  }

  return {
    rootOfRange: async (range) => (await subtrees(range)).reduceRight((right, left) => nodeHash(left, right)),
    leavesFrom: async (start) => (start === size ? [] : tile(0, start / tileWidth)),
    rangeAt: async (at) => compactRange(at, await subtrees([0, at])),
  }
}

async function readNodes(on: Queries, level: number, start: number, end: number): Promise<Hash[]> {
  const found = await rows(
    on,
    sql<{
      hash: Hash
    }>`select hash from audit.node where level = ${level} and index >= ${start} and index < ${end} order by index`,
  )
  return found.map(({ hash }) => hash)
}

/** Leaves of a tile by position. Those that went into an archive are kept as far as a tile that goes on needs them. */
async function readLeaves(on: Queries, start: number, end: number): Promise<Hash[]> {
  const beginning = await findBeginning(on)
  const from = beginning?.seal.treeSize ?? 0
  if (beginning === undefined || start >= from) return readEntries(on, start, end)
  if (start !== from - (from % tileWidth)) throw archived()
  const kept = beginning.leaves.slice(0, end - start)
  return end <= from ? kept : [...kept, ...(await readEntries(on, from, end))]
}

/** The seals that cover them tell the transactions, and these the entries. */
async function readEntries(on: Queries, start: number, end: number): Promise<Hash[]> {
  const seals = await readSeals(
    on,
    sql`tree_size > ${start} and tree_size <= (select min(tree_size) from audit.seal where tree_size >= ${end})`,
  )
  const [first, last] = [seals[0], seals.at(-1)]
  if (!first || !last) throw damaged(`no seal covers the entries from ${start} on`)
  const from = first.treeSize - first.entryCount
  const found = await rows(
    on,
    sql<{
      digest: Hash
    }>`select digest from audit.entry where xid >= ${xid(first.fromXid)} and xid < ${xid(last.toXid)} order by xid, id`,
  )
  if (found.length !== last.treeSize - from)
    throw damaged(`entries are missing or too many between ${from} and ${last.treeSize}`)
  return found.slice(start - from, end - from).map(({ digest }) => digest)
}
