import { z } from 'zod'
import type { StepId } from './declare.ts'

/** How a dossier ends. */
export const Outcome = z.enum(['granted', 'refused', 'rejected', 'withdrawn', 'lapsed'])
export type Outcome = z.output<typeof Outcome>

export const Proposal = z.enum(['grant', 'refuse'])
export type Proposal = z.output<typeof Proposal>

const OpenStep = z.strictObject({
  step: z.string(),
  /** Consultations still awaited, by id. */
  consults: z.array(z.string()),
})

const DoneStep = z.strictObject({
  step: z.string(),
  /** Where it led: a join knows from this what has arrived, and a return what has to be undone. */
  to: z.array(z.string()),
  proposal: Proposal.optional(),
})

/**
 * Where a dossier stands in its process: plain JSON, changed by `advance` alone. A step is open, or done, or neither; never
 * both and never twice. Times, persons and texts are kept by tasks, not here.
 */
export const ProcessState = z.strictObject({
  /** `new`: not started. In `waiting-applicant` and `paused` all open steps keep their tasks and nothing moves. */
  status: z.enum(['new', 'open', 'waiting-applicant', 'paused', 'ended']),
  outcome: Outcome.optional(),
  /** The refusal, if a done step proposed one; else `grant` once a step has said so. */
  proposal: Proposal.optional(),
  open: z.array(OpenStep),
  done: z.array(DoneStep),
  /** Consultations answered or passed in silence, `step/consult`: they are not asked again when a step is done anew. */
  heard: z.array(z.string()),
  /** Formally received: the clock has been started. Stays true. */
  received: z.boolean(),
  /** A decision has left with a number. Stays true: a return does not take back what was issued. */
  issued: z.boolean(),
  supplements: z.number().int(),
  apologies: z.number().int(),
  /** The step that asked the applicant or paused, while the dossier waits. */
  stoppedBy: z.string().optional(),
})

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
/** The state while one action changes it: fields are replaced, never their contents. */
export type StateDraft = Mutable<ProcessState>
type Frozen<T> = T extends readonly (infer Part)[]
  ? readonly Frozen<Part>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T
export type ProcessState = Frozen<z.output<typeof ProcessState>>

/** The state before `start`. */
export const notStarted: ProcessState = {
  status: 'new',
  open: [],
  done: [],
  heard: [],
  received: false,
  issued: false,
  supplements: 0,
  apologies: 0,
}

export const openStepOf = (state: ProcessState, step: StepId) => state.open.find((open) => open.step === step)

export const isOpen = (state: ProcessState, step: StepId): boolean => openStepOf(state, step) !== undefined

export const isDone = (state: ProcessState, step: StepId): boolean => state.done.some((done) => done.step === step)

export const isHeard = (state: ProcessState, step: StepId, consult: string): boolean =>
  state.heard.includes(heardAs(step, consult))

/** Names hold no slash, so this is unambiguous. */
export const heardAs = (step: StepId, consult: string): string => `${step}/${consult}`

/** What the done steps propose together: one refusal outweighs every grant. */
export function proposalOf(done: ProcessState['done']): Proposal | undefined {
  let found: Proposal | undefined
  for (const { proposal } of done) {
    if (proposal === 'refuse') return proposal
    found ??= proposal
  }
  return found
}
