import { useMemo, useState, type FormEvent } from 'react'
import { read } from '#values/condition.ts'
import type { ProblemPlace } from '#values/errors.ts'
import { say } from '#values/words.ts'
import {
  communeLabel,
  fieldAt,
  newQuestions,
  parseSupplement,
  partsOfField,
  type Answers,
} from '#engines/forms/contract.ts'
import type { Form } from '#engines/forms/declare.ts'
import { lookupsFrom, pinnedField, type LookupData } from '#engines/forms/web/index.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { useOffice } from '../use-office.ts'
import { DenseField, type Drawing } from './DenseField.tsx'

interface PinnedFieldsProps {
  readonly form: Form
  readonly pins: readonly { readonly path: string; readonly label: string; readonly reason: string }[]
  readonly filed: Answers
  /** What stands in the fields at first: as filed, or as the applicant has saved it online. */
  readonly start: Answers
  /** What was typed here and kept: it stands in the fields letter by letter. */
  readonly typed: URLSearchParams | undefined
  readonly lookups: LookupData
  readonly places: readonly ProblemPlace[]
}

/** The questions that are asked again, each below what is asked there, and those that their new answers bring up. */
export function PinnedFields({ form, pins, filed, start, typed, lookups: data, places }: PinnedFieldsProps) {
  const { language } = useOffice()
  const lookups = useMemo(() => lookupsFrom(data), [data])
  const paths = pins.map((pin) => pin.path)
  const readIn = (post: URLSearchParams) => parseSupplement(form, filed, post, paths, lookups).answers
  const [answers, setAnswers] = useState(() => (typed === undefined ? start : readIn(typed)))
  const drawing: Drawing = {
    language,
    lookups,
    wrong: new Map(places.map(({ path, message }) => [path, say(message, language)])),
    typed,
    spareRow: true,
  }
  const readAgain = (event: FormEvent<HTMLElement>) => {
    const owner = (event.target as HTMLElement).closest('form')
    if (owner !== null) setAnswers(readIn(textsIn(new FormData(owner))))
  }
  const isPinned = (path: string) => paths.some((pin) => path === pin || path.startsWith(`${pin}.`))
  const brought = newQuestions(form, filed, answers)
    .filter((path) => !isPinned(path))
    .map((path) => ({ path, label: say(fieldAt(form, path)?.label ?? { vi: path, en: path }, language), reason: '' }))
  return (
    <div onChange={readAgain}>
      {[...pins, ...brought].map(({ path, label, reason }) => (
        <div key={path} className="pinned-field">
          {reason !== '' && (
            <NoteBox tone="waiting" icon="pin" title={label}>
              <p>{reason}</p>
            </NoteBox>
          )}
          <Pinned form={form} path={path} answers={answers} drawing={drawing} />
        </div>
      ))}
      {data.communes !== undefined && (
        <datalist id="communes">
          {data.communes.map((commune) => (
            <option key={`${commune.code} ${commune.name}`} value={communeLabel(commune)} />
          ))}
        </datalist>
      )}
    </div>
  )
}

interface PinnedProps {
  readonly form: Form
  readonly path: string
  readonly answers: Answers
  readonly drawing: Drawing
}

function Pinned({ form, path, answers, drawing }: PinnedProps) {
  const found = pinnedField(form, path, answers)
  if (found === undefined) return null
  const { field, facts, row } = found
  const own =
    row === undefined
      ? [{ field, path }]
      : partsOfField(field).map((part) => ({ field: part, path: `${path}.${part.id}` }))
  return (
    <div className="dense">
      {own.map((one) => (
        <DenseField
          key={one.path}
          field={one.field}
          name={one.path}
          value={read(answers, one.path)}
          facts={facts}
          drawing={drawing}
        />
      ))}
    </div>
  )
}

/** What was typed, without files. */
export function textsIn(form: FormData): URLSearchParams {
  const texts = new URLSearchParams()
  for (const [name, value] of form) if (typeof value === 'string') texts.append(name, value)
  return texts
}
