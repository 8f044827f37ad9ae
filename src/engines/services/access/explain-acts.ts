import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { validOn } from '#engines/directory/index.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { mayAdvise } from '../dossier/dossier-access.ts'
import { findResult, mayWriteResult } from '../dossier/result.ts'
import { isExemptionOpen } from '../fee/exemption.ts'
import { procedureOf } from '../procedure/procedure.ts'
import { meetingsOf } from '../meeting/meeting.ts'
import { officialActs, possibleActions } from '../work/possible-acts.ts'
import type { HeldTask } from '../work/held-tasks.ts'

/**
 * What the caller may do with a dossier that they see, and of what is refused why and who can: judged as the office screen judges it,
 * which is by what the operations themselves ask.
 */
export async function explainActs(ctx: Context, dossier: Dossier, tasks: readonly HeldTask[]) {
  const procedure = await procedureOf(ctx.tx, dossier)
  const { process } = procedure
  if (process === undefined) return { acts: [], canAdvise: false, canWriteResult: false }
  const whole = { ...procedure, process }
  const possible = await possibleActions(ctx, dossier, whole, tasks)
  const prepared = {
    result: await findResult(ctx.tx, dossier.id),
    meetings: await meetingsOf(ctx.tx, dossier.id),
    isExemptionOpen: await isExemptionOpen(ctx.tx, dossier.id),
  }
  const acts = officialActs(ctx, dossier, whole, tasks, prepared, possible)
  const holders = await holdersOfWork(ctx, dossier.id)
  return {
    acts: acts.map((one) => ({
      ...one,
      stepName: one.step === undefined ? undefined : process.steps[one.step]?.name,
      who: holders
        .filter((held) => (one.step === undefined || held.step === one.step) && held.consult === (one.consult ?? null))
        .map((held) => held.words),
    })),
    canAdvise: await mayAdvise(ctx, dossier.id),
    canWriteResult: mayWriteResult(procedure, tasks),
  }
}

/** Who holds the open work of a dossier by post, or by function in the unit: name, title and unit. */
const holdersOfWork = (ctx: Context, dossierId: string) => {
  const today = dateAt(ctx.now())
  return rows(
    ctx.tx,
    sql<{ step: string; consult: string | null; words: string }>`
      select distinct t.step, t.consult, concat_ws(', ', person.full_name, p.title, v.name) as words
      from workflow.task t
      join directory.principal q on q.key = t.assignee
      join directory.post p on (p.id = q.post_id or q.kind = 'function' and p.unit_id = q.unit_id and p.function = q.function)
        and ${validOn('p', today)}
      join directory.unit_version v on v.unit_id = p.unit_id and ${validOn('v', today)}
      join directory.appointment a on a.post_id = p.id and ${validOn('a', today)}
      join directory.person on person.id = a.person_id
      where t.subject_id = ${dossierId} and t.is_open order by words limit 50`,
  )
}
