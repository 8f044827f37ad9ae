import { randomUUIDv7 } from 'node:crypto'
import { find, get, json, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { fail } from '#values/errors.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { ReorganizationPreview } from './contract.ts'
import { ReorganizationPlan } from './plan.ts'

export type ReorganizationStatus = 'draft' | 'scheduled' | 'done' | 'undoing' | 'undone'

export interface ReorganizationRow {
  readonly id: string
  readonly title: string
  readonly document: string
  readonly effectiveOn: PlainDate
  readonly status: ReorganizationStatus
  /** Things moved so far. */
  readonly moved: number
  readonly createdAt: Date
  readonly scheduledAt: Date | null
  readonly finishedAt: Date | null
  readonly undoneAt: Date | null
}

const columns = sql`id, title, document, effective_on, status, moved, created_at, scheduled_at, finished_at, undone_at`

export const listReorganizations = (tx: Queries): Promise<ReorganizationRow[]> =>
  rows(
    tx,
    sql<ReorganizationRow>`select ${columns} from directory.reorganization order by effective_on desc, created_at desc`,
  )

/** A reorganisation with its plan. */
export async function getReorganization(
  tx: Queries,
  id: string,
): Promise<ReorganizationRow & { plan: ReorganizationPlan }> {
  const row = await get(
    tx,
    sql<ReorganizationRow & { plan: unknown }>`select ${columns}, plan from directory.reorganization where id = ${id}`,
  )
  return { ...row, plan: ReorganizationPlan.parse(row.plan) }
}

/** What it was going to touch when it was scheduled. */
export const keptPreview = async (tx: Queries, id: string): Promise<ReorganizationPreview> =>
  (
    await get(
      tx,
      sql<{
        preview: ReorganizationPreview
      }>`select preview from directory.reorganization where id = ${id} and preview is not null`,
    )
  ).preview

/** The same, locked until the transaction ends: one at a time changes how far it has come. */
export async function lockReorganization(
  tx: Queries,
  id: string,
): Promise<ReorganizationRow & { plan: ReorganizationPlan }> {
  await get(tx, sql`select 1 from directory.reorganization where id = ${id} for update`)
  return getReorganization(tx, id)
}

/** Keeps a plan as a draft, or changes the plan of one. */
export async function savePlan(
  tx: Queries,
  { id, plan, by, at }: { id?: string | undefined; plan: ReorganizationPlan; by: string; at: Date },
): Promise<string> {
  if (id === undefined) {
    const fresh = randomUUIDv7()
    await run(
      tx,
      sql`insert into directory.reorganization (id, title, document, effective_on, plan, created_by, created_at)
        values (${fresh}, ${plan.title}, ${plan.document}, ${plan.effectiveOn}, ${json(plan)}, ${by}, ${at})`,
    )
    return fresh
  }
  const changed = await run(
    tx,
    sql`update directory.reorganization set title = ${plan.title}, document = ${plan.document}, effective_on = ${plan.effectiveOn},
        plan = ${json(plan)} where id = ${id} and status = 'draft'`,
  )
  if (changed === 0) fail('conflict')
  return id
}

/** The one whose turn it is to be carried out or taken back on a day. */
export const findDue = (tx: Queries, on: PlainDate) =>
  find(
    tx,
    sql<{ id: string }>`select id from directory.reorganization
      where (status = 'scheduled' and effective_on <= ${on}) or status = 'undoing' order by effective_on, scheduled_at limit 1`,
  )

export const countMoved = (tx: Queries, id: string, more: number): Promise<number> =>
  run(tx, sql`update directory.reorganization set moved = moved + ${more} where id = ${id}`)
