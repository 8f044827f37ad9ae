import { find, get, json, run, sql, write } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import type { Words } from '#values/words.ts'
import {
  lockOpenTasks,
  openTasksOf,
  restoreTasks,
  undoableSince,
  undoMs,
  type Process,
  type ProcessState,
  type TaskRow,
} from '#engines/workflow/index.ts'
import type { OfficeAction } from './act.ts'
import { milestoneOf, writeDossier } from './apply-action.ts'
import { servicesProblems } from '../contract/problems.ts'
import { subjectsOf, type Dossier } from '../dossier/dossier.ts'
import { alignAccess } from '../dossier/dossier-access.ts'
import { writeHistory } from '../dossier/history.ts'
import { procedureOf } from '../procedure/procedure.ts'

/**
 * Keeps how a dossier was before an act, and which tasks were open, to be put back; answers until when the act can be taken back.
 * Null: it cannot, since the applicant is told of it, or a number was taken.
 */
export async function rememberAct(
  ctx: Context,
  before: Dossier,
  act: OfficeAction,
  after: Dossier,
  tasks: readonly Pick<TaskRow, 'id'>[],
): Promise<Date | null> {
  const { process } = await procedureOf(ctx.tx, before)
  if (process === undefined) return null
  const kind = 'step' in act ? process.steps[act.step]?.kind : undefined
  if (!['complete', 'return', 'answer'].includes(act.action) || kind === 'issue') return null
  if (before.status !== after.status || wasTold(process, before, after)) return null
  return remember(ctx, before, after.revision, tasks)
}

/** Keeps that an opinion on a locked dossier was the last thing done, and answers until when it can be taken back. */
export const rememberOpinion = async (ctx: Context, dossier: Dossier): Promise<Date> =>
  remember(ctx, dossier, dossier.revision, await openTasksOf(ctx.tx, dossier.id))

async function remember(
  ctx: Context,
  before: Dossier,
  revision: number,
  tasks: readonly Pick<TaskRow, 'id'>[],
): Promise<Date> {
  await write(
    ctx.tx,
    sql`insert into services.last_act (dossier_id, account, at, revision, event_id, state, promised, deadline, tasks_before, tasks_after)
      values (${before.id}, ${ctx.actor.account}, ${ctx.now()}, ${revision}, ${lastLine(before.id)}, ${json(before.state)},
        ${before.promised}, ${before.deadline}, ${tasks.map(({ id }) => id)}::uuid[], ${openTasksNow(before.id)})
      on conflict (dossier_id) do update set account = excluded.account, at = excluded.at, revision = excluded.revision,
        event_id = excluded.event_id, state = excluded.state, promised = excluded.promised, deadline = excluded.deadline,
        tasks_before = excluded.tasks_before, tasks_after = excluded.tasks_after`,
  )
  return new Date(ctx.now().getTime() + undoMs)
}

/** Reception and result are milestones: a message to the applicant is on its way. */
const wasTold = (process: Process, before: Dossier, after: Dossier): boolean =>
  milestoneOf(process, before, after).milestone !== undefined ||
  (before.finishedAt === null) !== (after.finishedAt === null)

const lastLine = (dossierId: string) =>
  sql`(select id from services.dossier_event where dossier_id = ${dossierId} order by at desc, id desc limit 1)`

const openTasksNow = (dossierId: string) =>
  sql`(select coalesce(jsonb_object_agg(id, assignee), '{}') from workflow.task where subject_id = ${dossierId} and is_open)`

interface LastAct {
  readonly eventId: string
  readonly state: ProcessState
  readonly promised: Date | null
  readonly deadline: Date
  readonly tasksBefore: string[]
}

/**
 * Takes the caller's last act on a locked dossier back: state, tasks and dates are as before, the history holds both. Refused
 * once the time is over or anybody has had to do with the dossier since. Who came to see it meanwhile goes on seeing it.
 */
export async function undoAct(ctx: Context, dossier: Dossier): Promise<Dossier> {
  // Whoever is taking one of them right now does so first, or not at all.
  await lockOpenTasks(ctx.tx, dossier.id)
  const last = await find(
    ctx.tx,
    sql<LastAct>`select event_id, state, promised, deadline, tasks_before from services.last_act
      where dossier_id = ${dossier.id} and account = ${ctx.actor.account} and at >= ${undoableSince(ctx.now())}
        and revision = ${dossier.revision} and event_id = ${lastLine(dossier.id)} and tasks_after = ${openTasksNow(dossier.id)}`,
  )
  if (last === undefined) throw new Problem('undoOver', servicesProblems.undoOver)
  const { state, promised, deadline } = last
  const after = { ...dossier, state, promised, deadline, revision: dossier.revision + 1 }
  await restoreTasks(ctx.tx, dossier.id, last.tasksBefore, ctx.now())
  await writeDossier(ctx, after)
  await alignAccess(ctx.tx, dossier.id, after.deadline, after.isOpen)
  await run(ctx.tx, sql`delete from services.last_act where dossier_id = ${dossier.id}`)
  const line = await get(
    ctx.tx,
    sql<{
      kind: string
      step: string | null
      words: Words
    }>`select kind, step, words from services.dossier_event where dossier_id = ${dossier.id} and id = ${last.eventId}`,
  )
  const undone = line.kind === 'opinion' ? opinionWords : line.words
  await writeHistory(ctx, [
    {
      dossierId: dossier.id,
      kind: 'undone',
      step: line.step ?? undefined,
      words: { vi: `Đã hoàn tác: ${undone.vi}`, en: `Undone: ${undone.en}` },
      detail: { undid: last.eventId },
      isPublic: false,
    },
  ])
  ctx.note({
    objectType: 'dossier',
    objectId: dossier.id,
    subjects: subjectsOf(dossier),
    facts: { code: dossier.code, undone: true },
  })
  ctx.emit('dossier.undone', { dossierId: dossier.id, code: dossier.code })
  return after
}

/** An opinion is not said a second time. */
const opinionWords: Words = { vi: 'ý kiến vừa ghi', en: 'the opinion just written' }

/** Forgets what can no longer be taken back. */
export const forgetActs = (ctx: Context): Promise<number> =>
  run(ctx.tx, sql`delete from services.last_act where at < ${undoableSince(ctx.now())}`)
