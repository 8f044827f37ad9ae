import type { Words } from '#values/words.ts'

/** Words of the screens of money that stand on more than one. */
export const accountsWords = {
  desk: { vi: 'Tôi đã thu', en: 'What I took' },
  accounts: { vi: 'Đối soát thu phí', en: 'Accounts of fees' },
  group: { vi: 'Thu phí', en: 'Fees' },
  cash: { vi: 'Tiền mặt', en: 'Cash' },
  transfer: { vi: 'Chuyển khoản', en: 'Transfer' },
  online: { vi: 'Qua mạng', en: 'Online' },
  receipt: { vi: 'Biên lai', en: 'Receipt' },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  amount: { vi: 'Số tiền', en: 'Amount' },
  method: { vi: 'Cách trả', en: 'Paid by' },
  time: { vi: 'Lúc', en: 'At' },
} as const satisfies Record<string, Words>
