import type { ReactNode } from 'react'
import { read, type Facts } from '#values/condition.ts'
import { fill, say, type Language } from '#values/words.ts'
import type { FieldFrame } from '#ui/portal/Field.tsx'
import type { LeafType } from '../field-types/field-type.ts'
import { typeOf, type Field } from '../field-types/index.ts'
import type { Answers } from '../form.ts'
import type { Lookups } from '../lookups.ts'
import { showField, showing } from '../show-field.ts'
import { words } from './words.ts'

/** What all questions of a page share while they are drawn. */
export interface Drawing {
  readonly language: Language
  readonly lookups: Lookups
  /** What is wrong, by path. */
  readonly wrong: ReadonlyMap<string, string>
  /** The answers filed before, shown below each question that is asked again. */
  readonly filed?: Answers | undefined
  /** The id of the list of communes offered, if the page has one. */
  readonly communeList?: string | undefined
  /** Drawings of where to look, by path, beside text fields. */
  readonly pictures?: Readonly<Record<string, ReactNode>> | undefined
  /** Rows are not added or taken out by buttons: one empty row stands at the end instead. */
  readonly spareRow?: boolean | undefined
}

/** What one question is drawn from. Its name is its path, so that a plain post says where each answer belongs. */
export interface AnswerProps<Asked extends Field = Field> {
  readonly field: Asked
  readonly name: string
  readonly value: unknown
  readonly drawing: Drawing
  /** What stands around it: bounds and dates of lists look there. */
  readonly facts: Facts
  /** Where the answer is in the profile of whoever fills in the form; browsers may then offer it. */
  readonly about?: string | undefined
  /** Its words are those of the title above it: whoever sees the page need not read them twice. */
  readonly repeatsTitle?: boolean
}

export interface QuestionProps extends AnswerProps {
  /** A person alone on a page, or of the name of the page, needs no frame: the title says who it is. */
  readonly bare?: boolean
}

/** Label, hint, error and the earlier answer, as the fields of `ui` take them. */
export function frameOf({ field, name, drawing, facts }: AnswerProps): FieldFrame {
  const { language, lookups, wrong } = drawing
  const label = say(field.label, language)
  const before = drawing.filed === undefined ? undefined : read(drawing.filed, name)
  const filed = showField(field, before, showing(language, lookups, facts, true))
  return {
    language,
    name,
    label: field.optional === true ? say(fill(words.optional, { label }), language) : label,
    ...(language !== 'vi' && { labelInLaw: field.label.vi }),
    hint: hintOf(field, language),
    error: wrong.get(name),
    ...(filed.length > 0 && { after: say(fill(words.filed, { lines: filed.join(', ') }), language) }),
  }
}

function hintOf({ hint, example }: Field, language: Language): ReactNode {
  const said = hint === undefined ? '' : say(hint, language)
  if (example === undefined) return said === '' ? undefined : said
  const stop = said === '' || /[.!?]$/.test(said) ? ' ' : '. '
  return `${said}${stop}${say(fill(words.example, { example }), language)}`.trim()
}

/** The text that stands in an input: the answer as it is written, or what was typed if it could not be read. */
export function written({ field, value, drawing, facts }: AnswerProps): string {
  const type = typeOf(field)
  if (type.shape !== 'leaf' || value === undefined) return ''
  const leaf: LeafType<Field, unknown> = type
  if (!leaf.isValue(value)) return typeof value === 'string' ? value : ''
  const view = { language: drawing.language, lookups: drawing.lookups, facts }
  return leaf.write?.(field, value, view) ?? leaf.show(field, value, view).join('\n')
}
