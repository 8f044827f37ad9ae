import type { Context } from '#kernel/operations/context.ts'
import { daysLeft, officesNow } from '#engines/calendar/index.ts'
import type { Procedure, TimeLimit } from '../declare.ts'
import type { ListedDossier } from '../dossier/dossier-list.ts'
import { procedureVersion } from '../procedure/procedure.ts'
import { limitOf } from './clock.ts'
import { datedDossiers } from './counted-dossiers.ts'

/**
 * Dossiers of a list with the days that each has left. Versions are kept in memory, so rows cost no statement: the dossiers themselves
 * are read, all at once, only where the cases of a procedure are counted in different days.
 */
export async function withDaysLeft<Row extends ListedDossier>(ctx: Context, listed: readonly Row[]) {
  const offices = await officesNow(ctx)
  const units = await unitsOf(ctx, listed)
  return listed.map((row) => ({
    ...row,
    left: daysLeft(offices.workingTimeOf(row.receiverId), ctx.now(), row.deadline, units.get(row.id) ?? 'working-hour'),
  }))
}

/** What the limits of received dossiers are counted in. */
async function unitsOf(ctx: Context, listed: readonly ListedDossier[]): Promise<Map<string, TimeLimit['unit']>> {
  const units = new Map<string, TimeLimit['unit']>()
  const differing: string[] = []
  for (const { id, versionId } of listed.filter((one) => one.isReceived)) {
    const procedure = await procedureVersion(ctx.tx, versionId)
    const [kind, ...others] = kindsOf(procedure)
    if (kind !== undefined && others.length === 0) units.set(id, kind)
    else differing.push(id)
  }
  if (differing.length > 0)
    for (const { dossier } of await datedDossiers(ctx.tx, differing))
      units.set(dossier.id, limitOf(await procedureVersion(ctx.tx, dossier.versionId), dossier).unit)
  return units
}

/** Hours of work are counted in working days, too. */
const kindsOf = ({ timeLimits }: Procedure) =>
  new Set(timeLimits.map(({ unit }) => (unit === 'calendar-day' ? unit : 'working-day')))
