import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { Problem, fail } from '#values/errors.ts'
import { nameOfUnit } from '#engines/directory/index.ts'
import { letRead } from '#engines/payments/index.ts'
import { forgetPlace, filesByIds, getUsableFile } from '#engines/files/index.ts'
import type { Answers } from '#engines/forms/contract.ts'
import type { applicantContract } from '../contract/applicant.ts'
import { servicesProblems } from '../contract/problems.ts'
import {
  answerSupplement,
  fieldPins,
  missingPin,
  openSupplement,
  readSupplement,
} from '../dossier/answer-supplement.ts'
import { outcomeSoFar, type Dossier } from '../dossier/dossier.ts'
import { dossierAccess, getVisibleDossier, maySee } from '../dossier/dossier-access.ts'
import { noteRepresented } from '../dossier/represented.ts'
import { showCode } from './shown-code.ts'
import { draftsOf } from '../draft/draft.ts'
import { viewOwnDossier } from './follow.ts'
import { nextWords } from '../dossier/next-words.ts'
import { lockOwnDossier, ownDossiers, standingTo } from './own-dossier.ts'
import { uploaded } from '../reuse/provenance.ts'
import { checkPaperFile } from '../draft/paper-file.ts'
import { mustBeOfCitizen } from '../satisfaction/own-work.ts'
import { rateDossier } from '../satisfaction/rating.ts'
import type { ServicesParts } from '../parts.ts'
import { duesOf, duesOfDossiers, openFeeOrder, viewToPay } from '../fee/fee-order.ts'
import { procedureNameFor, procedureOf, procedureVersion } from '../procedure/procedure.ts'
import { viewReceipt } from '../counter/receipt.ts'
import {
  addSupplementPaper,
  isSaved,
  paperOfPin,
  saveSupplementAnswers,
  supplementPapers,
  type Supplement,
} from '../dossier/supplement.ts'
import { withdrawDossier } from '../dossier/withdraw-dossier.ts'
import { ownerOn } from '../reorganization/owner-on.ts'

type Names =
  | 'listMyDossiers'
  | 'getMyDossier'
  | 'getReceipt'
  | 'listMyPapers'
  | 'showReceiptCode'
  | 'saveSupplement'
  | 'addSupplementPaper'
  | 'sendSupplement'
  | 'withdraw'
  | 'rate'
  | 'openPayment'

