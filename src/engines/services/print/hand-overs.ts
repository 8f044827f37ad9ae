import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { findUnit } from '#engines/directory/index.ts'
import type { PrintedData } from './print-form.ts'

interface Work {
  readonly id: string
  readonly step: string
  readonly kind: string
  readonly consult: string | null
  readonly stepName: { readonly vi: string }
  readonly result: string | null
  readonly unitId: string
  readonly by: string | null
  readonly openedAt: Date
  readonly closedAt: Date | null
  readonly due: Date
}
type Named = Work & { readonly agency: string }
type Done = Named & { readonly closedAt: Date }

interface Ends {
  /** Who receives the result, and the counter for what nobody else has. */
  readonly applicant: string
  readonly counter: string
}

/**
 * What form 05 says of a dossier's way: one line for each time that somebody gave it to somebody, and the agencies asked for an opinion. What an
 * act opened is what it handed over; of several at once the result stands in the first line. An opinion goes back to whoever asked for it.
 */
export async function handOversOf(ctx: Context, dossierId: string, ends: Ends) {
  const found = await rows(
    ctx.tx,
    sql<Work>`select t.id, t.step, t.kind, t.consult, t.step_name, t.result, t.unit_id, t.closed_by_name as by, t.opened_at, t.closed_at, t.due
      from workflow.task t where t.subject_id = ${dossierId} and coalesce(t.result, '') not in ('undone', 'cancelled') 
      order by t.opened_at, t.consult nulls first, t.id`,
  )
  const on = dateAt(ctx.now())
  const work = await Promise.all(found.map(async (task) => ({ ...task, agency: await agencyOf(ctx, task.unitId, on) })))
  const done = work
    .filter((task): task is Done => task.closedAt !== null)
    .sort((one, other) => Number(one.closedAt) - Number(other.closedAt))
  return {
    steps: done.flatMap((task) => handedOn(task, work, ends)),
    coordinatingAgencies: [...new Set(work.filter(({ consult }) => consult !== null).map(({ agency }) => agency))],
  }
}

/** A unit with the body that it is part of: many bodies have a division of the same name. Counters bear that of their place. */
async function agencyOf(ctx: Context, unitId: string, on: PlainDate): Promise<string> {
  const unit = await findUnit(ctx.tx, unitId, on)
  const agency = unit === undefined || unit.kind === 'one-stop' ? unit : await findUnit(ctx.tx, unit.agencyId, on)
  return [...new Set([unit?.name, agency?.name])].filter(Boolean).join(', ')
}

function handedOn(task: Done, work: readonly Named[], ends: Ends): PrintedData<'control-slip'>['steps'] {
  const takers = takersOf(task, work)
  const to =
    takers.length > 0 ? takers.map(sideOf) : [{ agency: task.kind === 'deliver' ? ends.applicant : ends.counter }]
  return to.map((side, at) => ({
    from: sideOf(task),
    to: side,
    at: task.closedAt,
    ...(at === 0 ? outcomeOf(task) : { note: askedOf(takers[at] as Named) }),
  }))
}

function takersOf(task: Done, work: readonly Named[]): readonly Named[] {
  if (task.consult !== null)
    return work.filter(
      ({ step, consult, openedAt }) =>
        step === task.step && consult === null && Number(openedAt) === Number(task.openedAt),
    )
  const opened = work.filter((one) => one.id !== task.id && Number(one.openedAt) === Number(task.closedAt))
  if (opened.length > 0) return opened
  // The last of several branches brings the next step: the others wait for it.
  const next = work.find(({ openedAt }) => openedAt > task.closedAt)
  return task.kind !== 'deliver' && next !== undefined ? [next] : []
}

const sideOf = ({ agency, by }: Named) => ({ agency, ...(by === null ? {} : { person: by }) })

const askedOf = ({ consult, stepName }: Named): string =>
  consult === null ? stepName.vi : `Xin ý kiến phối hợp: ${stepName.vi}`

const outcomeOf = (task: Done) =>
  task.result === 'returned'
    ? { note: `Trả lại, chưa xong: ${task.stepName.vi}` }
    : { result: resultOf(task), note: task.stepName.vi }

/** Early is a day or more before; the day itself is in time. */
const resultOf = ({ closedAt, due }: Done): 'early' | 'onTime' | 'overdue' =>
  closedAt > due ? 'overdue' : dateAt(closedAt) < dateAt(due) ? 'early' : 'onTime'
