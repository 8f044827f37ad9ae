import type { ReactNode } from 'react'
import { say, type Language } from '#values/words.ts'
import { Icon } from '../Icon.tsx'
import { words } from '../words.ts'
import { SavedNote, type SavedNoteProps } from './SavedNote.tsx'

/** A strip of `total` pieces, `done` full and one half full if `half`; the words beside it say the same. */
export function Segments({
  total,
  done,
  half,
}: {
  readonly total: number
  readonly done: number
  readonly half?: boolean
}) {
  return (
    <span className="segments" aria-hidden="true">
      {Array.from({ length: total }, (_, at) => (
        <i key={at} className={at < done ? 'full' : at === done && half ? 'half' : undefined} />
      ))}
    </span>
  )
}

interface ProgressLineProps {
  /** "Câu 3 trong 7" */
  readonly text: string
  readonly total: number
  readonly done: number
  readonly saved?: SavedNoteProps
}

/** Where one is in a row of questions; shown on a phone only, where there is no {@link ProgressAside}. */
export function ProgressLine({ text, total, done, saved }: ProgressLineProps) {
  return (
    <div className="progress-line">
      <p>{text}</p>
      {saved && <SavedNote {...saved} />}
      <Segments total={total} done={done} half />
    </div>
  )
}

export interface ProgressItem {
  readonly state: 'done' | 'now' | 'todo'
  readonly text: string
  readonly href?: string
  /** The answer given. */
  readonly note?: string
}

interface ProgressAsideProps {
  readonly language: Language
  readonly title: string
  readonly items: readonly ProgressItem[]
  readonly help?: ReactNode
}

const stateIcons = { done: 'circle-check', now: 'edit', todo: 'circle' } as const

/** All questions with the answers so far; the ones done lead back. */
export function ProgressAside({ language, title, items, help }: ProgressAsideProps) {
  const done = items.filter((item) => item.state === 'done').length
  return (
    <div className="progress">
      <h2>{title}</h2>
      <Segments total={items.length} done={done} half />
      <ol>
        {items.map((item) => (
          <li key={item.text} className={`is-${item.state}`} aria-current={item.state === 'now' ? 'step' : undefined}>
            <Icon name={stateIcons[item.state]} />
            <span>
              {item.href ? <a href={item.href}>{item.text}</a> : item.text}
              <span className="unseen"> ({say(words[item.state], language)})</span>
              {item.note && <small>{item.note}</small>}
            </span>
          </li>
        ))}
      </ol>
      {help !== undefined && <div className="help">{help}</div>}
    </div>
  )
}

interface HelpProps {
  readonly href: string
  readonly text: string
  readonly children?: ReactNode
}

/** Whom to call, and what to tell them. */
export function Help({ href, text, children }: HelpProps) {
  return (
    <>
      <p className="help-call">
        <Icon name="phone" />
        <a href={href}>{text}</a>
      </p>
      {children}
    </>
  )
}
