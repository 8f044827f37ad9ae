import { functionKey, mustStand, postsOfUnit, type UnitRow } from '#engines/directory/index.ts'
import {
  closeTask,
  lastWorkers,
  nameOfStep,
  openTasks,
  type Effect,
  type NewTask,
  type Process,
  type ProcessState,
} from '#engines/workflow/index.ts'
import type { Offices } from '#engines/calendar/index.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { factsOf, type Dossier } from '../dossier/dossier.ts'
import { unitOfPlace } from '../procedure/place.ts'
import { findAddressee, refuseUnattended } from './addressee.ts'
import type { BeforeAct } from './before-act.ts'

type Opening = Extract<Effect, { effect: 'open-task' | 'open-consult' }>
type Closing = Extract<Effect, { effect: 'close-task' | 'close-consult' }>

/** What of a dossier may have been read before work is opened for it. */
export type KnownOfWork = Partial<Pick<BeforeAct, 'workers' | 'takenBack'>>

/**
 * Opens the work that an action brought about; answers the units that have to do with the dossier from now on. What is not `known`
 * is read.
 */
export async function openWork(
  ctx: Context,
  offices: Offices,
  { revision }: Dossier,
  dossier: Dossier,
  process: Process,
  openings: readonly Opening[],
  known: KnownOfWork = {},
): Promise<UnitRow[]> {
  if (openings.length === 0) return []
  const on = dateAt(ctx.now())
  // What is only being filed has no work behind it, and is not taken from anybody when nobody would see it.
  const isFiled = revision > 0
  const before = isFiled ? (known.workers ?? (await lastWorkers(ctx.tx, dossier.id))) : undefined
  const tasks: NewTask[] = []
  const units: UnitRow[] = []
  for (const opening of openings) {
    const { by } = opening
    const unit = await unitOfPlace(ctx.tx, by.at, { ...dossier, facts: factsOf(dossier) }, on)
    const addressed =
      (await findAddressee(ctx.tx, unit, by.function, on)) ??
      (isFiled ? { unit, key: await functionKey(ctx.tx, unit.id, by.function) } : refuseUnattended())
    const consult = opening.effect === 'open-consult' ? opening.consult : undefined
    const again = consult === undefined ? before?.get(opening.step) : undefined
    const assignee =
      again !== undefined && (await stillHolds(ctx.tx, again, addressed.unit.id, on)) ? again : addressed.key
    units.push(addressed.unit)
    tasks.push({
      subjectType: 'dossier',
      subjectId: dossier.id,
      step: opening.step,
      kind: consult === undefined ? stepOf(process, opening).kind : 'consult',
      consult,
      unitId: addressed.unit.id,
      assignee,
      code: dossier.code,
      title: dossier.enterpriseName ?? dossier.applicantName,
      line: dossier.procedureName,
      stepName: nameOf(process, opening, dossier.state),
      openedAt: ctx.now(),
      due: offices.workingTimeOf(addressed.unit.id).addWorkingMinutes(ctx.now(), Math.round(opening.hours * 60)),
    })
  }
  await mustStand(ctx.tx, [dossier.receiverId, dossier.ownerId, ...units.map(({ id }) => id)], known.takenBack)
  await openTasks(ctx.tx, tasks)
  return units
}

/** Closes what an action finished, with who did it. */
export async function closeWork(ctx: Context, dossier: Dossier, closings: readonly Closing[]): Promise<void> {
  const { post, name } = ctx.actor
  for (const closing of closings) {
    await closeTask(ctx.tx, {
      subjectId: dossier.id,
      step: closing.step,
      consult: closing.effect === 'close-consult' ? closing.consult : undefined,
      result: closing.result,
      at: ctx.now(),
      by: post === undefined ? undefined : { key: post.key, name },
    })
  }
}

function nameOf(process: Process, opening: Opening, state: ProcessState): Words {
  const step = stepOf(process, opening)
  if (opening.effect === 'open-consult') {
    const consult = step.consult.find((one) => one.id === opening.consult)
    if (consult) return consult.name
  }
  return nameOfStep(step, state)
}

function stepOf(process: Process, { step }: Opening) {
  const found = process.steps[step]
  if (found === undefined) throw new Error(`process ${process.id} has no step ${step}`)
  return found
}

/** Whether the post with this key is still held in the unit. */
const stillHolds = async (tx: Queries, key: number, unitId: string, on: PlainDate): Promise<boolean> =>
  (await postsOfUnit(tx, unitId, on)).some((post) => post.key === key && post.personId !== null)
