import { hash } from 'node:crypto'
import { Findings } from './findings.ts'
import { isGenuine, trustedKeys, type Head, type Kept } from './heads.ts'
import { leafOf, millisecondsOf, type Entry } from './leaf.ts'
import { GrowingTree } from './tree.ts'

/** A seal as `audit export` writes it; bytes in hex. */
interface Seal {
  readonly number: number
  readonly fromXid: number
  readonly toXid: number
  readonly entryCount: number
  readonly treeSize: number
  readonly root: string
  readonly previous: string
  readonly digest: string
  readonly atMicros: number
}

interface Line {
  readonly trail?: number
  readonly after?: { readonly seal: Seal; readonly hashes: readonly string[] }
  readonly entry?: Entry
  readonly seal?: Seal
}

const noSeal = '0'.repeat(64)
// The longest transaction takes a minute; machines agree on the time within seconds.
const lateMs = 15 * 60_000
const aheadMs = 60_000

/** Checks an export line by line. Holds the ids of erased entries and the heads, nothing else that grows. */
export class TrailCheck {
  readonly findings = new Findings()
  entries = 0
  seals = 0
  compared = 0
  readonly #heads: Head[]
  readonly #erased = new Set<string>()
  readonly #erasures = new Set<string>()
  #tree = new GrowingTree()
  #before: Seal | undefined
  #pending = 0
  #lastEntry: Pick<Entry, 'xid' | 'id'> | undefined
  #earliest = Infinity
  #latest = -Infinity
  #start = 0
  #matched = 0
  /** Behind damage no root can be told any more. */
  #isLost = false

