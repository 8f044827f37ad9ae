import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import { dateAt, holdsOn } from '#values/plain-date.ts'
import { servicesProblems } from '../contract/problems.ts'
import type { Procedure } from '../declare.ts'
import { isComplete, onlineLevelOf } from '../procedure/procedure.ts'

type Complete = Procedure & Required<Pick<Procedure, 'form' | 'process'>>

/** Refuses a procedure that cannot be filed online today. */
export function mustBeFiledOnline(ctx: Context, procedure: Procedure): asserts procedure is Complete {
  const on = dateAt(ctx.now())
  if (!isComplete(procedure) || onlineLevelOf(procedure, on) < 3)
    throw new Problem('notComplete', servicesProblems.notComplete)
  if (!holdsOn(procedure.effective, on)) throw new Problem('procedureEnded', servicesProblems.procedureEnded)
}
