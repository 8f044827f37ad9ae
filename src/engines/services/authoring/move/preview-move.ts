import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Words } from '#values/words.ts'
import { officesNow, type WorkingTime } from '#engines/calendar/index.ts'
import { moveState, plannedPath, type Process } from '#engines/workflow/index.ts'
import { factsOf, type Dossier } from '../../dossier/dossier.ts'
import { procedureVersion } from '../../procedure/procedure.ts'
import { stepTargets } from './step-targets.ts'
import type { StepMaps } from './version-move.ts'

const batch = 1000
const mostNamed = 20

/** What would become of each open dossier if these steps counted now: counted one by one, nothing is written. */
export async function previewMove(ctx: Context, code: string, to: Process, chosen: StepMaps) {
  const offices = await officesNow(ctx)
  const all = { moved: 0, handedOver: 0, otherHours: 0, lateBefore: 0, lateAfter: 0 }
  const stays = new Map<string, { why: Words; dossiers: number; codes: string[] }>()
  for await (const found of pagesOf(ctx, code)) {
    for (const dossier of found) {
      const version = dossier.processVersionId ?? dossier.versionId
      const from = (await procedureVersion(ctx.tx, version)).process!
      const moved = moveState({ from, to, steps: stepTargets(from, to, chosen[version]) }, dossier.state)
      if ('stays' in moved) {
        const known = stays.get(moved.stays.vi) ?? { why: moved.stays, dossiers: 0, codes: [] }
        if (known.codes.length < mostNamed) known.codes.push(dossier.code)
        stays.set(moved.stays.vi, { ...known, dossiers: known.dossiers + 1 })
        continue
      }
      const workingTime = offices.workingTimeOf(dossier.receiverId)
      const left = hoursLeft(ctx.now(), workingTime, dossier.dues)
      const leftAfter = new Map<string, number>()
      for (const { step, to: target, consult } of moved.carried) {
        if (consult !== undefined) continue
        const [was, is] = [from.steps[step]!.hours, to.steps[target]!.hours]
        if (was !== is) all.otherHours += 1
        leftAfter.set(target, Math.max(0, (left.get(step) ?? was) + is - was))
      }
      all.moved += 1
      all.handedOver += moved.opened.length
      if (isLate(ctx.now(), workingTime, dossier, from, left)) all.lateBefore += 1
      if (isLate(ctx.now(), workingTime, { ...dossier, state: moved.state }, to, leftAfter)) all.lateAfter += 1
    }
  }
  return { ...all, stays: [...stays.values()].toSorted((a, b) => b.dossiers - a.dossiers) }
}

/** Of an open dossier what its way on depends on, and until when each of its steps is due. */
interface OpenDossier
  extends
    Pick<Dossier, 'id' | 'code' | 'versionId' | 'processVersionId' | 'receiverId'>,
    Pick<Dossier, 'answers' | 'state' | 'channel' | 'place' | 'receivedAt' | 'finishedAt' | 'deadline'> {
  readonly dues: Readonly<Record<string, string>>
}

/** The open dossiers page by page: the next is asked for while this one is looked at. */
async function* pagesOf(ctx: Context, code: string) {
  let coming: Promise<OpenDossier[]> | undefined = openPage(ctx, code, null)
  while (coming !== undefined) {
    const found: OpenDossier[] = await coming
    coming = found.length < batch ? undefined : openPage(ctx, code, found.at(-1)!.id)
    // Whoever stops here does not wait for it.
    coming?.catch(() => undefined)
    yield found
  }
}

const openPage = (ctx: Context, code: string, after: string | null): Promise<OpenDossier[]> =>
  rows(
    ctx.tx,
    sql<OpenDossier>`select d.id, d.code, d.version_id, d.process_version_id, d.receiver_id, d.answers, d.state, d.channel, d.place,
        d.received_at, d.finished_at, d.deadline,
        (select coalesce(jsonb_object_agg(t.step, t.due), '{}') from workflow.task t
          where t.subject_id = d.id and t.is_open and t.consult is null) as dues
      from services.dossier d
      where d.procedure_code = ${code} and d.is_open and (${after}::uuid is null or d.id > ${after}::uuid) order by d.id limit ${batch}`,
  )

/** Of each open step, at least none. */
const hoursLeft = (now: Date, { workingMinutesBetween }: WorkingTime, dues: OpenDossier['dues']) =>
  new Map(
    Object.entries(dues).map(([step, said]) => {
      const due = new Date(said)
      return [step, due > now ? workingMinutesBetween(now, due) / 60 : 0]
    }),
  )

/** Whether what is left takes longer than until the deadline, each step its hours. */
function isLate(
  now: Date,
  { workingMinutesBetween }: WorkingTime,
  dossier: OpenDossier,
  process: Process,
  left: ReadonlyMap<string, number>,
): boolean {
  if (dossier.receivedAt === null || dossier.finishedAt !== null) return false
  const ends = plannedPath(process, dossier.state, factsOf(dossier), left)
    .filter(({ counted }) => counted)
    .map(({ opensIn, hours }) => opensIn + hours)
  const given = dossier.deadline > now ? workingMinutesBetween(now, dossier.deadline) / 60 : 0
  return Math.max(0, ...ends) > given
}
