import type { ReactNode } from 'react'
import { classes } from '../class-names.ts'
import { Icon, type IconName } from '../Icon.tsx'

export interface TreeRow {
  readonly id: string
  readonly text: string
  readonly href: string
  /** 0 … 5 */
  readonly level: number
  readonly icon?: IconName
  readonly right?: ReactNode
  readonly selected?: boolean
  readonly strong?: boolean
  readonly quiet?: boolean
  /** Whether it has parts, and shows them; `toggleHref` leads to the other state. */
  readonly fold?: {
    readonly open: boolean
    readonly toggleHref: string
    readonly label: string
    readonly onToggle?: () => void
  }
}

/** Parts within parts, as a flat list of the rows that show; each row is a link, folding is a link of its own. */
export function Tree({ label, rows }: { readonly label: string; readonly rows: readonly TreeRow[] }) {
  return (
    <nav aria-label={label}>
      <ul className="tree">
        {rows.map((row) => (
          <li
            key={row.id}
            className={classes(
              `level-${Math.min(5, row.level)}`,
              row.selected && 'is-selected',
              row.strong && 'is-strong',
              row.quiet && 'is-quiet',
            )}
          >
            {row.fold ? (
              <a
                className="tree-fold"
                href={row.fold.toggleHref}
                aria-label={row.fold.label}
                aria-expanded={row.fold.open}
                role="button"
                onClick={(event) => {
                  if (!row.fold?.onToggle) return
                  event.preventDefault()
                  row.fold.onToggle()
                }}
              >
                <Icon name={row.fold.open ? 'chevron-down' : 'chevron-right'} />
              </a>
            ) : (
              <span className="tree-fold" />
            )}
            {row.icon && <Icon name={row.icon} />}
            <a href={row.href} aria-current={row.selected ? 'true' : undefined}>
              {row.text}
            </a>
            {row.right !== undefined && <span className="tree-right">{row.right}</span>}
          </li>
        ))}
      </ul>
    </nav>
  )
}

interface StepChainProps {
  readonly label: string
  readonly steps: readonly {
    readonly href?: string
    readonly title: string
    readonly text?: ReactNode
    readonly value?: ReactNode
    readonly selected?: boolean
  }[]
  /** Green arrows instead of chevrons: each box vouches for the one before. */
  readonly proof?: boolean
}

/** Boxes in a row, one after the other. */
export const StepChain = ({ label, steps, proof }: StepChainProps) => (
  <ol className={classes('chain', proof && 'chain-proof')} aria-label={label}>
    {steps.map((step, at) => (
      <li
        key={step.title}
        className={step.selected ? 'is-selected' : undefined}
        aria-current={step.selected ? 'step' : undefined}
      >
        {at > 0 && <Icon name={proof ? 'arrow-narrow-right' : 'chevron-right'} />}
        <div>
          <b>{step.href ? <a href={step.href}>{step.title}</a> : step.title}</b>
          {step.text !== undefined && <p>{step.text}</p>}
          {step.value !== undefined && <p className="chain-value">{step.value}</p>}
        </div>
      </li>
    ))}
  </ol>
)

interface CheckRowsProps {
  readonly rows: readonly {
    readonly result: 'yes' | 'no' | 'none'
    readonly term?: string
    readonly text: ReactNode
    readonly right?: ReactNode
    readonly said: string
  }[]
}

const resultIcons = { yes: 'check', no: 'x', none: 'minus' } as const

/** What was looked at, one after the other, and what came out. */
export const CheckRows = ({ rows }: CheckRowsProps) => (
  <ul className={rows.some((row) => row.term) ? 'check-rows check-rows-terms' : 'check-rows'}>
    {rows.map((row, at) => (
      <li key={at} className={`result-${row.result}`}>
        <span className="result">
          <Icon name={resultIcons[row.result]} />
          <span className="unseen">{row.said}</span>
        </span>
        {row.term && <span className="check-term">{row.term}</span>}
        <span>{row.text}</span>
        {row.right !== undefined && <span className="check-right">{row.right}</span>}
      </li>
    ))}
  </ul>
)
