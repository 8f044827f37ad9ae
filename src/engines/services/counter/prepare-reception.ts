import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt, holdsOn } from '#values/plain-date.ts'
import { validOn, type UnitRow } from '#engines/directory/index.ts'
import { needsPlace } from '../draft/draft-view.ts'
import { viewPaper } from '../dossier/view.ts'
import { getProcedure } from '../procedure/procedure.ts'
import { countersOf } from './counter.ts'
import { receptionOf, whatFollows, type ReceptionAsked } from './reception.ts'

/** What an officer needs before the first letter of an application is typed; refused when it is not taken in here. */
export async function prepareReception(ctx: Context, code: string, asked: ReceptionAsked) {
  const inForce = await getProcedure(ctx.tx, code, dateAt(ctx.now()))
  const reception = await receptionOf(ctx, inForce.procedure, asked)
  const { procedure, counter, counters, owner } = reception
  return {
    code,
    name: procedure.name,
    ownerName: owner?.name ?? null,
    form: procedure.form,
    papers: procedure.papers.map((paper) => ({ ...viewPaper(paper), when: paper.when })),
    coApplicants: procedure.coApplicants ?? null,
    ...(await whatFollows(ctx, reception, {})),
    counter: viewCounter(counter),
    counters: counters.map(viewCounter),
    needsPlace: asked.channel === 'online' && needsPlace(procedure),
  }
}

/** The same of every procedure that one of the caller's counters takes in today, by name. */
export async function prepareAll(ctx: Context) {
  const today = dateAt(ctx.now())
  const tiers = (await countersOf(ctx)).map(({ tier }) => tier)
  const complete = await rows(
    ctx.tx,
    sql<{
      code: string
    }>`select p.code from services.procedure p where p.is_complete and ${validOn('p', today)} order by p.name, p.code`,
  )
  const prepared = []
  for (const { code } of complete) {
    const { procedure } = await getProcedure(ctx.tx, code, today)
    const isTaken = procedure.receivedAt.some((tier) => tiers.includes(tier)) && holdsOn(procedure.effective, today)
    // Several at once are their applicant's to file.
    if (isTaken && procedure.bundle === undefined)
      prepared.push(await prepareReception(ctx, code, { channel: 'counter' }))
  }
  return prepared
}

export const viewCounter = ({ id, name, tier, areaCode }: UnitRow) => ({ id, name, tier, areaCode })
