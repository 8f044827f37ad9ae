import type { Context } from '#kernel/operations/context.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { viewSupplement } from '../applicant/follow.ts'
import type { CameHere, counterDossierContract } from '../contract/counter-dossier.ts'
import { servicesProblems } from '../contract/problems.ts'
import {
  answerSupplement,
  fieldPins,
  missingPin,
  openSupplement,
  readSupplement,
} from '../dossier/answer-supplement.ts'
import { subjectsOf, type Dossier } from '../dossier/dossier.ts'
import { paperOfPin, supplementPapers, type Supplement } from '../dossier/supplement.ts'
import { viewPaper } from '../dossier/view.ts'
import { withdrawDossier } from '../dossier/withdraw-dossier.ts'
import type { Procedure } from '../declare.ts'
import type { ServicesParts } from '../parts.ts'
import { isComplete, procedureOf } from '../procedure/procedure.ts'
import { checkedPapers } from './application-at-counter.ts'
import { givenInDraft, overfullPapers } from './draft-scans.ts'
import { endCounterDraft, findCounterDraft, lockCounterDraft, saveCounterDraft } from './counter-draft.ts'
import { dossierAtCounter, lockDossierAtCounter } from './counter-of-dossier.ts'

/** What officers do for whoever filed a dossier and comes to their counter: the same acts as the applicant's own, by another door. */
export const counterDossierHandlers = (parts: ServicesParts): Handlers<typeof counterDossierContract> => ({
  async prepareSupplement(ctx, { id }) {
    const { dossier, counter } = await dossierAtCounter(ctx, id)
    const asked = await openSupplement(ctx, dossier)
    const procedure = await procedureOf(ctx.tx, dossier)
    if (!isComplete(procedure)) fail('notFound')
    const lookups = await parts.lookups.on(ctx.tx, dateAt(dossier.filedAt))
    const supplement = await viewSupplement(ctx, procedure, dossier, asked, lookups)
    ctx.note({ objectType: 'dossier', objectId: id, subjects: subjectsOf(dossier), facts: { code: dossier.code } })
    return {
      code: dossier.code,
      procedureName: procedure.name[ctx.language],
      applicantName: dossier.applicantName,
      counterName: counter.name,
      supplement,
      papers: procedure.papers.flatMap((paper) => {
        const pin = supplement.pins.find((one) => paperOfPin(one.path) === paper.id)
        return pin === undefined ? [] : [{ ...viewPaper(paper), files: pin.files }]
      }),
      answers: dossier.answers,
      revision: dossier.revision,
      mayBePaper: mayBePaper(dossier),
      draft: await ownDraft(ctx, asked),
    }
  },

  async saveCounterSupplement(ctx, { id, post, papers, revision }) {
    const { dossier, counter } = await dossierAtCounter(ctx, id)
    const asked = await openSupplement(ctx, dossier)
    mustBePinned(asked, papers)
    const before = await lockCounterDraft(ctx, asked.id)
    const procedure = await procedureOf(ctx.tx, dossier)
    ctx.note({ objectType: 'dossier', objectId: id, subjects: subjectsOf(dossier), facts: { code: dossier.code } })
    return saveCounterDraft(
      ctx,
      {
        id: asked.id,
        counterId: counter.id,
        versionId: dossier.versionId,
        isAssisted: false,
        answers: {},
        applicantName: dossier.applicantName,
        typed: post,
        papers: await checkedPapers(ctx, procedure.papers, papers, before),
      },
      before,
      revision,
    )
  },

  async supplementAtCounter(ctx, { id, revision, came, post, papers, paperOnly }) {
    const { dossier, counter } = await lockDossierAtCounter(ctx, id, revision)
    const asked = await openSupplement(ctx, dossier)
    const given = papers.filter((one) => one.fileIds.length > 0)
    const onPaper = mayBePaper(dossier) ? paperOnly.filter((paper) => !given.some((one) => one.paper === paper)) : []
    mustBePinned(asked, [...given, ...onPaper.map((paper) => ({ paper }))])
    const draft = await lockCounterDraft(ctx, asked.id)
    const procedure = await procedureOf(ctx.tx, dossier)
    const brought = await checkedPapers(ctx, procedure.papers, given, draft)
    const sentBefore = (await supplementPapers(ctx.tx, asked.id)).filter(
      (sent) => !given.some((one) => one.paper === sent.paper),
    )
    const all = [...sentBefore, ...brought]
    const { answers, places } = await readSupplement(ctx, parts, dossier, new URLSearchParams(post), fieldPins(asked))
    const missing = asked.pins.filter(({ path }) => {
      const paper = paperOfPin(path)
      return paper !== undefined && !onPaper.includes(paper) && !all.some((one) => one.paper === paper)
    })
    const wrong = [...places, ...missing.map(missingPin), ...overfullPapers(procedure.papers, given)]
    if (wrong.length > 0) throw new Problem('incomplete', servicesProblems.incomplete, { places: wrong })
    const after = await answerSupplement(ctx, dossier, asked, {
      answers,
      papers: all,
      onPaper,
      words: {
        vi: `Đã bổ sung tại ${counter.name}: ${asked.pins.length} chỗ${broughtBy(came).vi}${staysPaper(procedure, onPaper).vi}`,
        en: `Supplemented at ${counter.name}: ${asked.pins.length} places${broughtBy(came).en}${staysPaper(procedure, onPaper).en}`,
      },
      detail: { came, ...(onPaper.length > 0 && { onPaper }) },
    })
    await endCounterDraft(ctx, draft)
    ctx.emit('dossier.supplied-at-counter', { dossierId: id, counter: counter.name })
    return { promised: after.promised, status: after.status }
  },

  async withdrawAtCounter(ctx, { id, revision, came, reason, isSigned }) {
    const { dossier, counter } = await lockDossierAtCounter(ctx, id, revision)
    if (!isSigned) throw new Problem('requestNotSigned', servicesProblems.requestNotSigned)
    const after = await withdrawDossier(ctx, dossier, {
      words: {
        vi: `Đã rút hồ sơ tại ${counter.name} theo đơn có chữ ký${broughtBy(came).vi}`,
        en: `Withdrawn at ${counter.name} on a signed request${broughtBy(came).en}`,
      },
      detail: { reason, came },
    })
    ctx.emit('dossier.withdrawn-at-counter', { dossierId: id, counter: counter.name })
    return { status: after.status }
  },
})

