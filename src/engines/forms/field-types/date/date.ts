import { z } from 'zod'
import { read } from '#values/condition.ts'
import { addDays, isPlainDate, type PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { DeclaredDate, fieldBase, FieldPath } from '../base.ts'
import { isNothing, notFilledIn, unreadable, type LeafType, type Scope } from '../field-type.ts'
import { cleanLine } from '../text/clean.ts'
import { isKnownDate, nounOf, readDate, showKnownDate } from './read-date.ts'

/** A bound of a date: fixed, today, days from today, or another answer and days from it. */
export const DateBound = z.union([
  z.literal('today'),
  DeclaredDate,
  z.strictObject({ today: z.number().int() }),
  z.strictObject({ field: FieldPath, days: z.number().int().optional() }),
])
export type DateBound = z.infer<typeof DateBound>

/** A date; `precision` says how much must be known (`day`), `any` takes a month or a year if no more is known. */
export const DateField = z.strictObject({
  ...fieldBase,
  type: z.literal('date'),
  precision: z.enum(['day', 'month', 'year', 'any']).optional(),
  notBefore: DateBound.optional(),
  notAfter: DateBound.optional(),
})
export type DateField = z.infer<typeof DateField>

export const date: LeafType<DateField, string> = {
  shape: 'leaf',
  type: 'date',
  schema: DateField,
  missing: () => notFilledIn,
  parse(field, input) {
    if (isNothing(input)) return { value: undefined }
    const given = Number.isSafeInteger(input) ? String(input) : input
    if (typeof given !== 'string') return { value: undefined, wrong: unreadable }
    const typed = cleanLine(given, 100)
    if (typed === '') return { value: undefined }
    const result = readDate(typed, field.precision ?? 'day')
    return 'date' in result ? { value: result.date } : { value: typed, wrong: result.wrong }
  },
  isValue: isKnownDate,
  check(field, value, scope) {
    const earliest = knownBound(field.notBefore, scope)?.slice(0, value.length)
    const latest = knownBound(field.notAfter, scope)?.slice(0, value.length)
    // Two dates are compared by what is known of both: one of which only the year is known by its year.
    if (earliest !== undefined && value.slice(0, earliest.length) < earliest) return tooEarly(earliest)
    if (latest !== undefined && value.slice(0, latest.length) > latest)
      return field.notAfter === 'today' ? inFuture : tooLate(latest)
    return undefined
  },
  show: (_field, value) => [showKnownDate(value)],
  mask: (_field, value) => [value.slice(0, 4).padStart(10, '**/')],
  fromPost: (_field, post, name) =>
    post.first(name) ?? joinBoxes(['day', 'month', 'year'].map((part) => post.first(`${name}.${part}`))),
  isEmpty: isNothing,
}

/** Three boxes as one text; an empty box between full ones shows as `?`, which is no date. */
function joinBoxes(boxes: readonly (string | undefined)[]): string | undefined {
  const typed = boxes.map((box) => box?.trim() ?? '')
  const first = typed.findIndex((box) => box !== '')
  return first < 0
    ? undefined
    : typed
        .slice(first)
        .map((box) => box || '?')
        .join('/')
}

/** The date that a bound means now; undefined if there is none, or the answer it looks at is missing or not a whole date. */
export function boundDate(bound: DateBound | undefined, { lookups, facts }: Scope): PlainDate | undefined {
  if (bound === undefined) return undefined
  if (bound === 'today') return lookups.today
  if (typeof bound === 'string') return isPlainDate(bound) ? bound : undefined
  if ('today' in bound) return addDays(lookups.today, bound.today)
  const other = read(facts, bound.field)
  return typeof other === 'string' && isPlainDate(other) ? addDays(other, bound.days ?? 0) : undefined
}

/** The same as precisely as it is known: another answer may be a month or a year. */
function knownBound(bound: DateBound | undefined, scope: Scope): string | undefined {
  if (typeof bound !== 'object' || !('field' in bound) || bound.days !== undefined) return boundDate(bound, scope)
  const other = read(scope.facts, bound.field)
  return isKnownDate(other) ? other : undefined
}

const tooEarly = (earliest: string): Words => ({
  vi: `Phải từ ${nounOf(earliest).vi} ${showKnownDate(earliest)} trở đi. Xem lại ${nounOf(earliest).vi}.`,
  en: `It must be ${showKnownDate(earliest)} or later. Check the ${nounOf(earliest).en}.`,
})
const tooLate = (latest: string): Words => ({
  vi: `Không được sau ${nounOf(latest).vi} ${showKnownDate(latest)}. Xem lại ${nounOf(latest).vi}.`,
  en: `It may not be after ${showKnownDate(latest)}. Check the ${nounOf(latest).en}.`,
})
const inFuture: Words = { vi: 'Ngày này chưa tới. Xem lại năm.', en: 'This date has not come yet. Check the year.' }
