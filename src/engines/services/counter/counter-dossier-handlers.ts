import type { Handlers } from '#kernel/operations/engine.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
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
import { subjectsOf } from '../dossier/dossier.ts'
import { paperOfPin, supplementPapers } from '../dossier/supplement.ts'
import { viewPaper } from '../dossier/view.ts'
import { withdrawDossier } from '../dossier/withdraw-dossier.ts'
import type { ServicesParts } from '../parts.ts'
import { isComplete, procedureVersion } from '../procedure/procedure.ts'
import { checkedPapers } from './application-at-counter.ts'
import { dossierAtCounter, lockDossierAtCounter } from './counter-of-dossier.ts'

/** What officers do for whoever filed a dossier and comes to their counter: the same acts as the applicant's own, by another door. */
export const counterDossierHandlers = (parts: ServicesParts): Handlers<typeof counterDossierContract> => ({
  async prepareSupplement(ctx, { id }) {
    const { dossier, counter } = await dossierAtCounter(ctx, id)
    const asked = await openSupplement(ctx, dossier)
    const procedure = await procedureVersion(ctx.tx, dossier.versionId)
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
    }
  },

  async supplementAtCounter(ctx, { id, revision, came, post, papers }) {
    const { dossier, counter } = await lockDossierAtCounter(ctx, id, revision)
    const asked = await openSupplement(ctx, dossier)
    const given = papers.filter((one) => one.fileIds.length > 0)
    const pinned = asked.pins.map((pin) => paperOfPin(pin.path))
    if (given.some((one) => !pinned.includes(one.paper))) throw new Problem('notPinned', servicesProblems.notPinned)
    const procedure = await procedureVersion(ctx.tx, dossier.versionId)
    const brought = await checkedPapers(ctx, procedure.papers, given)
    const sentBefore = (await supplementPapers(ctx.tx, asked.id)).filter(
      (sent) => !given.some((one) => one.paper === sent.paper),
    )
    const all = [...sentBefore, ...brought]
    const { answers, places } = await readSupplement(ctx, parts, dossier, new URLSearchParams(post), fieldPins(asked))
    const missing = asked.pins.filter(({ path }) => {
      const paper = paperOfPin(path)
      return paper !== undefined && !all.some((one) => one.paper === paper)
    })
    if (places.length + missing.length > 0)
      throw new Problem('incomplete', servicesProblems.incomplete, { places: [...places, ...missing.map(missingPin)] })
    const after = await answerSupplement(ctx, dossier, asked, {
      answers,
      papers: all,
      words: {
        vi: `Đã bổ sung tại ${counter.name}: ${asked.pins.length} chỗ${broughtBy(came).vi}`,
        en: `Supplemented at ${counter.name}: ${asked.pins.length} places${broughtBy(came).en}`,
      },
      detail: { came },
    })
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

/** Says who came, unless it was the applicant. */
const broughtBy = (came: CameHere) =>
  came.who === 'applicant'
    ? { vi: '', en: '' }
    : { vi: `, người được ủy quyền ${came.fullName}`, en: `, by the authorised ${came.fullName}` }
