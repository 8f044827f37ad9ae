import type { ReactNode } from 'react'
import { classes } from '../class-names.ts'
import { Icon } from '../Icon.tsx'

export interface TableColumn<Key extends string = string> {
  readonly key: Key
  readonly title: string
  readonly number?: boolean
  /** Never broken into two lines: times, codes, one short link. */
  readonly tight?: boolean
  /** The cell that names the row (`<th scope="row">`). */
  readonly heads?: boolean
}

interface DataTableProps<Key extends string> {
  readonly caption: string
  readonly captionUnseen?: boolean
  readonly columns: readonly TableColumn<Key>[]
  readonly rows: readonly (Readonly<Record<Key, ReactNode>> & { readonly id: string })[]
  /** On a phone: each row a small card with its headings (`stack`), or the table scrolls in its frame. */
  readonly onPhone?: 'stack' | 'scroll'
}

/** A table with a caption; numbers right and in even figures. */
export function DataTable<Key extends string>({
  caption,
  captionUnseen,
  columns,
  rows,
  onPhone = 'stack',
}: DataTableProps<Key>) {
  return (
    <div
      className={`table table-${onPhone}`}
      {...(onPhone === 'scroll' && { role: 'region', 'aria-label': caption, tabIndex: 0 })}
    >
      <table>
        <caption className={captionUnseen ? 'unseen' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.number ? 'number' : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column) => {
                const Cell = column.heads ? 'th' : 'td'
                return (
                  <Cell
                    key={column.key}
                    scope={column.heads ? 'row' : undefined}
                    data-label={column.title}
                    className={classes(column.number && 'number', column.tight && 'tight')}
                  >
                    {row[column.key]}
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RecordListProps {
  readonly records: readonly {
    readonly href: string
    readonly title: string
    readonly code?: string
    readonly text?: ReactNode
    readonly badge?: ReactNode
    readonly note?: string
  }[]
}

/** Records in three columns: what, where it is, state. */
export function RecordList({ records }: RecordListProps) {
  return (
    <ul className="records">
      {records.map((record) => (
        <li key={record.href}>
          <div>
            <a href={record.href}>{record.title}</a>
            {record.code && <p className="quiet">{record.code}</p>}
          </div>
          <div>{record.text}</div>
          <div>
            {record.badge}
            {record.note && <p className="note">{record.note}</p>}
          </div>
        </li>
      ))}
    </ul>
  )
}

interface PagerProps {
  readonly label: string
  readonly newer?: { readonly href: string; readonly text: string }
  readonly older?: { readonly href: string; readonly text: string }
}

/** Newer and older; no page numbers. */
export function Pager({ label, newer, older }: PagerProps) {
  return (
    <nav className="pager" aria-label={label}>
      {newer && (
        <a className="button button-quiet" href={newer.href} rel="prev">
          <Icon name="chevron-left" />
          <span>{newer.text}</span>
        </a>
      )}
      {older && (
        <a className="button button-quiet" href={older.href} rel="next">
          <span>{older.text}</span>
          <Icon name="chevron-right" />
        </a>
      )}
    </nav>
  )
}
