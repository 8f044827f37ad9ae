import type { Words } from '#values/words.ts'
import type { Actor, Allowance, Step, StepKind } from './declare.ts'
import type { ProcessState } from './process-state.ts'

interface UsualStep {
  readonly name: Words
  readonly by: Actor
  readonly may: readonly Allowance[]
  readonly hours?: number
}

/** What a step is when its declaration does not say: who acts, what it is called, what it may do. */
export const usualStep: Record<StepKind, UsualStep> = {
  receive: {
    name: { vi: 'Tiếp nhận hồ sơ', en: 'Receive the dossier' },
    by: { at: { unit: 'receiver' }, function: 'receiver' },
    may: ['supplement', 'reject'],
  },
  work: {
    name: { vi: 'Thẩm định hồ sơ', en: 'Appraise the dossier' },
    by: { at: { unit: 'owner' }, function: 'specialist' },
    may: [],
  },
  decide: { name: { vi: 'Ký duyệt', en: 'Decide' }, by: { at: { unit: 'owner' }, function: 'leader' }, may: [] },
  issue: {
    name: { vi: 'Vào sổ, phát hành', en: 'Number and issue' },
    by: { at: { unit: 'owner' }, function: 'clerk' },
    may: [],
  },
  deliver: {
    name: { vi: 'Trả kết quả', en: 'Deliver the result' },
    by: { at: { unit: 'receiver' }, function: 'receiver' },
    may: [],
    hours: 8,
  },
}

/** What a step is called as things stand: that a licence is printed, a register changed or a fee taken is not said of a refusal. */
export const nameOfStep = ({ kind, name }: Step, { proposal }: ProcessState): Words =>
  (kind === 'issue' || kind === 'deliver') && proposal === 'refuse' ? usualStep[kind].name : name
