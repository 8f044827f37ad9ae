import type { ReactNode } from 'react'
import { say, type Language } from '#values/words.ts'
import { classes } from '../class-names.ts'
import { Icon } from '../Icon.tsx'
import { words } from '../words.ts'

export interface TableColumn<Key extends string = string> {
  readonly key: Key
  readonly title: string
  /** Pixels; columns without a width share the rest. */
  readonly width?: number
  readonly number?: boolean
  readonly strong?: boolean
  readonly quiet?: boolean
  readonly code?: boolean
  /** Names the row. */
  readonly heads?: boolean
  /** Where pressing the title leads, and how the rows are sorted now. */
  readonly sort?: { readonly href: string; readonly now?: 'up' | 'down' }
}

export type TableRow<Key extends string> = Readonly<Partial<Record<Key, ReactNode>>> & {
  readonly id: string
  /** Opens the row; laid on the cell that heads it. */
  readonly href?: string
  readonly selected?: boolean
  readonly tone?: 'good' | 'late' | 'marked'
  /** A title line above this row: "Thứ Ba 24/11", "6 dòng". */
  readonly group?: { readonly title: string; readonly note?: string }
}

interface DataTableProps<Key extends string> {
  readonly language: Language
  readonly caption: string
  readonly columns: readonly TableColumn<Key>[]
  readonly rows: readonly TableRow<Key>[]
  /** 29, 36 or 49 px a row. */
  readonly density?: 'tight' | 'normal' | 'loose'
  /** Check boxes: which rows are marked. */
  readonly marks?: {
    readonly name: string
    readonly marked: ReadonlySet<string>
    readonly allLabel: string
    readonly onMark?: (id: string, marked: boolean) => void
    readonly onAll?: (marked: boolean) => void
  }
  /** The title line stays on top while the column scrolls. */
  readonly sticky?: boolean
  /** Inside the padding of a block. */
  readonly inset?: boolean
}

/** Rows and columns, dense; selection by link, marking by check box. */
export function DataTable<Key extends string>({
  language,
  caption,
  columns,
  rows,
  density = 'normal',
  marks,
  sticky,
  inset,
}: DataTableProps<Key>) {
  const width = columns.length + (marks ? 1 : 0)
  return (
    <table
      className={classes(
        'data',
        `data-${density}`,
        sticky && 'data-sticky',
        inset && 'data-inset',
        marks && 'data-marked',
      )}
    >
      <caption className="unseen">{caption}</caption>
      <colgroup>
        {marks && <col width={38} />}
        {columns.map((column) => (
          <col key={column.key} width={column.width} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {marks && (
            <th scope="col">
              <input
                type="checkbox"
                className="check"
                aria-label={marks.allLabel}
                checked={rows.length > 0 && rows.every((row) => marks.marked.has(row.id))}
                onChange={(event) => marks.onAll?.(event.target.checked)}
              />
            </th>
          )}
          {columns.map((column) =>
            column.title === '' ? (
              <td key={column.key} />
            ) : (
              <th
                key={column.key}
                scope="col"
                className={column.number ? 'number' : undefined}
                aria-sort={column.sort?.now && (column.sort.now === 'up' ? 'ascending' : 'descending')}
              >
                {column.sort ? (
                  <a href={column.sort.href}>
                    {column.title}
                    {column.sort.now && <Icon name={column.sort.now === 'up' ? 'arrow-up' : 'arrow-down'} />}
                  </a>
                ) : (
                  column.title
                )}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.flatMap((row) => [
          row.group && (
            <tr key={`${row.id}-group`} className="data-group">
              <th colSpan={width} scope="colgroup">
                {row.group.title} <span>{row.group.note}</span>
              </th>
            </tr>
          ),
          <tr
            key={row.id}
            id={row.id}
            className={classes(row.selected && 'is-selected', row.tone && `row-${row.tone}`)}
            aria-current={row.selected ? 'true' : undefined}
          >
            {marks && (
              <td>
                <input
                  type="checkbox"
                  className="check"
                  name={marks.name}
                  value={row.id}
                  aria-label={`${say(words.selected, language)}: ${row.id}`}
                  checked={marks.marked.has(row.id)}
                  onChange={(event) => marks.onMark?.(row.id, event.target.checked)}
                />
              </td>
            )}
            {columns.map((column) => (
              <Cell key={column.key} column={column} href={row.href}>
                {row[column.key]}
              </Cell>
            ))}
          </tr>,
        ])}
      </tbody>
    </table>
  )
}

function Cell({ column, href, children }: { column: TableColumn; href?: string; children: ReactNode }) {
  const className = classes(
    column.number && 'number',
    column.strong && 'strong',
    column.quiet && 'cell-quiet',
    column.code && 'code',
  )
  // On a phone, where rows are cards, the title stands in the cell.
  if (!column.heads)
    return (
      <td className={className} data-title={column.title || undefined}>
        {children}
      </td>
    )
  return (
    <th scope="row" className={className}>
      {href === undefined ? (
        children
      ) : (
        <a className="row-link" href={href}>
          {children}
        </a>
      )}
    </th>
  )
}

interface ListFootProps {
  readonly language: Language
  /** "Dòng 1 – 17 trong 10.412" */
  readonly text: ReactNode
  readonly left?: ReactNode
  readonly newerHref?: string
  readonly olderHref?: string
  readonly tools?: ReactNode
}

/** What is marked and may be done with it; which rows these are; newer and older. */
export function ListFoot({ language, text, left, newerHref, olderHref, tools }: ListFootProps) {
  return (
    <div className="list-foot">
      {left}
      <span className="list-foot-text">{text}</span>
      {tools}
      <nav aria-label={`${say(words.newer, language)}, ${say(words.older, language)}`}>
        <Page href={newerHref}>
          <Icon name="chevron-left" /> {say(words.newer, language)}
        </Page>
        <Page href={olderHref}>
          {say(words.older, language)} <Icon name="chevron-right" /> <kbd>PgDn</kbd>
        </Page>
      </nav>
    </div>
  )
}

const Page = ({ href, children }: { href?: string; children: ReactNode }) =>
  href === undefined ? (
    <span className="act act-plain off">{children}</span>
  ) : (
    <a className="act act-plain" href={href}>
      {children}
    </a>
  )

/** Text whose odd pieces are what was searched for. */
export const Marked = ({ pieces }: { readonly pieces: readonly string[] }) =>
  pieces.map((piece, at) => (at % 2 === 1 ? <mark key={at}>{piece}</mark> : piece))
