import { json, run, rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { lockBoundaries } from '../boundary/boundary.ts'
import { writeBoundaries } from '../boundary/write-boundaries.ts'
import { writeBooks } from './books.ts'
import { reorganizationProblems } from './problems.ts'
import type { Follower, MovedBy } from './follower.ts'
import { undoJournal } from './journal.ts'
import { prepare } from './prepare.ts'
import { previewPrepared } from './preview.ts'
import { countMoved, lockAsRead, lockReorganization, type PlanRead, type ReorganizationRow } from './reorganization.ts'
import type { ReorganizationPlan } from './plan.ts'
import { holdOpenings } from './taking-back.ts'
import { writeAreas, writeCompetence, writeKeys, writeOfficials, writeUnits } from './write-changes.ts'

/** Things moved in one transaction: some tenths of a second, so that nobody who works meanwhile waits long. */
const batchSize = 500

/**
 * Writes a reorganisation into the directory, dated: units, posts and rights change by themselves at midnight of its day, and what they
 * work on follows from then on. Refused while anything would be left without an owner.
 */
export async function scheduleReorganization(
  ctx: Context,
  { id, revision }: PlanRead,
  followers: readonly Follower[],
): Promise<void> {
  const { status, plan, effectiveOn, document } = await lockAsRead(ctx.tx, { id, revision })
  if (status !== 'draft') fail('conflict')
  await mustBeFree(ctx.tx, id)
  await lockBoundaries(ctx.tx)
  const prepared = await prepare(ctx.tx, plan, followers, dateAt(ctx.now()))
  if (prepared.blockers.length > 0) {
    const places = prepared.blockers.slice(0, 50).map(({ about, words }) => ({ path: about, message: words }))
    throw new Problem('reorganizationBlocked', reorganizationProblems.reorganizationBlocked, { places })
  }
  const preview = await previewPrepared(ctx.tx, prepared, followers)
  await tellRightsChanged(ctx.tx)
  const writing = { id, effectiveOn, document, at: ctx.now() }
  await writeAreas(ctx.tx, writing, prepared)
  await writeBoundaries(ctx.tx, writing, prepared.territories)
  const ids = await writeUnits(ctx.tx, writing, prepared)
  const places = await writeOfficials(ctx.tx, writing, prepared, ids)
  await writeKeys(ctx.tx, writing, prepared, ids, places)
  await writeCompetence(ctx.tx, writing, prepared)
  await writeBooks(ctx.tx, writing, prepared.eve, prepared.books, ids)
  for (const { hours } of followers) await hours?.write(ctx, writing, prepared.hours, ids)
  await run(
    ctx.tx,
    sql`update directory.reorganization set status = 'scheduled', scheduled_at = ${ctx.now()}, scheduled_by = ${ctx.actor.account}, moved = 0,
        preview = ${json(preview)} where id = ${id}`,
  )
  ctx.note({ objectType: 'reorganization', objectId: id, facts: { title: plan.title, effectiveOn, document } })
}

/** One after the other: a plan is made for the organisation as it stands, and another that is not over changes it. */
async function mustBeFree(tx: Queries, id: string): Promise<void> {
  const other = await rows(
    tx,
    sql`select 1 from directory.reorganization where id <> ${id} and status in ('scheduled', 'undoing') for update`,
  )
  if (other.length > 0) throw new Problem('reorganizationUnderWay', reorganizationProblems.reorganizationUnderWay)
}

/** Moves the next things; answers false when nothing is left to move. */
export async function carryOn(ctx: Context, id: string, followers: readonly Follower[]): Promise<boolean> {
  const row = await lockReorganization(ctx.tx, id)
  const by = movedBy(row)
  if (row.status === 'scheduled') {
    if (row.effectiveOn > dateAt(ctx.now())) return false
    for (const follower of followers) {
      const moved = await follower.move(ctx, by, batchSize)
      if (moved > 0) return (await countMoved(ctx.tx, id, moved)) > 0
    }
    await run(
      ctx.tx,
      sql`update directory.reorganization set status = 'done', finished_at = ${ctx.now()} where id = ${id}`,
    )
    await tellRightsChanged(ctx.tx)
    ctx.note({ objectType: 'reorganization', objectId: id, facts: { moved: row.moved } })
    ctx.emit('organization.reorganized', { id, document: row.document })
    return false
  }
  if (row.status !== 'undoing') return false
  for (const follower of followers) {
    const moved = await follower.moveBack(ctx, by, batchSize)
    if (moved > 0) return (await countMoved(ctx.tx, id, -moved)) > 0
  }
  await takeBackWritten(ctx, id, followers)
  await run(
    ctx.tx,
    sql`update directory.reorganization set status = 'undone', undone_at = ${ctx.now()} where id = ${id}`,
  )
  await tellRightsChanged(ctx.tx)
  ctx.note({ objectType: 'reorganization', objectId: id, facts: { undone: true } })
  ctx.emit('organization.reorganized', { id, document: row.document })
  return false
}

/** What was written when it was scheduled. */
async function takeBackWritten(ctx: Context, id: string, followers: readonly Follower[]): Promise<void> {
  for (const { hours } of followers) await hours?.takeBack(ctx, id)
  await undoJournal(ctx.tx, id)
}

const movedBy = ({
  id,
  title,
  document,
  effectiveOn,
  plan,
}: ReorganizationRow & { plan: ReorganizationPlan }): MovedBy => ({
  id,
  title,
  document,
  effectiveOn,
  split: plan.split,
  overrides: plan.overrides,
})

/**
 * Takes a reorganisation back: before its day at once, to a draft; afterwards what was moved goes back in the background, unless something
 * was done since that depends on it, which is named.
 */
export async function undoReorganization(
  ctx: Context,
  { id, revision }: PlanRead,
  followers: readonly Follower[],
): Promise<void> {
  const { status, effectiveOn, title } = await lockAsRead(ctx.tx, { id, revision })
  if (status !== 'scheduled' && status !== 'done') fail('conflict')
  const isAhead = effectiveOn > dateAt(ctx.now())
  // What is acted on before its turn stands on the new units already: first everything is moved, then it can be told what depends.
  if (status === 'scheduled' && !isAhead)
    throw new Problem('reorganizationMoving', reorganizationProblems.reorganizationMoving)
  // What is being opened now counts, and from then on nothing is opened on the new units.
  await holdOpenings(ctx.tx)
  const since = await dependents(ctx.tx, id, followers)
  if (since.length > 0) {
    const places = since.map((message) => ({ path: 'id', message }))
    throw new Problem('reorganizationInUse', reorganizationProblems.reorganizationInUse, { places })
  }
  await tellRightsChanged(ctx.tx)
  ctx.note({
    objectType: 'reorganization',
    objectId: id,
    facts: { title, takenBack: isAhead ? 'ahead' : 'afterwards' },
  })
  if (isAhead) {
    await takeBackWritten(ctx, id, followers)
    await run(
      ctx.tx,
      sql`update directory.reorganization set status = 'draft', scheduled_at = null, scheduled_by = null, preview = null where id = ${id}`,
    )
    return
  }
  await run(
    ctx.tx,
    sql`update directory.reorganization set status = 'undoing', undone_by = ${ctx.actor.account} where id = ${id}`,
  )
}

/** What was done since and would lose its footing. */
export async function dependents(tx: Queries, id: string, followers: readonly Follower[]): Promise<readonly Words[]> {
  const found = await rows(
    tx,
    sql<{ vi: string; en: string }>`
      with opened as (select v.unit_id as id from directory.reorganized_row r join directory.unit_version v on v.unit_id = r.key::uuid
          where r.reorganization_id = ${id} and r.entity = 'unit_version' and r.was_added
          group by 1 having min(v.valid_from) = min(r.valid_from)),
        placed as (select key::uuid as id from directory.reorganized_row where reorganization_id = ${id} and entity = 'post' and was_added),
        appointed as (select key::uuid as id from directory.reorganized_row where reorganization_id = ${id} and entity = 'appointment' and was_added)
      select 'Đã sắp xếp tiếp: ' || r.title as vi, 'Reorganised again: ' || r.title as en
        from directory.reorganization r join directory.reorganization own on own.id = ${id}
        where r.id <> own.id and r.status <> 'draft' and r.status <> 'undone' and r.scheduled_at > own.scheduled_at
      union all
      select 'Đã thêm vị trí ' || p.title, 'A post was added: ' || p.title
        from directory.post p where p.unit_id in (select id from opened) and p.id not in (select id from placed) and p.valid_to is distinct from p.valid_from
      union all
      select 'Đã bổ nhiệm thêm vào ' || p.title, 'Somebody was appointed: ' || p.title
        from directory.appointment a join directory.post p on p.id = a.post_id
        where a.post_id in (select id from placed) and (a.id not in (select id from appointed) or a.valid_to is not null)
      union all
      select 'Đã ủy quyền từ ' || p.title, 'Work was delegated: ' || p.title
        from directory.delegation d join directory.post p on p.id = d.from_post_id
        where d.from_post_id in (select id from placed) or d.to_post_id in (select id from placed)
      union all
      select 'Đã nhập ranh giới ' || b.area_code || ' từ ' || i.file_name, 'A boundary was brought in: ' || b.area_code || ' of ' || i.file_name
        from directory.boundary b join directory.boundary_import i on i.id = b.import_id
        join directory.reorganization own on own.id = ${id} and b.valid_from >= own.effective_on
        where b.area_code in (select from_code from directory.area_succession where reorganization_id = ${id}
          union select to_code from directory.area_succession where reorganization_id = ${id}
          union select key from directory.reorganized_row where reorganization_id = ${id} and entity = 'area')
      limit 20`,
  )
  const later = await Promise.all(followers.map((follower) => follower.dependents(tx, id)))
  return [...found, ...later.flat()]
}
