import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import { addMonths, dateAt } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { workingTimeAt } from '#engines/calendar/index.ts'
import { bookOf } from '#engines/directory/index.ts'
import { documentNumber, takeNumber } from '#engines/numbering/index.ts'
import type { Step } from '#engines/workflow/declare.ts'
import { nameOfStep, type Action, type Proposal } from '#engines/workflow/index.ts'
import { applyAction } from './apply-action.ts'
import { readBefore, type BeforeAct, type OpenTask } from './before-act.ts'
import { servicesProblems } from '../contract/problems.ts'
import type { Procedure } from '../declare.ts'
import { isExemptionOpen } from '../fee/exemption.ts'
import { isOwnMatter, type Dossier } from '../dossier/dossier.ts'
import { isTaskFor } from './held-tasks.ts'
import { writeHistory } from '../dossier/history.ts'
import { mustPutOff } from './late.ts'
import { procedureOf } from '../procedure/procedure.ts'
import { takeSlipNumber } from '../dossier/slip-number.ts'
import { needsResult, whyNotReady } from '../dossier/ready-result.ts'
import { meetingsOf, whyNotMet } from '../meeting/meeting.ts'
import { findResult, issueResult, templateOf, type Result } from '../dossier/result.ts'
import { feesOfDossier } from '../dossier/view.ts'
import { findDecision, signatureWords, signedAs } from './signer.ts'

export type OfficeAction =
  | Extract<Action, { action: 'return' | 'reject' | 'pause' | 'resume' | 'supplement' }>
  | (Extract<Action, { action: 'complete' }> & { readonly receiverSeen?: boolean | undefined })
  | Omit<Extract<Action, { action: 'apologise' }>, 'isLate'>
  | {
      readonly action: 'answer'
      readonly step: string
      readonly consult: string
      readonly opinion: string
    }

/**
 * Does what an official decided on a locked dossier, if the step is theirs: its own history line, numbering at issue, everything in one
 * transaction. `known` is what `lockToAct` read with it.
 */
export async function actAsOfficial(
  ctx: Context,
  dossier: Dossier,
  act: OfficeAction,
  known?: BeforeAct,
): Promise<Dossier> {
  const before = known ?? (await readBefore(ctx, dossier.id, act.action))
  const { assignee: key } = myTaskFor(before.tasks, act)
  const procedure = await procedureOf(ctx.tx, dossier)
  const step = 'step' in act ? procedure.process?.steps[act.step] : undefined
  if (act.action === 'complete' && step?.kind === 'receive' && (await isExemptionOpen(ctx.tx, dossier.id)))
    throw new Problem('exemptionOpen', servicesProblems.exemptionOpen)
  if (act.action === 'complete' && step?.kind === 'deliver') {
    await mustBePaid(ctx, dossier)
    if (act.receiverSeen !== true) throw new Problem('receiverUnseen', servicesProblems.receiverUnseen)
  }
  if (act.action === 'complete' && step?.kind === 'decide' && isOwnMatter(ctx.actor, dossier))
    throw new Problem('ownMatter', servicesProblems.ownMatter)
  if (act.action === 'complete' && step?.meets !== undefined) await mustHaveMet(ctx, dossier, act, step)
  if (act.action === 'complete' && needsResult(step, act.proposal ?? dossier.state.proposal))
    await mustBeDrafted(ctx, dossier, procedure, act.proposal)
  const after = await applyAction(ctx, dossier, await asAction(ctx, dossier, procedure, act, before.tasks), before)
  const kind = kindOf(act, step?.kind)
  const slip = await slipOf(ctx, act, dossier, after)
  await writeHistory(ctx, [
    {
      dossierId: dossier.id,
      kind,
      step: 'step' in act ? act.step : undefined,
      words: wordsOf(act, procedure, after),
      detail:
        kind === 'decided'
          ? { ...detailOf(act), ...(await signedAs(ctx, key)) }
          : slip
            ? { ...detailOf(act), ...slip }
            : detailOf(act),
      isPublic: isPublic(act, step?.kind),
      key,
    },
  ])
  // The number is taken last, so that the book is locked as briefly as can be.
  if (act.action === 'complete' && step?.kind === 'issue') await issue(ctx, after, procedure)
  return after
}

/** The task under which the caller may do this; 403 with the way out. */
function myTaskFor(tasks: readonly OpenTask[], act: OfficeAction): OpenTask {
  const step = 'step' in act ? act.step : undefined
  const consult = act.action === 'answer' ? act.consult : undefined
  const mine = tasks.find((task) => isTaskFor(task, { step, consult }))
  if (mine === undefined) throw new Problem('notYourTask', servicesProblems.notYourTask)
  return mine
}

/** What the process is asked: without the text of an opinion, and with what only the calendar knows. */
async function asAction(
  ctx: Context,
  dossier: Dossier,
  { process }: Procedure,
  act: OfficeAction,
  tasks: readonly OpenTask[],
): Promise<Action> {
  if (act.action === 'answer') return { action: 'answer', step: act.step, consult: act.consult }
  if (act.action !== 'apologise') return act
  const workingTime = await workingTimeAt(ctx, dossier.receiverId)
  return { ...act, isLate: process !== undefined && mustPutOff(workingTime, process, dossier, tasks, ctx.now()) }
}

async function mustBePaid(ctx: Context, dossier: Dossier): Promise<void> {
  const fees = await feesOfDossier(ctx.tx, dossier.id)
  if (fees.some((fee) => fee.paidAt === null)) throw new Problem('feeUnpaid', servicesProblems.feeUnpaid)
}

