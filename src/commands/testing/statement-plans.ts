import pg from 'pg'
import type { Connection } from '#kernel/database/connect.ts'

/** What PostgreSQL did for one statement. */
export interface StatementPlan {
  readonly text: string
  readonly plan: PlanNode
}

/** A node of `explain (analyze, format json)`, as far as plans are judged by it. */
interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly Schema?: string
  readonly 'Actual Rows'?: number
  readonly 'Actual Loops'?: number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly Plans?: readonly PlanNode[]
}

/**
 * Has every statement of a pool tell its plan with what it really read, as a notice. Plans are those of big tables: whatever an index can
 * answer is answered by one, however few rows there are. For new connections only, so before the first query, or after the old ones went.
 */
export async function watchPlans(databaseUrl: string, { pool }: Connection): Promise<() => StatementPlan[]> {
  const name = new URL(databaseUrl).pathname.slice(1)
  const owner = new pg.Client({ connectionString: databaseUrl })
  await owner.connect()
  for (const setting of [
    "session_preload_libraries = 'auto_explain'",
    'auto_explain.log_min_duration = 0',
    'auto_explain.log_analyze = on',
    'auto_explain.log_timing = off',
    "auto_explain.log_format = 'json'",
    "auto_explain.log_level = 'notice'",
    'auto_explain.log_verbose = on',
    'enable_seqscan = off',
  ])
    await owner.query(`alter database ${name} set ${setting}`)
  await owner.end()
  let seen: StatementPlan[] = []
  pool.on('connect', (client) =>
    client.on('notice', ({ message = '' }) => {
      const json = /^duration: .* plan:\n(\{[\s\S]*\})$/.exec(message)?.[1]
      if (json === undefined) return
      const told = JSON.parse(json) as { 'Query Text': string; Plan: PlanNode }
      seen.push({ text: told['Query Text'], plan: told.Plan })
    }),
  )
  // What is open already knows nothing of it, and ends when it is given back.
  const open = await Promise.all(Array.from({ length: pool.totalCount }, () => pool.connect()))
  for (const client of open) client.release(true)
  return () => {
    const taken = seen
    seen = []
    return taken
  }
}

/** All nodes of a plan. */
function* nodesOf(node: PlanNode): Generator<PlanNode> {
  yield node
  for (const one of node.Plans ?? []) yield* nodesOf(one)
}

/** How many rows a node looked at, whether it passed them on or not. */
const rowsRead = (node: PlanNode): number =>
  ((node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) *
  (node['Actual Loops'] ?? 0)

/** More than a page of five needs of one table, with what is looked at for each of its rows. */
const mostRows = 40

/** What is wrong with a statement for lists that grow, in words; empty = it takes no more than a page. */
export function faultsOfPlan({ text, plan }: StatementPlan, growing: ReadonlySet<string>): string[] {
  const faults = /\boffset\b/i.test(text) ? ['skips rows by offset'] : []
  const read = new Map<string, number>()
  for (const node of nodesOf(plan)) {
    const table = node['Relation Name'] && tableOf(node)
    if (table !== undefined && growing.has(table)) {
      read.set(table, (read.get(table) ?? 0) + rowsRead(node))
      if (node['Node Type'] === 'Seq Scan') faults.push(`walks through ${table}`)
    }
    if (node['Node Type'] === 'Sort' && isOver(node, growing)) {
      const sorted = (node.Plans ?? []).reduce((sum, one) => sum + rowsRead(one), 0)
      if (sorted > mostRows) faults.push(`sorts ${sorted} rows`)
    }
  }
  for (const [table, rows] of read) if (rows > mostRows) faults.push(`reads ${Math.round(rows)} rows of ${table}`)
  return faults.map((fault) => `${fault}: ${text.replaceAll(/\s+/g, ' ').slice(0, 160)}`)
}

/** Whether what a node takes comes out of a table that grows: others are as large as the province is. */
const isOver = (node: PlanNode, growing: ReadonlySet<string>): boolean =>
  [...nodesOf(node)].some((one) => one['Relation Name'] !== undefined && growing.has(tableOf(one)))

/** Of a part the whole. */
const tableOf = (node: PlanNode): string =>
  `${node.Schema}.${node['Relation Name']?.replace(/_(\d{4}(_\d\d)?|default)$/, '')}`
