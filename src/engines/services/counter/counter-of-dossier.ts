import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import type { UnitRow } from '#engines/directory/index.ts'
import { servicesProblems } from '../contract/problems.ts'
import { lockDossier, mustBeCurrent, type Dossier } from '../dossier/dossier.ts'
import { accessReasons, getVisibleDossier, type AccessReason } from '../dossier/dossier-access.ts'
import { countersOf } from './counter.ts'

/**
 * That of the caller's counters which received a dossier, or helped to file it, by the reasons for which it is seen.
 * @right
 */
export async function counterOfDossier(ctx: Context, reasons: readonly AccessReason[]): Promise<UnitRow | undefined> {
  return (await countersOf(ctx)).find((counter) =>
    reasons.some(({ key, reason }) => key === counter.key && (reason === 'receives' || reason === 'assisted')),
  )
}

/**
 * A dossier that the caller may see, and the counter at which they act for its applicant; 403 `otherCounter` at any other.
 * @right
 */
export async function dossierAtCounter(ctx: Context, id: string): Promise<{ dossier: Dossier; counter: UnitRow }> {
  const dossier = await getVisibleDossier(ctx, id)
  const counter = await counterOfDossier(ctx, await accessReasons(ctx.tx, id, ctx.now()))
  if (counter === undefined) throw new Problem('otherCounter', servicesProblems.otherCounter)
  return { dossier, counter }
}

/** The same, locked; `revision` refuses to act on what has changed since it was read. */
export async function lockDossierAtCounter(ctx: Context, id: string, revision: number | undefined) {
  const { counter } = await dossierAtCounter(ctx, id)
  const dossier = await lockDossier(ctx.tx, id)
  mustBeCurrent(dossier, revision)
  return { dossier, counter }
}