/** The minutes of the step's council or inspection, and nothing against them; 409 with what is wrong. */
async function mustHaveMet(
  ctx: Context,
  dossier: Dossier,
  act: Extract<OfficeAction, { action: 'complete' }>,
  step: Step,
): Promise<void> {
  const meeting = (await meetingsOf(ctx.tx, dossier.id)).find((one) => one.step === act.step)
  const lack = whyNotMet(step, meeting, act.proposal ?? dossier.state.proposal)
  if (lack !== undefined) throw new Problem(lack, servicesProblems[lack])
}

/** What the form that goes out with an act says of this moment: its number, and of an apology both dates. */
async function slipOf(ctx: Context, act: OfficeAction, before: Dossier, after: Dossier): Promise<object | undefined> {
  if (act.action === 'supplement' || act.action === 'reject')
    return { number: await takeSlipNumber(ctx, act.action, before.receiverId) }
  if (act.action !== 'apologise') return undefined
  const number = await takeSlipNumber(ctx, act.action, before.ownerId)
  return { number, promisedBefore: before.promised ?? before.deadline, promisedAnew: after.promised }
}

/** The draft of the result, ready to be signed or numbered; 409 with what it lacks. */
async function mustBeDrafted(
  ctx: Context,
  dossier: Dossier,
  procedure: Procedure,
  proposal?: Proposal,
): Promise<Result> {
  const result = await findResult(ctx.tx, dossier.id)
  const lack = whyNotReady(procedure, dossier, result, proposal)
  if (lack !== undefined) throw new Problem(lack, servicesProblems[lack])
  return result as Result
}

async function issue(ctx: Context, dossier: Dossier, procedure: Procedure): Promise<void> {
  const template = templateOf(procedure, (await mustBeDrafted(ctx, dossier, procedure)).template)
  const on = dateAt(ctx.now())
  const { byCode } = await bookOf(ctx.tx, dossier.ownerId, on)
  const order = await takeNumber(ctx.tx, `result ${byCode} ${template.notation}`, on.slice(0, 4))
  const decided = await findDecision(ctx, dossier.id)
  const signature = signatureWords(template.signer, decided?.detail)
  await issueResult(ctx.tx, {
    dossierId: dossier.id,
    number: documentNumber(order, template.notation),
    on,
    at: ctx.now(),
    signerName: decided?.actorName ?? ctx.actor.name,
    signerCapacity: signature.capacity,
    signerPosition: signature.position,
    validUntil: template.validMonths === undefined ? null : addMonths(on, template.validMonths),
  })
}

function kindOf(act: OfficeAction, stepKind: string | undefined): string {
  if (act.action === 'complete')
    return (
      { receive: 'received', decide: 'decided', issue: 'issued', deliver: 'delivered' }[stepKind ?? ''] ?? 'passed-on'
    )
  return {
    return: 'returned',
    reject: 'rejected',
    pause: 'paused',
    resume: 'resumed',
    apologise: 'apologised',
    supplement: 'supplement-asked',
    answer: 'consulted',
  }[act.action]
}

const isPublic = (act: OfficeAction, stepKind: string | undefined): boolean =>
  act.action !== 'return' && act.action !== 'answer' && (act.action !== 'complete' || stepKind !== 'work')

function wordsOf(act: OfficeAction, procedure: Procedure, after: Dossier): Words {
  const name = (id: string): Words => procedure.process?.steps[id]?.name ?? { vi: id, en: id }
  switch (act.action) {
    case 'complete': {
      const step = procedure.process?.steps[act.step]
      const done = step === undefined ? name(act.step) : nameOfStep(step, after.state)
      if (act.proposal === 'refuse')
        return { vi: `${done.vi}: đề nghị không chấp thuận`, en: `${done.en}: refusal proposed` }
      return { vi: `${done.vi}: xong`, en: `${done.en}: done` }
    }
    case 'return':
      return { vi: `Trả lại bước ${name(act.to).vi}`, en: `Returned to ${name(act.to).en}` }
    case 'supplement':
      return {
        vi: `Yêu cầu bổ sung ${act.pins.length} chỗ, dừng tính giờ`,
        en: `Asked to supplement ${act.pins.length} places; the clock stands`,
      }
    case 'reject':
      return { vi: 'Từ chối tiếp nhận hồ sơ', en: 'The dossier was not accepted' }
    case 'pause':
      return { vi: 'Tạm dừng tính giờ', en: 'The clock stands' }
    case 'resume':
      return { vi: 'Tính giờ tiếp', en: 'The clock goes on' }
    case 'apologise':
      return {
        vi: `Xin lỗi vì chậm, hẹn lại ${after.promised ? dateAt(after.promised).split('-').reverse().join('/') : ''}`,
        en: `Apology for the delay, new date ${act.newDate}`,
      }
    case 'answer':
      return { vi: 'Đã cho ý kiến phối hợp', en: 'Coordinating opinion given' }
  }
}

const detailOf = (act: OfficeAction): object | null => {
  if (act.action === 'apologise') return { reason: act.reason, newDate: act.newDate }
  if (act.action === 'answer') return { opinion: act.opinion, consult: act.consult }
  if (act.action === 'supplement') return { pins: act.pins }
  if (act.action === 'complete' && act.receiverSeen) return { receiverSeen: true }
  if (!('reason' in act) || act.reason === undefined) return null
  return { reason: act.reason, ...('proposal' in act && act.proposal !== undefined && { proposal: act.proposal }) }
}
