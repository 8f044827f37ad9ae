import type { Words } from '#values/words.ts'
import type { Actor, Allowance, StepKind } from './declare.ts'

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
