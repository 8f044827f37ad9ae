import { get, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Listener } from '#kernel/operations/engine.ts'
import { dateAt } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { currentCalendar, type WorkingTime } from '#engines/calendar/index.ts'
import { setTaskDue } from '#engines/workflow/index.ts'
import { countAnew, type Counted, type CountedAnew } from './count-anew.ts'
import { countedDossiers } from './counted-dossiers.ts'
import { subjectsOf } from './dossier.ts'
import { alignAccess } from './dossier-access.ts'
import { writeHistory } from './history.ts'
import { procedureVersion } from './procedure.ts'

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

/** Counts all open deadlines again after the calendar changed, batch by batch in the background. */
export const recountListeners: readonly Listener[] = ['calendar.changed', 'deadlines.recounted-so-far'].map(
  (event) => ({ event, name: `recount-${event}`, run: recount }),
)

async function recount(ctx: Context, asked: Recount): Promise<void> {
  const { number, workingTime } = await currentCalendar(ctx.tx)
  // A newer change counts everything again by itself.
  if (number > asked.version) return
  const goOn = (more: Partial<Recount>) => ctx.emit('deadlines.recounted-so-far', { ...asked, ...more })
  const standing = await standingOf(ctx.tx, asked)
  if (number < asked.version || !standing.isReady) return goOn({ horizon: standing.horizon })
  const page = { after: asked.after ?? null, limit: batch, where: sql`true`, lock: true }
  const found = await countedDossiers(ctx.tx, page)
  for (const counted of found) await recountOne(ctx, workingTime, counted, asked.document)
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

async function recountOne(
  ctx: Context,
  workingTime: WorkingTime,
  counted: Counted,
  document: string | null,
): Promise<void> {
  const { dossier, tasks, supplementDue } = counted
  const anew = countAnew(workingTime, await procedureVersion(ctx.tx, dossier.versionId), counted)
  for (const [at, task] of tasks.entries()) {
    const due = anew.dues[at] as Date
    if (differ(task.due, due)) await setTaskDue(ctx.tx, task.id, due)
  }
  if (differ(supplementDue, anew.supplementDue))
    await run(
      ctx.tx,
      sql`update services.supplement set due = ${anew.supplementDue} where dossier_id = ${dossier.id} and answered_at is null`,
    )
  if (!differ(dossier.deadline, anew.deadline) && !differ(dossier.promised, anew.promised)) return
  await run(
    ctx.tx,
    sql`update services.dossier set deadline = ${anew.deadline}, promised = ${anew.promised} where id = ${dossier.id}`,
  )
  await alignAccess(ctx.tx, dossier.id, anew.deadline, dossier.isOpen)
  await tell(ctx, counted, anew, document)
}

/** The history line, the audit note, and word to the applicant when the day that was promised is another. */
async function tell(ctx: Context, { dossier }: Counted, anew: CountedAnew, document: string | null): Promise<void> {
  const isPromise = dossier.promised !== null
  const [before, after] = [dossier.promised ?? dossier.deadline, anew.promised ?? anew.deadline]
  const by = document === null ? { vi: '', en: '' } : { vi: ` theo ${document}`, en: ` by ${document}` }
  const [from, to] = [dateAt(before), dateAt(after)]
  ctx.note({
    objectType: 'dossier',
    objectId: dossier.id,
    subjects: subjectsOf(dossier),
    facts: { code: dossier.code, deadline: [dossier.deadline, anew.deadline] },
  })
  if (from === to) return
  const what = isPromise ? { vi: 'hẹn trả', en: 'the promised day' } : { vi: 'hạn', en: 'the deadline' }
  await writeHistory(ctx, [
    {
      dossierId: dossier.id,
      kind: 'rescheduled',
      isPublic: isPromise,
      words: {
        vi: `Lịch làm việc thay đổi${by.vi}: ${what.vi} chuyển từ ${showDate(from)} sang ${showDate(to)}`,
        en: `The working calendar changed${by.en}: ${what.en} moves from ${showDate(from)} to ${showDate(to)}`,
      },
      detail: { before, after },
    },
  ])
  if (isPromise) ctx.emit('dossier.rescheduled', { dossierId: dossier.id, from, to })
}

const differ = (a: Date | null, b: Date | null): boolean => a?.getTime() !== b?.getTime()
