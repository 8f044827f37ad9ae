import type { ReactNode } from 'react'
import { Icon } from '../Icon.tsx'

interface SummaryListProps {
  readonly title: string
  readonly rows: readonly {
    readonly term: string
    readonly value: ReactNode
    /** `text` is seen ("Sửa"); with the term it is also what a screen reader says. */
    readonly change?: { readonly href: string; readonly text: string }
  }[]
}

/** Answers to look over, each with its way back. */
export function SummaryList({ title, rows }: SummaryListProps) {
  return (
    <section className="summary">
      <h2>{title}</h2>
      <dl>
        {rows.map((row) => (
          <div key={row.term}>
            <dt>{row.term}</dt>
            <dd>{row.value}</dd>
            {row.change && (
              <dd className="summary-change">
                <a href={row.change.href}>
                  {row.change.text}
                  <span className="unseen"> {row.term}</span>
                </a>
              </dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  )
}

interface SummaryFilesProps {
  readonly title: string
  readonly files: readonly {
    readonly name: string
    readonly note?: string
    readonly picture: ReactNode
    readonly badge?: ReactNode
    readonly link?: { readonly href: string; readonly text: string }
  }[]
}

/** Papers that go along, with their state. */
export function SummaryFiles({ title, files }: SummaryFilesProps) {
  return (
    <section className="summary">
      <h2>{title}</h2>
      <ul className="summary-files">
        {files.map((file) => (
          <li key={file.name}>
            <span className="thumb">{file.picture ?? <Icon name="file-text" />}</span>
            <span className="summary-name">
              {file.name}
              {file.note && <small>{file.note}</small>}
            </span>
            {file.badge}
            {file.link && (
              <a href={file.link.href}>
                {file.link.text}
                <span className="unseen"> {file.name}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface MoneyLinesProps {
  readonly lines: readonly { readonly text: string; readonly amount: string }[]
  readonly total: { readonly text: string; readonly amount: string }
  readonly note?: ReactNode
}

/** Amounts under each other and their sum; the caller writes them (`135.000 ₫`). */
export function MoneyLines({ lines, total, note }: MoneyLinesProps) {
  return (
    <>
      <dl className="money">
        {lines.map((line) => (
          <div key={line.text}>
            <dt>{line.text}</dt>
            <dd>{line.amount}</dd>
          </div>
        ))}
        <div className="money-total">
          <dt>{total.text}</dt>
          <dd>{total.amount}</dd>
        </div>
      </dl>
      {note !== undefined && <p className="note">{note}</p>}
    </>
  )
}
