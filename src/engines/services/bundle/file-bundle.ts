import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { parseAnswers, papersFor, visibleAnswers } from '#engines/forms/contract.ts'
import { servicesProblems } from '../contract/problems.ts'
import type { Procedure } from '../declare.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { fileDossier, type Filing } from '../dossier/file-dossier.ts'
import { destinationOf, missingFrom } from '../draft/draft-view.ts'
import { mustBeFiledOnline } from '../draft/filed-online.ts'
import type { ServicesParts } from '../parts.ts'
import { getProcedure } from '../procedure/procedure.ts'
import { insertBundle } from './bundle-of.ts'
import type { BundleMember } from './bundle-shape.ts'
import { memberAnswers, memberPapers } from './split-bundle.ts'

type Together = Omit<Filing, 'procedure' | 'versionId' | 'receiver' | 'owner' | 'coApplicants'> & {
  readonly id: string
}

/**
 * Files each member of a bundle as a dossier of its own, all of them or none: what is missing is said before anything is filed. From
 * then on each goes its own way; a refusal or a withdrawal of one leaves the others. The leading dossier keeps the id of the draft,
 * so that nothing is filed twice. Answers the leading one.
 */
export async function fileBundle(
  ctx: Context,
  parts: ServicesParts,
  bundle: Procedure,
  together: Together,
): Promise<Dossier> {
  const filed: Dossier[] = []
  for (const member of bundle.bundle ?? []) {
    const filing = await filingOf(ctx, parts, member, together)
    const { id, ...others } = { ...together, ...filing }
    const { dossier } = await fileDossier(ctx, filed.length === 0 ? { id, ...others } : others)
    filed.push(dossier)
  }
  const leading = filed[0] as Dossier
  await insertBundle(
    ctx.tx,
    leading.id,
    bundle.code,
    filed.map(({ id }) => id),
  )
  return leading
}

/** What one member is filed with, by its version of today; 422 with the places that the bundle does not answer. */
async function filingOf(ctx: Context, parts: ServicesParts, member: BundleMember, together: Together) {
  const on = dateAt(ctx.now())
  const { versionId, procedure } = await getProcedure(ctx.tx, member.code, on)
  mustBeFiledOnline(ctx, procedure)
  const lookups = await parts.lookups.on(ctx.tx, on)
  const { answers, places } = parseAnswers(
    procedure.form,
    memberAnswers(member, procedure.form, together.answers),
    lookups,
  )
  const asked = papersFor(procedure.papers, visibleAnswers(procedure.form, answers))
  const papers = memberPapers(member, asked, together.papers)
  const missing = missingFrom(procedure, { place: together.place, answers: { ...answers } }, papers, places)
  const destination = await destinationOf(ctx, procedure, together.place)
  if (missing.length > 0 || destination === undefined)
    throw new Problem('incomplete', servicesProblems.incomplete, { places: missing })
  return { versionId, procedure, ...destination, answers: { ...answers }, papers }
}
