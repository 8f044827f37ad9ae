import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import type { Tone } from '#ui/office/Badge.tsx'
import type { IconName } from '#ui/Icon.tsx'

/** Words that stand on more than one page of the catalogue. */
export const catalogueWords = {
  title: { vi: 'Danh mục quốc gia', en: 'National catalogue' },
  figures: { vi: 'Công khai, minh bạch', en: 'Publicity' },
  decision: { vi: 'Quyết định công bố', en: 'Decision' },
  name: { vi: 'Thủ tục', en: 'Procedure' },
  code: { vi: 'Mã', en: 'Code' },
  level: { vi: 'Cấp', en: 'Tier' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
} as const satisfies Record<string, Words>

export const place = '/quan-tri/thu-tuc/danh-muc'

export type CatalogueRecord = Awaited<ReturnType<Client['services']['getCatalogueRecord']>>
export type RecordState = CatalogueRecord['state']

/** The states of records, those that want somebody first. */
export const stateWords: Readonly<
  Record<RecordState, { readonly words: Words; readonly tone: Tone; readonly icon: IconName }>
> = {
  doubtful: { words: { vi: 'Cần xem', en: 'To look at' }, tone: 'soon', icon: 'eye' },
  clear: { words: { vi: 'Không nghi vấn', en: 'Without doubt' }, tone: 'info', icon: 'check' },
  aside: { words: { vi: 'Cách ly', en: 'Set aside' }, tone: 'late', icon: 'alert-triangle' },
  same: { words: { vi: 'Không khác', en: 'Nothing new' }, tone: 'paused', icon: 'circle-check' },
  accepted: { words: { vi: 'Đã công bố', en: 'Announced' }, tone: 'good', icon: 'circle-check' },
  rejected: { words: { vi: 'Không nhận', en: 'Rejected' }, tone: 'paused', icon: 'x' },
}
export const states = Object.keys(stateWords) as RecordState[]
