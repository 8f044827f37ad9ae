import { nodeHash, type Hash } from './merkle.ts'

/** The leaves from `start` up to, not including, `end`. */
export type LeafRange = readonly [start: number, end: number]

/** The subtrees whose roots prove that a leaf is in a tree, lowest first (RFC 9162 §2.1.3.1). Throws RangeError outside. */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  if (!(index >= 0 && index < size)) throw new RangeError(`no leaf ${index} in a tree of ${size}`)
  const ranges: LeafRange[] = []
  for (let [start, end] = [0, size]; end - start > 1;) {
    const split = start + splitOf(end - start)
    ranges.push(index < split ? [split, end] : [start, split])
    if (index < split) end = split
    else start = split
  }
  return ranges.reverse()
}

/** The subtrees whose roots prove that a tree is the beginning of a larger one (RFC 9162 §2.1.4.1). */
export function consistencyRanges(old: number, size: number): LeafRange[] {
  if (!(old > 0 && old <= size)) throw new RangeError(`no tree of ${old} before one of ${size}`)
  const ranges: LeafRange[] = []
  let [start, end] = [0, size]
  while (end !== old) {
    const split = start + splitOf(end - start)
    ranges.push(old <= split ? [split, end] : [start, split])
    if (old <= split) end = split
    else start = split
  }
  // Whoever asks knows the old root; it is left out where it is itself a subtree.
  if (start > 0) ranges.push([start, end])
  return ranges.reverse()
}

/** Complete subtrees that make up the range, from the left; their roots fold from the right. */
export function completeSubtrees([start, end]: LeafRange): { level: number; index: number }[] {
  const parts: { level: number; index: number }[] = []
  for (let at = start; at < end;) {
    let level = 0
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= end) level += 1
    parts.push({ level, index: at / 2 ** level })
    at += 2 ** level
  }
  return parts
}

/** Largest power of two below the size. */
function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

/** Whether the path leads from the leaf to the root (RFC 9162 §2.1.3.2). */
export function verifyInclusion(leaf: Hash, index: number, size: number, path: readonly Hash[], root: Hash): boolean {
  if (!isPlace(index, size)) return false
  let [at, last, node] = [index, size - 1, leaf]
  for (const sibling of path) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      node = nodeHash(sibling, node)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else {
      node = nodeHash(node, sibling)
    }
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && node.equals(root)
}

/** Whether the proof shows that the old tree is the beginning of the new one (RFC 9162 §2.1.4.2). */
export function verifyConsistency(
  old: number,
  size: number,
  oldRoot: Hash,
  root: Hash,
  proof: readonly Hash[],
): boolean {
  if (!isPlace(old - 1, size)) return false
  if (old === size) return proof.length === 0 && oldRoot.equals(root)
  if (proof.length === 0) return false
  let [at, last] = [old - 1, size - 1]
  while (at % 2 === 1) [at, last] = [half(at), half(last)]
  // The old tree is complete: its root is the first hash, which the prover left out.
  const path = at === 0 ? [oldRoot, ...proof] : proof
  let [oldNode, node] = [path[0] as Hash, path[0] as Hash]
  for (const sibling of path.slice(1)) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      oldNode = nodeHash(sibling, oldNode)
      node = nodeHash(sibling, node)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else {
      node = nodeHash(node, sibling)
    }
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && oldNode.equals(oldRoot) && node.equals(root)
}

const half = (value: number): number => Math.floor(value / 2)

const isPlace = (index: number, size: number): boolean =>
  Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size
