import { z } from 'zod'
import type { Queries } from '#kernel/database/connect.ts'
import { find, sql } from '#kernel/database/query.ts'
import type { Facts, KeptTable } from '#kernel/parts/kept-table.ts'
import { rowsOf, type Part } from '#kernel/parts/part.ts'
import { findBeginning, insertBeginning } from '../beginning.ts'
import { EntryProof } from '../contract.ts'
import { exportTrail, verifyExport } from '../export-trail.ts'
import { readTree, storedEvery } from '../read-tree.ts'
import { damaged, readSeals, xid, type Seal } from '../seal.ts'
import { erasedBy, proveLaterErasures } from './erasures.ts'

/** Seals between which the entries of the archive lie: all of the part, and what was sealed among them. */
const TrailFacts = z.object({
  /** 0 = from the first entry. */
  after: z.int(),
  seal: z.int(),
  treeSize: z.int(),
  root: z.string(),
  erasures: z.array(EntryProof),
})
type TrailFacts = z.output<typeof TrailFacts>

/** None: a part without entries. */
const factsIn = (facts: Facts): TrailFacts | undefined =>
  Object.keys(facts).length === 0 ? undefined : TrailFacts.parse(facts)

/**
 * Months of the trail leave with the piece of the trail that holds them, up to the seal over their last entry, so that `audit verify --file`
 * checks them for ever; the trail goes on behind that seal. A month stays while it is not sealed, while its last seal is itself not old enough
 * (a clock that ran back puts new entries into old months), and while it tells of anything under a hold.
 */
export const keptTrail = (keepMonths: number): KeptTable => ({
  parent: 'audit.entry',
  keepMonths,
  leavesInOrder: true,

  async reasonToStay(on, part, keptSince) {
    const held = await find(
      on,
      sql<{ object: string }>`select h.object from kernel.legal_hold h where h.released_at is null
        and exists (select from ${rowsOf(part)} e where e.objects && array[h.object]) limit 1`,
    )
    if (held) return `it tells of ${held.object}, which is held`
    const last = await lastTransactionOf(on, part)
    if (last === undefined) return undefined
    const seal = await sealOver(on, last)
    if (!seal) return 'not all of it is sealed'
    const isArchived = seal.number <= ((await findBeginning(on))?.seal.number ?? 0)
    if (!isArchived && seal.atMicros / 1000 > keptSince.getTime())
      return 'entries were added to it lately: a clock ran back'
    return undefined
  },

  evidence: {
    async factsOf(on, part): Promise<Partial<TrailFacts>> {
      const last = await lastTransactionOf(on, part)
      const seal = last === undefined ? undefined : await sealOver(on, last)
      const beginning = (await findBeginning(on))?.seal
      // Nothing in it, or all of it went with an archive before: the trail begins behind it already.
      if (!seal || (beginning && seal.number <= beginning.number)) return {}
      return {
        after: beginning?.number ?? 0,
        seal: seal.number,
        treeSize: seal.treeSize,
        root: seal.root.toString('hex'),
        erasures: await proveLaterErasures(on, beginning?.toXid ?? 0, seal),
      }
    },

    async *linesOf(on, given) {
      const facts = factsIn(given)
      if (facts) yield* exportTrail(on, facts.after, facts.seal)
    },

    async faultsOf(lines, given) {
      const facts = factsIn(given)
      if (!facts) return []
      const report = await verifyExport(lines, [], erasedBy(facts.erasures))
      const reached = `${report.head.size}:${report.head.root}`
      return [
        ...report.findings.flatMap(({ weight, kind, message }) => (weight === 'broken' ? [`${kind}: ${message}`] : [])),
        ...(reached === `${facts.treeSize}:${facts.root}` ? [] : [`it ends at ${reached}`]),
        ...(report.unsealed > 0 ? [`${report.unsealed} entries stand behind its last seal`] : []),
      ]
    },

    async partWith(tx, part, given) {
      const facts = factsIn(given)
      const begins = (await findBeginning(tx))?.seal.number ?? 0
      if (!facts || begins >= facts.seal) return
      const [seal] = await readSeals(tx, sql`number = ${facts.seal}`)
      if (seal?.root.toString('hex') !== facts.root) throw damaged(`seal ${facts.seal} is not the one of the archive`)
      const tile = 2 ** storedEvery
      const complete = seal.treeSize - (seal.treeSize % tile)
      const tree = readTree(tx, seal.treeSize)
      if (!(await tree.rangeAt(seal.treeSize)).root().equals(seal.root))
        throw damaged(`nodes and entries do not make the tree of seal ${seal.number}`)
      await insertBeginning(tx, { seal: seal.number, leaves: await tree.leavesFrom(complete) }, part.name)
    },
  },
})

const lastTransactionOf = async (on: Queries, part: Part): Promise<number | undefined> =>
  (
    await find(
      on,
      sql<{ xid: number }>`select xid::text::bigint as xid from ${rowsOf(part)} e order by xid desc limit 1`,
    )
  )?.xid

const sealOver = async (on: Queries, transaction: number): Promise<Seal | undefined> =>
  (await readSeals(on, sql`to_xid > ${xid(transaction)}`, 1))[0]
