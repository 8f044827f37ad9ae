import { z } from 'zod'
import { fieldBase } from '../base.ts'
import { firstPosted, isNothing, notFilledIn, unreadable, type LeafType } from '../field-type.ts'
import { cleanLines } from '../text/clean.ts'
import { tooLong } from '../text/text.ts'

/** Text of several lines, at most `max` signs (2,000). */
export const LongTextField = z.strictObject({
  ...fieldBase,
  type: z.literal('long-text'),
  max: z.number().int().min(1).max(10_000).optional(),
  /** The height of the input in lines. */
  lines: z.number().int().min(2).max(20).optional(),
})
export type LongTextField = z.infer<typeof LongTextField>

const defaultMax = 2_000

export const longText: LeafType<LongTextField, string> = {
  shape: 'leaf',
  type: 'long-text',
  schema: LongTextField,
  missing: () => notFilledIn,
  parse(_field, input) {
    if (isNothing(input)) return { value: undefined }
    if (typeof input !== 'string') return { value: undefined, wrong: unreadable }
    const value = cleanLines(input)
    return { value: value === '' ? undefined : value }
  },
  isValue: (value) => typeof value === 'string',
  check(field, value) {
    const max = field.max ?? defaultMax
    return value.length > max ? tooLong(value.length, max) : undefined
  },
  show: (_field, value) => value.split('\n'),
  fromPost: firstPosted,
  isEmpty: isNothing,
}
