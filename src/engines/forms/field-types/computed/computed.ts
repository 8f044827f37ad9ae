import { z } from 'zod'
import { showDong } from '#values/money.ts'
import { DeclaredWords, fieldBase } from '../base.ts'
import { isKnownDate, showKnownDate } from '../date/read-date.ts'
import type { ComputedType } from '../field-type.ts'
import { largest, showNumber } from '../number/read-number.ts'
import { evaluate, Formula } from './formula.ts'

/** A value that follows from earlier answers; shown, never asked, and never taken from what is sent. */
export const ComputedField = z.strictObject({
  ...fieldBase,
  type: z.literal('computed'),
  formula: Formula,
  result: z.enum(['number', 'money', 'date']),
  decimals: z.number().int().min(0).max(6).optional(),
  unit: DeclaredWords.optional(),
})
export type ComputedField = z.infer<typeof ComputedField>

export const computed: ComputedType<ComputedField> = {
  shape: 'computed',
  type: 'computed',
  schema: ComputedField,
  compute(field, scope) {
    const value = evaluate(field.formula, scope)
    if (typeof value !== 'number') return field.result === 'date' ? value : undefined
    return field.result === 'date' ? undefined : rounded(value, field.result === 'money' ? 0 : (field.decimals ?? 0))
  },
  show(field, value, { language }) {
    if (field.result === 'date') return isKnownDate(value) ? [showKnownDate(value)] : []
    if (typeof value !== 'number') return []
    if (field.result === 'money') return [showDong(value)]
    const text = showNumber(value, field.decimals ?? 0)
    return [field.unit === undefined ? text : `${text}\u00a0${field.unit[language]}`]
  },
}

/** Rounds half up after the noise of binary fractions is gone: 1,005 × 100 is 100,5, not 100,49999. */
function rounded(value: number, decimals: number): number | undefined {
  const scale = 10 ** decimals
  const scaled = Math.round(Number((value * scale).toPrecision(15)))
  return Math.abs(scaled) > largest ? undefined : (scaled || 0) / scale
}
