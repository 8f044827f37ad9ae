import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt, holdsOn } from '#values/plain-date.ts'
import { unitsByKeys, type UnitRow } from '#engines/directory/index.ts'
import { servicesProblems } from '../contract/problems.ts'
import type { Procedure } from '../declare.ts'
import { ownerOf } from '../procedure/place.ts'
import { isComplete } from '../procedure/procedure.ts'

/** What an officer must hold to work at a counter. */
const receives = 'dossier.receive'

/** The one-stop counters where the caller may receive, by all their posts; that of the post they act from first. */
export async function countersOf(ctx: Context): Promise<UnitRow[]> {
  const scope = scopeOf(ctx.actor, receives)
  // A right over everything names no counter to stand at.
  const units = scope === 'all' || scope.length === 0 ? [] : await unitsByKeys(ctx.tx, scope, dateAt(ctx.now()))
  const isActing = (unit: UnitRow) => Number(unit.id === ctx.actor.post?.unitId)
  return units.filter((unit) => unit.kind === 'one-stop').toSorted((a, b) => isActing(b) - isActing(a))
}

/** The counter that was named, or the first of the caller's; 404 for one that is not theirs, 403 without any. */
export async function oneCounterOf(ctx: Context, counterId?: string): Promise<UnitRow> {
  const counters = await countersOf(ctx)
  if (counterId === undefined) return counters[0] ?? fail('forbidden')
  return counters.find((unit) => unit.id === counterId) ?? fail('notFound')
}

type Complete = Procedure & Required<Pick<Procedure, 'form' | 'process'>>

/** Officers take procedures one by one: a bundle is its applicant's to file. */
export function mustBeOne({ bundle }: Procedure): void {
  if (bundle !== undefined) throw new Problem('bundleOnline', servicesProblems.bundleOnline)
}

/** Refuses a procedure that cannot be filed here today. */
export function mustBeReceivable(ctx: Context, procedure: Procedure): asserts procedure is Complete {
  if (!isComplete(procedure)) throw new Problem('notComplete', servicesProblems.notComplete)
  mustBeOne(procedure)
  if (!holdsOn(procedure.effective, dateAt(ctx.now())))
    throw new Problem('procedureEnded', servicesProblems.procedureEnded)
}

/**
 * Which of the caller's counters takes this procedure in, the others that do, and the body that decides there. 422 `notHere` when
 * none does, or not the one that was named.
 */
export async function receptionAt(ctx: Context, procedure: Complete, counterId?: string) {
  const counters = (await countersOf(ctx)).filter((unit) => procedure.receivedAt.includes(unit.tier))
  const counter = counterId === undefined ? counters[0] : counters.find((unit) => unit.id === counterId)
  if (counter === undefined) throw new Problem('notHere', servicesProblems.notHere)
  return {
    counter,
    counters,
    owner: await ownerOf(ctx.tx, procedure, counter.areaCode, dateAt(ctx.now())),
  }
}
