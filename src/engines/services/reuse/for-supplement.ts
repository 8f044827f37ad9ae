import type { Context } from '#kernel/operations/context.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { paperOfPin, papersOfDossier, type Supplement } from '../dossier/supplement.ts'
import { procedureOf } from '../procedure/procedure.ts'
import { findReusable, type Reusable } from './reusable.ts'

/**
 * What can be used again for the papers that a request asks for, of whoever filed the dossier. What stands in the dossier is not offered
 * anew, from wherever it came: it is asked for because that did not do.
 */
export async function reusableForSupplement(
  ctx: Context,
  dossier: Dossier,
  asked: Supplement,
  shownCode?: string,
): Promise<Reusable[]> {
  const { papers } = await procedureOf(ctx.tx, dossier)
  const pinned = asked.pins.map(({ path }) => paperOfPin(path))
  const application = {
    applicant: { personId: dossier.applicantId, enterpriseId: dossier.enterpriseId },
    procedureCode: dossier.procedureCode,
    asked: papers.filter(({ id }) => pinned.includes(id)),
  }
  const [found, there] = await Promise.all([
    findReusable(ctx, application, shownCode),
    papersOfDossier(ctx.tx, dossier.id),
  ])
  return found.filter(
    (one) =>
      !there.some(
        ({ paper, fileId, sourceResultId }) =>
          paper === one.paper.id &&
          (one.from === 'paper' ? one.files.some((file) => file.fileId === fileId) : sourceResultId === one.result.id),
      ),
  )
}
