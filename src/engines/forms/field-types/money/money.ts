import { z } from 'zod'
import { showDong } from '#values/money.ts'
import { read } from '#values/condition.ts'
import { fieldBase, FieldPath } from '../base.ts'
import { firstPosted, isNothing, notFilledIn, unreadable, type LeafType } from '../field-type.ts'
import { wrongBounds } from '../number/number.ts'
import { readNumber, showNumber, takeNumber } from '../number/read-number.ts'
import { cleanLine } from '../text/clean.ts'

/** An amount in whole đồng between `min` (0) and `max`. */
export const MoneyField = z.strictObject({
  ...fieldBase,
  type: z.literal('money'),
  min: z.number().int().optional(),
  max: z.number().int().optional(),
  /** Another answer, a sum of others, that it covers. */
  notBelow: FieldPath.optional(),
})
export type MoneyField = z.infer<typeof MoneyField>

export const money: LeafType<MoneyField, number> = {
  shape: 'leaf',
  type: 'money',
  schema: MoneyField,
  missing: () => notFilledIn,
  parse(_field, input) {
    if (isNothing(input)) return { value: undefined }
    if (typeof input !== 'number' && typeof input !== 'string') return { value: undefined, wrong: unreadable }
    const typed = typeof input === 'string' ? cleanLine(input, 200) : undefined
    if (typed === '') return { value: undefined }
    const read = typeof input === 'number' ? takeNumber(input, 0) : readNumber(withoutCurrency(input), 0)
    return 'number' in read ? { value: read.number } : { value: typed, wrong: read.wrong }
  },
  isValue: (value) => typeof value === 'number',
  check(field, value, { facts }) {
    const covered = field.notBelow === undefined ? undefined : read(facts, field.notBelow)
    const least = Math.max(field.min ?? 0, typeof covered === 'number' ? covered : 0)
    return wrongBounds(value, least, field.max, showDong)
  },
  show: (_field, value) => [showDong(value)],
  write: (_field, value) => showNumber(value, 0),
  fromPost: firstPosted,
  isEmpty: isNothing,
}

const withoutCurrency = (typed: string): string => cleanLine(typed, 200).replace(/\s*(₫|đồng|đ|vnđ|vnd)\.?$/iu, '')
