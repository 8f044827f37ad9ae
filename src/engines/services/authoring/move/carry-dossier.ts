import { isDeepStrictEqual } from 'node:util'
import { find, json, run, sql, write } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { officesNow } from '#engines/calendar/index.ts'
import {
  carryTasks,
  moveState,
  nameOfStep,
  openTasksOf,
  setTaskDue,
  setWaiting,
  type Process,
  type ProcessState,
  type StepMap,
} from '#engines/workflow/index.ts'
import { countAnew } from '../../deadline/count-anew.ts'
import { clockStopsOf } from '../../deadline/clock.ts'
import { factsOf, subjectsOf, type Dossier } from '../../dossier/dossier.ts'
import { grantAccess } from '../../dossier/dossier-access.ts'
import { writeHistory } from '../../dossier/history.ts'
import { unitOfPlace } from '../../procedure/place.ts'
import { procedureOf, procedureVersion, withProcess } from '../../procedure/procedure.ts'
import { writeDossier } from '../../work/apply-action.ts'
import { closeWork, openWork } from '../../work/open-work.ts'
import { stepTargets } from './step-targets.ts'
import type { VersionMove } from './version-move.ts'

/**
 * Lets a locked open dossier go on by the process of a version that takes open ones too, or keeps in words why it stays. Its answers, papers,
 * fees, dates and templates stay those of the version it was filed by; its clock goes on.
 */
export async function carryDossier(ctx: Context, move: VersionMove, dossier: Dossier): Promise<void> {
  const before = await procedureOf(ctx.tx, dossier)
  const target = await procedureVersion(ctx.tx, move.versionId)
  const [from, to] = [before.process, target.process]
  if (from === undefined || to === undefined) throw new Error(`dossier ${dossier.code}: a version without a process`)
  const goesBy = dossier.processVersionId ?? dossier.versionId
  const back = await wayBack(ctx, dossier, to)
  const steps = back?.steps ?? stepTargets(from, to, move.steps[goesBy])
  const moved = moveState({ from, to, steps }, dossier.state)
  if ('stays' in moved) return keep(ctx, move, dossier, dossier.revision, moved.stays)
  const state = back !== undefined && isSameWork(back.state, moved.state) ? back.state : moved.state
  const nowhere = await withoutUnit(ctx, dossier, moved.opened)
  if (nowhere !== undefined) return keep(ctx, move, dossier, dossier.revision, nowhere)

  const after = { ...dossier, state, processVersionId: move.versionId, revision: dossier.revision + 1 }
  await writeDossier(ctx, after)
  await run(
    ctx.tx,
    sql`update services.dossier set process_version_id = nullif(${move.versionId}::uuid, version_id) where id = ${dossier.id}`,
  )
  // What is closed may bear the name of what is opened.
  await closeWork(ctx, after, moved.closed)
  await carryTasks(
    ctx.tx,
    dossier.id,
    moved.carried.map(({ step, to: id, consult }) => {
      const is = to.steps[id]!
      const asked = is.consult.find((one) => one.id === consult)
      return {
        step,
        consult,
        to: id,
        kind: asked ? 'consult' : is.kind,
        stepName: asked?.name ?? nameOfStep(is, state),
      }
    }),
  )
  const offices = await officesNow(ctx)
  const units = await openWork(ctx, offices, dossier, after, to, moved.opened)
  await grantAccess(
    ctx.tx,
    after,
    units.map(({ key }) => ({ key, reason: 'works' }) as const),
    ctx.now(),
  )
  if (after.status !== 'open') await setWaiting(ctx.tx, after.id, true)
  const tasks = await openTasksOf(ctx.tx, dossier.id)
  const counted = { dossier: after, stops: await clockStopsOf(ctx.tx, dossier.id), tasks, supplement: null }
  const { dues } = countAnew(offices, withProcess(before, target), counted)
  for (const [at, { id, due }] of tasks.entries())
    if (due.getTime() !== dues[at]!.getTime()) await setTaskDue(ctx.tx, id, dues[at]!)
  await carryAppointments(ctx, dossier.id, moved.carried)
  await writeHistory(ctx, [
    {
      dossierId: dossier.id,
      kind: 'moved-to-version',
      isPublic: true,
      words: wordsOf(move, from, dossier.state, to, state),
    },
  ])
  await keep(ctx, move, dossier, after.revision, null)
}

