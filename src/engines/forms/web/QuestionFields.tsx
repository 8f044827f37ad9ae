import { useEffect, useMemo, useRef, useState, type FormEvent, type MouseEvent, type ReactNode } from 'react'
import type { ProblemPlace } from '#values/errors.ts'
import { say, type Language } from '#values/words.ts'
import { typeOf, type Field } from '../field-types/index.ts'
import type { Answers, Form } from '../form.ts'
import { communeLabel } from '../lookups.ts'
import { parsePage } from '../parse-page.ts'
import { isAsked, visibleAnswers } from '../visible.ts'
import type { Drawing } from './drawing.ts'
import { lookupsFrom, type LookupData } from './lookup-data.ts'
import { afterButton, begin, cameBack, type Now } from './now.ts'
import { Question } from './Question.tsx'

export interface QuestionFieldsProps {
  readonly language: Language
  readonly form: Form
  /** The id of the page. */
  readonly page: string
  /** All answers so far, also those that could not be read. */
  readonly draft: Answers
  /** What was wrong with this page when it was sent. */
  readonly places?: readonly ProblemPlace[]
  readonly lookups: LookupData
  /** Drawings of where to look, by path, beside text fields: a card with its number marked. */
  readonly pictures?: Readonly<Record<string, ReactNode>>
}

/**
 * The questions of one page, for the inside of `QuestionPage`. Drawn by the server they are a plain form; once a script runs,
 * questions come and go with the answers before them, results are worked out, and rows are added without a round trip.
 */
export const QuestionFields = (props: QuestionFieldsProps) => (
  <Fields key={`${props.form.id} ${props.page}`} {...props} />
)

const nothingWrong: readonly ProblemPlace[] = []

function Fields({ language, form, page, draft, places = nothingWrong, lookups: data, pictures }: QuestionFieldsProps) {
  const [now, setNow] = useState<Now>(() => begin(draft, places))
  const inside = useRef<HTMLDivElement>(null)
  const lookups = useMemo(() => lookupsFrom(data), [data])
  const back = cameBack(now, draft, places)
  if (back !== now) setNow(back)
  useEffect(() => {
    if (now.focus !== undefined) inside.current?.ownerDocument.getElementById(now.focus)?.focus()
  }, [now])

  const asked = form.pages.find((one) => one.id === page)
  if (asked === undefined) return null
  const facts = visibleAnswers(form, now.draft)
  const fields = asked.fields.filter((field) => isAsked(field, facts))
  const repeatsTitle = (field: Field) => field.label[language] === asked.title[language]
  const drawing: Drawing = {
    language,
    lookups,
    wrong: new Map(now.places.map(({ path, message }) => [path, say(message, language)])),
    communeList: data.communes === undefined ? undefined : 'communes',
    pictures,
  }

  const readAgain = (event: FormEvent | MouseEvent, button?: string) => {
    const owner = (event.target as HTMLElement).closest('form')
    if (owner === null) return
    const post = new FormData(owner)
    if (button !== undefined) post.append(button, '')
    const { answers } = parsePage(form, page, now.draft, post, lookups, { typing: true })
    setNow(button === undefined ? { ...now, draft: answers, focus: undefined } : afterButton(now, answers, button))
  }
  const pressRowButton = (event: MouseEvent) => {
    const button = (event.target as HTMLElement).closest<HTMLButtonElement>(
      'button[name^="add:"], button[name^="remove:"]',
    )
    if (button === null) return
    event.preventDefault()
    readAgain(event, button.name)
  }

  return (
    // Inputs keep their own text; this only listens to what changes in them.
    <div ref={inside} onChange={(event) => readAgain(event)} onClick={pressRowButton}>
      {fields.some((field) => typeOf(field).shape === 'rows') && (
        // Enter presses the first button of a form: it must go on, not take out a row.
        <button type="submit" className="unseen" tabIndex={-1} aria-hidden="true" />
      )}
      {fields.map((field) => (
        <Question
          key={typeOf(field).shape === 'rows' ? `${field.id} ${now.version}` : field.id}
          field={field}
          name={field.id}
          value={now.draft[field.id]}
          drawing={drawing}
          facts={facts}
          about={field.prefill}
          bare={asked.fields.length === 1 || repeatsTitle(field)}
          repeatsTitle={repeatsTitle(field)}
        />
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
