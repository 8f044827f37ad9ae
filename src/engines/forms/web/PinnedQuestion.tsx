import type { ProblemPlace } from '#values/errors.ts'
import { say, type Language } from '#values/words.ts'
import { read } from '#values/condition.ts'
import type { Answers, Form } from '../form.ts'
import type { Drawing } from './drawing.ts'
import { lookupsFrom, type LookupData } from './lookup-data.ts'
import { pinnedField } from './pinned-field.ts'
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
  const found = pinnedField(form, path, answers)
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
