import type { ReactNode } from 'react'
import { classes } from '../class-names.ts'

interface ColumnsProps {
  readonly children: ReactNode
  readonly aside: ReactNode
  /** `facts`: wide aside with cards; `progress`: narrow aside beside questions; `nav`: menu on the left. */
  readonly shape?: 'facts' | 'progress' | 'nav'
  /** Title and first button; with `onPhone="split"` they come before the aside on a phone. */
  readonly lead?: ReactNode
  /**
   * On a phone the aside stands above (`first`), below (`last`, default), is left out (`none`), or its first card follows
   * `lead` and the rest comes at the end (`split`).
   */
  readonly onPhone?: 'first' | 'last' | 'none' | 'split'
  readonly asideLabel: string
}

/** Main text and an aside; one column on a phone and under large text. */
export function Columns({ children, lead, aside, shape = 'facts', onPhone = 'last', asideLabel }: ColumnsProps) {
  return (
    <div className={classes('columns', `columns-${shape}`, `aside-${onPhone}`)}>
      <div className="column">
        {lead !== undefined && <div className="column-lead">{lead}</div>}
        {children}
      </div>
      <aside className="column-aside" aria-label={asideLabel}>
        {aside}
      </aside>
    </div>
  )
}

interface PageTitleProps {
  readonly title: string
  readonly caption?: ReactNode
  readonly lead?: ReactNode
  /** A code or date under the title. */
  readonly note?: ReactNode
  /** The Vietnamese name under an English title. */
  readonly titleInLaw?: string
}

/** The one `<h1>`, what stands above it in small type and the sentence below it. */
export function PageTitle({ title, caption, lead, note, titleInLaw }: PageTitleProps) {
  return (
    <div className="title">
      {caption !== undefined && <p className="caption">{caption}</p>}
      <h1>{title}</h1>
      {titleInLaw && (
        <p className="in-law" lang="vi">
          {titleInLaw}
        </p>
      )}
      {note !== undefined && <p className="title-note">{note}</p>}
      {lead !== undefined && <p className="lead">{lead}</p>}
    </div>
  )
}

interface SectionProps {
  readonly title: string
  readonly id?: string
  readonly link?: { readonly href: string; readonly text: string }
  readonly level?: 2 | 3
  readonly children: ReactNode
}

/** A titled part of a page with an optional link at its right. */
export function Section({ title, id, link, level = 2, children }: SectionProps) {
  const Heading = `h${level}` as const
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <Heading id={id}>{title}</Heading>
        {link && <a href={link.href}>{link.text}</a>}
      </div>
      {children}
    </section>
  )
}

/** Law and codes at the end of a page, in small type. */
export function SmallPrint({ children }: { readonly children: ReactNode }) {
  return <div className="small-print">{children}</div>
}
