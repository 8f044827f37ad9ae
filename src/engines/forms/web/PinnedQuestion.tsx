import type { ProblemPlace } from '#values/errors.ts'
import { say, type Language } from '#values/words.ts'
import { read, type Facts } from '#values/condition.ts'
import { typeOf, type Field } from '../field-types/index.ts'
import type { Answers, Form } from '../form.ts'
import { isObject } from '../level.ts'
import { factsBelow, visibleAnswers } from '../visible.ts'
import type { Drawing } from './drawing.ts'
import { lookupsFrom, type LookupData } from './lookup-data.ts'
import { Parts, Question } from './Question.tsx'

export interface PinnedQuestionProps {
  readonly language: Language
  readonly form: Form
  /** A pinned path such as `residence.commune` or `children.0.name`. */
  readonly path: string
  /** What was filed; shown below the question. */
  readonly filed: Answers
  /** What was typed since, if the page came back. */
  readonly answers?: Answers
  readonly places?: readonly ProblemPlace[]
  readonly lookups: LookupData
}

/** One question asked again, in place: nothing but what is pinned can be changed. Draws nothing for a path that leads nowhere. */
export function PinnedQuestion({
  language,
  form,
  path,
  filed,
  answers = filed,
  places = [],
  lookups: data,
}: PinnedQuestionProps) {
  const facts = visibleAnswers(form, answers)
  const found = descend(
    form.pages.flatMap((page) => page.fields),
    path.split('.'),
    facts,
  )
  if (found === undefined) return null
  const drawing: Drawing = {
    language,
    lookups: lookupsFrom(data),
    wrong: new Map(places.map((place) => [place.path, say(place.message, language)])),
    filed,
    spareRow: true,
  }
  const props = { field: found.field, name: path, value: read(answers, path), drawing, facts: found.facts }
  return found.row === undefined ? <Question {...props} bare /> : <Parts {...props} fields={found.row} />
}

interface Found {
  readonly field: Field
  readonly facts: Facts
  /** The fields of the row, where the path is that of a whole row. */
  readonly row?: readonly Field[]
}

function descend(fields: readonly Field[], [id, ...rest]: readonly string[], facts: Facts): Found | undefined {
  const field = fields.find((one) => one.id === id)
  if (field === undefined || rest.length === 0) return field && { field, facts }
  const type = typeOf(field)
  if (type.shape !== 'record' && type.shape !== 'rows') return undefined
  const parts = type.parts(field)
  const value = facts[field.id]
  if (type.shape === 'record') return descend(parts, rest, factsBelow(parts, isObject(value) ? value : {}, facts))
  const [row, ...below] = rest
  const own: unknown = Array.isArray(value) ? value[Number(row)] : undefined
  if (!isObject(own)) return undefined
  const inRow = factsBelow(parts, own, facts)
  return below.length === 0 ? { field, facts, row: parts } : descend(parts, below, inRow)
}