  constructor(kept: Kept, keys: readonly string[]) {
    const trusted = trustedKeys(keys, kept.keys)
    const genuine = kept.heads.filter((head) => {
      if (isGenuine(head, trusted)) return true
      this.findings.broken('unsigned', `the head of ${head.size} entries is not signed by a trusted key`)
      return false
    })
    this.#heads = genuine.toSorted((one, other) => one.size - other.size || one.at.localeCompare(other.at))
    this.#heads.forEach((head, i) => {
      const before = this.#heads[i - 1]
      if (before?.size === head.size && before.root !== head.root)
        this.findings.broken('forked', `two different heads of ${head.size} entries were signed`)
      if (before !== undefined && head.at < before.at)
        this.findings.doubt('clock', `the head of ${head.size} entries was signed at ${head.at}, before a smaller one`)
    })
  }

  line(text: string): void {
    const { trail, after, entry, seal } = JSON.parse(text) as Line
    if (entry) this.#add(entry)
    else if (seal) this.#close(seal)
    else if (trail !== 1) throw new Error('not of an export, or of a later version')
    else if (after) this.#goOnFrom(after.seal, after.hashes)
  }

  /** To be called behind the last line. */
  finish(): void {
    if (this.#pending > 0) this.findings.broken('seal', `the last ${this.#pending} entries are under no seal`)
    for (const id of this.#erased.difference(this.#erasures))
      this.findings.broken('erased', `the personal part of ${id} is gone and no erasure was recorded`)
    this.#compareHeads(Infinity)
    if (this.compared > 0 && this.#matched === 0)
      this.findings.broken('other trail', 'this trail fits none of the signed heads: it is another one')
  }

  get head() {
    return { size: this.#before?.treeSize ?? 0, root: this.#before?.root ?? this.#tree.root() }
  }

  #goOnFrom(seal: Seal, hashes: readonly string[]): void {
    this.#tree = new GrowingTree(
      seal.treeSize,
      hashes.map((one) => Buffer.from(one, 'hex')),
    )
    if (digestOf(seal) !== seal.digest || this.#tree.root() !== seal.root)
      this.findings.broken('seal', `seal ${seal.number}, behind which the export begins, was changed`)
    this.#before = seal
    this.#start = seal.treeSize
    this.#compareHeads(seal.treeSize)
  }

  #add(entry: Entry): void {
    this.entries += 1
    this.#pending += 1
    if (leafOf(entry) !== entry.digest) this.findings.broken('edited', `entry ${entry.id} is not what was recorded`)
    if (entry.erasedDigest !== null) this.#erased.add(entry.id)
    if (entry.operation === 'audit.erase')
      for (const object of entry.objects ?? [])
        if (object.startsWith('audit.entry:')) this.#erasures.add(object.slice('audit.entry:'.length))
    const last = this.#lastEntry
    if (last !== undefined && (entry.xid < last.xid || (entry.xid === last.xid && entry.id <= last.id)))
      this.findings.broken('reordered', `entry ${entry.id} stands behind ${last.id}, which comes after it`)
    this.#lastEntry = { xid: entry.xid, id: entry.id }
    const at = millisecondsOf(entry.id)
    this.#earliest = Math.min(this.#earliest, at)
    this.#latest = Math.max(this.#latest, at)
    if (this.#isLost) return
    // The recorded digest: so one edited entry does not hide what is behind it.
    this.#tree.add(Buffer.from(entry.digest, 'hex'))
    if (this.#heads[0] && this.#heads[0].size <= this.#tree.size) this.#compareHeads(this.#tree.size)
  }

  #close(seal: Seal): void {
    const { findings } = this
    const before = this.#before
    const whole = digestOf(seal) === seal.digest && seal.atMicros % 1000 === 0
    this.seals += 1
    if (!whole) findings.broken('seal', `seal ${seal.number} was changed`)
    if (seal.number !== (before?.number ?? 0) + 1 || seal.previous !== (before?.digest ?? noSeal))
      findings.broken('seal', `seal ${seal.number} does not follow seal ${before?.number ?? 0}`)
    if (seal.fromXid !== (before?.toXid ?? 0) || seal.treeSize !== (before?.treeSize ?? 0) + seal.entryCount)
      findings.broken('seal', `seal ${seal.number} does not begin where the one before it ended`)
    const difference = this.#pending - seal.entryCount
    if (difference !== 0) {
      const [kind, word] = difference < 0 ? (['missing', 'fewer'] as const) : (['added', 'more'] as const)
      findings.broken(
        kind,
        `seal ${seal.number} counts ${seal.entryCount} entries, there are ${Math.abs(difference)} ${word}`,
      )
      this.#isLost = true
    } else if (!this.#isLost && this.#tree.root() !== seal.root) {
      findings.broken('replaced', `the entries of seal ${seal.number} are not those that were sealed`)
      this.#isLost = true
    }
    this.#checkTimes(seal)
    this.#before = seal
    this.#pending = 0
  }

  #checkTimes(seal: Seal): void {
    const at = seal.atMicros / 1000
    const before = this.#before === undefined ? -Infinity : this.#before.atMicros / 1000
    if (at < before) this.findings.doubt('clock', `the clock ran back before seal ${seal.number}`)
    if (this.#earliest < before - lateMs)
      this.findings.doubt('clock', `an entry of seal ${seal.number} says an earlier time than others sealed before it`)
    if (this.#latest > at + aheadMs)
      this.findings.doubt('clock', `an entry of seal ${seal.number} says a later time than its seal`)
    this.#earliest = Infinity
    this.#latest = -Infinity
  }

  /** Those up to a size; behind the last line all that are left. */
  #compareHeads(upTo: number): void {
    for (let head = this.#heads[0]; head !== undefined && head.size <= upTo; head = this.#heads[0]) {
      this.#heads.shift()
      const told = `the head of ${head.size} entries, signed at ${head.at}`
      if (head.size < this.#start) continue
      if (head.size > this.head.size && upTo === Infinity)
        this.findings.broken('truncated', `${told}, is of more than the ${this.head.size} entries here`)
      else if (head.size === this.#tree.size && !this.#isLost) {
        this.compared += 1
        if (head.root === this.#tree.root()) this.#matched += 1
        else this.findings.broken('rewritten', `${told}, is of other entries than these`)
      } else this.findings.doubt('rewritten', `${told}, lies in damage and cannot be compared`)
    }
  }
}

/** SHA-256(previous ‖ number ‖ tree size ‖ root ‖ milliseconds since 1970), numbers as 8 bytes, big end first. */
export function digestOf(seal: Pick<Seal, 'previous' | 'number' | 'treeSize' | 'root' | 'atMicros'>): string {
  const number = (value: number) => {
    const bytes = Buffer.alloc(8)
    bytes.writeBigUInt64BE(BigInt(Math.floor(value)))
    return bytes
  }
  const bytes = (hex: string) => Buffer.from(hex, 'hex')
  return hash(
    'sha256',
    Buffer.concat([
      bytes(seal.previous),
      number(seal.number),
      number(seal.treeSize),
      bytes(seal.root),
      number(seal.atMicros / 1000),
    ]),
  )
}
