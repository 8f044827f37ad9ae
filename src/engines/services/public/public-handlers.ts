import type { Handlers } from '#kernel/operations/engine.ts'
import { mustBeInOrder } from '#values/day-order.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt, firstOfMonth, holdsOn, type PlainDate } from '#values/plain-date.ts'
import { maskName } from '#values/text.ts'
import type { Words } from '#values/words.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { deadlineOf, hoursAt, workingTimeAt } from '#engines/calendar/index.ts'
import { unitName } from '#engines/directory/index.ts'
import { visiblePages } from '#engines/forms/contract.ts'
import type { publicContract } from '../contract/public.ts'
import { servicesProblems } from '../contract/problems.ts'
import { findDossierByCode, outcomeSoFar } from '../dossier/dossier.ts'
import { figuresBy, totalOf, type FigureRow } from './figures.ts'
import { membersOf } from '../bundle/members-of.ts'
import { counterName, ownerName } from '../draft/owner-name.ts'
import { nextWords } from '../dossier/next-words.ts'
import { isPhoneEnd } from './look-up-fact.ts'
import { waitBeforeLookUp, countWrongLookUp } from './look-up-brake.ts'
import { unitAtWork } from '../applicant/own-dossier.ts'
import {
  comingProcedure,
  feesOf,
  getProcedure,
  isComplete,
  onlineLevelOf,
  procedureNameFor,
  procedureOf,
  timeLimitOf,
  lawsOn,
} from '../procedure/procedure.ts'
import type { ServicesParts } from '../parts.ts'
import { provinceReceiver } from '../procedure/place.ts'
import { findResultByCode } from '../dossier/result.ts'
import { revokedWords } from '../dossier/revoke-result.ts'
import { countProcedures, searchProcedures } from './search-procedures.ts'
import { viewDays, viewFees, viewPapers } from '../dossier/view.ts'
import { createYearOfProcedure } from './year-of-procedure.ts'

