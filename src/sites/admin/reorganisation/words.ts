import type { PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import type { Tone } from '#ui/office/Badge.tsx'
import type { IconName } from '#ui/Icon.tsx'

/** Words that stand on more than one page of reorganisation. */
export const reorganisationWords = {
  make: { vi: 'Phương án mới', en: 'New plan' },
  title: { vi: 'Tên đợt sắp xếp', en: 'Title' },
  document: { vi: 'Văn bản quyết định', en: 'Decision' },
  day: { vi: 'Ngày hiệu lực', en: 'Effective day' },
  search: { vi: 'Tìm', en: 'Search' },
  code: { vi: 'Mã', en: 'Code' },
  back: { vi: 'Về bảng chung', en: 'Back to the summary' },
} as const satisfies Record<string, Words>

/** The forms that add a change to a plan, by their names in the page's forms. */
export const changeKinds = [
  'nhap-xa',
  'chia-xa',
  'ten-xa',
  'nhap-don-vi',
  'ten-don-vi',
  'chuyen-don-vi',
  'tham-quyen',
] as const
export type ChangeKind = (typeof changeKinds)[number]

export type Reorganisation = Awaited<ReturnType<Client['directory']['listReorganizations']>>[number]
export type State = 'draft' | 'ahead' | 'running' | 'done' | 'undoing' | 'undone'

/** How far it has come: what is scheduled is under way from the midnight of its day. */
export const stateOf = (
  { status, effectiveOn }: Pick<Reorganisation, 'status' | 'effectiveOn'>,
  today: PlainDate,
): State => (status === 'scheduled' ? (effectiveOn > today ? 'ahead' : 'running') : status)

export const stateWords: Readonly<
  Record<State, { readonly words: Words; readonly tone: Tone; readonly icon: IconName }>
> = {
  draft: { words: { vi: 'Đang soạn, chưa đổi gì', en: 'Draft, nothing is changed' }, tone: 'paused', icon: 'pencil' },
  ahead: { words: { vi: 'Đã hẹn', en: 'Scheduled' }, tone: 'soon', icon: 'calendar-event' },
  running: { words: { vi: 'Đang thực hiện', en: 'Under way' }, tone: 'info', icon: 'refresh' },
  done: { words: { vi: 'Đã thực hiện', en: 'Carried out' }, tone: 'good', icon: 'circle-check' },
  undoing: { words: { vi: 'Đang hoàn tác', en: 'Being taken back' }, tone: 'info', icon: 'refresh' },
  undone: { words: { vi: 'Đã hoàn tác', en: 'Taken back' }, tone: 'paused', icon: 'arrow-back-up' },
}
