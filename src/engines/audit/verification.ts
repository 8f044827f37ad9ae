import type { Queries } from '#kernel/database/connect.ts'
import { find, run, sql } from '#kernel/database/query.ts'
import { headsAfter } from './heads/stored-heads.ts'
import type { Head } from './seal.ts'
import type { TrailReport } from './trail-report.ts'
import { verifyTrail } from './verify-trail.ts'

export interface Verification {
  readonly at: Date
  readonly isWhole: boolean
  /** Entries that had been checked before. */
  readonly fromSize: number
  readonly treeSize: number
  readonly findings: number
}

/** The last check of the trail. */
export const findLastVerification = (on: Queries): Promise<Verification | undefined> =>
  find(
    on,
    sql<Verification>`select at, is_whole, from_size, tree_size, findings from audit.verification order by at desc limit 1`,
  )

export const rememberVerification = (on: Queries, report: TrailReport, fromSize: number, at: Date): Promise<number> =>
  run(
    on,
    sql`insert into audit.verification (at, is_whole, from_size, tree_size, root, findings)
      values (${at}, ${report.ok}, ${fromSize}, ${report.head.size}, decode(${report.head.root}, 'hex'), ${report.findings.length})
      on conflict (at) do nothing`,
  )

/**
 * Checks what was sealed since the last check that found all whole, against the signed heads too, and remembers what was found.
 * What lies before is checked again by `audit verify`.
 */
export async function verifyNew(on: Queries, at: Date): Promise<TrailReport> {
  const last = await find(
    on,
    sql<{ number: number; treeSize: number }>`select s.number, s.tree_size from audit.verification v
      join audit.seal s on s.tree_size = v.tree_size and s.root = v.root where v.is_whole order by v.at desc limit 1`,
  )
  const heads: Head[] = []
  for await (const head of headsAfter(on, last?.treeSize ?? 0)) heads.push(head)
  const report = await verifyTrail(on, { heads, after: last?.number ?? 0 })
  await rememberVerification(on, report, last?.treeSize ?? 0, at)
  return report
}
