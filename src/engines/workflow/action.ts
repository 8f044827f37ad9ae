import type { Words } from '#values/words.ts'
import type { Actor, Consult, StepId } from './declare.ts'
import type { Outcome, Proposal } from './process-state.ts'

/** A place in the dossier that the applicant must put right: opaque here, the forms know the path. */
export interface Pin {
  readonly path: string
  readonly reason: string
}

/** What can happen to a dossier. Who may do it, when and with which papers is the caller's to check and keep. */
export type Action =
  | { readonly action: 'start' }
  /** `refuse` needs a reason; left out, what was proposed before stands. */
  | { readonly action: 'complete'; readonly step: StepId; readonly proposal?: Proposal; readonly reason?: string }
  | { readonly action: 'return'; readonly step: StepId; readonly to: StepId; readonly reason: string }
  | { readonly action: 'supplement'; readonly step: StepId; readonly pins: readonly Pin[] }
  | { readonly action: 'supplied' }
  /** The applicant did not answer, or did not pay, within the time given. */
  | { readonly action: 'lapse' }
  | { readonly action: 'reject'; readonly step: StepId; readonly reason: string }
  | { readonly action: 'withdraw' }
  /** `ground`: a key that the calendar knows, such as `financial-obligation`. */
  | { readonly action: 'pause'; readonly step: StepId; readonly ground: string }
  | { readonly action: 'resume' }
  | { readonly action: 'answer'; readonly step: StepId; readonly consult: string }
  | { readonly action: 'silence'; readonly step: StepId; readonly consult: string }
  /** `newDate`: `YYYY-MM-DD`. `isLate`: the date is past or cannot be kept any more, as the caller's calendar says. */
  | { readonly action: 'apologise'; readonly isLate: boolean; readonly newDate: string; readonly reason: string }

export type ActionName = Action['action']

export type TaskResult = 'completed' | 'returned' | 'rejected' | 'cancelled'
export type ConsultResult = 'answered' | 'silence' | 'cancelled'

/** `result`: nothing is left but delivery. A pause says its ground in `note`. */
export type ClockGround = 'supplement' | 'pause' | 'result' | 'end'

/** What an action brings about, for tasks, deadlines, notices and the trail to be made from. In the order of happening. */
export type Effect =
  | { readonly effect: 'open-task'; readonly step: StepId; readonly by: Actor; readonly hours: number }
  | { readonly effect: 'close-task'; readonly step: StepId; readonly result: TaskResult }
  | {
      readonly effect: 'open-consult'
      readonly step: StepId
      readonly consult: string
      readonly by: Actor
      readonly hours: number
      readonly silence: Consult['silence']
    }
  | {
      readonly effect: 'close-consult'
      readonly step: StepId
      readonly consult: string
      readonly result: ConsultResult
    }
  | { readonly effect: 'start-clock' }
  | { readonly effect: 'stop-clock'; readonly ground: ClockGround; readonly note?: string }
  | { readonly effect: 'resume-clock' }
  | { readonly effect: 'ask-applicant'; readonly step: StepId; readonly pins: readonly Pin[] }
  | { readonly effect: 'applicant-answered' }
  | { readonly effect: 'apologised'; readonly newDate: string; readonly reason: string }
  | { readonly effect: 'ended'; readonly outcome: Outcome }

/** Why an action is not possible: a code for programs, words for people. */
export interface Refusal {
  readonly code: string
  readonly words: Words
}
