import type { ReactNode, Ref } from 'react'
import { classes } from '../class-names.ts'
import { Icon, type IconName } from '../Icon.tsx'

interface PanesProps {
  /**
   * Widths at 1366 px; the flexible column grows, the right one stays below 400 px.
   * `inbox` list 408, middle, actions 228 (a fourth pane shows from 1600 px) · `work` papers 453, middle, right 316 ·
   * `side` middle, right 352 · `filter` filters 207, middle · `tree` tree 313, middle, right 300 ·
   * `edit` 207, middle, right 312 · `desk` 273, middle, right 338 · `one` a single column.
   */
  readonly shape: 'inbox' | 'work' | 'side' | 'filter' | 'tree' | 'edit' | 'desk' | 'one'
  readonly children: ReactNode
}

/** Columns that scroll alone. */
export const Panes = ({ shape, children }: PanesProps) => <div className={`panes panes-${shape}`}>{children}</div>

interface PaneProps {
  /** What this column holds, for screen readers. */
  readonly label: string
  readonly ground?: 'card' | 'ground' | 'desk'
  /** Stays on top: tabs, chips, a toolbar. */
  readonly head?: ReactNode
  /** Stays at the foot: buttons, totals. */
  readonly foot?: ReactNode
  /** Shown only from 1600 px on. */
  readonly wideOnly?: boolean
  /** Has nothing inside that takes the focus: the column itself does, so that keys can scroll it. */
  readonly still?: boolean
  readonly children: ReactNode
}

/** One column. */
export function Pane({ label, ground = 'card', head, foot, wideOnly, still, children }: PaneProps) {
  return (
    <section className={classes('pane', `pane-${ground}`, wideOnly && 'pane-wide-only')} aria-label={label}>
      {head}
      <div className="pane-body" tabIndex={still ? 0 : undefined}>
        {children}
      </div>
      {foot !== undefined && <div className="pane-foot">{foot}</div>}
    </section>
  )
}

interface BlockProps {
  readonly title?: ReactNode
  readonly count?: ReactNode
  readonly note?: ReactNode
  readonly right?: ReactNode
  readonly small?: boolean
  readonly tone?: 'ground' | 'late'
  readonly ref?: Ref<HTMLElement>
  readonly children?: ReactNode
}

/** A ruled part of a column with its title line. */
export function Block({ title, count, note, right, small, tone, ref, children }: BlockProps) {
  return (
    <section ref={ref} className={classes('block', tone && `block-${tone}`)}>
      {title !== undefined && <SectionTitle title={title} count={count} note={note} right={right} small={small} />}
      {children}
    </section>
  )
}

/** A title, a count or remark beside it, something at the right. */
export function SectionTitle({ title, count, note, right, small }: Omit<BlockProps, 'children' | 'tone' | 'ref'>) {
  return (
    <div className="section-title">
      <h2 className={small ? 'small' : undefined}>{title}</h2>
      {count !== undefined && <span className="quiet">{count}</span>}
      {note !== undefined && <span className="section-note">{note}</span>}
      {right !== undefined && <span className="section-right">{right}</span>}
    </div>
  )
}

interface PageHeadProps {
  readonly title: ReactNode
  readonly text?: ReactNode
  /** In one line with the title. */
  readonly beside?: ReactNode
  readonly back?: { readonly href: string; readonly text: string }
  readonly right?: ReactNode
  readonly size?: 'normal' | 'large'
}

/** The head of a work screen: way back, title with its codes, tools. */
export function PageHead({ title, text, beside, back, right, size = 'normal' }: PageHeadProps) {
  return (
    <div className="page-head">
      {back && (
        <a className="page-back" href={back.href}>
          <Icon name="chevron-left" />
          {back.text}
        </a>
      )}
      <div className="page-title">
        <h1 className={size === 'large' ? 'large' : undefined}>
          {title}
          {beside !== undefined && <span className="beside"> {beside}</span>}
        </h1>
        {text !== undefined && <p>{text}</p>}
      </div>
      {right !== undefined && <div className="page-tools">{right}</div>}
    </div>
  )
}

interface ToolbarProps {
  /** The `h1`, seen only by screen readers when the tools say it all. */
  readonly title: string
  readonly titleUnseen?: boolean
  readonly children: ReactNode
  readonly right?: ReactNode
}

/** A head made of fields and chips: a search, a question put together from choices. */
export const Toolbar = ({ title, titleUnseen, children, right }: ToolbarProps) => (
  <div className="page-head toolbar">
    <h1 className={titleUnseen ? 'unseen' : undefined}>{title}</h1>
    {children}
    {right !== undefined && <div className="page-tools section-right">{right}</div>}
  </div>
)

interface SheetProps {
  /** Rounded like a phone's screen: what someone else will see. */
  readonly phone?: boolean
  readonly children: ReactNode
}

/** A white card on the desk. */
export const Sheet = ({ phone, children }: SheetProps) => (
  <div className={phone ? 'sheet sheet-phone' : 'sheet'}>{children}</div>
)

interface StepperProps {
  readonly text: string
  readonly previous: { readonly href?: string; readonly label: string }
  readonly next: { readonly href?: string; readonly label: string }
}

/** "6 / 16" with the way to the neighbours. */
export function Stepper({ text, previous, next }: StepperProps) {
  return (
    <span className="stepper">
      {text}
      <Step {...previous} icon="chevron-up" />
      <Step {...next} icon="chevron-down" />
    </span>
  )
}

const Step = ({ href, label, icon }: { href?: string; label: string; icon: IconName }) =>
  href === undefined ? (
    <span className="icon-button off" role="img" aria-label={label}>
      <Icon name={icon} />
    </span>
  ) : (
    <a className="icon-button" href={href} aria-label={label} title={label}>
      <Icon name={icon} />
    </a>
  )