/** What an applicant does with what was filed; always on their own dossiers only. */
export const ownHandlers = (parts: ServicesParts): Pick<Handlers<typeof applicantContract>, Names> => ({
  async listMyDossiers(ctx, page) {
    const found = await ownDossiers(ctx, page)
    for (const row of found.rows) noteRepresented(ctx, row)
    const dues = await duesOfDossiers(
      ctx.tx,
      found.rows.map(({ id }) => id),
    )
    return {
      ...found,
      rows: await Promise.all(
        found.rows.map(async (row) => ({
          ...row,
          procedureName: await procedureNameFor(ctx, row.versionId),
          outcome: outcomeSoFar(row),
          isReceived: row.receivedAt !== null,
          standing: standingTo(row, ctx.actor),
          toPay: viewToPay(row, dues.get(row.id) ?? []),
          canRate:
            standingTo(row, ctx.actor) === 'own' &&
            row.status === 'ended' &&
            !row.isRated &&
            (row.outcome === 'granted' || row.outcome === 'refused'),
          nextWords: nextWords(
            await procedureVersion(ctx.tx, row.versionId),
            row,
            row.unitName,
            row.supplementDue ?? undefined,
          ),
        })),
      ),
      drafts: await draftsOf(ctx),
    }
  },

  getMyDossier: async (ctx, { id }) => viewOwnDossier(ctx, parts, await readOwn(ctx, id)),

  getReceipt: async (ctx, { id }) => viewReceipt(ctx, parts, await readOwn(ctx, id)),

  listMyPapers: (ctx) =>
    rows(
      ctx.tx,
      sql<{
        dossierId: string
        title: string
        number: string
        issuedOn: string
        validUntil: string | null
        unitName: string
        verificationCode: string
      }>`
        select d.id as dossier_id, r.title, r.number, r.issued_on, r.valid_until, 
          ${nameOfUnit(ownerOn(sql`r.issued_on`), sql`r.issued_on`)} as unit_name, r.verification_code
        from services.dossier d
        join services.result r on r.dossier_id = d.id and r.number is not null and r.revoked_at is null
        where ${maySee(dossierAccess(ctx))} and (d.applicant_id = ${ctx.actor.person}
            or d.id = any(array(select co.dossier_id from services.dossier_co_applicant co where co.person_id = ${ctx.actor.person})))
          and (d.outcome = 'granted' or d.is_open and d.state->>'proposal' is distinct from 'refuse')
        order by r.issued_on desc, d.id limit 100`,
    ),

  showReceiptCode: showCode,

  async saveSupplement(ctx, { id, post }) {
    const dossier = await lockOwnDossier(ctx, id)
    const asked = await openSupplement(ctx, dossier)
    const { places } = await saveTyped(ctx, parts, dossier, asked, post)
    return { places: [...places], savedAt: ctx.now() }
  },

  async addSupplementPaper(ctx, { id, paper, fileId }) {
    const dossier = await lockOwnDossier(ctx, id)
    const asked = await openSupplement(ctx, dossier)
    if (!asked.pins.some((pin) => paperOfPin(pin.path) === paper))
      throw new Problem('notPinned', servicesProblems.notPinned)
    const declared = (await procedureOf(ctx.tx, dossier)).papers.find((one) => one.id === paper) ?? fail('notFound')
    checkPaperFile(declared, await getUsableFile(ctx, fileId))
    await addSupplementPaper(ctx.tx, asked.id, paper, { fileId, ...uploaded })
    await forgetPlace(ctx.tx, fileId)
    const now = (await supplementPapers(ctx.tx, asked.id)).filter((one) => one.paper === paper)
    return {
      files: await filesByIds(
        ctx.tx,
        now.map((one) => one.fileId),
      ),
    }
  },

  async sendSupplement(ctx, { id, post }) {
    const dossier = await lockOwnDossier(ctx, id)
    const asked = await openSupplement(ctx, dossier)
    const typed = post === undefined ? asked.answers : (await saveTyped(ctx, parts, dossier, asked, post)).answers
    const sent = await supplementPapers(ctx.tx, asked.id)
    const undone = asked.pins.filter((pin) => !isAnswered(pin.path, typed, sent))
    const parsed = await readSupplement(ctx, parts, dossier, typed, fieldPins(asked))
    const isLookedAt = undone.every((pin) => paperOfPin(pin.path) !== undefined)
    const places = [...undone.map(missingPin), ...(isLookedAt ? parsed.places : [])]
    // What was typed stays saved, whatever else is missing.
    if (places.length > 0) throw new Problem('incomplete', servicesProblems.incomplete, { places, keepsWrites: true })
    const after = await answerSupplement(ctx, dossier, asked, {
      answers: parsed.answers,
      papers: sent,
      words: {
        vi: `Người nộp bổ sung ${asked.pins.length} chỗ`,
        en: `The applicant supplemented ${asked.pins.length} places`,
      },
    })
    return { promised: after.promised }
  },

  async withdraw(ctx, { id, reason }) {
    const after = await withdrawDossier(ctx, await lockOwnDossier(ctx, id), {
      words: { vi: 'Người nộp rút hồ sơ', en: 'Withdrawn by the applicant' },
      detail: { reason },
    })
    return { status: after.status }
  },

  async openPayment(ctx, { id }) {
    const dossier = await lockOwnDossier(ctx, id)
    const [first] = viewToPay(dossier, await duesOf(ctx.tx, id)).fees
    const order = await openFeeOrder(ctx, dossier, first?.payAt ?? fail('notFound'))
    await letRead(ctx.tx, order.id, ctx.actor.person ?? fail('notFound'))
    ctx.note({ objectType: 'dossier', objectId: id, facts: { code: dossier.code, amount: order.total } })
    return { orderId: order.id }
  },

  async rate(ctx, { id, mark, comment }) {
    const dossier = await lockOwnDossier(ctx, id)
    if (standingTo(dossier, ctx.actor) !== 'own') throw new Problem('notLetDo', servicesProblems.notLetDo)
    await mustBeOfCitizen(ctx, id)
    return rateDossier(ctx, dossier, { mark, comment }, { channel: 'account' })
  },
})

/** A dossier that the caller sees, noted where it is another's for whom they act. */
async function readOwn(ctx: Context, id: string): Promise<Dossier> {
  const dossier = await getVisibleDossier(ctx, id)
  noteRepresented(ctx, dossier)
  return dossier
}

/** Keeps what is typed at the pinned paths, also what cannot be taken as it is. */
async function saveTyped(ctx: Context, parts: ServicesParts, dossier: Dossier, asked: Supplement, post: string) {
  const parsed = await readSupplement(ctx, parts, dossier, new URLSearchParams(post), fieldPins(asked))
  await saveSupplementAnswers(ctx.tx, asked.id, parsed.answers)
  return parsed
}

/** Answers are saved together, so that once saved every pinned question has been looked at; papers are sent one by one. */
const isAnswered = (path: string, answers: Answers, sent: readonly { paper: string }[]): boolean => {
  const paper = paperOfPin(path)
  return paper === undefined ? isSaved({ answers }) : sent.some((one) => one.paper === paper)
}
