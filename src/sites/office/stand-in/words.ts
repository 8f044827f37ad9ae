import type { Words } from '#values/words.ts'

/** Words that stand on both pages about work given to others for a time. */
export const standInWords = {
  when: { vi: 'Từ – đến hết', en: 'From – through' },
  search: { vi: 'Tìm', en: 'Search' },
  notFound: { vi: 'Không thấy ai. Thử từ khác.', en: 'Nobody found. Try other words.' },
  first: { vi: 'Từ ngày', en: 'From' },
  last: { vi: 'Đến hết ngày', en: 'Through' },
  reason: { vi: 'Lý do', en: 'Reason' },
} as const satisfies Record<string, Words>
