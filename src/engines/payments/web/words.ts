import type { Words } from '#values/words.ts'

/** How our side and the platform's agree. */
export const comparedWords = {
  matched: { vi: 'Khớp', en: 'Matched' },
  'ours-only': { vi: 'Chỉ tỉnh có', en: 'Ours only' },
  'theirs-only': { vi: 'Chỉ nền tảng có', en: 'Theirs only' },
  differs: { vi: 'Lệch số tiền', en: 'Amounts differ' },
} as const satisfies Record<string, Words>

/** Why money goes back. */
export const refundWords: Readonly<Record<string, Words>> = {
  'paid-twice': { vi: 'Khoản này đã trả hai lần.', en: 'This was paid twice.' },
  'charged-twice': { vi: 'Ngân hàng đã trừ hai lần.', en: 'The bank took it twice.' },
  'amount-differs': { vi: 'Số tiền đến khác số phải trả.', en: 'What came is not the amount due.' },
  cancelled: { vi: 'Tiền đến khi không phải trả nữa.', en: 'It came when it was owed no more.' },
  decided: { vi: 'Có quyết định hoàn trả.', en: 'A decision returns it.' },
}

/** How the money of a receipt came. */
export const methodWords = {
  online: { vi: 'Trực tuyến', en: 'Online' },
  cash: { vi: 'Tiền mặt', en: 'Cash' },
  transfer: { vi: 'Chuyển khoản', en: 'Transfer' },
} as const satisfies Record<string, Words>
