import type { Words } from '#values/words.ts'
import type { Tone } from '#ui/office/Badge.tsx'

export const petitionWords = {
  enter: { vi: 'Ghi qua điện thoại', en: 'Enter a call' },
  second: { vi: 'Khiếu nại lần hai', en: 'Second complaint' },
  back: { vi: 'Đơn, hỏi đáp', en: 'Petitions' },
} as const satisfies Record<string, Words>

export const stateWords = {
  sent: { vi: 'Chờ nhận', en: 'To accept' },
  accepted: { vi: 'Đang giải quyết', en: 'Being answered' },
  'waiting-sender': { vi: 'Chờ người gửi', en: 'Sender’s turn' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  refused: { vi: 'Từ chối', en: 'Refused' },
  merged: { vi: 'Gộp', en: 'Merged' },
} as const satisfies Record<string, Words>

export const stateTones = {
  sent: 'soon',
  accepted: 'info',
  'waiting-sender': 'waiting',
  answered: 'good',
  refused: 'paused',
  merged: 'paused',
} as const satisfies Record<keyof typeof stateWords, Tone>

/** How a complaint is, for its limit (Law on Complaints 2011 art. 28, 37). */
export const caseWords: Readonly<Record<string, Words>> = {
  ordinary: { vi: 'Thông thường', en: 'Ordinary' },
  complex: { vi: 'Phức tạp', en: 'Complex' },
  remote: { vi: 'Vùng sâu, vùng xa, đi lại khó khăn', en: 'Remote area' },
  'remote-complex': { vi: 'Vùng sâu, vùng xa và phức tạp', en: 'Remote and complex' },
}
