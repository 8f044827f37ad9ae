import { classes } from '../class-names.ts'
import type { ReactNode } from 'react'
import type { Language } from '#values/words.ts'
import { Emblem } from '../Emblem.tsx'
import { Footer, type FooterProps } from './Footer.tsx'
import { SkipLink } from './PortalFrame.tsx'
import { SavedNote, type SavedNoteProps } from './SavedNote.tsx'

export interface TaskFrameProps {
  readonly language: Language
  readonly homeHref: string
  readonly title: string
  /** Second line: the portal's name on a wide screen; with `titleInLaw` the Vietnamese name on an English page. */
  readonly site: string
  readonly titleInLaw?: string
  readonly saved?: SavedNoteProps
  /** Leaves and keeps the answers: a link, or a submit button of the page's form when `form` is given. */
  readonly leave?: {
    readonly text: string
    readonly short: string
    readonly href?: string
    readonly form?: string
    readonly name?: string
    readonly value?: string
  }
  readonly footer?: FooterProps
  readonly narrow?: boolean
  readonly children: ReactNode
}

/** The frame of question and summary pages: nothing to wander off to, the saved time, and a way out that keeps everything. */
export function TaskFrame({
  language,
  homeHref,
  title,
  site,
  titleInLaw,
  saved,
  leave,
  footer,
  narrow,
  children,
}: TaskFrameProps) {
  return (
    <>
      <SkipLink language={language} />
      <header className="head head-task">
        <div className="measure head-in">
          <a className="brand" href={homeHref}>
            <Emblem />
            <span>
              <b>{title}</b>
              {titleInLaw ? <small lang="vi">{titleInLaw}</small> : <small className="on-wide">{site}</small>}
            </span>
          </a>
          {saved && (
            <div className="on-wide">
              <SavedNote {...saved} />
            </div>
          )}
          {leave && <Leave {...leave} />}
        </div>
      </header>
      <main id="content" className="main" tabIndex={-1}>
        <div className={classes('measure main-in', narrow && 'main-narrow')}>{children}</div>
      </main>
      {footer && <Footer {...footer} language={language} />}
    </>
  )
}

function Leave({ text, short, href, form, name, value }: NonNullable<TaskFrameProps['leave']>) {
  const inside = (
    <>
      <span className="on-wide">{text}</span>
      <span className="on-phone">{short}</span>
    </>
  )
  if (form === undefined)
    return (
      <a className="leave" href={href}>
        {inside}
      </a>
    )
  return (
    <button className="leave" type="submit" form={form} name={name} value={value} formNoValidate>
      {inside}
    </button>
  )
}
