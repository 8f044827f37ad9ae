import { find, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { answerToMark } from '../satisfaction/low-mark.ts'
import { dateAt } from '#values/plain-date.ts'
import { unitName } from '#engines/directory/index.ts'
import { workingTimeAt } from '#engines/calendar/index.ts'
import { filesByIds } from '#engines/files/index.ts'
import { fieldAt, showField, showing, summaryOf } from '#engines/forms/contract.ts'
import { toldAbout } from '#engines/notification/index.ts'
import { read } from '#values/condition.ts'
import { allowedActions } from '#engines/workflow/index.ts'
import { clockStopsOf } from '../deadline/clock.ts'
import type { Procedure } from '../declare.ts'
import { factsOf, outcomeSoFar, type Dossier } from '../dossier/dossier.ts'
import { ownFiledAtOnce } from '../bundle/bundle-of.ts'
import { filedTogether } from '../co-applicant/dossier-co-applicant.ts'
import { exemptionsOf } from '../fee/exemption.ts'
import { duesOf, viewToPay } from '../fee/fee-order.ts'
import { historyOf } from '../dossier/history.ts'
import { isLate } from '../work/late.ts'
import { nextWords } from '../dossier/next-words.ts'
import { standingTo, unitAtWork } from './own-dossier.ts'
import type { ServicesParts } from '../parts.ts'
import { isComplete, procedureNameFor, procedureOf, timeLimitOf } from '../procedure/procedure.ts'
import { findResult } from '../dossier/result.ts'
import { revokedWords } from '../dossier/revoke-result.ts'
import { resultAddress } from '../dossier/result-address.ts'
import {
  isSaved,
  lastSupplement,
  paperOfPin,
  pinFor,
  papersOfDossier,
  supplementPapers,
  type Supplement,
} from '../dossier/supplement.ts'
import { viewOrigin } from '../reuse/provenance.ts'
import { feesOfDossier, viewDays, viewPapers, viewPlanned } from '../dossier/view.ts'

/** Where a dossier is, in the applicant's words: whose turn it is, what for, by when, and what they can do themselves. */
export async function viewOwnDossier(ctx: Context, parts: ServicesParts, dossier: Dossier) {
  const procedure = await procedureOf(ctx.tx, dossier)
  if (!isComplete(procedure)) throw new Error(`dossier ${dossier.code}: no form`)
  const { form, process } = procedure
  const standing = standingTo(dossier, ctx.actor)
  const lookups = await parts.lookups.on(ctx.tx, dateAt(dossier.filedAt))
  const workingTime = await workingTimeAt(ctx, dossier.receiverId)
  const asked = await lastSupplement(ctx.tx, dossier.id)
  const waiting =
    asked !== undefined && asked.answeredAt === null && dossier.status === 'waiting-applicant' ? asked : undefined
  const whoActs =
    (await unitAtWork(ctx, dossier.id))?.name ?? (await unitName(ctx.tx, dossier.ownerId, dateAt(dossier.filedAt)))
  const history = await historyOf(ctx.tx, dossier.id, true)
  const apology = history.findLast((line) => line.kind === 'apologised')
  const rejection = dossier.outcome === 'rejected' ? history.findLast((line) => line.kind === 'rejected') : undefined
  const result = await findResult(ctx.tx, dossier.id)
  const fees = await feesOfDossier(ctx.tx, dossier.id)
  const rating = await find(
    ctx.tx,
    sql<{ mark: number }>`select mark from services.rating where dossier_id = ${dossier.id}`,
  )
  const delivered = dossier.status === 'ended' && (dossier.outcome === 'granted' || dossier.outcome === 'refused')
  const limit = timeLimitOf(procedure, dateAt(dossier.receivedAt ?? dossier.filedAt), factsOf(dossier))
  return {
    id: dossier.id,
    code: dossier.code,
    procedureCode: dossier.procedureCode,
    procedureName: await procedureNameFor(ctx, dossier.versionId),
    applicantName: dossier.applicantName,
    coApplicants: (await filedTogether(ctx.tx, dossier)).map(({ name }) => name),
    filedAtOnce: await ownFiledAtOnce(ctx, dossier.id),
    standing,
    status: dossier.status,
    outcome: outcomeSoFar(dossier),
    isReceived: dossier.receivedAt !== null,
    isLate: isLate(dossier, ctx.now()),
    filedAt: dossier.filedAt,
    receivedAt: dossier.receivedAt,
    promised: dossier.promised,
    deadline: dossier.deadline,
    finishedAt: dossier.finishedAt,
    whoActs,
    nextWords: (await revokedWords(ctx.tx, dossier.id)) ?? nextWords(procedure, dossier, whoActs, waiting?.due),
    resultAddress: await resultAddress(ctx, parts, dossier),
    planned: await viewPlanned(ctx.tx, process, dossier, ctx.now()),
    history,
    told: ctx.actor.person === undefined ? [] : await toldAbout(ctx.tx, dossier.id, ctx.actor.person),
    answers: dossier.answers,
    summary: summaryOf(form, dossier.answers, ctx.language, lookups),
    papers: await viewPapers(ctx.tx, procedure, dossier.answers, await papersOfDossier(ctx.tx, dossier.id)),
    fees,
    exemptions: await exemptionsOf(ctx.tx, dossier.id),
    toPay: viewToPay(dossier, await duesOf(ctx.tx, dossier.id)),
    days: viewDays(
      workingTime,
      dossier.receivedAt ?? dossier.filedAt,
      limit,
      await clockStopsOf(ctx.tx, dossier.id),
      ctx.now(),
    ),
    apology: apology
      ? { ...(apology.detail as { reason: string; newDate: string }), at: apology.at, by: apology.actorName }
      : null,
    rejection: rejection ? { ...(rejection.detail as { reason: string }), by: rejection.actorName } : null,
    supplement: waiting === undefined ? null : await viewSupplement(ctx, procedure, dossier, waiting, lookups),
    result:
      result === undefined || result.number === null
        ? null
        : {
            title: result.title,
            number: result.number,
            issuedOn: result.issuedOn,
            verificationCode: result.verificationCode,
            revokedAt: result.revokedAt,
            revokedDecision: result.revokedDecision,
            revokedFor: result.revokedFor,
            revokedBy: result.revokedBy,
          },
    canWithdraw:
      (standing === 'own' || standing === 'acts') &&
      allowedActions(process, dossier.state).some((one) => one.action === 'withdraw' && one.refused === undefined),
    canRate: standing === 'own' && delivered && rating === undefined,
    rating: rating?.mark ?? null,
    ratingAnswer: rating === undefined ? null : await answerToMark(ctx, dossier.id),
  }
}

/** An open request, each place with its reason, what was filed there and what was sent since. */
export async function viewSupplement(
  ctx: Context,
  procedure: Procedure & Required<Pick<Procedure, 'form'>>,
  dossier: Dossier,
  asked: Supplement,
  lookups: Parameters<typeof showing>[1],
) {
  const sent = await supplementPapers(ctx.tx, asked.id)
  const files = new Map(
    (
      await filesByIds(
        ctx.tx,
        sent.map((one) => one.fileId),
      )
    ).map((file) => [file.id, file]),
  )
  const view = showing(ctx.language, lookups, dossier.answers)
  return {
    id: asked.id,
    pins: asked.pins.map((kept) => {
      const pin = pinFor(kept, procedure, ctx.language)
      const paper = paperOfPin(pin.path)
      if (paper !== undefined) {
        const given = sent
          .filter((one) => one.paper === paper)
          .flatMap((one) => {
            const file = files.get(one.fileId)
            return file === undefined ? [] : [{ ...file, ...viewOrigin(one) }]
          })
        return { ...pin, kind: 'paper' as const, before: [], isDone: given.length > 0, files: given }
      }
      const field = fieldAt(procedure.form, pin.path)?.field
      const before = field === undefined ? [] : showField(field, read(dossier.answers, pin.path), view)
      return { ...pin, kind: 'field' as const, before, isDone: isSaved(asked), files: [] }
    }),
    askedAt: asked.askedAt,
    askedBy: asked.askedBy,
    due: asked.due,
    basis: asked.basis,
    answers: asked.answers,
    form: procedure.form,
  }
}
