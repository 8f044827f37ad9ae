import { sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { getUnit } from '#engines/directory/index.ts'
import { dateAt } from '#values/plain-date.ts'
import { isOver, nextOf } from './after-complaint.ts'
import { petitionProblems } from './contract/problems.ts'
import type { Petition } from './petition.ts'
import { getOfSender } from './sender.ts'
import type { Said } from './send.ts'

export interface Again {
  /** The decision that it is against, as its sender names it, or that there was none in time. */
  readonly decision: string
  readonly previousId?: string | undefined
  readonly previousLookUpCode?: string | undefined
}

/** A second complaint: against which decision, and the first complaint where it was sent here. */
export interface Second {
  readonly decision: string
  readonly previousId: string | null
}

/**
 * What is said a second time, and about whoever settled it first. With the first complaint, which only its own sender can name, they are who
 * had it; otherwise they have to be said (Law on Complaints 2011 art. 7).
 */
export async function readSecond(
  ctx: Context,
  said: Said,
  { decision, previousId, previousLookUpCode }: Again,
): Promise<{ readonly said: Said; readonly second: Second }> {
  const ref = previousId ? { id: previousId } : previousLookUpCode ? { lookUpCode: previousLookUpCode } : undefined
  if (ref === undefined) {
    if (said.aboutUnit === undefined)
      fail('invalidInput', { places: [{ path: 'aboutUnit', message: petitionProblems.whoSettledFirst.message }] })
    return { said, second: { decision, previousId: null } }
  }
  const previous = await getOfSender(ctx, ref, sql`for update`)
  const { id, unitId, procedureCode, place } = previous
  await mustBeOver(ctx, previous)
  const { agencyId } = await getUnit(ctx.tx, unitId, dateAt(ctx.now()))
  const same = { ...(procedureCode !== null && { procedureCode }), ...(place !== null && { place }) }
  return { said: { ...said, ...same, aboutUnit: agencyId }, second: { decision, previousId: id } }
}

async function mustBeOver(ctx: Context, previous: Petition): Promise<void> {
  if ((await nextOf(ctx, previous.id)) !== undefined)
    throw new Problem('complainedAgain', petitionProblems.complainedAgain)
  if (!isOver(previous, ctx.now())) throw new Problem('notSettledYet', petitionProblems.notSettledYet)
}
