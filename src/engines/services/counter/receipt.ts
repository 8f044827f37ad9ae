import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { deadlineOf, hoursAt, workingTimeAt } from '#engines/calendar/index.ts'
import { answerWithinMinutes } from '../deadline/clock.ts'
import { unitName } from '#engines/directory/index.ts'
import { factsOf, type Dossier } from '../dossier/dossier.ts'
import type { Filed } from '../dossier/file-dossier.ts'
import { exemptionsOf } from '../fee/exemption.ts'
import { resultAddress } from '../dossier/result-address.ts'
import { ownFiledAtOnce } from '../bundle/bundle-of.ts'
import { filedTogether } from '../co-applicant/dossier-co-applicant.ts'
import type { ServicesParts } from '../parts.ts'
import { procedureNameFor, procedureOf, timeLimitOf } from '../procedure/procedure.ts'
import { feesOfDossier } from '../dossier/view.ts'

/**
 * What the applicant holds after filing: the code, who answers by when, and the date expected if it is received today. `owed` is given
 * where the dossier was filed just now and by itself: then it is not read, and nothing was filed at once with it.
 */
export async function viewReceipt(
  ctx: Context,
  parts: ServicesParts,
  dossier: Dossier,
  owed?: Pick<Filed, 'fees' | 'exemptions'>,
) {
  const procedure = await procedureOf(ctx.tx, dossier)
  const workingTime = await workingTimeAt(ctx, dossier.receiverId)
  const limit = timeLimitOf(procedure, dateAt(dossier.filedAt), factsOf(dossier))
  const promised =
    dossier.promised ??
    deadlineOf(workingTime, { start: dossier.receivedAt ?? dossier.filedAt, limit, stops: [] }).at ??
    dossier.deadline
  // Together: a filing waits for them while it holds its book.
  const [together, filedAtOnce, fees, exemptions] = await Promise.all([
    filedTogether(ctx.tx, dossier),
    owed === undefined ? ownFiledAtOnce(ctx, dossier.id) : [],
    owed?.fees ?? feesOfDossier(ctx.tx, dossier.id),
    owed?.exemptions.length === 0 ? [] : exemptionsOf(ctx.tx, dossier.id),
  ])
  return {
    id: dossier.id,
    code: dossier.code,
    procedureName: await procedureNameFor(ctx, dossier.versionId),
    applicantName: dossier.applicantName,
    coApplicants: together.map(({ name }) => name),
    filedAtOnce,
    filedAt: dossier.filedAt,
    answerBy: workingTime.addWorkingMinutes(dossier.filedAt, answerWithinMinutes),
    promised,
    fees: [...fees],
    exemptions,
    ownerName: await unitName(ctx.tx, dossier.ownerId, dateAt(dossier.filedAt)),
    receiverName: await unitName(ctx.tx, dossier.receiverId, dateAt(dossier.filedAt)),
    receiverHours: (await hoursAt(ctx, dossier.receiverId, dateAt(promised))).week,
    resultAddress: await resultAddress(ctx, parts, dossier),
    lookUpUrl: `${parts.publicUrl}/tra-cuu/${encodeURIComponent(dossier.code)}`,
  }
}