/** What everyone may see, signed in or not: no personal data but what a code in hand opens. */
export function publicHandlers(parts: ServicesParts): Handlers<typeof publicContract> {
  const yearOf = createYearOfProcedure()
  return {
    getLookups: (ctx) => parts.lookups.data(ctx.tx, dateAt(ctx.now())),

    async findProcedures(ctx, search) {
      const on = dateAt(ctx.now())
      return { ...(await searchProcedures(ctx.tx, search, on)), ...(await countProcedures(ctx.tx, on)) }
    },

    async getProcedure(ctx, { code }) {
      const on = dateAt(ctx.now())
      const { procedure } = await getProcedure(ctx.tx, code, on)
      const coming = await comingProcedure(ctx.tx, code, on)
      const facts = { answers: {}, channel: 'online' }
      const limit = timeLimitOf(procedure, on, facts)
      const counter = await provinceReceiver(ctx.tx, procedure, on)
      const workingTime = await workingTimeAt(ctx, counter?.id)
      const hours = await hoursAt(ctx, counter?.id, on)
      const timeLimits = procedure.timeLimits.filter((row) => holdsOn(row, on))
      const [event] = procedure.lifeEvents
      const related =
        event === undefined ? [] : (await searchProcedures(ctx.tx, { lifeEvent: event, limit: 5 }, on)).rows
      const figures = await yearOf(ctx, code)
      return {
        code,
        name: procedure.name,
        everydayName: procedure.everydayName,
        summary: procedure.summary,
        notice: procedure.notice,
        coming: coming && { from: coming.from, notice: coming.procedure.notice },
        field: procedure.field,
        sector: procedure.sector,
        level: procedure.level,
        onlineLevel: onlineLevelOf(procedure, on),
        isComplete: isComplete(procedure),
        ownerName: await ownerName(ctx, procedure),
        receiverName: counterName(ctx, procedure),
        receiverHours: counter === undefined ? null : hours.week,
        sameDayUntil: timeLimits.some(({ unit }) => unit === 'within-day') ? hours.cutOff : null,
        timeLimit: { amount: limit.amount, unit: limit.unit, note: limit.note },
        timeLimits: timeLimits.map(({ amount, unit, note }) => ({ amount, unit, note })),
        days: limit.amount > 20 ? [] : viewDays(workingTime, ctx.now(), limit, [], ctx.now()),
        promised: deadlineOf(workingTime, { start: ctx.now(), limit, stops: [] }).at,
        fees: viewFees(feesOf(procedure, on, facts), facts),
        tariff: procedure.fees
          .filter((row) => holdsOn(row, on))
          .map(({ name, amount, note, exemptions = [] }) => ({
            name,
            amount,
            note,
            exemptions: exemptions.map(({ name: ground, percent, basis = null }) => ({ ground, percent, basis })),
          })),
        papers: (
          await viewPapers(
            ctx.tx,
            { ...procedure, papers: procedure.papers.map((paper) => ({ ...paper, when: undefined })) },
            {},
            [],
          )
        ).map((paper) => ({
          ...paper,
          inSomeCases: procedure.papers.some((one) => one.id === paper.id && one.when !== undefined),
        })),
        questionPages: procedure.form === undefined ? 0 : visiblePages(procedure.form, {}).length,
        members: await membersOf(ctx, procedure),
        // Those of a bundle have each their own, on their pages.
        steps: Object.values(procedure.bundle === undefined ? (procedure.process?.steps ?? {}) : {}).map((step) => ({
          name: step.name,
          hours: step.kind === 'deliver' ? null : step.hours,
          atCounter: step.kind === 'receive' || step.kind === 'deliver',
        })),
        result: procedure.result,
        legalBasis: lawsOn(procedure, dateAt(ctx.now())),
        lifeEvents: procedure.lifeEvents,
        questions: procedure.questions,
        effective: procedure.effective,
        related: related.filter((one) => one.code !== code).slice(0, 4),
        figures,
      }
    },

    async lookUpDossier(ctx, { code, phoneEnd }) {
      const wait = waitBeforeLookUp(ctx, code)
      if (wait > 0) throw new Problem('lookUpWait', servicesProblems.lookUpWait, { retryAfterSeconds: wait })
      const dossier = await findDossierByCode(ctx.tx, code)
      if (dossier === undefined || !(await isPhoneEnd(ctx.tx, dossier.id, phoneEnd))) {
        countWrongLookUp(ctx, code)
        fail('notFound')
      }
      const whoActs =
        (await unitAtWork(ctx, dossier.id))?.name ?? (await unitName(ctx.tx, dossier.ownerId, dateAt(dossier.filedAt)))
      return {
        code: dossier.code,
        procedureName: await procedureNameFor(ctx, dossier.versionId),
        status: dossier.status,
        outcome: outcomeSoFar(dossier),
        isReceived: dossier.receivedAt !== null,
        filedAt: dossier.filedAt,
        promised: dossier.promised,
        finishedAt: dossier.finishedAt,
        whoActs,
        nextWords:
          (await revokedWords(ctx.tx, dossier.id)) ?? nextWords(await procedureOf(ctx.tx, dossier), dossier, whoActs),
      }
    },

    async verifyPaper(ctx, { code }) {
      const result = await findResultByCode(ctx.tx, code)
      if (result === undefined) return { state: 'unknown' as const }
      const expired = result.validUntil !== null && result.validUntil < dateAt(ctx.now())
      return {
        state: result.revokedAt !== null ? ('revoked' as const) : expired ? ('expired' as const) : ('valid' as const),
        title: result.title,
        number: result.number as string,
        issuedOn: result.issuedOn ?? undefined,
        validUntil: result.validUntil,
        revokedOn: result.revokedAt && dateAt(result.revokedAt),
        revokedDecision: result.revokedDecision,
        unitName: result.unitName,
        signer: [result.signerCapacity, result.signerPosition, result.signerName].filter(Boolean).join(' '),
        holder: maskName(result.holder),
      }
    },

    async getFigures(ctx, { from, to, by, level, organizationOn }) {
      const today = dateAt(ctx.now())
      const period = { from: from ?? firstOfMonth(today), to: to ?? today }
      mustBeInOrder(period)
      const organization = organizationOn === undefined || organizationOn < period.to ? period.to : organizationOn
      const found = await figuresBy(ctx.tx, { by, level, organizationOn: organization }, period, ctx.now())
      const names = await namesOf(ctx.tx, by, period.to)
      const said = ({ id, name }: FigureRow): Words => names?.get(id) ?? { vi: name, en: name }
      return {
        ...period,
        at: ctx.now(),
        total: { ...totalOf(found), name: { vi: '', en: '' } },
        rows: found.map((row) => ({ ...row, name: said(row) })),
      }
    },
  }
}

/** What procedures and fields are called in both languages; units have one name. */
async function namesOf(tx: Queries, by: 'unit' | 'procedure' | 'field', on: PlainDate) {
  if (by === 'unit') return undefined
  const { rows } = await searchProcedures(tx, { limit: 1000 }, on)
  return new Map(
    rows.map(({ code, name, field }): [string, Words] => (by === 'procedure' ? [code, name] : [field.vi, field])),
  )
}
