import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import type { Tone } from '#ui/office/Badge.tsx'
import type { IconName } from '#ui/Icon.tsx'

/** Words that stand on both pages of importing. */
export const importWords = {
  title: { vi: 'Nhập từ bảng tính', en: 'Import from a spreadsheet' },
  new: { vi: 'Mới', en: 'New' },
  changed: { vi: 'Thay đổi', en: 'Changed' },
  same: { vi: 'Giữ nguyên', en: 'Unchanged' },
  aside: { vi: 'Cách ly', en: 'Set aside' },
} as const satisfies Record<string, Words>

export type Import = Awaited<ReturnType<Client['directory']['listImports']>>[number]

export const statusWords: Readonly<
  Record<Import['status'], { readonly words: Words; readonly tone: Tone; readonly icon: IconName }>
> = {
  draft: { words: { vi: 'Đang xem trước, chưa ghi gì', en: 'Previewed, nothing written' }, tone: 'soon', icon: 'eye' },
  done: { words: { vi: 'Đã thực hiện', en: 'Carried out' }, tone: 'good', icon: 'circle-check' },
  undone: { words: { vi: 'Đã hoàn tác', en: 'Taken back' }, tone: 'paused', icon: 'arrow-back-up' },
}
