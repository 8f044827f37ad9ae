import type { Words } from '#values/words.ts'

/** What was just done, as the key bar says it. */
export const doneWords = {
  act: { vi: 'Đã xong bước vừa rồi', en: 'Step done' },
  opinion: { vi: 'Đã ghi ý kiến', en: 'Opinion written' },
  take: { vi: 'Bạn đã nhận việc', en: 'You took it' },
  assign: { vi: 'Đã phân công lại', en: 'Re-assigned' },
  later: { vi: 'Đã cất, sẽ nhắc lại', en: 'Put away; you will be reminded' },
  pay: { vi: 'Đã ghi thu lệ phí', en: 'Fee taken' },
  save: { vi: 'Đã lưu dự thảo', en: 'Draft saved' },
  supplement: { vi: 'Đã gửi yêu cầu bổ sung, hồ sơ dừng tính giờ', en: 'Asked to supplement; the clock stands' },
} as const satisfies Record<string, Words>
