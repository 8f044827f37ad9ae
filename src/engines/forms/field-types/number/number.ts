import { z } from 'zod'
import type { Words } from '#values/words.ts'
import { DeclaredWords, fieldBase } from '../base.ts'
import { firstPosted, isNothing, notFilledIn, unreadable, type LeafType } from '../field-type.ts'
import { cleanLine } from '../text/clean.ts'
import { readNumber, showNumber, takeNumber } from './read-number.ts'

/** A number between `min` (0) and `max`, whole unless `decimals` says otherwise, with a unit beside it. */
export const NumberField = z.strictObject({
  ...fieldBase,
  type: z.literal('number'),
  min: z.number().optional(),
  max: z.number().optional(),
  decimals: z.number().int().min(0).max(6).optional(),
  unit: DeclaredWords.optional(),
})
export type NumberField = z.infer<typeof NumberField>

export const number: LeafType<NumberField, number> = {
  shape: 'leaf',
  type: 'number',
  schema: NumberField,
  missing: () => notFilledIn,
  parse(field, input) {
    if (isNothing(input)) return { value: undefined }
    const decimals = field.decimals ?? 0
    if (typeof input === 'number') return taken(takeNumber(input, decimals), undefined)
    if (typeof input !== 'string') return { value: undefined, wrong: unreadable }
    const typed = cleanLine(input, 200)
    if (typed === '') return { value: undefined }
    return taken(readNumber(withoutUnit(typed, field.unit), decimals), typed)
  },
  isValue: (value) => typeof value === 'number',
  check: (field, value) =>
    wrongBounds(value, field.min ?? 0, field.max, (bound) => showNumber(bound, field.decimals ?? 0)),
  show: (field, value, { language }) => [
    field.unit === undefined ? written(field, value) : `${written(field, value)}\u00a0${field.unit[language]}`,
  ],
  write: written,
  fromPost: firstPosted,
  isEmpty: isNothing,
}

function written(field: NumberField, value: number): string {
  return showNumber(value, field.decimals ?? 0)
}

const taken = (read: ReturnType<typeof readNumber>, typed: string | undefined) =>
  'number' in read ? { value: read.number } : { value: typed, wrong: read.wrong }

/** `50 m²` is read as 50 where the unit is m². */
function withoutUnit(typed: string, unit: Words | undefined): string {
  for (const word of unit === undefined ? [] : [unit.vi, unit.en]) {
    if (typed.toLowerCase().endsWith(word.toLowerCase())) return typed.slice(0, -word.length).trim()
  }
  return typed
}

export function wrongBounds(
  value: number,
  min: number,
  max: number | undefined,
  show: (bound: number) => string,
): Words | undefined {
  if (value < min) return { vi: `Phải từ ${show(min)} trở lên.`, en: `It must be ${show(min)} or more.` }
  if (max !== undefined && value > max)
    return { vi: `Không được quá ${show(max)}.`, en: `It may not exceed ${show(max)}.` }
  return undefined
}
