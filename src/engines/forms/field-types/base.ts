import { z } from 'zod'
import { Condition } from '#values/condition.ts'
import { isPlainDate } from '#values/plain-date.ts'

/** Words in a declaration: both languages, neither empty. */
export const DeclaredWords = z.strictObject({ vi: z.string().min(1).max(2000), en: z.string().min(1).max(2000) })

/** A date in a declaration; stays text, so that a declaration is the same before and after JSON. */
export const DeclaredDate = z
  .string()
  .refine((text): boolean => isPlainDate(text), { error: 'không phải ngày (năm-tháng-ngày) · not a date (YYYY-MM-DD)' })

/** Names that objects have by birth, or that bounds and formulas use, are no names of fields. */
const reserved = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'today', 'length'])

const FieldId = z
  .string()
  .max(40)
  .regex(/^[a-z][A-Za-z0-9]*$/, { error: 'an id is camelCase: letters and digits, the first a small letter' })
  .refine((id) => !reserved.has(id), {
    error: 'tên dữ liệu này để dành riêng, chọn tên khác · this id is reserved, choose another',
  })

/** A dotted path to an earlier answer, such as `applicant.birthDate`. */
export const FieldPath = z
  .string()
  .max(120)
  .regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/)

/** What every field says, whatever its type. */
export const fieldBase = {
  id: FieldId,
  label: DeclaredWords,
  hint: DeclaredWords.optional(),
  example: z.string().max(80).optional(),
  when: Condition.optional(),
  optional: z.literal(true).optional(),
  /** A path into the applicant's profile, such as `person.fullName`. */
  prefill: z.string().optional(),
  /** Whoever answers gets the result sent to this address; whoever does not fetches it at the counter. */
  sendsResult: z.literal(true).optional(),
  /** Masked in summaries and lists. */
  sensitive: z.literal(true).optional(),
}

/** The same, without the type: what code that knows no type may look at. */
export type FieldBase = z.infer<z.ZodObject<typeof fieldBase>>
