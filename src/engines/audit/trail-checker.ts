import { leafDigest } from './canonical.ts'
import { instantOfEntry } from './entry-id.ts'
import { objectOf } from './entry.ts'
import { compactRange, type CompactRange, type Hash } from './merkle.ts'
import { storedEvery } from './read-tree.ts'
import { faultsOfSeal, type Head, type Seal } from './seal.ts'
import { leafTextOf, type StoredEntry } from './stored-entry.ts'
import type { Finding, FindingKind, TrailReport } from './trail-report.ts'

export interface Node {
  readonly level: number
  readonly index: number
  readonly hash: Hash
}

interface Leaf {
  readonly id: string
  readonly digest: Hash
}

export interface CheckStart {
  /** The seal to go on from, with the tree as it was then; absent = from the beginning. */
  readonly after?: { readonly seal: Seal; readonly range: CompactRange }
  readonly heads?: readonly Head[]
  /** Entries whose erasure is known to be recorded behind what is read. */
  readonly erasedLater?: ReadonlySet<string>
  /** The tree at a size, out of stored nodes: lets the check go on behind damage. What it gives is proved by later seals. */
  readonly resume?: (size: number) => Promise<CompactRange | undefined>
  /** Complete subtrees as they were found, for comparing with stored ones. */
  readonly onNode?: (node: Node) => void
}

const mostFindings = 1000
const tile = 2 ** storedEvery
// The longest transaction takes a minute; clocks of our machines agree within seconds.
const lateMicros = 15 * 60_000_000
const aheadMicros = 60_000_000

/**
 * Checks a trail as it is read, from wherever: entries in order, and each seal behind the entries that it covers. Holds one
 * seal's leaves in memory, and the ids of erased entries.
 */
export function checkTrail({ after, heads = [], erasedLater = new Set(), resume, onNode }: CheckStart) {
  const findings: Finding[] = []
  const awaited = heads.toSorted((a, b) => a.size - b.size)
  const erased = new Set<string>()
  const erasures = new Set<string>()
  let broken = false
  let entries = 0
  let seals = 0
  let before = after?.seal
  let range = after?.range ?? compactRange()
  /** Behind damage: the next size at which stored nodes alone make up the tree. */
  let lostUntil: number | undefined
  let pending: Leaf[] = []

  function tell(
    kind: FindingKind,
    message: string,
    more: { seal?: number; entry?: string } = {},
    weight: Finding['weight'] = 'broken',
  ) {
    broken ||= weight === 'broken'
    if (findings.length < mostFindings) findings.push({ kind, weight, message, ...more })
  }

  const lose = (size: number) => void (lostUntil = Math.ceil(size / tile) * tile)

  function compareHeads() {
    for (; awaited[0] && awaited[0].size <= range.size; awaited.shift()) {
      const { size, root } = awaited[0]
      if (size < range.size) tell('uncompared', `the head of ${size} entries lies in damage or before the start`)
      else if (!range.root().equals(root)) tell('forked', `the first ${size} entries are not those of the given head`)
    }
  }

  /** Entries in the order of the trail. */
  function add(entry: StoredEntry) {
    entries += 1
    const text = leafTextOf(entry)
    if (text === undefined || !leafDigest(text).equals(entry.digest))
      tell('edited', 'the entry is not what was recorded', { entry: entry.id })
    if (entry.erasedDigest !== null) erased.add(entry.id)
    if (entry.operation === 'audit.erase') {
      for (const { type, id } of (entry.objects ?? []).map(objectOf)) if (type === 'audit.entry') erasures.add(id)
    }
    pending.push({ id: entry.id, digest: entry.digest })
  }

  /** The seal over all entries added since the last one. */
  async function close(seal: Seal) {
    const covered = pending
    pending = []
    seals += 1
    for (const fault of faultsOfSeal(seal, before)) tell('seal', fault, { seal: seal.number })
    const fits = seal.treeSize === (before?.treeSize ?? 0) + seal.entryCount
    checkTimes(seal, covered)
    before = seal
    const difference = covered.length - seal.entryCount
    if (difference !== 0) {
      const [kind, what] = difference < 0 ? (['missing', 'fewer'] as const) : (['added', 'more'] as const)
      tell(kind, `seal ${seal.number} covers ${seal.entryCount} entries; there are ${Math.abs(difference)} ${what}`, {
        seal: seal.number,
      })
    }
    if (difference !== 0 || !fits) return lose(seal.treeSize)
    await grow(covered, seal)
  }

  async function grow(covered: readonly Leaf[], seal: Seal) {
    const start = seal.treeSize - covered.length
    for (const [i, { digest }] of covered.entries()) {
      if (lostUntil === start + i) {
        const resumed = await resume?.(lostUntil)
        if (resumed) {
          range = resumed
          lostUntil = undefined
          compareHeads()
        }
      }
      if (lostUntil !== undefined) continue
      range.append(digest, (level, index, hash) => {
        if (level % storedEvery === 0) onNode?.({ level, index, hash })
      })
      if (awaited.length > 0) compareHeads()
    }
    if (lostUntil !== undefined || range.root().equals(seal.root)) return
    tell('replaced', `the entries of seal ${seal.number} were replaced, or their order was changed`, {
      seal: seal.number,
    })
    lose(seal.treeSize)
  }

  function checkTimes(seal: Seal, covered: readonly Leaf[]) {
    const earliest = (before?.atMicros ?? Number.NEGATIVE_INFINITY) - lateMicros
    if (before && seal.atMicros < before.atMicros) {
      tell('clock', `the clock ran back before seal ${seal.number}`, { seal: seal.number }, 'doubt')
    }
    for (const { id } of covered) {
      const at = instantOfEntry(id).getTime() * 1000
      if (at < earliest)
        tell(
          'backdated',
          'the entry says an earlier time than others sealed before it',
          { seal: seal.number, entry: id },
          'doubt',
        )
      if (at > seal.atMicros + aheadMicros)
        tell('clock', 'the entry says a later time than its seal', { seal: seal.number, entry: id }, 'doubt')
    }
  }

  /** What is added but not closed counts as unsealed. */
  function finish(): TrailReport {
    for (const id of erased.difference(erasures).difference(erasedLater))
      tell('erased', 'the personal part is gone and no erasure was recorded', { entry: id })
    const size = before?.treeSize ?? 0
    for (const head of awaited) {
      if (head.size > size) tell('truncated', `the given head has ${head.size} entries, the trail only ${size}`)
      else tell('uncompared', `the head of ${head.size} entries lies in damage`)
    }
    const root = (before?.root ?? range.root()).toString('hex')
    return {
      ok: !broken,
      entries,
      seals,
      unsealed: pending.length,
      erased: erased.size,
      head: { size, root },
      findings,
    }
  }

  compareHeads()
  return { add, close, finish, tell }
}

export type TrailCheck = ReturnType<typeof checkTrail>
