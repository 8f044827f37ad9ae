import { hash } from 'node:crypto'
import { Findings } from './findings.ts'
import { isGenuine, trustedKeys, type Head, type Kept, type ListedKey } from './heads.ts'
import { digestOf } from './trail.ts'
import { rootOverLeaf } from './tree.ts'

/** The proof of one entry, as the trail's screen gives it to download. */
export interface Proof {
  readonly version: number
  readonly entry: string
  readonly leafIndex: number
  readonly treeSize: number
  readonly root: string
  readonly path: readonly string[]
  /** Base64: the version byte and what the entry says in public. */
  readonly leaf: string
  readonly seal: {
    readonly number: number
    readonly treeSize: number
    readonly root: string
    readonly previous: string
    readonly digest: string
    readonly at: string
  }
  readonly head?: Head
  readonly keys?: readonly ListedKey[]
}

/** Checks a proof against the head in it, or one that was kept; answers what the entry says. */
export function checkProof(proof: Proof, kept: Kept, keys: readonly string[], findings: Findings): unknown {
  const leaf = Buffer.from(proof.leaf, 'base64')
  if (proof.version !== 1 || leaf[0] !== 1) throw new Error('not a proof, or of a later version')
  const said = JSON.parse(leaf.toString('utf8', 1)) as { readonly id?: unknown }
  const { seal } = proof
  if (said.id !== proof.entry) findings.broken('edited', 'the proof is of another entry')
  if (digestOf({ ...seal, atMicros: Date.parse(seal.at) * 1000 }) !== seal.digest)
    findings.broken('seal', `seal ${seal.number} was changed`)
  if (seal.root !== proof.root || seal.treeSize !== proof.treeSize)
    findings.broken('seal', `seal ${seal.number} is of another tree`)
  const digest = hash('sha256', Buffer.concat([Buffer.of(0), leaf]), 'buffer')
  const path = proof.path.map((one) => Buffer.from(one, 'hex'))
  if (rootOverLeaf(digest, proof.leafIndex, proof.treeSize, path) !== proof.root)
    findings.broken('replaced', 'the path does not lead from the entry to the root')
  const trusted = trustedKeys(keys, [...kept.keys, ...(proof.keys ?? [])])
  const heads = [...kept.heads, ...(proof.head ? [proof.head] : [])].filter((head) => head.size === proof.treeSize)
  for (const head of heads) {
    if (!isGenuine(head, trusted)) findings.broken('unsigned', 'the head is not signed by a trusted key')
    else if (head.root !== proof.root) findings.broken('rewritten', 'the signed head of this size has another root')
  }
  if (heads.length === 0) findings.doubt('unsigned', 'no signed head of this tree is at hand')
  return said
}
