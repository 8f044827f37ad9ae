import type { Words } from '#values/words.ts'

/** Words that stand on more than one page of the counter. */
export const counterWords = {
  counter: { vi: 'Tiếp nhận tại quầy', en: 'Reception' },
  desk: { vi: 'Gọi số', en: 'Call numbers' },
  online: { vi: 'Nộp trực tuyến', en: 'Filed online' },
  handover: { vi: 'Bàn giao', en: 'Hand-over' },
  results: { vi: 'Trả kết quả', en: 'Hand out results' },
  resultsDue: { vi: 'Kết quả phải trả hôm nay', en: 'Results due today' },
  expected: { vi: 'Lịch hẹn trong ngày', en: 'Appointments of the day' },
  offline: { vi: 'Khi mất mạng', en: 'Without a line' },
  post: { vi: 'Bưu điện', en: 'Post' },
  book: { vi: 'Sổ theo dõi', en: 'Dossier book' },
  account: { vi: 'Tài khoản người dân', en: 'Citizen accounts' },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  applicant: { vi: 'Người nộp', en: 'Applicant' },
  notPaid: { vi: 'Chưa thu', en: 'Not paid' },
  cash: { vi: 'Tiền mặt', en: 'Cash' },
  transfer: { vi: 'Quét mã', en: 'Transfer' },
  wrong: { vi: 'Chưa làm được', en: 'Not done' },
  by: { vi: 'Cách nhận', en: 'How' },
  atCounter: { vi: 'Tại quầy', en: 'At the counter' },
  byPost: { vi: 'Gửi bưu điện đến: {address}', en: 'By post to: {address}' },
  print: { vi: 'In', en: 'Print' },
} as const satisfies Record<string, Words>

/** Where printed forms of a dossier are. */
export const printPath = (dossierId: string, form: string): string =>
  `/api/services/dossiers/${dossierId}/print/${form}`

export const dossierPath = (id: string): string => `/can-bo/ho-so/${encodeURIComponent(id)}`
