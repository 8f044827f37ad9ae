import type { ReactNode } from 'react'
import { Icon, type IconName } from '../Icon.tsx'

interface PreviewHeadProps {
  readonly icon?: IconName
  /** Kind and code in small type. */
  readonly kind: string
  readonly right?: ReactNode
  readonly title: string
  readonly level?: 1 | 2
  readonly badge?: ReactNode
  readonly text?: ReactNode
}

/** The head of what is selected: kind, title, deadline, whose it is. */
export function PreviewHead({ icon, kind, right, title, level = 1, badge, text }: PreviewHeadProps) {
  const Heading = `h${level}` as const
  return (
    <div className="preview-head">
      <div className="preview-kind">
        {icon && <Icon name={icon} />}
        <span>{kind}</span>
        {right !== undefined && <span className="section-right">{right}</span>}
      </div>
      <Heading className="preview-title">{title}</Heading>
      {(badge !== undefined || text !== undefined) && (
        <p className="preview-line">
          {badge} {text}
        </p>
      )}
    </div>
  )
}

interface FileLinksProps {
  readonly files: readonly {
    readonly href: string
    readonly text: string
    readonly icon?: IconName
    readonly note?: string
  }[]
}

/** Papers as short links in one line. */
export const FileLinks = ({ files }: FileLinksProps) => (
  <ul className="file-links">
    {files.map((file) => (
      <li key={file.href}>
        <Icon name={file.icon ?? 'file-text'} />
        <a href={file.href}>{file.text}</a>
        {file.note && <small> {file.note}</small>}
      </li>
    ))}
  </ul>
)

interface FieldTableProps {
  readonly rows: readonly {
    readonly term: string
    readonly value: ReactNode
    /** Small words after the value: "41 ngày", "mới điền 20/11". */
    readonly aside?: ReactNode
    /** A line below: how it was checked, who changed it. */
    readonly note?: ReactNode
    readonly mark?: { readonly icon: IconName; readonly tone: 'good' | 'soon' | 'late' | 'info'; readonly said: string }
    readonly on?: boolean
  }[]
}

/** Fields of a record with how each was checked. */
export function FieldTable({ rows }: FieldTableProps) {
  return (
    <dl className="field-table">
      {rows.map((row) => (
        <div key={row.term} className={row.on ? 'is-on' : undefined}>
          <dt>{row.term}</dt>
          <dd>
            {row.value}
            {row.aside !== undefined && <small> {row.aside}</small>}
            {row.note !== undefined && <p>{row.note}</p>}
          </dd>
          <dd className="field-mark">
            {row.mark && (
              <span className={`tone-${row.mark.tone} toned`}>
                <Icon name={row.mark.icon} />
                <span className="unseen">{row.mark.said}</span>
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

interface FactRowsProps {
  readonly rows: readonly {
    readonly term: string
    readonly value: ReactNode
    readonly note?: string
    readonly tone?: 'good' | 'soon' | 'late'
  }[]
}

/** Term left, value right, ruled. */
export const FactRows = ({ rows }: FactRowsProps) => (
  <dl className="fact-rows">
    {rows.map((row) => (
      <div key={row.term}>
        <dt>{row.term}</dt>
        <dd className={row.tone && `tone-${row.tone} toned`}>
          {row.value}
          {row.note && <small> {row.note}</small>}
        </dd>
      </div>
    ))}
  </dl>
)
