import { randomUUIDv7 } from 'node:crypto'
import { find, get, json, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { showClock, showDate } from '#values/show-time.ts'
import type { Language, Words } from '#values/words.ts'
import type { ReorganizationPreview } from './contract.ts'
import { ReorganizationPlan } from './plan.ts'
import { planChanges } from './plan-changes.ts'
import { reorganizationProblems } from './problems.ts'

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
  /** Counts the times its draft was saved. */
  readonly revision: number
}

const columns = sql`id, title, document, effective_on, status, moved, created_at, scheduled_at, finished_at, undone_at, revision`

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

/** A reorganisation and the revision of its plan that somebody read before acting. */
export interface PlanRead {
  readonly id: string
  readonly revision: number
}

/** Locked, and with the plan that was read; 409 with what was changed since, and by whom. */
export async function lockAsRead(
  tx: Queries,
  { id, revision }: PlanRead,
): Promise<ReorganizationRow & { plan: ReorganizationPlan }> {
  const row = await lockReorganization(tx, id)
  if (row.revision !== revision) throw await changedMeanwhile(tx, id, revision)
  return row
}

/** Keeps a new plan as a draft. */
export async function savePlan(
  tx: Queries,
  { plan, by, at }: { readonly plan: ReorganizationPlan; readonly by: string; readonly at: Date },
): Promise<string> {
  const id = randomUUIDv7()
  await run(
    tx,
    sql`insert into directory.reorganization (id, title, document, effective_on, plan, created_by, created_at)
      values (${id}, ${plan.title}, ${plan.document}, ${plan.effectiveOn}, ${json(plan)}, ${by}, ${at})`,
  )
  return id
}

/** Changes the plan of a draft as its saver read it. Answers the new revision. */
export async function changePlan(
  ctx: Context,
  { id, revision, plan }: PlanRead & { readonly plan: ReorganizationPlan },
): Promise<number> {
  const before = await lockAsRead(ctx.tx, { id, revision })
  if (before.status !== 'draft') fail('conflict')
  await run(
    ctx.tx,
    sql`update directory.reorganization set title = ${plan.title}, document = ${plan.document}, effective_on = ${plan.effectiveOn},
        plan = ${json(plan)}, revision = revision + 1 where id = ${id}`,
  )
  await run(
    ctx.tx,
    sql`insert into directory.plan_save (reorganization_id, revision, saved_by, saved_at, changes)
      values (${id}, ${revision + 1}, ${ctx.actor.name}, ${ctx.now()}, ${json(planChanges(before.plan, plan))})`,
  )
  return revision + 1
}

async function changedMeanwhile(tx: Queries, id: string, revision: number): Promise<Problem> {
  const saves = await rows(
    tx,
    sql<{
      savedBy: string
      savedAt: Date
      changes: Words[]
    }>`select saved_by, saved_at, changes from directory.plan_save
      where reorganization_id = ${id} and revision > ${revision} order by revision desc limit 20`,
  )
  const places = saves.map(({ savedBy, savedAt, changes }) => {
    const said = (language: Language) =>
      `${savedBy}, ${showClock(savedAt)} ${showDate(dateAt(savedAt))}: ${changes.map((one) => one[language]).join('; ')}.`
    return { path: 'plan', message: { vi: said('vi'), en: said('en') } }
  })
  return new Problem('planChanged', reorganizationProblems.planChanged, { places })
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
