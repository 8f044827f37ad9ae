import type { Json } from '#values/layers.ts'
import type { Words } from '#values/words.ts'
import { partsOfField } from '#engines/forms/contract.ts'
import { Field } from '#engines/forms/declare.ts'
import { readAt } from '../edit-declaration.ts'

/** A question that conditions, bounds and formulas may look at. */
export interface AskedQuestion {
  /** As they name it: `applicant.birthDate`; a column of rows as `items.amount`. */
  readonly path: string
  readonly label: Words
  readonly field: Field
  readonly isColumn: boolean
}

/** The questions of the form by what people read, whatever else of the draft is wrong; for one within a group those beside it too. */
export function askedQuestions(declaration: Json, element = ''): readonly AskedQuestion[] {
  const form = readAt(declaration, 'form')
  const beside = /^(form\.pages\.\d+\.fields\.\d+\.(?:fields|columns))\.\d+$/.exec(element)?.[1]
  return [...(beside === undefined ? [] : listIn(readAt(declaration, beside)).flatMap(questionsOf)), ...ofForm(form)]
}

const known = new WeakMap<object, readonly AskedQuestion[]>()

function ofForm(form: Json | undefined): readonly AskedQuestion[] {
  if (typeof form !== 'object' || form === null) return []
  const found =
    known.get(form) ??
    listIn(readAt(form, 'pages'))
      .flatMap((page) => listIn(readAt(page, 'fields')))
      .flatMap(questionsOf)
  known.set(form, found)
  return found
}

const listIn = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : [])

/** A question with its parts, once it says enough to have some. */
function questionsOf(said: Json): AskedQuestion[] {
  const id = readAt(said, 'id')
  if (typeof id !== 'string') return []
  const read = Field.safeParse(said)
  const field = read.success ? read.data : (said as unknown as Field)
  const isRows = field.type === 'group' || field.type === 'table'
  const own = { path: id, label: labelOf(said, id), field, isColumn: false }
  const parts = read.success ? partsOfField(field) : []
  return [
    own,
    ...parts.map((part) => ({
      path: `${id}.${part.id}`,
      label: { vi: `${own.label.vi} – ${part.label.vi}`, en: `${own.label.en} – ${part.label.en}` },
      field: part,
      isColumn: isRows,
    })),
  ]
}

function labelOf(said: Json, id: string): Words {
  const text = (language: string) => {
    const label = readAt(said, `label.${language}`)
    return typeof label === 'string' && label !== '' ? label : undefined
  }
  const vi = text('vi') ?? id
  return { vi, en: text('en') ?? vi }
}

/** The question of a path, named with or without `answers.`. */
export const questionAt = (questions: readonly AskedQuestion[], name: string): Field | undefined =>
  questions.find(({ path }) => path === (name.startsWith('answers.') ? name.slice('answers.'.length) : name))?.field

const isNumeric = ({ type, ...field }: Field): boolean =>
  type === 'number' || type === 'money' || (type === 'computed' && (field as { result?: string }).result !== 'date')

/** What a question can stand for in a calculation or a bound. */
export const standsFor = {
  numbers: ({ field }) => isNumeric(field),
  dates: ({ field, isColumn }) =>
    !isColumn && (field.type === 'date' || (field.type === 'computed' && field.result === 'date')),
  rows: ({ field }) => field.type === 'group' || field.type === 'table',
  chosen: ({ field, isColumn }) => !isColumn && field.type === 'choice' && field.many !== true,
  answers: ({ field, isColumn }) =>
    !isColumn && field.type !== 'statement' && field.type !== 'group' && field.type !== 'table',
} as const satisfies Record<string, (one: AskedQuestion) => boolean>
