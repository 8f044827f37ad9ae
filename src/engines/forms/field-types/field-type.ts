import type { z } from 'zod'
import type { Facts } from '#values/condition.ts'
import type { ProblemPlace } from '#values/errors.ts'
import type { Language, Words } from '#values/words.ts'
import type { Lookups } from '../lookups.ts'
import type { Posted } from '../post.ts'
import type { FieldBase } from './base.ts'

/** What a type may look at while it reads an answer: the lists of the day, and the answers that stand before. */
export interface Scope {
  readonly lookups: Lookups
  readonly facts: Facts
}

/** The same while it shows one, in one language. */
export interface View extends Scope {
  readonly language: Language
}

/** What was read: undefined if nothing was given. Text that is no answer stays as text, with what is wrong, so that it is not lost. */
interface Reading {
  readonly value: unknown
  readonly wrong?: Words | undefined
}

/** A type that holds one value. */
export interface LeafType<Field, Value> {
  readonly shape: 'leaf'
  readonly type: string
  readonly schema: z.ZodType<Field>
  /** Said when a required answer is not there. */
  missing(field: Field): Words
  /** Reads JSON or posted text, tolerantly; never throws. */
  parse(field: Field, input: unknown, scope: Scope): Reading
  isValue(value: unknown): value is Value
  /** What is wrong with a value that was read, and what to do; undefined if nothing. */
  check(field: Field, value: Value, scope: Scope): Words | undefined
  /** Lines of text for summaries and prints. */
  show(field: Field, value: Value, view: View): string[]
  /** The same with the identifying part hidden; without it all but the first two signs are hidden. */
  mask?(field: Field, value: Value, view: View): string[]
  /** The text that stands in an input; without it the lines shown. */
  write?(field: Field, value: Value, view: View): string
  fromPost(field: Field, post: Posted, name: string): unknown
  isEmpty(value: unknown): boolean
}

/** A type that holds a fixed set of parts, each a field: a person, an address. */
export interface RecordType<Field, Part> {
  readonly shape: 'record'
  readonly type: string
  readonly schema: z.ZodType<Field>
  parts(field: Field): readonly Part[]
  /** What is wrong between parts; paths are relative to the record. */
  check?(field: Field, value: Facts, scope: Scope): ProblemPlace[]
  /** One line made of all parts; without it each part is a row of its own in summaries. */
  line?(field: Field, value: Facts, view: View, masked: boolean): string
  /** The line hides the identifying part wherever it is masked at all, also in a field that is not declared sensitive. */
  readonly alwaysMasked?: true
}

/** A type that holds rows of the same fields. */
export interface RowsType<Field, Part> {
  readonly shape: 'rows'
  readonly type: string
  readonly schema: z.ZodType<Field>
  parts(field: Field): readonly Part[]
  limits(field: Field): { readonly min: number; readonly max: number }
  /** What one row is called: `Con 1`. */
  rowName(field: Field, index: number): Words
  /** Whether a summary shows the rows as one table. */
  readonly asTable: boolean
}

/** A type whose value follows from others. */
export interface ComputedType<Field> {
  readonly shape: 'computed'
  readonly type: string
  readonly schema: z.ZodType<Field>
  compute(field: Field, scope: Scope): unknown
  show(field: Field, value: unknown, view: View): string[]
}

/** A type without an answer. */
export interface SilentType<Field> {
  readonly shape: 'none'
  readonly type: string
  readonly schema: z.ZodType<Field>
}

export type FieldType<Field extends FieldBase = FieldBase, Part = FieldBase> =
  | LeafType<Field, unknown>
  | RecordType<Field, Part>
  | RowsType<Field, Part>
  | ComputedType<Field>
  | SilentType<Field>

/** Most types are posted as one text field. */
export const firstPosted = (_field: unknown, post: Posted, name: string): string | undefined => post.first(name)

export const isNothing = (value: unknown): boolean => value === undefined || value === null || value === ''

/** Said when the input is of a kind that no screen sends. */
export const unreadable: Words = {
  vi: 'Không đọc được câu trả lời này. Xin điền lại.',
  en: 'This answer cannot be read. Please fill it in again.',
}

export const notFilledIn: Words = {
  vi: 'Chưa điền. Xin điền rồi tiếp tục.',
  en: 'Not filled in. Fill it in to go on.',
}
