import { useMemo, useState, type FormEvent, type MouseEvent } from 'react'
import { holds } from '#values/condition.ts'
import type { ProblemPlace } from '#values/errors.ts'
import { say, type Language } from '#values/words.ts'
import { communeLabel, visibleAnswers, visiblePages, type Answers } from '#engines/forms/contract.ts'
import type { Form } from '#engines/forms/declare.ts'
import { lookupsFrom, type LookupData } from '#engines/forms/web/index.ts'
import { SectionTitle } from '#ui/office/Panes.tsx'
import { answersNow, groupOf } from './answers-now.ts'
import { DenseField, type Drawing } from './DenseField.tsx'

export interface DenseFormProps {
  readonly language: Language
  readonly form: Form
  readonly lookups: LookupData
  readonly start: Answers
  readonly typed?: URLSearchParams | undefined
  readonly places: readonly ProblemPlace[]
  /** The answers as far as they can be read, whenever they change. */
  readonly onAnswers: (answers: Answers) => void
}

/** All pages of a form on one screen, two columns; fields come and go with the answers before them. */
export function DenseForm({ language, form, lookups: data, start, typed, places, onAnswers }: DenseFormProps) {
  const [now, setNow] = useState({ draft: start, version: 0, typed })
  const lookups = useMemo(() => lookupsFrom(data), [data])
  const facts = visibleAnswers(form, now.draft)
  const drawing: Drawing = {
    language,
    lookups,
    wrong: new Map(places.map(({ path, message }) => [path, say(message, language)])),
    typed: now.typed,
  }

  const readAgain = (event: FormEvent | MouseEvent, button?: string) => {
    const owner = (event.target as HTMLElement).closest('form')
    if (owner === null) return
    const post = new FormData(owner)
    if (button !== undefined) post.append(button, '')
    const draft = answersNow(form, now.draft, post, lookups)
    onAnswers(draft)
    // Rows that moved are drawn anew from the answers; everything else keeps what is typed in it.
    setNow(button === undefined ? { ...now, draft } : { draft, version: now.version + 1, typed: undefined })
  }
  const pressRowButton = (event: MouseEvent) => {
    const button = (event.target as HTMLElement).closest<HTMLButtonElement>(
      'button[name^="add:"], button[name^="remove:"]',
    )
    if (button === null) return
    event.preventDefault()
    readAgain(event, button.name)
    requestAnimationFrame(() => document.getElementById(groupOf(button.name))?.focus())
  }

  return (
    <div onChange={(event) => readAgain(event)} onClick={pressRowButton}>
      {visiblePages(form, now.draft).map((page) => (
        <section key={page.id} className="dense-page">
          {!isAlone(page, language) && <SectionTitle small title={say(page.title, language)} />}
          <div className="dense">
            {page.fields
              .filter((field) => field.when === undefined || holds(field.when, facts))
              .map((field) => (
                <DenseField
                  key={field.type === 'group' || field.type === 'table' ? `${field.id} ${now.version}` : field.id}
                  field={field}
                  name={field.id}
                  value={now.draft[field.id]}
                  facts={facts}
                  drawing={drawing}
                />
              ))}
          </div>
        </section>
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

/** A page of one question of the same name needs no title of its own. */
const isAlone = ({ title, fields }: Form['pages'][number], language: Language): boolean =>
  fields.length === 1 && fields[0]?.label[language] === title[language]
