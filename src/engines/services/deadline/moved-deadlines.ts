import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { addDays, instantOf } from '#values/plain-date.ts'
import { proposeAmendment, proposeHours, type Offices } from '#engines/calendar/index.ts'
import type { AmendmentInput, HoursInput } from '#engines/calendar/contract.ts'
import { alikeDossiers, type AroundDays } from './alike-dossiers.ts'
import { countDeadline, supplementDueAnew } from './count-anew.ts'
import { datedDossiers, supplementsDueFrom } from './counted-dossiers.ts'
import { procedureVersion } from '../procedure/procedure.ts'

/** Counted at one go: many enough to ask the database seldom, few enough to let others in between. */
const batch = 1000

/** How many open deadlines, promised days and days for a supplement would move if these days were declared. */
export async function countMovedDeadlines(ctx: Context, input: AmendmentInput) {
  const { amendment, officesAfter } = await proposeAmendment(ctx, input)
  const days = [amendment.firstDay, amendment.lastDay, amendment.workDay ?? amendment.firstDay].sort()
  // What ended before these days, or begins after them, does not move.
  const around = { dueFrom: instantOf(days[0]!), begunBefore: instantOf(addDays(days[2]!, 1)) }
  return countMoved(ctx.tx, officesAfter, around)
}

/** How many would move if a unit had these office hours. */
export async function countMovedByHours(ctx: Context, input: HoursInput) {
  const { own, after } = await proposeHours(ctx, input)
  return countMoved(ctx.tx, after, { dueFrom: instantOf(own.from) })
}

/** The same for the working time of each unit as it would be, about what is due or begins near those days. */
export async function countMoved(tx: Queries, after: Offices, around: AroundDays) {
  const moved = { deadlines: 0, promises: 0, supplements: 0 }
  const alike = new Map((await alikeDossiers(tx, after, around)).map(({ id, count }) => [id, count]))
  const ids = [...alike.keys()]
  for (let from = 0; from < ids.length; from += batch)
    for (const { dossier, stops } of await datedDossiers(tx, ids.slice(from, from + batch))) {
      const count = alike.get(dossier.id) ?? 0
      const counter = after.workingTimeOf(dossier.receiverId)
      const anew = countDeadline(counter, await procedureVersion(tx, dossier.versionId), dossier, stops)
      if (anew.deadline.getTime() !== dossier.deadline.getTime()) moved.deadlines += count
      if (anew.promised?.getTime() !== dossier.promised?.getTime()) moved.promises += count
    }
  for (const asked of await supplementsDueFrom(tx, around.dueFrom))
    if (supplementDueAnew(after.workingTimeOf(asked.receiverId), asked).getTime() !== asked.due.getTime())
      moved.supplements += 1
  return moved
}
