import type { Words } from '#values/words.ts'

/** The words around questions; the questions themselves bring their own. */
export const words = {
  optional: { vi: '{label} (không bắt buộc)', en: '{label} (optional)' },
  example: { vi: 'Ví dụ: {example}', en: 'For example: {example}' },
  choose: { vi: 'Chọn trong danh sách', en: 'Choose from the list' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  add: { vi: 'Thêm {name}', en: 'Add {name}' },
  remove: { vi: 'Bỏ {name}', en: 'Remove {name}' },
  row: { vi: 'dòng', en: 'row' },
  filed: { vi: 'Trước đó ghi: {lines}', en: 'It said before: {lines}' },
  notFilled: { vi: 'Không điền', en: 'Not filled in' },
  oneWrong: { vi: 'Còn 1 chỗ cần xem lại', en: '1 thing needs another look' },
  manyWrong: { vi: 'Còn {count} chỗ cần xem lại', en: '{count} things need another look' },
  notYet: { vi: 'Tự tính khi điền đủ', en: 'Worked out once the rest is filled in' },
} as const satisfies Record<string, Words>
