import type { IconName } from '#ui/Icon.tsx'
import type { Words } from '#values/words.ts'

/** What somebody may say of how they were served, best first. */
export const faces: readonly { mark: number; icon: IconName; words: Words }[] = [
  { mark: 5, icon: 'mood-happy', words: { vi: 'Rất hài lòng', en: 'Very satisfied' } },
  { mark: 4, icon: 'mood-smile', words: { vi: 'Hài lòng', en: 'Satisfied' } },
  { mark: 3, icon: 'mood-empty', words: { vi: 'Bình thường', en: 'So so' } },
  { mark: 2, icon: 'mood-sad', words: { vi: 'Chưa hài lòng', en: 'Not satisfied' } },
  { mark: 1, icon: 'mood-cry', words: { vi: 'Rất không hài lòng', en: 'Not at all' } },
]
