import { get, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Listener } from '#kernel/operations/engine.ts'
import { currentCalendar, officesNow, type Offices } from '#engines/calendar/index.ts'
import { setTaskDue } from '#engines/workflow/index.ts'
import { countAnew, type Counted } from './count-anew.ts'
import { countedDossiers } from './counted-dossiers.ts'
import { alignAccess } from '../dossier/dossier-access.ts'
import { procedureOf } from '../procedure/procedure.ts'
import { moveSupplementDue } from '../dossier/supplement.ts'
import { tellMoved } from './tell-moved.ts'

/** How far a recount by a version of the calendar has come; each turn does one batch and says where it stopped. */
interface Recount {
  readonly version: number
  /** The document that the change goes by; null when the system's own calendar changed. */
  readonly document: string | null
  readonly after?: string
  /** Nothing begun before this transaction may still be running. */
  readonly horizon?: string
}

const batch = 200

/** Counts all open dates again after the calendar changed, or who works by which hours, batch by batch in the background. */
export const recountListeners: readonly Listener[] = [
  ...['calendar.changed', 'deadlines.recounted-so-far'].map((event) => ({
    event,
    name: `recount-${event}`,
    run: recount,
  })),
  { event: 'organization.reorganized', name: 'recount-organization.reorganized', run: recountByNewUnits },
]

/** What was moved to other units is counted by theirs; where all work the same hours, nothing is. */
async function recountByNewUnits(ctx: Context, { document }: { readonly document: string }): Promise<void> {
  const { number, ownHours } = await currentCalendar(ctx.tx)
  if (ownHours.length > 0) ctx.emit('calendar.changed', { version: number, document })
}

async function recount(ctx: Context, asked: Recount): Promise<void> {
  const { number } = await currentCalendar(ctx.tx)
  // A newer change counts everything again by itself.
  if (number > asked.version) return
  const goOn = (more: Partial<Recount>) => ctx.emit('deadlines.recounted-so-far', { ...asked, ...more })
  const standing = await standingOf(ctx.tx, asked)
  if (number < asked.version || !standing.isReady) return goOn({ horizon: standing.horizon })
  const found = await countedDossiers(ctx.tx, { after: asked.after ?? null, limit: batch })
  const offices = await officesNow(ctx)
  for (const counted of found) await recountOne(ctx, offices, counted, asked.document)
  const last = found.at(-1)
  if (last !== undefined && found.length === batch) goOn({ after: last.dossier.id })
}

/**
 * Whether everything that was written by the calendar before is there to be counted: processes hear of a change within two
 * seconds, and what was begun until then has ended.
 */
async function standingOf(tx: Queries, { version, horizon }: Recount) {
  const { isHeard, next, isClear } = await get(
    tx,
    sql<{ isHeard: boolean; next: string; isClear: boolean }>`
      select v.published_at < clock_timestamp() - interval '2 seconds' as is_heard, pg_snapshot_xmax(s.now)::text as next,
        coalesce(pg_snapshot_xmin(s.now) >= ${horizon ?? null}::xid8, false) as is_clear
      from calendar.version v, (select pg_current_snapshot() as now) s where v.number = ${version}`,
  )
  return { isReady: horizon !== undefined && isClear, horizon: horizon ?? (isHeard ? next : undefined) }
}

async function recountOne(ctx: Context, offices: Offices, counted: Counted, document: string | null): Promise<void> {
  const { dossier, tasks, supplement } = counted
  const anew = countAnew(offices, await procedureOf(ctx.tx, dossier), counted)
  for (const [at, task] of tasks.entries()) {
    const due = anew.dues[at] as Date
    if (differ(task.due, due)) await setTaskDue(ctx.tx, task.id, due)
  }
  if (supplement !== null && differ(supplement.due, anew.supplementDue)) {
    const [before, after] = [supplement.due, anew.supplementDue as Date]
    await moveSupplementDue(ctx.tx, dossier.id, after)
    await tellMoved(ctx, dossier, { what: 'supplement', before, after, document })
  }
  if (!differ(dossier.deadline, anew.deadline) && !differ(dossier.promised, anew.promised)) return
  await run(
    ctx.tx,
    sql`update services.dossier set deadline = ${anew.deadline}, promised = ${anew.promised} where id = ${dossier.id}`,
  )
  await alignAccess(ctx.tx, dossier.id, anew.deadline, dossier.isOpen)
  const what = differ(dossier.promised, anew.promised) ? 'promise' : 'deadline'
  const [before, after] = what === 'promise' ? [dossier.promised, anew.promised] : [dossier.deadline, anew.deadline]
  await tellMoved(ctx, dossier, { what, before: before as Date, after: after as Date, document })
}

const differ = (a: Date | null, b: Date | null): boolean => a?.getTime() !== b?.getTime()
