import type { Words } from '#values/words.ts'
import type { Say } from '../../office/staff.ts'

export const cutOffWords = {
  cutOff: { vi: 'Giờ chốt nhận trong ngày', en: 'Received until, to count the same day' },
  until: {
    vi: 'Nhận sau {time} thì hạn trong ngày tính từ ngày làm việc tiếp theo',
    en: 'What is received after {time} counts from the next working day',
  },
} as const satisfies Record<string, Words>

/** Until when of a day is received what counts that day; nothing where no cut-off is declared. */
export const cutOffSaid = (t: Say, cutOff: string | null): string | undefined =>
  cutOff === null ? undefined : t(cutOffWords.until, { time: cutOff })
