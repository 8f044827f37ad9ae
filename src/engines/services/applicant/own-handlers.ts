import { rows, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { read } from '#values/condition.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { nameOfUnit } from '#engines/directory/index.ts'
import { filesByIds, getUsableFile, keepFiles } from '#engines/files/index.ts'
import { parseSupplement } from '#engines/forms/contract.ts'
import { applyAction } from '../work/apply-action.ts'
import type { applicantContract } from '../contract/applicant.ts'
import { servicesProblems } from '../contract/problems.ts'
import { outcomeSoFar, type Dossier } from '../dossier/dossier.ts'
import { getVisibleDossier } from '../dossier/dossier-access.ts'
import { draftsOf } from '../draft/draft.ts'
import { insertPapers } from '../dossier/file-dossier.ts'
import { viewOwnDossier } from './follow.ts'
import { writeHistory } from '../dossier/history.ts'
import { nextWords } from '../dossier/next-words.ts'
import { isCoApplicant, lockOwnDossier, ownDossiers } from './own-dossier.ts'
import { checkPaperFile } from '../draft/paper-file.ts'
import type { ServicesParts } from '../parts.ts'
import { isComplete, procedureNameFor, procedureVersion } from '../procedure/procedure.ts'
import { viewReceipt } from '../counter/receipt.ts'
import {
  addSupplementPaper,
  closeSupplement,
  isSaved,
  lastSupplement,
  paperOfPin,
  replacePaper,
  saveSupplementAnswers,
  supplementPapers,
  type Supplement,
} from '../dossier/supplement.ts'

type Names =
  | 'listMyDossiers'
  | 'getMyDossier'
  | 'getReceipt'
  | 'listMyPapers'
  | 'saveSupplement'
  | 'addSupplementPaper'
  | 'sendSupplement'
  | 'withdraw'
  | 'rate'

/** What an applicant does with what was filed; always on their own dossiers only. */
export const ownHandlers = (parts: ServicesParts): Pick<Handlers<typeof applicantContract>, Names> => ({
  async listMyDossiers(ctx, page) {
    const found = await ownDossiers(ctx, page)
    return {
      ...found,
      rows: await Promise.all(
        found.rows.map(async (row) => ({
          ...row,
          procedureName: await procedureNameFor(ctx, row.versionId),
          outcome: outcomeSoFar(row),
          isReceived: row.receivedAt !== null,
          isCoApplicant: isCoApplicant(row, ctx.actor),
          canRate:
            !isCoApplicant(row, ctx.actor) &&
            row.status === 'ended' &&
            !row.isRated &&
            (row.outcome === 'granted' || row.outcome === 'refused'),
          nextWords: nextWords(row, row.unitName, row.supplementDue ?? undefined),
        })),
      ),
      drafts: await draftsOf(ctx),
    }
  },

  getMyDossier: async (ctx, { id }) => viewOwnDossier(ctx, parts, await getVisibleDossier(ctx.tx, ctx.actor, id)),

  getReceipt: async (ctx, { id }) => viewReceipt(ctx, parts, await getVisibleDossier(ctx.tx, ctx.actor, id)),

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
          ${nameOfUnit(sql`d.owner_id`, sql`r.issued_on`)} as unit_name, r.verification_code
        from services.dossier d
        join services.result r on r.dossier_id = d.id and r.number is not null and r.revoked_at is null
        where (d.applicant_id = ${ctx.actor.person}
            or d.id = any(array(select co.dossier_id from services.dossier_co_applicant co where co.person_id = ${ctx.actor.person})))
          and d.outcome = 'granted' and d.status = 'ended'
        order by r.issued_on desc, d.id limit 100`,
    ),

  async saveSupplement(ctx, { id, post }) {
    const dossier = await lockOwnDossier(ctx, id)
    const asked = await openSupplement(ctx, dossier)
    const procedure = await procedureVersion(ctx.tx, dossier.versionId)
    if (!isComplete(procedure)) fail('notFound')
    const lookups = await parts.lookups.on(ctx.tx, dateAt(ctx.now()))
    const parsed = parseSupplement(
      procedure.form,
      dossier.answers,
      new URLSearchParams(post),
      fieldPins(asked),
      lookups,
    )
    await saveSupplementAnswers(ctx.tx, asked.id, parsed.answers)
    return { places: [...parsed.places], savedAt: ctx.now() }
  },

  async addSupplementPaper(ctx, { id, paper, fileId }) {
    const dossier = await lockOwnDossier(ctx, id)
    const asked = await openSupplement(ctx, dossier)
    if (!asked.pins.some((pin) => paperOfPin(pin.path) === paper))
      throw new Problem('notPinned', servicesProblems.notPinned)
    const declared =
      (await procedureVersion(ctx.tx, dossier.versionId)).papers.find((one) => one.id === paper) ?? fail('notFound')
    checkPaperFile(declared, await getUsableFile(ctx, fileId))
    await addSupplementPaper(ctx.tx, asked.id, paper, fileId)
    const now = (await supplementPapers(ctx.tx, asked.id)).filter((one) => one.paper === paper)
    return {
      files: await filesByIds(
        ctx.tx,
        now.map((one) => one.fileId),
      ),
    }
  },

  async sendSupplement(ctx, { id }) {
    const dossier = await lockOwnDossier(ctx, id)
    const asked = await openSupplement(ctx, dossier)
    const procedure = await procedureVersion(ctx.tx, dossier.versionId)
    if (!isComplete(procedure)) fail('notFound')
    const sent = await supplementPapers(ctx.tx, asked.id)
    const undone = asked.pins.filter((pin) => !isAnswered(pin.path, asked, sent))
    if (undone.length > 0) {
      const places = undone.map((pin) => ({
        path: pin.path,
        message: { vi: `Còn thiếu: ${pin.label}`, en: `Missing: ${pin.label}` },
      }))
      throw new Problem('incomplete', servicesProblems.incomplete, { places })
    }
    const lookups = await parts.lookups.on(ctx.tx, dateAt(ctx.now()))
    const paths = fieldPins(asked)
    const parsed = parseSupplement(procedure.form, dossier.answers, asked.answers, paths, lookups)
    if (parsed.places.length > 0)
      throw new Problem('incomplete', servicesProblems.incomplete, { places: parsed.places })
    await keepFiles(
      ctx.tx,
      sent.map((one) => one.fileId),
    )
    for (const paper of new Set(sent.map((one) => one.paper))) await replacePaper(ctx.tx, id, paper, ctx.now())
    await insertPapers(ctx, id, sent)
    await closeSupplement(ctx.tx, asked.id, ctx.now())
    const after = await applyAction(ctx, { ...dossier, answers: { ...parsed.answers } }, { action: 'supplied' })
    await writeHistory(ctx, [
      {
        dossierId: id,
        kind: 'supplied',
        isPublic: true,
        words: {
          vi: `Người nộp bổ sung ${asked.pins.length} chỗ`,
          en: `The applicant supplemented ${asked.pins.length} places`,
        },
        detail: { before: Object.fromEntries(paths.map((path) => [path, read(dossier.answers, path) ?? null])) },
      },
    ])
    return { promised: after.promised }
  },

  async withdraw(ctx, { id, reason }) {
    const after = await applyAction(ctx, await lockOwnDossier(ctx, id), { action: 'withdraw' })
    await writeHistory(ctx, [
      {
        dossierId: id,
        kind: 'withdrawn',
        isPublic: true,
        words: { vi: 'Người nộp rút hồ sơ', en: 'Withdrawn by the applicant' },
        detail: { reason },
      },
    ])
    return { status: after.status }
  },

  async rate(ctx, { id, mark, comment }) {
    const dossier = await lockOwnDossier(ctx, id)
    if (dossier.status !== 'ended' || dossier.deliveredAt === null) fail('conflict')
    const fresh = await run(
      ctx.tx,
      sql`insert into services.rating (dossier_id, mark, comment, rated_at) values (${id}, ${mark}, ${comment ?? null}, ${ctx.now()}) on conflict do nothing`,
    )
    if (fresh === 0) throw new Problem('alreadyRated', servicesProblems.alreadyRated)
    ctx.note({ objectType: 'dossier', objectId: id, facts: { mark } })
    ctx.emit('dossier.rated', { dossierId: id, mark })
    return { mark }
  },
})

async function openSupplement(ctx: Context, dossier: Dossier): Promise<Supplement> {
  const asked = await lastSupplement(ctx.tx, dossier.id)
  if (asked === undefined || asked.answeredAt !== null || dossier.status !== 'waiting-applicant') fail('conflict')
  return asked
}

const fieldPins = (asked: Supplement): string[] =>
  asked.pins.map((pin) => pin.path).filter((path) => paperOfPin(path) === undefined)

/** Answers are saved together, so that once saved every pinned question has been looked at; papers are sent one by one. */
const isAnswered = (path: string, asked: Supplement, sent: readonly { paper: string }[]): boolean => {
  const paper = paperOfPin(path)
  return paper === undefined ? isSaved(asked) : sent.some((one) => one.paper === paper)
}