/** Where it came from, if it goes back to the very process that it left and nobody has acted on it since. */
async function wayBack(ctx: Context, { id, revision }: Dossier, to: Process) {
  const last = await find(
    ctx.tx,
    sql<{ fromVersionId: string; before: ProcessState; state: ProcessState; steps: StepMap | null; revision: number }>`
      select l.from_version_id, l.before, l.revision, m.steps->(l.from_version_id::text) as steps
      from services.version_move_dossier l join services.version_move m on m.draft_id = l.draft_id
      where l.dossier_id = ${id} and l.stays is null order by l.at desc limit 1`,
  )
  if (last === undefined || last.revision !== revision) return undefined
  const was = (await procedureVersion(ctx.tx, last.fromVersionId)).process
  if (was === undefined || !isDeepStrictEqual(was, to)) return undefined
  const back = last.before.open.map(({ step }) => [last.steps?.[step] ?? step, step] as const)
  // Branches that became one are several again: what was open for both cannot be told apart.
  return new Set(back.map(([now]) => now)).size === back.length
    ? { steps: Object.fromEntries(back) as StepMap, state: last.before }
    : undefined
}

/** The same steps and opinions are open in both. */
const isSameWork = (one: ProcessState, other: ProcessState): boolean => {
  const openIn = ({ open }: ProcessState) =>
    new Set(open.flatMap(({ step, consults }) => [step, ...consults.map((consult) => `${step}/${consult}`)]))
  return isDeepStrictEqual(openIn(one), openIn(other))
}

/** Why a unit that work would go to is not found. */
async function withoutUnit(
  ctx: Context,
  dossier: Dossier,
  openings: Parameters<typeof openWork>[5],
): Promise<Words | undefined> {
  const where = { ...dossier, facts: factsOf(dossier) }
  for (const { by } of openings)
    try {
      await unitOfPlace(ctx.tx, by.at, where, dateAt(ctx.now()))
    } catch (error) {
      if (error instanceof Problem) return error.words
      throw error
    }
  return undefined
}

/** A council or an inspection that was called, and what the post carries, go on with the step. */
async function carryAppointments(
  ctx: Context,
  dossierId: string,
  carried: readonly { readonly step: string; readonly to: string; readonly consult?: string }[],
): Promise<void> {
  for (const { step, to, consult } of carried) {
    if (step === to || consult !== undefined) continue
    await write(
      ctx.tx,
      sql`update services.meeting m set step = ${to} where m.dossier_id = ${dossierId} and m.step = ${step}
        and not exists (select from services.meeting o where o.dossier_id = m.dossier_id and o.step = ${to})`,
    )
    await write(
      ctx.tx,
      sql`update services.postal_order set step = ${to} where dossier_id = ${dossierId} and step = ${step}
        and state in ('asked', 'with-post', 'returned')`,
    )
  }
}

function wordsOf(move: VersionMove, from: Process, was: ProcessState, to: Process, is: ProcessState): Words {
  const names = (process: Process, { open }: ProcessState, language: 'vi' | 'en') =>
    open.map(({ step }) => `“${process.steps[step]?.name[language] ?? step}”`).join(', ')
  const [fromVi, toVi] = [names(from, was, 'vi'), names(to, is, 'vi')]
  const [fromEn, toEn] = [names(from, was, 'en'), names(to, is, 'en')]
  return {
    vi: `Từ nay đi theo quy trình bản ${move.number} (${move.document}, áp dụng từ ${showDate(move.from)})${fromVi === toVi ? '' : `: từ bước ${fromVi} sang ${toVi}`}. Giấy tờ đã nộp, phí và ngày hẹn giữ nguyên`,
    en: `Goes on by the process of version ${move.number} (${move.document}, from ${showDate(move.from)})${fromEn === toEn ? '' : `: from ${fromEn} to ${toEn}`}. Papers, fees and dates stay`,
  }
}

/** Keeps what became of it, for it to be looked at once, listed, and brought back. */
async function keep(
  ctx: Context,
  { draftId, number }: VersionMove,
  dossier: Dossier,
  revision: number,
  stays: Words | null,
) {
  await write(
    ctx.tx,
    sql`insert into services.version_move_dossier (draft_id, dossier_id, at, stays, from_version_id, before, revision)
      values (${draftId}, ${dossier.id}, ${ctx.now()}, ${stays === null ? null : json(stays)},
        ${dossier.processVersionId ?? dossier.versionId}, ${json(dossier.state)}, ${revision})`,
  )
  ctx.note({
    objectType: 'dossier',
    objectId: dossier.id,
    subjects: subjectsOf(dossier),
    facts: { code: dossier.code, version: number, ...(stays !== null && { stays: stays.vi }) },
  })
}
