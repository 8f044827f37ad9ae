import type { Context } from '#kernel/operations/context.ts'
import type { Words } from '#values/words.ts'
import { workingTimeAt } from '#engines/calendar/index.ts'
import { allowedActions, type AllowedAction } from '#engines/workflow/index.ts'
import { servicesProblems } from '../contract/problems.ts'
import type { Procedure } from '../declare.ts'
import { isOwnMatter, type Dossier } from '../dossier/dossier.ts'
import { needsResult, whyNotReady } from '../dossier/ready-result.ts'
import { whyNotMet, type Meeting } from '../meeting/meeting.ts'
import type { Result } from '../dossier/result.ts'
import { isTaskFor, type HeldTask } from './held-tasks.ts'
import { mustPutOff } from './late.ts'

type WithProcess = Procedure & Required<Pick<Procedure, 'process'>>

/** What the process knows of a dossier now, whoever asks. */
export async function possibleActions(
  ctx: Context,
  dossier: Dossier,
  { process }: WithProcess,
  tasks: readonly HeldTask[],
): Promise<readonly AllowedAction[]> {
  const isLate = mustPutOff(await workingTimeAt(ctx, dossier.receiverId), process, dossier, tasks, ctx.now())
  return allowedActions(process, dossier.state, { isLate })
}

/** What of a dossier is ready, as far as steps depend on it. */
interface Prepared {
  readonly result: Result | undefined
  readonly meetings: readonly Meeting[]
  readonly isExemptionOpen: boolean
}

/** Of these, what officials do, and why each that is greyed out cannot be done now by whoever asks. */
export function officialActs(
  { actor }: Pick<Context, 'actor'>,
  dossier: Dossier,
  procedure: WithProcess,
  tasks: readonly HeldTask[],
  { result, meetings, isExemptionOpen }: Prepared,
  possible: readonly AllowedAction[],
) {
  const stepDone = ({ action, step }: AllowedAction) =>
    action === 'complete' ? procedure.process.steps[step ?? ''] : undefined
  const notReady = (one: AllowedAction): Words | undefined => {
    const step = stepDone(one)
    if (step?.kind === 'receive' && isExemptionOpen) return servicesProblems.exemptionOpen.message
    if (step?.kind === 'decide' && isOwnMatter(actor, dossier)) return servicesProblems.ownMatter.message
    const proposal = one.proposal ?? dossier.state.proposal
    const meeting = meetings.find(({ step: held }) => held === one.step)
    const lack =
      whyNotMet(step, meeting, proposal) ??
      (needsResult(step, proposal) ? whyNotReady(procedure, dossier, result, one.proposal) : undefined)
    return lack && servicesProblems[lack].message
  }
  return possible
    .filter(
      (one) => one.side === 'unit' || one.side === 'consulted' || one.action === 'resume' || one.action === 'apologise',
    )
    .map((one) => ({
      action: one.action,
      step: one.step,
      to: one.to,
      toName: one.to === undefined ? undefined : procedure.process.steps[one.to]?.name,
      consult: one.consult,
      proposal: one.proposal,
      needs: [...one.needs, ...(stepDone(one)?.kind === 'deliver' ? ['receiver'] : [])],
      refused: one.refused ?? (tasks.some((task) => isTaskFor(task, one)) ? undefined : notMine) ?? notReady(one),
    }))
}

const notMine = { vi: 'Bước này đang giao cho người khác', en: 'This step is with someone else' }
