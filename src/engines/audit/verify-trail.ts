import type { Queries } from '#kernel/database/connect.ts'
import { rows, sql } from '#kernel/database/query.ts'
import { archived, findBeginning, isBeginningRecorded, type Beginning } from './beginning.ts'
import { readTree } from './read-tree.ts'
import { endOfTrail, faultsOfSeal, findLastSeal, readSeals, sealsAfter, type Head, type Seal } from './seal.ts'
import { entryBatches } from './stored-entry.ts'
import { checkTrail, type CheckStart, type Node, type TrailCheck } from './trail-checker.ts'
import type { TrailReport } from './trail-report.ts'

export interface VerifyOptions {
  /** Heads kept elsewhere: without one, a trail whose end was cut off, or that was written anew, looks whole. */
  readonly heads?: readonly Head[]
  /** Goes on behind a seal that was checked before; not before where the trail begins here. */
  readonly after?: number
}

/**
 * Checks the whole trail against its seals, and these against heads kept elsewhere, reading in batches. Entries written
 * meanwhile are left for the next time. Speed: README.md.
 */
export async function verifyTrail(on: Queries, options: VerifyOptions = {}): Promise<TrailReport> {
  const last = await findLastSeal(on)
  const beginning = await findBeginning(on)
  const isFromBeginning = beginning !== undefined && (options.after ?? 0) <= beginning.seal.number
  const start = await startAfter(on, isFromBeginning ? beginning.seal.number : (options.after ?? 0))
  const heads = options.heads ?? []
  let nodes: Node[] = []
  const check = checkTrail({
    ...(start ? { after: start } : {}),
    heads: isFromBeginning ? heads.filter(({ size }) => size > beginning.seal.treeSize) : heads,
    resume: (size) =>
      readTree(on, size)
        .rangeAt(size)
        .catch(() => undefined),
    onNode: (node) => void nodes.push(node),
  })

  if (isFromBeginning) {
    if (start?.range.root().equals(beginning.seal.root) === false)
      check.tell('node', `what is kept of seal ${beginning.seal.number} does not make its tree`)
    await checkArchivedSeals(on, beginning, heads, check)
  }
  const seals = sealsAfter(on, start?.seal.number ?? 0, last?.number ?? 0)
  let seal = await next(seals)
  for await (const batch of entryBatches(on, start?.seal.toXid ?? 0, await endOfTrail(on))) {
    for (const entry of batch) {
      while (seal && entry.xid >= seal.toXid) {
        await check.close(seal)
        seal = await next(seals)
      }
      check.add(entry)
    }
    await compareNodes(on, nodes, check)
    nodes = []
  }
  for (; seal; seal = await next(seals)) await check.close(seal)
  await compareNodes(on, nodes, check)
  for (const id of await findFromFuture(on)) {
    check.tell('added', 'the entry names a transaction that has not been, so that it would never be sealed', {
      entry: id,
    })
  }
  return check.finish()
}

/**
 * The place behind a seal; 0 = where the trail begins here, undefined if that is its first entry. Throws RangeError when there is no such
 * seal, and `archived` where what lies behind it has left.
 */
export async function startAfter(on: Queries, number: number): Promise<CheckStart['after']> {
  const beginning = (await findBeginning(on))?.seal.number ?? 0
  if (number > 0 && number < beginning) throw archived()
  if (number === 0) return beginning === 0 ? undefined : startAfter(on, beginning)
  const [seal] = await readSeals(on, sql`number = ${number}`)
  if (!seal) throw new RangeError(`there is no seal ${number}`)
  return { seal, range: await readTree(on, seal.treeSize).rangeAt(seal.treeSize) }
}

/** Entries before the beginning lie in archives; their seals are here, and the trail says itself that it begins there. */
async function checkArchivedSeals(on: Queries, { seal: begins }: Beginning, heads: readonly Head[], check: TrailCheck) {
  const awaited = new Map(heads.map((head) => [head.size, head.root]))
  let before: Seal | undefined
  for await (const seal of sealsAfter(on, 0, begins.number)) {
    for (const fault of faultsOfSeal(seal, before)) check.tell('seal', fault, { seal: seal.number })
    if (awaited.get(seal.treeSize)?.equals(seal.root) === false)
      check.tell('forked', `the first ${seal.treeSize} entries are not those of the given head`, { seal: seal.number })
    awaited.delete(seal.treeSize)
    before = seal
  }
  for (const size of awaited.keys())
    if (size <= begins.treeSize) check.tell('uncompared', `no seal has the ${size} entries of the given head`)
  if (!(await isBeginningRecorded(on, begins.number)))
    check.tell(
      'missing',
      `the trail begins behind seal ${begins.number}, and no entry says that older ones were archived`,
    )
}

const next = async (seals: AsyncGenerator<Seal>): Promise<Seal | undefined> => {
  const { value, done } = await seals.next()
  return done ? undefined : value
}

/** One statement, so one snapshot: whatever it sees was written by a transaction below its own end. */
const findFromFuture = async (on: Queries): Promise<string[]> =>
  (
    await rows(
      on,
      sql<{ id: string }>`select id from audit.entry
        where xid >= (pg_snapshot_xmax(pg_current_snapshot())::text::bigint + audit.xid_shift())::text::xid8 limit 100`,
    )
  ).map(({ id }) => id)

async function compareNodes(on: Queries, nodes: readonly Node[], check: TrailCheck) {
  if (nodes.length === 0) return
  const stored = await rows(
    on,
    sql<Node>`select level, index, hash from audit.node where (level, index) in (
      select * from unnest(${nodes.map((node) => node.level)}::smallint[], ${nodes.map((node) => node.index)}::bigint[]))`,
  )
  const known = new Map(stored.map((node) => [`${node.level} ${node.index}`, node.hash]))
  for (const { level, index, hash } of nodes) {
    if (!known.get(`${level} ${index}`)?.equals(hash))
      check.tell('node', `node ${index} of level ${level} is not the one of its entries`)
  }
}
