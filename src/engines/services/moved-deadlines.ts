import { sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { addDays, instantOf } from '#values/plain-date.ts'
import { proposeAmendment } from '#engines/calendar/index.ts'
import type { AmendmentInput } from '#engines/calendar/contract.ts'
import { countAnew } from './count-anew.ts'
import { countedDossiers } from './counted-dossiers.ts'
import { procedureVersion } from './procedure.ts'

/** More open dossiers than this are not counted while somebody waits for a preview. */
const most = 2000

/** How many open deadlines and promised days would move if these days were declared, and whether there are more than were looked at. */
export async function countMovedDeadlines(ctx: Context, input: AmendmentInput) {
  const { amendment, after } = await proposeAmendment(ctx, input)
  const days = [amendment.firstDay, amendment.lastDay, amendment.workDay ?? amendment.firstDay].sort()
  // What ended before these days, or begins after them, does not move.
  const where = sql`greatest(d.deadline, d.promised) >= ${instantOf(days[0]!)} and coalesce(d.received_at, d.filed_at) < ${instantOf(addDays(days[2]!, 1))}`
  const found = await countedDossiers(ctx.tx, { after: null, limit: most + 1, where })
  let [deadlines, promises] = [0, 0]
  for (const counted of found.slice(0, most)) {
    const { dossier } = counted
    const anew = countAnew(after, await procedureVersion(ctx.tx, dossier.versionId), counted)
    if (anew.deadline.getTime() !== dossier.deadline.getTime()) deadlines += 1
    if (anew.promised?.getTime() !== dossier.promised?.getTime()) promises += 1
  }
  return { deadlines, promises, isMore: found.length > most }
}
