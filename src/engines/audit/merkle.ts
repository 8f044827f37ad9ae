import { sha256 } from './sha256.ts'

/** Merkle trees of RFC 9162 §2.1 with SHA-256. Sizes and positions are whole numbers below 2^53. */
export type Hash = Buffer

export const hashLength = 32

/** Root of the tree without leaves. */
export const emptyRoot: Hash = sha256('')

export const leafHash = (bytes: Uint8Array): Hash => sha256(Buffer.concat([Buffer.of(0), bytes]))

const pair = Buffer.alloc(1 + 2 * hashLength, 1)

/** The node above two others. */
export function nodeHash(left: Hash, right: Hash): Hash {
  left.copy(pair, 1)
  right.copy(pair, 1 + hashLength)
  return sha256(pair)
}

/** Told of every complete subtree: 2^level leaves, the index-th of its level. */
export type OnNode = (level: number, index: number, node: Hash) => void

/** A tree that only grows, known by the roots of its complete subtrees, largest first: all that appending needs. */
export interface CompactRange {
  readonly size: number
  readonly hashes: readonly Hash[]
  append(leaf: Hash, onNode?: OnNode): void
  root(): Hash
}

/** Takes up a tree where it was left; `hashes` has one for every bit set in `size`. Throws RangeError otherwise. */
export function compactRange(size = 0, hashes: readonly Hash[] = []): CompactRange {
  if (hashes.length !== bitsSet(size)) throw new RangeError(`${hashes.length} hashes cannot be a tree of ${size}`)
  const peaks = [...hashes]
  let grown = size
  return {
    get size() {
      return grown
    },
    hashes: peaks,
    append(leaf, onNode) {
      let node = leaf
      let level = 0
      // As in counting: a peak of the same height is there wherever the size has a one.
      for (let carry = grown; carry % 2 === 1; carry = (carry - 1) / 2) {
        node = nodeHash(peaks.pop() as Hash, node)
        level += 1
        onNode?.(level, (carry - 1) / 2, node)
      }
      peaks.push(node)
      grown += 1
    },
    root: () =>
      peaks.reduceRight<Hash | undefined>((right, left) => (right ? nodeHash(left, right) : left), undefined) ??
      emptyRoot,
  }
}

/** The root over given leaves. */
export function rootOf(leaves: readonly Hash[]): Hash {
  const range = compactRange()
  for (const leaf of leaves) range.append(leaf)
  return range.root()
}

function bitsSet(size: number): number {
  let count = 0
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2
  return count
}
