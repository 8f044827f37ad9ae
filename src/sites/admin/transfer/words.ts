import type { Words } from '#values/words.ts'
import type { TransferView } from '#engines/directory/contract.ts'
import type { Tone } from '#ui/office/Badge.tsx'
import type { IconName } from '#ui/Icon.tsx'

/** Words that stand on more than one screen about transfers. */
export const transferWords = {
  official: { vi: 'Cán bộ', en: 'Official' },
  document: { vi: 'Quyết định số', en: 'Decision' },
  decidedOn: { vi: 'Ngày quyết định', en: 'Decided on' },
  effectiveOn: { vi: 'Hiệu lực từ ngày', en: 'In force from' },
  reason: { vi: 'Lý do', en: 'Reason' },
  nothing: { vi: 'Không giữ vị trí nào', en: 'No post' },
  until: { vi: 'Đến hết {day}', en: 'Until the end of {day}' },
  from: { vi: 'Từ {day}', en: 'From {day}' },
  ruleAhead: {
    vi: 'Không cần bấm gì thêm. Bỏ hẹn được đến 23:59 ngày {day}; sau đó cần quyết định mới.',
    en: 'Nothing more has to be done. It can be cancelled until 23:59 on {day}; then a new decision is needed.',
  },
} as const satisfies Record<string, Words>

export const kindWords = {
  regular: { vi: 'Bổ nhiệm', en: 'Regular' },
  acting: { vi: 'Phụ trách', en: 'Acting' },
  secondment: { vi: 'Biệt phái', en: 'Secondment' },
} as const satisfies Record<string, Words>

export const statusWords: Readonly<
  Record<TransferView['status'], { readonly words: Words; readonly tone: Tone; readonly icon: IconName }>
> = {
  ahead: { words: { vi: 'Đã hẹn, chưa đổi gì', en: 'Scheduled' }, tone: 'paused', icon: 'calendar-event' },
  'in-force': { words: { vi: 'Đã có hiệu lực', en: 'In force' }, tone: 'good', icon: 'check' },
  cancelled: { words: { vi: 'Đã bỏ hẹn', en: 'Cancelled' }, tone: 'paused', icon: 'arrow-back-up' },
}
