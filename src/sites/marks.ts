import type { Words } from '#values/words.ts'

/** The five marks, the best first, as citizens choose them. */
export const marks: readonly { readonly value: string; readonly label: Words }[] = [
  { value: '5', label: { vi: 'Rất hài lòng', en: 'Very satisfied' } },
  { value: '4', label: { vi: 'Hài lòng', en: 'Satisfied' } },
  { value: '3', label: { vi: 'Bình thường', en: 'Neutral' } },
  { value: '2', label: { vi: 'Không hài lòng', en: 'Dissatisfied' } },
  { value: '1', label: { vi: 'Rất không hài lòng', en: 'Very dissatisfied' } },
]
