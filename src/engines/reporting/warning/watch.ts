import { find, rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { GatheringListener, Job, Listener } from '#kernel/operations/engine.ts'
import { lookAt } from './look.ts'
import { forgetOldTimes, measureSteps, nextMeasured } from './measure-steps.ts'
import { isRunning } from './standing.ts'

/** Looked at in one transaction. */
const batch = 500

/** After these a dossier stands otherwise. */
const changes = [
  'moved',
  'returned',
  'supplement-asked',
  'supplied',
  'lapsed',
  'withdrawn',
  'paused',
  'resumed',
  'undone',
  'consult-answered',
  'consult-silent',
  'apologised',
  'rescheduled',
].map((change) => `dossier.${change}`)
/** And after these its work is with somebody else. */
const given = ['task.taken', 'task.assigned', 'task.assignment-undone']

interface Changed {
  readonly dossierId?: string
  readonly subjectId?: string
}

/** Where the measuring has come: after this procedure. */
interface Measuring {
  readonly after: string
}

/** Where the looking has come: after the dossier with this deadline and id. */
interface Looking {
  readonly after?: readonly [deadline: string, id: string]
}

export const watchListeners: readonly (Listener | GatheringListener)[] = [
  ...[...changes, ...given].map((event): GatheringListener => ({
    event,
    name: `look-after-${event}`,
    runTogether: (ctx: Context, changed: readonly Changed[]) =>
      lookAt(ctx, [...new Set(changed.flatMap(({ dossierId, subjectId }) => dossierId ?? subjectId ?? []))]),
  })),
  { event: 'steps.measured-so-far', name: 'measure-next-procedure', run: measureNext },
  { event: 'dossiers.looked-at-so-far', name: 'look-at-next-dossiers', run: lookAtNext },
]

export const watchJobs: readonly Job[] = [
  { name: 'look-at-all-dossiers', schedule: '30 4 * * *', run: beginPass },
  { name: 'look-at-due-dossiers', schedule: '* * * * *', run: lookAtDue },
]

/** First what steps take is measured, procedure by procedure; then all that is open is looked at. */
async function beginPass(ctx: Context): Promise<void> {
  ctx.emit('steps.measured-so-far', { after: '' } satisfies Measuring)
}

/** Small procedures are measured together. */
async function measureNext(ctx: Context, { after }: Measuring): Promise<void> {
  let last = after
  for (let dossiers = 0; dossiers < 10 * batch;) {
    const code = await nextMeasured(ctx, last)
    if (code === undefined) {
      await forgetOldTimes(ctx)
      return ctx.emit('dossiers.looked-at-so-far', {} satisfies Looking)
    }
    dossiers += await measureSteps(ctx, code)
    last = code
  }
  ctx.emit('steps.measured-so-far', { after: last } satisfies Measuring)
}

/** What moves to another deadline meanwhile is looked at because it moved. */
async function lookAtNext(ctx: Context, { after }: Looking): Promise<void> {
  const beyond =
    after === undefined ? sql`` : sql`and (d.deadline, d.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`
  const found = await rows(
    ctx.tx,
    sql<{ id: string; deadline: Date }>`select d.id, d.deadline from services.dossier d
      where d.is_open ${beyond} order by d.deadline, d.id limit ${batch}`,
  )
  await lookAt(
    ctx,
    found.map(({ id }) => id),
  )
  const last = found.at(-1)
  if (last !== undefined && found.length === batch)
    ctx.emit('dossiers.looked-at-so-far', { after: [last.deadline.toISOString(), last.id] } satisfies Looking)
}

/** Those that time alone may have made others; everything, where nothing was looked at before. */
async function lookAtDue(ctx: Context): Promise<void> {
  const due = await rows(
    ctx.tx,
    sql<{ id: string }>`select dossier_id as id from reporting.forecast
      where look_again_at <= ${ctx.now()} order by look_again_at limit ${4 * batch}`,
  )
  const ids = due.map(({ id }) => id)
  for (let at = 0; at < ids.length; at += batch) await lookAt(ctx, ids.slice(at, at + batch))
  if (ids.length === 0 && (await isFirst(ctx))) await beginPass(ctx)
}

const isFirst = async (ctx: Context): Promise<boolean> =>
  (await find(ctx.tx, sql`select 1 from reporting.forecast union all select 1 from reporting.step_time limit 1`)) ===
    undefined &&
  (await find(ctx.tx, sql`select 1 from services.dossier d where ${isRunning(ctx.now())} limit 1`)) !== undefined
