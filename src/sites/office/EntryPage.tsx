import type { ReactNode } from 'react'
import { say, type Language } from '#values/words.ts'
import { Emblem } from '#ui/Emblem.tsx'
import '#ui/office/office.css'
import './pages.css'
import { installation } from '../installation.ts'

interface EntryPageProps {
  readonly language: Language
  readonly title: string
  readonly children: ReactNode
}

/** What stands before the office: one card, one question. */
export const EntryPage = ({ language, title, children }: EntryPageProps) => (
  <div className="entry">
    <main id="content">
      <Emblem size={32} />
      <h1>{title}</h1>
      <p className="quiet">{say(installation.owner, language)}</p>
      {children}
    </main>
  </div>
)
