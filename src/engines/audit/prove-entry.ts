import type { Queries } from '#kernel/database/connect.ts'
import { get, sql } from '#kernel/database/query.ts'
import { Problem, fail } from '#values/errors.ts'
import { leafBytes, leafDigest } from './canonical.ts'
import { archived, findBeginning } from './beginning.ts'
import { auditProblems, type EntryProof } from './contract.ts'
import { viewHead, viewKey } from './heads/signed-head.ts'
import { findLastHead, readKeys } from './heads/stored-heads.ts'
import {
  consistencyRanges,
  inclusionRanges,
  verifyConsistency,
  verifyInclusion,
  type LeafRange,
} from './merkle-proof.ts'
import { leafHash, type Hash } from './merkle.ts'
import { readTree, type TreeReader } from './read-tree.ts'
import { damaged, findLastSeal, readSeals, sealDigest, viewSeal, xid, type Seal } from './seal.ts'
import { findStoredEntry, leafTextOf, type StoredEntry } from './stored-entry.ts'

const hex = (hash: Hash): string => hash.toString('hex')
const bytes = (text: string): Hash => Buffer.from(text, 'hex')

/**
 * Proves that an entry is in the trail as the newest signed head has it; as the newest seal while no head holds it, or as the seal of
 * a given number. Throws `notFound`,
 * `notSealedYet`, `archived` for one whose month has gone into an archive, and `trailDamaged` rather than a proof that does not hold.
 */
export async function proveEntry(on: Queries, id: string, sealNumber?: number): Promise<EntryProof> {
  const entry = (await findStoredEntry(on, id)) ?? fail('notFound')
  const text = leafTextOf(entry)
  if (text === undefined || !leafDigest(text).equals(entry.digest))
    throw damaged(`entry ${id} is not what was recorded`)
  const beginning = await findBeginning(on)
  if (beginning !== undefined && entry.xid < beginning.seal.toXid) throw archived()
  const [covering] = await readSeals(on, sql`to_xid > ${xid(entry.xid)}`, 1)
  const head = sealNumber === undefined ? await findLastHead(on) : undefined
  const signed = head !== undefined && covering !== undefined && head.seal >= covering.number ? head : undefined
  const number = sealNumber ?? signed?.seal
  const seal = number === undefined ? await findLastSeal(on) : (await readSeals(on, sql`number = ${number}`))[0]
  if (!covering || !seal || seal.number < covering.number) {
    throw new Problem('notSealedYet', auditProblems.notSealedYet, { retryAfterSeconds: 2 })
  }
  const leafIndex = covering.treeSize - covering.entryCount + (await placeInSeal(on, covering, entry))
  const path = await hashesOf(readTree(on, seal.treeSize), inclusionRanges(leafIndex, seal.treeSize))
  if (!verifyInclusion(entry.digest, leafIndex, seal.treeSize, path, seal.root))
    throw damaged(`entry ${id} is not under seal ${seal.number}`)
  return {
    version: 1,
    entry: id,
    leafIndex,
    treeSize: seal.treeSize,
    root: hex(seal.root),
    path: path.map(hex),
    leaf: leafBytes(text).toString('base64'),
    seal: viewSeal(seal),
    ...(signed && { head: viewHead(signed), keys: (await readKeys(on)).map(viewKey) }),
  }
}

const placeInSeal = async (on: Queries, seal: Seal, entry: StoredEntry): Promise<number> =>
  (
    await get(
      on,
      sql<{ before: number }>`select count(*) as before from audit.entry
        where xid >= ${xid(seal.fromXid)} and xid <= ${xid(entry.xid)} and (xid < ${xid(entry.xid)} or id < ${entry.id}::uuid)`,
    )
  ).before

async function hashesOf(tree: TreeReader, ranges: readonly LeafRange[]): Promise<Hash[]> {
  const hashes: Hash[] = []
  for (const range of ranges) hashes.push(await tree.rootOfRange(range))
  return hashes
}

/** Whether a proof holds in itself; that its head is ours is for whoever kept that head. Needs no database. */
export function verifyProof(proof: EntryProof): { ok: true } | { ok: false; reason: string } {
  const no = (reason: string) => ({ ok: false as const, reason })
  const leaf = Buffer.from(proof.leaf, 'base64')
  const seal = {
    ...proof.seal,
    root: bytes(proof.seal.root),
    previous: bytes(proof.seal.previous),
    atMicros: Date.parse(proof.seal.at) * 1000,
  }
  if (leaf[0] !== 1) return no('the leaf is of an unknown version')
  if (entryIn(leaf) !== proof.entry) return no('the leaf is of another entry')
  if (proof.root !== proof.seal.root || proof.treeSize !== proof.seal.treeSize) return no('the seal is of another tree')
  if (hex(sealDigest(seal)) !== proof.seal.digest) return no('the seal was changed')
  const holds = verifyInclusion(leafHash(leaf), proof.leafIndex, proof.treeSize, proof.path.map(bytes), seal.root)
  return holds ? { ok: true } : no('the path does not lead to the root')
}

function entryIn(leaf: Buffer): unknown {
  try {
    return (JSON.parse(leaf.toString('utf8', 1)) as { id?: unknown }).id
  } catch {
    return undefined
  }
}

/** Shows that the trail of an earlier head is the beginning of today's; checked by `verifyGrowth`. */
export interface GrowthProof {
  readonly version: 1
  readonly old: { readonly size: number; readonly root: string }
  readonly now: { readonly size: number; readonly root: string }
  readonly path: readonly string[]
}

/** Proves that nothing before an earlier head (the size of any seal) was changed since. Throws RangeError beyond the trail. */
export async function proveGrowth(on: Queries, oldSize: number): Promise<GrowthProof> {
  const [last, [old]] = [await findLastSeal(on), await readSeals(on, sql`tree_size = ${oldSize}`)]
  if (!last || !old) throw new RangeError(`no seal has ${oldSize} entries`)
  const path = await hashesOf(readTree(on, last.treeSize), consistencyRanges(oldSize, last.treeSize))
  if (!verifyConsistency(oldSize, last.treeSize, old.root, last.root, path))
    throw damaged(`the tree of ${oldSize} did not grow into that of ${last.treeSize}`)
  return {
    version: 1,
    old: { size: oldSize, root: hex(old.root) },
    now: { size: last.treeSize, root: hex(last.root) },
    path: path.map(hex),
  }
}

export const verifyGrowth = ({ old, now, path }: GrowthProof): boolean =>
  verifyConsistency(old.size, now.size, bytes(old.root), bytes(now.root), path.map(bytes))
