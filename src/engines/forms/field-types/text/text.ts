import { z } from 'zod'
import type { Words } from '#values/words.ts'
import { fieldBase } from '../base.ts'
import { firstPosted, isNothing, notFilledIn, unreadable, type LeafType } from '../field-type.ts'
import { cleanLine } from './clean.ts'
import { PatternName } from './patterns/names.ts'
import { patterns } from './patterns/index.ts'

/** One line of text, at most `max` signs (200), or of a named pattern. */
export const TextField = z.strictObject({
  ...fieldBase,
  type: z.literal('text'),
  max: z.number().int().min(1).max(1000).optional(),
  pattern: PatternName.optional(),
})
export type TextField = z.infer<typeof TextField>

const defaultMax = 200

export const text: LeafType<TextField, string> = {
  shape: 'leaf',
  type: 'text',
  schema: TextField,
  missing: () => notFilledIn,
  parse(field, input) {
    if (isNothing(input)) return { value: undefined }
    const typed = Number.isSafeInteger(input) ? String(input) : input
    if (typeof typed !== 'string') return { value: undefined, wrong: unreadable }
    const line = cleanLine(typed)
    const value = field.pattern === undefined ? line : cleanLine(patterns[field.pattern].tidy(line))
    return { value: value === '' ? undefined : value }
  },
  isValue: (value) => typeof value === 'string',
  check(field, value, { lookups }) {
    const max = field.max ?? defaultMax
    if (value.length > max) return tooLong(value.length, max)
    return field.pattern === undefined ? undefined : patterns[field.pattern].wrong(value, lookups.today)
  },
  show: (field, value) => [field.pattern === undefined ? value : patterns[field.pattern].show(value)],
  mask: (field, value) => [
    field.pattern === undefined ? `${value.slice(0, 2)}***` : patterns[field.pattern].mask(value),
  ],
  fromPost: firstPosted,
  isEmpty: isNothing,
}

export const tooLong = (length: number, max: number): Words => ({
  vi: `Dài ${length} chữ, chỉ nhận ${max}. Xin viết ngắn lại.`,
  en: `${length} characters; at most ${max} fit. Please shorten it.`,
})
