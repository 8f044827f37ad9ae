import { find, rows, run, sql, type Fragment } from '#kernel/database/query.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { fail } from '#values/errors.ts'
import { InstantAndId, readCursor, toPage } from '#values/page.ts'
import { dateAt } from '#values/plain-date.ts'
import { officesNow } from '#engines/calendar/index.ts'
import { getUnit, nameOfUnit, reaches } from '#engines/directory/index.ts'
import type { Dossier } from '../dossier/dossier.ts'

/** A rule of our own, for no law sets one: whoever was dissatisfied is answered within these working days. */
const answerDays = 5

/** Opens the work of answering somebody who marked low, for the unit that worked on the dossier last. */
export async function openLowMark(ctx: Context, dossier: Dossier): Promise<void> {
  const today = dateAt(ctx.now())
  const worked = await find(
    ctx.tx,
    sql<{ unitId: string }>`select unit_id from workflow.task
      where subject_id = ${dossier.id} and kind = 'work' and not is_open order by closed_at desc, id desc limit 1`,
  )
  const unit = await getUnit(ctx.tx, worked?.unitId ?? dossier.ownerId, today)
  const workingTime = (await officesNow(ctx)).workingTimeOf(unit.id)
  const due = workingTime.closingOf(workingTime.addWorkingDays(today, answerDays))
  await run(
    ctx.tx,
    sql`insert into services.low_mark (dossier_id, unit_id, unit_key, opened_at, due)
      values (${dossier.id}, ${unit.id}, ${unit.key}, ${ctx.now()}, ${due})`,
  )
  ctx.emit('dossier.marked-low', { dossierId: dossier.id })
}

/** @right */
const isAnswerable = (ctx: Context): Fragment => reaches(scopeOf(ctx.actor, 'rating.answer'), sql`m.unit_key`)

interface LowMarkRow {
  readonly dossierId: string
  readonly code: string
  readonly procedureName: string
  readonly unitName: string
  readonly mark: number
  readonly comment: string | null
  readonly openedAt: Date
  readonly due: Date
  readonly answer: string | null
  readonly answeredBy: string | null
  readonly answeredAt: Date | null
}

interface Listed {
  readonly tab: 'open' | 'answered'
  readonly after?: string | undefined
  readonly limit: number
}

/** Low marks of the caller's units: to be answered by their date, or answered, the latest first. */
export async function listLowMarks(ctx: Context, { tab, after, limit }: Listed) {
  const [at, id] = after === undefined ? [undefined, undefined] : readCursor(InstantAndId, after)
  const isOpen = tab === 'open'
  const from =
    at === undefined
      ? sql``
      : isOpen
        ? sql`and (m.due, m.dossier_id) > (${at}::timestamptz, ${id}::uuid)`
        : sql`and (m.opened_at, m.dossier_id) < (${at}::timestamptz, ${id}::uuid)`
  const found = await rows(
    ctx.tx,
    sql<LowMarkRow>`select m.dossier_id, d.code, d.procedure_name, ${nameOfUnit(sql`m.unit_id`, dateAt(ctx.now()))} as unit_name, r.mark, r.comment,
        m.opened_at, m.due, m.answer, m.answered_by, m.answered_at
      from services.low_mark m join services.rating r on r.dossier_id = m.dossier_id join services.dossier d on d.id = m.dossier_id
      where ${isAnswerable(ctx)} and m.answered_at is ${isOpen ? sql`null` : sql`not null`} ${from}
      order by ${isOpen ? sql`m.due, m.dossier_id` : sql`m.opened_at desc, m.dossier_id desc`} limit ${limit + 1}`,
  )
  ctx.note({ objectType: 'low-marks', objectId: tab, facts: { rows: Math.min(found.length, limit) } })
  return toPage(found, limit, (row) => [(isOpen ? row.due : row.openedAt).toISOString(), row.dossierId])
}

/** Answers whoever marked low; they are told, once. */
export async function answerLowMark(ctx: Context, dossierId: string, words: string) {
  const by = [ctx.actor.name, ctx.actor.post?.title, ctx.actor.post?.unit].filter(Boolean).join(', ')
  const open = await find(
    ctx.tx,
    sql<{ answeredAt: Date | null; applicantId: string }>`select m.answered_at, d.applicant_id
      from services.low_mark m join services.dossier d on d.id = m.dossier_id
      where m.dossier_id = ${dossierId} and ${isAnswerable(ctx)} for update of m`,
  )
  if (open === undefined) fail('notFound')
  if (open.answeredAt !== null) fail('conflict')
  await run(
    ctx.tx,
    sql`update services.low_mark set answer = ${words}, answered_by = ${by}, answered_at = ${ctx.now()} where dossier_id = ${dossierId}`,
  )
  ctx.note({ objectType: 'dossier', objectId: dossierId, subjects: [open.applicantId] })
  ctx.emit('dossier.mark-answered', { dossierId })
  return { answeredAt: ctx.now() }
}

/** What whoever marked low was answered. */
export const answerToMark = async (ctx: Pick<Context, 'tx'>, dossierId: string): Promise<string | null> =>
  (
    await find(
      ctx.tx,
      sql<{ answer: string | null }>`select answer from services.low_mark where dossier_id = ${dossierId}`,
    )
  )?.answer ?? null
