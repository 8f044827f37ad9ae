import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { deadlineOf, workingTimeNow } from '#engines/calendar/index.ts'
import { answerWithinMinutes } from './clock.ts'
import { factsOf, type Dossier } from './dossier.ts'
import { filedTogether } from './dossier-co-applicant.ts'
import type { ServicesParts } from './parts.ts'
import { procedureVersion, timeLimitOf } from './procedure.ts'
import { feesOfDossier, unitNameOn } from './view.ts'

/** What the applicant holds after filing: the code, who answers by when, and the date expected if it is received today. */
export async function viewReceipt(ctx: Context, parts: ServicesParts, dossier: Dossier) {
  const procedure = await procedureVersion(ctx.tx, dossier.versionId)
  const workingTime = await workingTimeNow(ctx.tx)
  const limit = timeLimitOf(procedure, dateAt(dossier.filedAt), factsOf(dossier))
  const expected = deadlineOf(workingTime, { start: dossier.receivedAt ?? dossier.filedAt, limit, stops: [] }).at
  return {
    id: dossier.id,
    code: dossier.code,
    procedureName: dossier.procedureName,
    applicantName: dossier.applicantName,
    coApplicants: (await filedTogether(ctx.tx, dossier)).map(({ name }) => name),
    filedAt: dossier.filedAt,
    answerBy: workingTime.addWorkingMinutes(dossier.filedAt, answerWithinMinutes),
    promised: dossier.promised ?? expected ?? dossier.deadline,
    fees: await feesOfDossier(ctx.tx, dossier.id),
    ownerName: await unitNameOn(ctx.tx, dossier.ownerId, dossier.filedAt),
    receiverName: await unitNameOn(ctx.tx, dossier.receiverId, dossier.filedAt),
    lookUpUrl: `${parts.publicUrl}/tra-cuu/${encodeURIComponent(dossier.code)}`,
  }
}
