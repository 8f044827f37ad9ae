import { get, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { allOf } from '#values/all-of.ts'
import { read } from '#values/condition.ts'
import { dateAt } from '#values/plain-date.ts'
import { daysLeft, workingTimeAt } from '#engines/calendar/index.ts'
import { getPerson } from '#engines/directory/index.ts'
import { filesByIds } from '#engines/files/index.ts'
import { fieldAt, showField, showing, summaryOf } from '#engines/forms/contract.ts'
import { toldAbout } from '#engines/notification/index.ts'
import { filedAtOnce } from '../bundle/bundle-of.ts'
import { assistanceOf } from '../counter/assistance.ts'
import { counterOfDossier } from '../counter/counter-of-dossier.ts'
import { clockStopsOf, limitOf } from '../deadline/clock.ts'
import { accessReasons, mayAdvise } from '../dossier/dossier-access.ts'
import type { Procedure } from '../declare.ts'
import { factsOf, type Dossier } from '../dossier/dossier.ts'
import { contactOf } from '../dossier/contact.ts'
import { filedTogether } from '../co-applicant/dossier-co-applicant.ts'
import { meetingsOf } from '../meeting/meeting.ts'
import { viewMeetings } from '../meeting/meeting-view.ts'
import { heldTasks } from './held-tasks.ts'
import { exemptionsOf } from '../fee/exemption.ts'
import { historyOf } from '../dossier/history.ts'
import { isLate } from './late.ts'
import { officialActs, possibleActions } from './possible-acts.ts'
import type { ServicesParts } from '../parts.ts'
import { isComplete, isOfCase, procedureOf, timeLimitOf } from '../procedure/procedure.ts'
import { findResult, isDecided, mayWriteResult } from '../dossier/result.ts'
import { canRevoke } from '../dossier/revoke-result.ts'
import { resultAddress } from '../dossier/result-address.ts'
import { lastSupplement, papersChangedAt, papersOfDossier, pinFor, wordsOfPlace } from '../dossier/supplement.ts'
import { obligationsOf } from '../fee/obligation-dues.ts'
import { feesOfDossier, viewDays, viewPapers, viewPlanned } from '../dossier/view.ts'

/** What lies in the database about a dossier, all asked for in one packet: each depends on the dossier alone. */
const readParts = (ctx: Context, dossier: Dossier) =>
  allOf({
    tasks: heldTasks(ctx, dossier.id),
    history: historyOf(ctx.tx, dossier.id, false),
    applicant: getPerson(ctx.tx, dossier.applicantId),
    supplement: lastSupplement(ctx.tx, dossier.id),
    result: findResult(ctx.tx, dossier.id),
    exemptions: exemptionsOf(ctx.tx, dossier.id),
    meetings: meetingsOf(ctx.tx, dossier.id),
    reasons: accessReasons(ctx.tx, dossier.id, ctx.now()),
    version: get(
      ctx.tx,
      sql<{ number: number }>`select number from services.procedure_version where id = ${dossier.versionId}`,
    ),
    assistance: assistanceOf(ctx.tx, dossier),
    together: filedTogether(ctx.tx, dossier),
    atOnce: filedAtOnce(ctx.tx, dossier.id),
    papers: papersOfDossier(ctx.tx, dossier.id),
    fees: feesOfDossier(ctx.tx, dossier.id),
    obligations: obligationsOf(ctx.tx, [dossier.id]),
    told: toldAbout(ctx.tx, dossier.id),
    stops: clockStopsOf(ctx.tx, dossier.id),
    canAdvise: mayAdvise(ctx, dossier.id),
  })

/** A dossier as an official works on it: everything on one screen. */
export async function viewForOffice(ctx: Context, parts: ServicesParts, dossier: Dossier) {
  const procedure = await procedureOf(ctx.tx, dossier)
  if (!isComplete(procedure)) throw new Error(`dossier ${dossier.code}: no form`)
  const { form, process } = procedure
  const lookups = await parts.lookups.on(ctx.tx, dateAt(dossier.filedAt))
  const view = showing(ctx.language, lookups, dossier.answers, true)
  const workingTime = await workingTimeAt(ctx, dossier.receiverId)
  const limit = timeLimitOf(procedure, dateAt(dossier.receivedAt ?? dossier.filedAt), factsOf(dossier))
  const its = await readParts(ctx, dossier)
  const { tasks, history, supplement, result, exemptions, meetings, reasons } = its
  const possible = await possibleActions(ctx, dossier, procedure, tasks)
  return {
    id: dossier.id,
    code: dossier.code,
    procedureCode: dossier.procedureCode,
    procedureName: procedure.name[ctx.language],
    versionNumber: its.version.number,
    channel: dossier.channel,
    assistedBy: its.assistance ?? null,
    applicantName: dossier.applicantName,
    applicantPhone: contactOf(procedure, dossier.answers, its.applicant).phone,
    resultAddress: await resultAddress(ctx, parts, dossier),
    coApplicants: its.together.map(({ name }) => name),
    filedAtOnce: its.atOnce,
    enterpriseName: dossier.enterpriseName,
    status: dossier.status,
    outcome: dossier.outcome,
    isReceived: dossier.receivedAt !== null,
    isLate: isLate(dossier, ctx.now()),
    filedAt: dossier.filedAt,
    receivedAt: dossier.receivedAt,
    promised: dossier.promised,
    deadline: dossier.deadline,
    left: daysLeft(workingTime, ctx.now(), dossier.deadline, limitOf(procedure, dossier).unit),
    finishedAt: dossier.finishedAt,
    revision: dossier.revision,
    state: dossier.state,
    summary: summaryOf(form, dossier.answers, ctx.language, lookups, { revealed: true }),
    changed: await changedIn(ctx, history, dossier, procedure, view),
    papers: await viewPapers(ctx.tx, procedure, dossier.answers, its.papers),
    fees: its.fees,
    obligations: its.obligations.get(dossier.id) ?? [],
    exemptions,
    history,
    told: its.told,
    planned: await viewPlanned(ctx.tx, process, dossier, ctx.now()),
    limitUnit: limit.unit,
    days: viewDays(workingTime, dossier.receivedAt ?? dossier.filedAt, limit, its.stops, ctx.now()),
    tasks,
    allowed: officialActs(
      ctx,
      dossier,
      procedure,
      tasks,
      { result, meetings, isExemptionOpen: exemptions.some(({ state }) => state === 'asked') },
      possible,
    ),
    meetings: viewMeetings(ctx, dossier, process, tasks, meetings),
    supplement:
      supplement === undefined
        ? null
        : { ...supplement, pins: supplement.pins.map((pin) => pinFor(pin, procedure, ctx.language)) },
    result: result ?? null,
    canRevokeResult: await canRevoke(ctx, dossier, result),
    atCounter:
      (await counterOfDossier(ctx, reasons)) === undefined
        ? null
        : {
            canSupplement: supplement?.answeredAt === null && dossier.status === 'waiting-applicant',
            canWithdraw: possible.some((one) => one.action === 'withdraw' && one.refused === undefined),
          },
    isDecided: isDecided(procedure, dossier.state),
    canAdvise: its.canAdvise,
    canWriteResult: mayWriteResult(procedure, tasks),
    resultTemplates: procedure.results
      .filter((one) => isOfCase(one, factsOf(dossier)))
      .map((one) => ({ id: one.id, title: one.title[ctx.language], outcome: one.outcome })),
    why: reasons.map(({ reason, unitName }) => ({
      reason,
      unitName,
    })),
  }
}

/** What the applicant changed in the last supplement, answers and papers: before and now. */
async function changedIn(
  ctx: Context,
  history: readonly { kind: string; detail: unknown; at: Date }[],
  dossier: Dossier,
  procedure: Procedure & Required<Pick<Procedure, 'form'>>,
  view: Parameters<typeof showField>[2],
) {
  const last = history.findLast((line) => line.kind === 'supplied')
  if (last === undefined) return []
  const { before = {} } = (last.detail ?? {}) as { before?: Record<string, unknown> }
  const fields = Object.entries(before).flatMap(([path, value]) => {
    const at = fieldAt(procedure.form, path)
    if (at === undefined) return []
    return [
      {
        path,
        label: at.label[view.language],
        before: value === null ? [] : showField(at.field, value, view),
        now: showField(at.field, read(dossier.answers, path), view),
      },
    ]
  })
  return [...fields, ...(await changedPapers(ctx, dossier.id, procedure, last.at))]
}

async function changedPapers(ctx: Context, dossierId: string, procedure: Procedure, at: Date) {
  const changed = await papersChangedAt(ctx.tx, dossierId, at)
  const names = new Map(
    (
      await filesByIds(
        ctx.tx,
        changed.map(({ fileId }) => fileId),
      )
    ).map(({ id, name }) => [id, name]),
  )
  const named = (paper: string, isOld: boolean) =>
    changed.filter((one) => one.paper === paper && one.isOld === isOld).flatMap(({ fileId }) => names.get(fileId) ?? [])
  return [...new Set(changed.map(({ paper }) => paper))].map((paper) => {
    const path = `papers.${paper}`
    const label = wordsOfPlace(procedure, path)?.[ctx.language] ?? paper
    return { path, label, before: named(paper, true), now: named(paper, false) }
  })
}
