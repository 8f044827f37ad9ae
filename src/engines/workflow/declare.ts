import { z } from 'zod'
import type { Condition } from '#values/condition.ts'
import { Problem } from '#values/errors.ts'
import type { Words } from '#values/words.ts'
import { checkProcess } from './check-process.ts'
import { ProcessShape, saidTwice, wordsSaid } from './process-shape.ts'

export { checkProcess } from './check-process.ts'
export { finding, type Finding } from './finding.ts'
export { totalHours } from './planned-path.ts'
export { walkProcess, type WalkedStep } from './walk-process.ts'

export type StepId = string

/** What somebody is in a unit: `receiver`, `specialist`, `head`, `leader`, `clerk` … The directory knows which exist. */
export type UnitFunction = string

/**
 * `receive`: formal reception, starts the clock · `decide`: by the competent person · `issue`: number and date are given ·
 * `deliver`: the result is handed over, the clock no longer runs · `work`: everything else.
 */
export type StepKind = 'receive' | 'work' | 'decide' | 'issue' | 'deliver'

/** What may happen in a step beside completing it: ask the applicant, reject at reception, propose refusal, await a payment. */
export type Allowance = 'supplement' | 'reject' | 'refuse' | 'pause'

/** A part of a body; of several, the first that the body has: a city has other divisions than a rural district. */
export type Division = string | readonly string[]

/** Where work is done, found anew for each dossier; tiers and keys are data. `field` is a fact, such as `answers.commune`. */
export type Place =
  | { readonly unit: 'receiver' }
  | { readonly unit: 'owner'; readonly division?: Division }
  | { readonly unit: 'agency'; readonly key: string; readonly division?: Division }
  | { readonly unit: 'above'; readonly tier: string; readonly division?: Division }
  | { readonly unit: 'area'; readonly field: string; readonly division?: Division }

/** Who acts: a function in a unit, never a named person. */
export interface Actor {
  readonly at: Place
  readonly function: UnitFunction
}

type Target<Id extends string> = Id | readonly Id[]

/** One step, several beside each other, or the first way whose condition holds. */
export type Next<Id extends string = string> =
  | Target<Id>
  | { readonly when: readonly { readonly if: Condition; readonly to: Target<Id> }[]; readonly otherwise: Target<Id> }

/** A coordinating unit asked while the step is open; `consent`: no answer in time counts as agreement (NĐ 61/2018). */
export interface Consult {
  readonly id: string
  readonly name: Words
  readonly by: Actor
  readonly hours: number
  readonly silence: 'consent' | 'wait'
}

export interface Step {
  readonly name: Words
  readonly kind: StepKind
  readonly by: Actor
  /** Working hours allotted. */
  readonly hours: number
  /** Absent: this way ends here. */
  readonly next?: Next
  /** Earlier steps to which it may be returned. */
  readonly back: readonly StepId[]
  readonly may: readonly Allowance[]
  readonly consult: readonly Consult[]
  /** All the steps that lead here side by side: it opens when none of them is open or can still open. */
  readonly join?: readonly StepId[]
  /** Of a `work` step: what is to be granted passes on only with the draft of the result written whole. */
  readonly drafts?: true
  /** Of a `work` step: it passes on only with the minutes of the council, or of the inspection on site. */
  readonly meets?: 'council' | 'inspection'
}

/** A process as it runs: every default written out. */
export interface Process {
  readonly id: string
  readonly start: StepId
  readonly steps: Readonly<Record<StepId, Step>>
  /** How often the applicant may be asked to supplement, and the promised date be put off with an apology. */
  readonly limits: { readonly supplements: number; readonly apologies: number }
}

type ActorSaid = UnitFunction | { readonly at?: Place | 'receiver' | 'owner'; readonly function?: UnitFunction }

/** A step as it is written; what is left out follows from its kind (`usual-step.ts`). */
export interface StepSaid<Id extends string = string> {
  readonly name?: Words
  readonly kind: StepKind
  readonly by?: ActorSaid
  /** Only a `deliver` step may leave it out: it is not counted in the time limit. */
  readonly hours?: number
  readonly next?: Next<Id>
  readonly back?: readonly Id[]
  readonly may?: readonly Allowance[]
  readonly consult?: readonly Consult[]
  readonly join?: readonly Id[]
  readonly drafts?: true
  readonly meets?: 'council' | 'inspection'
}

export interface ProcessSaid<Id extends string = string> {
  readonly id: string
  readonly start: NoInfer<Id>
  readonly steps: { readonly [K in Id]: StepSaid<NoInfer<Id>> }
  readonly limits?: { readonly supplements?: number; readonly apologies?: number }
}

/** Schema of a process: its shape, with defaults filled in, and everything that {@link checkProcess} finds. */
export const Process: z.ZodType<Process, ProcessSaid> = ProcessShape.superRefine((process, context) => {
  for (const { path, words } of checkProcess(process)) {
    context.addIssue({ code: 'custom', path: path.split('.'), message: saidTwice(words) })
  }
})

/** Checks a literal and writes its defaults out; throws a `Problem` `invalidProcess` that names each wrong step and field. */
export function defineProcess<const Id extends string>(said: ProcessSaid<Id>): Process {
  const read = Process.safeParse(said)
  if (read.success) return read.data
  const places = read.error.issues.map((issue) => ({ path: issue.path.join('.'), message: wordsSaid(issue.message) }))
  const list = (language: keyof Words) =>
    places.map(({ path, message }) => `\n  ${path}: ${message[language]}`).join('')
  const message = {
    vi: `Quy trình "${said.id}" chưa đúng:${list('vi')}`,
    en: `Process "${said.id}" is not right:${list('en')}`,
  }
  throw new Problem('invalidProcess', { status: 422, message }, { places })
}
