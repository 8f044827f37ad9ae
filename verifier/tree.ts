import { hash } from 'node:crypto'

/** Merkle trees of RFC 9162 §2.1 with SHA-256; hashes are Buffers of 32 bytes. */

const pair = Buffer.alloc(65, 1)

function nodeOf(left: Buffer, right: Buffer): Buffer {
  left.copy(pair, 1)
  right.copy(pair, 33)
  // By way of hex, which is faster than a Buffer made by `hash`.
  return Buffer.from(hash('sha256', pair), 'hex')
}

/** A tree that leaves are added to, known by the roots of its complete subtrees, largest first. */
export class GrowingTree {
  size: number
  readonly #peaks: Buffer[]

  /** Goes on from a size, given one hash for each bit that is set in it. */
  constructor(size = 0, peaks: readonly Buffer[] = []) {
    if (size.toString(2).replaceAll('0', '').length !== peaks.length)
      throw new Error(`${peaks.length} hashes are no tree of ${size} leaves`)
    this.size = size
    this.#peaks = [...peaks]
  }

  add(leaf: Buffer): void {
    let node = leaf
    for (let rest = this.size; rest % 2 === 1; rest = (rest - 1) / 2) node = nodeOf(this.#peaks.pop() as Buffer, node)
    this.#peaks.push(node)
    this.size += 1
  }

  root(): string {
    if (this.#peaks.length === 0) return hash('sha256', '')
    return this.#peaks.reduceRight((right, left) => nodeOf(left, right)).toString('hex')
  }
}

/** The root that a path leads to from a leaf (RFC 9162 §2.1.3.2); undefined where its length does not fit. */
export function rootOverLeaf(leaf: Buffer, index: number, size: number, path: readonly Buffer[]): string | undefined {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return undefined
  const halve = (value: number) => Math.floor(value / 2)
  let [at, last, node] = [index, size - 1, leaf]
  for (const sibling of path) {
    if (last === 0) return undefined
    const isRight = at % 2 === 1
    node = isRight || at === last ? nodeOf(sibling, node) : nodeOf(node, sibling)
    // The last node of a level that has no neighbour moves up as it is.
    if (!isRight && at === last) while (at % 2 === 0 && at !== 0) [at, last] = [halve(at), halve(last)]
    ;[at, last] = [halve(at), halve(last)]
  }
  return last === 0 ? node.toString('hex') : undefined
}
