import type { Words } from '#values/words.ts'
import type { Field } from './field-types/index.ts'

/** What each type of question is called. */
export const fieldTypeWords: Readonly<Record<Field['type'], Words>> = {
  text: { vi: 'Chữ, một dòng', en: 'Text' },
  'long-text': { vi: 'Chữ, nhiều dòng', en: 'Long text' },
  number: { vi: 'Số', en: 'Number' },
  money: { vi: 'Số tiền', en: 'Amount' },
  date: { vi: 'Ngày', en: 'Date' },
  choice: { vi: 'Chọn', en: 'Choice' },
  'yes-no': { vi: 'Có – không', en: 'Yes or no' },
  commune: { vi: 'Xã, phường', en: 'Commune' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  'identity-document': { vi: 'Giấy tờ tùy thân', en: 'Identity document' },
  person: { vi: 'Người', en: 'Person' },
  enterprise: { vi: 'Doanh nghiệp', en: 'Enterprise' },
  group: { vi: 'Nhóm lặp lại', en: 'Group' },
  table: { vi: 'Bảng', en: 'Table' },
  computed: { vi: 'Tự tính', en: 'Worked out' },
  statement: { vi: 'Lời nhắc', en: 'Statement' },
}

/** What each form of a paper is called. */
export const paperFormWords = {
  original: { vi: 'Bản chính', en: 'Original' },
  copy: { vi: 'Bản sao', en: 'Copy' },
  either: { vi: 'Bản chính hoặc bản sao', en: 'Original or copy' },
} as const satisfies Record<string, Words>
