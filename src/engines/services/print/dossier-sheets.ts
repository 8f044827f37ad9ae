import { find, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { showDate, showInstant } from '#values/show-time.ts'
import { findUnit } from '#engines/directory/index.ts'
import { summaryOf } from '#engines/forms/contract.ts'
import { clockStopsOf } from '../deadline/clock.ts'
import type { Procedure } from '../declare.ts'
import { findBookEntry } from '../dossier/book-entry.ts'
import { receiptSlipNumber } from '../dossier/slip-number.ts'
import { factsOf, type Dossier } from '../dossier/dossier.ts'
import { filedTogether, saidConfirmed, type FiledTogether } from '../co-applicant/dossier-co-applicant.ts'
import { handedOver, handoversOf } from '../counter/handover.ts'
import { historyOf } from '../dossier/history.ts'
import type { PrintParts } from '../parts.ts'
import { lawsOn, procedureVersion, timeLimitOf } from '../procedure/procedure.ts'
import { toFillIn } from '../dossier/ready-result.ts'
import { findResult } from '../dossier/result.ts'
import { lastSupplement, papersOfDossier } from '../dossier/supplement.ts'
import { decidingUnit } from '../dossier/deciding-unit.ts'
import { feesOfDossier, viewPapers } from '../dossier/view.ts'
import { clockNotes } from './clock-notes.ts'
import { handOversOf } from './hand-overs.ts'
import { lawTitle } from './law-title.ts'
import { printForm, type PrintedData } from './print-form.ts'
import { exemptionsOf } from '../fee/exemption.ts'
import { receiptSheet } from './receipt-sheet.ts'
import { authorityOf, resultBody } from './result-body.ts'
import { letterheadOf, pdfFile, sheetOf } from './sheet.ts'

export type DossierForm =
  | 'receipt-slip'
  | 'supplement-request'
  | 'rejection-slip'
  | 'apology-notice'
  | 'control-slip'
  | 'application'
  | 'result'

/** One form of a dossier as PDF. A form whose occasion has not come (no rejection, no result yet) is not found. */
export async function printDossier(
  ctx: Context,
  parts: PrintParts,
  dossier: Dossier,
  form: DossierForm,
): Promise<File> {
  const bytes = await makers[form](ctx, parts, dossier)
  return pdfFile(bytes, `${form}-${dossier.code}.pdf`)
}

type Maker = (ctx: Context, parts: PrintParts, dossier: Dossier) => Promise<Uint8Array<ArrayBuffer>>

const makers: Record<DossierForm, Maker> = {
  async 'receipt-slip'(ctx, parts, dossier) {
    const sheet = await sheetOf(ctx, parts, dossier)
    const papers = await viewPapers(ctx.tx, sheet.procedure, dossier.answers, await papersOfDossier(ctx.tx, dossier.id))
    const received = dossier.receivedAt ?? dossier.filedAt
    const receiver = (await historyOf(ctx.tx, dossier.id, true)).find((line) => line.kind === 'received')
    const fees = await feesOfDossier(ctx.tx, dossier.id)
    const book = await findBookEntry(ctx.tx, dossier.id)
    return printForm(parts.printer, 'receipt-slip', {
      ...(await receiptSheet(ctx, parts, {
        code: dossier.code,
        ...(book && { number: receiptSlipNumber(book) }),
        receiverId: dossier.receiverId,
        sheet,
        isElectronic: dossier.channel === 'online',
        papers: papers.filter((paper) => paper.files.length > 0 || paper.generated || paper.required),
        limit: timeLimitOf(sheet.procedure, dateAt(received), factsOf(dossier)),
        receivedAt: received,
        promisedAt: dossier.promised ?? dossier.deadline,
        fees,
        exemptions: (await exemptionsOf(ctx.tx, dossier.id)).filter(({ state }) => state === 'granted'),
        receiverName: receiver?.actorName,
      })),
      ...(book && { book }),
      // The second copy is the counter's own.
      ...(ctx.actor.kind === 'citizen' ? {} : { copies: ['submitter', 'file'] }),
      verification: sheet.verification,
    })
  },

  async 'supplement-request'(ctx, parts, dossier) {
    const asked = (await lastSupplement(ctx.tx, dossier.id)) ?? fail('notFound')
    const sheet = await sheetOf(ctx, parts, dossier)
    const line = await lineOf(ctx, dossier, 'supplement-asked')
    const counter = await findUnit(ctx.tx, dossier.receiverId, dateAt(asked.askedAt))
    return printForm(parts.printer, 'supplement-request', {
      letterhead: await letterheadOf(
        ctx,
        parts,
        dossier.receiverId,
        dateAt(asked.askedAt),
        saidIn(line?.detail).number,
      ),
      dossierCode: dossier.code,
      submitter: sheet.party,
      procedure: sheet.printedProcedure,
      requests: asked.pins.map((pin) => ({ what: pin.label, reason: pin.reason })),
      answerBy: dateAt(asked.due),
      contact: { name: asked.askedBy, phone: counter?.phone ?? parts.installation.helpLine },
      guide: { name: asked.askedBy.split(',')[0] },
      verification: sheet.verification,
      ...(asked.basis ? { notes: [`Căn cứ: ${asked.basis}`] } : {}),
    })
  },

  async 'rejection-slip'(ctx, parts, dossier) {
    const line = (await lineOf(ctx, dossier, 'rejected')) ?? fail('notFound')
    const { reason = '', number } = saidIn(line.detail)
    const sheet = await sheetOf(ctx, parts, dossier)
    const [legalBasis] = lawsOn(sheet.procedure, dateAt(line.at))
    return printForm(parts.printer, 'rejection-slip', {
      letterhead: await letterheadOf(ctx, parts, dossier.receiverId, dateAt(line.at), number),
      dossierCode: dossier.code,
      counter: sheet.receiverName,
      submitter: sheet.party,
      procedure: sheet.printedProcedure,
      reasons: [
        {
          text: reason,
          ...(legalBasis === undefined ? {} : { legalBasis: lawTitle(legalBasis) }),
        },
      ],
      receiver: { name: line.actorName },
      verification: sheet.verification,
    })
  },

  async 'apology-notice'(ctx, parts, dossier) {
    const line = (await lineOf(ctx, dossier, 'apologised')) ?? fail('notFound')
    const { reason = '', number, promisedBefore, promisedAnew } = saidIn(line.detail)
    const sheet = await sheetOf(ctx, parts, dossier)
    return printForm(parts.printer, 'apology-notice', {
      letterhead: await letterheadOf(ctx, parts, dossier.ownerId, dateAt(line.at), number),
      dossierCode: dossier.code,
      recipient: sheet.party,
      procedure: sheet.printedProcedure,
      receivedOn: dateAt(dossier.receivedAt ?? dossier.filedAt),
      promisedAt: promisedBefore ?? dossier.deadline,
      reason,
      newPromisedAt: promisedAnew ?? dossier.promised ?? dossier.deadline,
      resultPlace: sheet.resultPlace,
      signer: { position: line.actorTitle ?? 'Thủ trưởng cơ quan', name: line.actorName },
      recipients: ['Như trên', sheet.receiverName, 'Lưu: VT, hồ sơ'],
      verification: sheet.verification,
    })
  },

  async 'control-slip'(ctx, parts, dossier) {
    // It goes from desk to desk; the applicant follows what their history shows.
    if (ctx.actor.kind === 'citizen') fail('notFound')
    const sheet = await sheetOf(ctx, parts, dossier)
    const ends = { applicant: sheet.party.name, counter: sheet.receiverName }
    const { steps, coordinatingAgencies } = await handOversOf(ctx, dossier.id, ends)
    const notes = clockNotes(await clockStopsOf(ctx.tx, dossier.id))
    return printForm(parts.printer, 'control-slip', {
      letterhead: await letterheadOf(ctx, parts, dossier.receiverId, dateAt(dossier.receivedAt ?? dossier.filedAt)),
      dossierCode: dossier.code,
      applicant: sheet.party,
      procedure: sheet.printedProcedure,
      leadAgency: sheet.ownerName,
      coordinatingAgencies,
      receivedAt: dossier.receivedAt ?? dossier.filedAt,
      promisedAt: dossier.promised ?? dossier.deadline,
      steps,
      blankRows: steps.length === 0 ? 5 : 2,
      verification: sheet.verification,
      notes,
    })
  },

  async application(ctx, parts, dossier) {
    const sheet = await sheetOf(ctx, parts, dossier)
    const { form } = sheet.procedure
    if (form === undefined) fail('notFound')
    const lookups = await parts.lookups.on(ctx.tx, dateAt(dossier.filedAt))
    const pages = summaryOf(form, dossier.answers, 'vi', lookups, { revealed: true })
    return printForm(parts.printer, 'application', {
      title:
        sheet.procedure.papers.find((paper) => paper.generated)?.name.vi ?? `Đơn đề nghị: ${sheet.procedure.name.vi}`,
      addressee: sheet.ownerName,
      dossierCode: dossier.code,
      sections: [
        ...pages.map((page) => ({
          title: page.title,
          blocks: page.rows.map((row) =>
            row.table
              ? {
                  kind: 'table' as const,
                  columns: row.table.heads.map((title) => ({ title })),
                  rows: row.table.rows.map((cells) => [...cells]),
                }
              : {
                  kind: 'field' as const,
                  label: row.under ? `${row.under} – ${row.label}` : row.label,
                  ...(row.lines.length > 0 ? { value: row.lines.join('\n') } : {}),
                },
          ),
        })),
        ...togetherSection(sheet.procedure, await filedTogether(ctx.tx, dossier)),
      ],
      declaration: 'Tôi xin cam đoan những điều khai trên là đúng và chịu trách nhiệm trước pháp luật.',
      place: parts.installation.place,
      date: dateAt(dossier.filedAt),
      applicant: { name: dossier.applicantName },
      verification: sheet.verification,
    })
  },

  async result(ctx, parts, dossier) {
    const result = (await findResult(ctx.tx, dossier.id)) ?? fail('notFound')
    // An applicant has no draft to see.
    if (ctx.actor.kind === 'citizen' && result.number === null) fail('notFound')
    const sheet = await sheetOf(ctx, parts, dossier)
    const template = sheet.procedure.results.find((one) => one.id === result.template) ?? fail('notFound')
    return printForm(parts.printer, 'result', {
      letterhead: await letterheadOf(
        ctx,
        parts,
        await decidingUnit(ctx, dossier, sheet.procedure.process, template.outcome),
        result.issuedOn ?? dateAt(ctx.now()),
        result.number ?? undefined,
      ),
      title: result.title.trim() || toFillIn,
      body: resultBody(result.document.blocks),
      signer: {
        authority: authorityOf(result.signerPosition === null ? template.signer.capacity : result.signerCapacity),
        position: result.signerPosition ?? template.signer.position,
        ...(result.signerName ? { name: result.signerName } : {}),
      },
      recipients: result.document.recipients,
      ...(result.revokedAt !== null && { revoked: revokedLine(result.revokedAt, result.revokedDecision) }),
      ...(result.number === null
        ? {}
        : {
            verification: {
              url: `${parts.publicUrl}/kiem-tra/${result.verificationCode}`,
              code: result.verificationCode.replace(/.{4}(?=.)/g, '$& '),
              helpLine: parts.installation.helpLine,
            },
          }),
    })
  },
}

/** What is printed over a result that was revoked. */
const revokedLine = (at: Date, decision: string | null): string =>
  `ĐÃ THU HỒI ngày ${showDate(dateAt(at))}${decision === null ? '' : ` theo ${decision}`}. Văn bản này không còn giá trị.`

/** Who filed together with the applicant, and when each confirmed. */
const togetherSection = (
  { coApplicants }: Procedure,
  people: readonly FiledTogether[],
): PrintedData<'application'>['sections'] =>
  people.length === 0
    ? []
    : [
        {
          title: 'Người cùng nộp',
          blocks: people.map(({ name, confirmed, confirmedAt }) => ({
            kind: 'field' as const,
            label: coApplicants?.called.vi ?? 'Người cùng nộp',
            value: `${name}, ${saidConfirmed[confirmed].vi} ${showInstant(confirmedAt, 'vi')}`,
          })),
        },
      ]

/** The last time that this was done to a dossier and not taken back. */
const lineOf = async (ctx: Context, { id }: Dossier, kind: string) =>
  (await historyOf(ctx.tx, id, true)).findLast((line) => line.kind === kind)

interface SaidInHistory {
  readonly reason?: string
  /** Of the form; none of what was done before forms were numbered here. */
  readonly number?: string
  readonly promisedBefore?: string
  readonly promisedAnew?: string
}

const saidIn = (detail: unknown): SaidInHistory => detail ?? {}

/** A list of papers handed over, as PDF; for the units on either side of it. */
export async function printHandover(ctx: Context, parts: PrintParts, id: string): Promise<File> {
  const [list] = await handoversOf(ctx, id)
  if (list === undefined) fail('notFound')
  const units = await find(
    ctx.tx,
    sql<{ fromUnitId: string }>`select from_unit_id from services.handover where id = ${id}`,
  )
  const items = await handedOver(ctx, id)
  const procedures = await Promise.all(items.map((item) => procedureVersion(ctx.tx, item.versionId)))
  ctx.note({ objectType: 'handover', objectId: id, facts: { number: list.number } })
  const bytes = await printForm(parts.printer, 'handover-list', {
    letterhead: await letterheadOf(ctx, parts, units?.fromUnitId ?? '', dateAt(list.madeAt), list.number),
    from: { unit: list.fromUnitName, person: list.madeBy },
    to: { unit: list.toUnitName, ...(list.takenBy ? { person: list.takenBy } : {}) },
    at: list.madeAt,
    rows: items.map((item, index) => ({
      dossierCode: item.code,
      applicant: item.applicantName,
      procedure: (procedures[index] as Procedure).name.vi,
      papers: item.papers,
      ...(item.promised ? { promisedAt: item.promised } : {}),
    })),
  })
  return pdfFile(bytes, `ban-giao-${list.number.replace('/', '-')}.pdf`)
}
