import type { Words } from '#values/words.ts'

/** Four things in law, with rights and limits of their own; which one it is decides who may see it. */
export const petitionKinds = ['question', 'reflection', 'complaint', 'denunciation'] as const
export type PetitionKind = (typeof petitionKinds)[number]

/** Those whose sender stands beside them in the open: all but the denunciation. */
export const openKinds = ['question', 'reflection', 'complaint'] as const
export type OpenKind = (typeof openKinds)[number]

/** Those of which others may read an answer. */
export const publishedKinds = ['question', 'reflection'] as const

export const isPublishedKind = (kind: PetitionKind): boolean => (publishedKinds as readonly string[]).includes(kind)

export const kindWords: Readonly<Record<PetitionKind, Words>> = {
  question: { vi: 'Hỏi đáp', en: 'Question' },
  reflection: { vi: 'Phản ánh, kiến nghị', en: 'Reflection or petition' },
  complaint: { vi: 'Khiếu nại', en: 'Complaint' },
  denunciation: { vi: 'Tố cáo', en: 'Denunciation' },
}

/** What stands before the number in its code. */
export const kindMarks: Readonly<Record<PetitionKind, string>> = {
  question: 'HD',
  reflection: 'PA',
  complaint: 'KN',
  denunciation: 'TC',
}
