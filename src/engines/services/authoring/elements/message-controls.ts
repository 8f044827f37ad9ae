import { DossierKind } from '#engines/notification/contract.ts'
import { kindWords } from '#engines/notification/web/index.ts'
import type { Control, Option } from './control.ts'

const events: readonly Option[] = DossierKind.options.map((value) => ({ value, text: kindWords[value] }))

/** What a procedure tells applicants in words of its own; by which way it goes stands with the template for all. */
export const messageControls: readonly Control[] = [
  { path: 'event', label: { vi: 'Báo khi', en: 'Told when' }, as: 'choice', options: events },
  {
    path: 'plain',
    label: { vi: 'Tin SMS không dấu', en: 'SMS without marks' },
    hint: { vi: '160 ký tự một tin; chỉ chữ không dấu.', en: '160 signs a part; letters without marks alone.' },
    as: 'long-text',
  },
  {
    path: 'accented',
    label: { vi: 'Thông báo có dấu trên máy', en: 'Notification with marks' },
    as: 'long-text',
  },
  { path: 'isAccented', label: { vi: 'Gửi SMS bằng bản có dấu', en: 'Send the SMS with marks' }, as: 'tick' },
  {
    path: 'line',
    label: { vi: 'Câu ở trang cá nhân và thư điện tử', en: 'Line on the page and in the e-mail' },
    hint: { vi: 'Bỏ trống: câu thường dùng.', en: 'Empty: the usual line.' },
    as: 'words',
    rows: 3,
  },
]
