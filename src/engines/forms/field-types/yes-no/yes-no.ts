import { z } from 'zod'
import type { Words } from '#values/words.ts'
import { fieldBase } from '../base.ts'
import { firstPosted, isNothing, unreadable, type LeafType } from '../field-type.ts'

/** Yes or no. With `mustBeYes` it is a statement to agree to: one box, and going on needs the tick. */
export const YesNoField = z.strictObject({
  ...fieldBase,
  type: z.literal('yes-no'),
  mustBeYes: z.literal(true).optional(),
})
export type YesNoField = z.infer<typeof YesNoField>

const yes = new Set<unknown>([true, 'yes', 'true', 'có', 'co', '1', 'on'])
const no = new Set<unknown>([false, 'no', 'false', 'không', 'khong', '0'])

export const yesNo: LeafType<YesNoField, boolean> = {
  shape: 'leaf',
  type: 'yes-no',
  schema: YesNoField,
  missing: (field) =>
    field.mustBeYes === true
      ? mustAgree
      : { vi: 'Chưa chọn. Xin chọn Có hoặc Không.', en: 'Nothing chosen. Choose Yes or No.' },
  parse(_field, input) {
    if (isNothing(input)) return { value: undefined }
    const given = typeof input === 'string' ? input.slice(0, 20).normalize('NFC').trim().toLowerCase() : input
    if (yes.has(given)) return { value: true }
    return no.has(given) ? { value: false } : { value: undefined, wrong: unreadable }
  },
  isValue: (value) => typeof value === 'boolean',
  check: (field, value) => (field.mustBeYes === true && !value ? mustAgree : undefined),
  show: (_field, value, { language }) => [
    value ? { vi: 'Có', en: 'Yes' }[language] : { vi: 'Không', en: 'No' }[language],
  ],
  write: (_field, value) => (value ? 'yes' : 'no'),
  fromPost: firstPosted,
  isEmpty: isNothing,
}

const mustAgree: Words = {
  vi: 'Cần đồng ý thì mới đi tiếp được. Đọc rồi đánh dấu vào ô.',
  en: 'Agreement is needed to go on. Read it and tick the box.',
}