/** As at reception: whoever works on what was filed online has it online. */
const mayBePaper = ({ channel }: Pick<Dossier, 'channel'>): boolean => channel !== 'online'

/** What the caller has typed for a request; nothing of what a colleague types. */
async function ownDraft(ctx: Context, asked: Supplement) {
  const draft = await findCounterDraft(ctx, asked.id)
  if (draft === undefined || draft.accountId !== ctx.actor.account) return null
  const papers = await givenInDraft(ctx, draft.id)
  return { id: draft.id, post: draft.typed, papers, revision: draft.revision, savedAt: draft.savedAt }
}

function mustBePinned(asked: Supplement, papers: readonly { readonly paper: string }[]): void {
  const pinned = asked.pins.map((pin) => paperOfPin(pin.path))
  if (papers.some((one) => !pinned.includes(one.paper))) throw new Problem('notPinned', servicesProblems.notPinned)
}

/** Says which papers were handed in and not scanned. */
function staysPaper({ papers }: Procedure, onPaper: readonly string[]): Words {
  if (onPaper.length === 0) return { vi: '', en: '' }
  const names = papers.filter((paper) => onPaper.includes(paper.id)).map((paper) => paper.name)
  return {
    vi: `, bản giấy: ${names.map((name) => name.vi).join(', ')}`,
    en: `, on paper: ${names.map((name) => name.en).join(', ')}`,
  }
}

/** Says who came, unless it was the applicant. */
const broughtBy = (came: CameHere) =>
  came.who === 'applicant'
    ? { vi: '', en: '' }
    : { vi: `, người được ủy quyền ${came.fullName}`, en: `, by the authorised ${came.fullName}` }
