import type { Step } from '#engines/workflow/declare.ts'
import type { Proposal } from '#engines/workflow/index.ts'
import type { servicesProblems } from '../contract/problems.ts'
import type { Procedure } from '../declare.ts'
import type { Dossier } from './dossier.ts'
import { fitsDossier, templateOf, type Result, type ResultContent } from './result.ts'

/** Stands in a draft where somebody has to write something by hand. */
export const toFillIn = '…………'

/**
 * Whether a step passes on only with a draft that is ready: a decision always, other work where its process says so of what is to be
 * granted. Of a refusal the paper takes its reason from the proposal, so it is written after that.
 */
export const needsResult = (step: Pick<Step, 'kind' | 'drafts'> | undefined, proposal: Proposal | undefined): boolean =>
  step?.kind === 'decide' || (step?.drafts === true && proposal !== 'refuse')

/**
 * Why a dossier cannot be decided with this draft, as the code of a problem: who decides signs what stands in it, and nobody words it
 * afterwards. `proposal`: what the decision itself proposes, if anything. Undefined: it is ready.
 */
export function whyNotReady(
  procedure: Pick<Procedure, 'results'>,
  dossier: Dossier,
  result: Result | undefined,
  proposal: Proposal | undefined = dossier.state.proposal,
): keyof typeof servicesProblems | undefined {
  if (result === undefined) return 'noResultYet'
  const decided = { ...dossier, state: { ...dossier.state, ...(proposal !== undefined && { proposal }) } }
  if (!fitsDossier(templateOf(procedure, result.template), decided)) return 'resultDiffers'
  return textsOf(result.document).every(isWritten) ? undefined : 'resultUnfilled'
}

const textsOf = ({ title, blocks, recipients }: ResultContent): string[] => [
  title,
  ...blocks.flatMap((block) => {
    if ('paragraph' in block) return [block.paragraph]
    return 'fields' in block ? block.fields.map(({ value }) => value) : [block.text]
  }),
  ...recipients,
]

/** Two dots are enough: what is left of a row of them is still to be filled in. */
const isWritten = (text: string): boolean => text.trim() !== '' && !text.includes('……')
