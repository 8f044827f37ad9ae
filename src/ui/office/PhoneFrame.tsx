import type { ReactNode } from 'react'
import { say, type Language } from '#values/words.ts'
import { Icon } from '../Icon.tsx'
import { words } from '../words.ts'

interface PhoneFrameProps {
  readonly language: Language
  readonly back: { readonly href: string; readonly text: string }
  /** "1 / 9" */
  readonly right?: string
  /** Two or three {@link Act}s within reach of the thumb; the primary one last. */
  readonly actions: ReactNode
  readonly children: ReactNode
}

/** One thing at a time on a phone of someone who reads and decides. */
export const PhoneFrame = ({ language, back, right, actions, children }: PhoneFrameProps) => (
  <div className="phone">
    <a className="skip" href="#content">
      {say(words.skip, language)}
    </a>
    <header>
      <a href={back.href} aria-label={`${say(words.back, language)}: ${back.text}`}>
        <Icon name="chevron-left" />
        <b>{back.text}</b>
      </a>
      {right && <span>{right}</span>}
    </header>
    <main id="content" tabIndex={-1}>
      {children}
    </main>
    <footer aria-label={say(words.actions, language)}>{actions}</footer>
  </div>
)

interface KeyPointsProps {
  readonly title: string
  readonly note?: string
  readonly points: readonly ReactNode[]
}

/** The few things to know before deciding. */
export const KeyPoints = ({ title, note, points }: KeyPointsProps) => (
  <section className="key-points">
    <h2>
      {title} {note && <span>{note}</span>}
    </h2>
    <ol>
      {points.map((point, at) => (
        <li key={at}>{point}</li>
      ))}
    </ol>
  </section>
)
