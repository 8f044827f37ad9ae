import { Fragment, type ReactNode } from 'react'
import { say, type Language } from '#values/words.ts'
import { DataTable } from '#ui/portal/DataTable.tsx'
import { SummaryList } from '#ui/portal/SummaryList.tsx'
import type { SummaryPage, SummaryRow } from '../summary.ts'
import { words } from './words.ts'

export interface FormSummaryProps {
  readonly language: Language
  /** What `summaryOf` answers. */
  readonly pages: readonly SummaryPage[]
  /** Where an answer can be changed; without it the summary is only read. */
  readonly changeHref?: (page: string, path: string) => string
  /** `Sửa`. */
  readonly changeText?: string
}

/** All answers to look over: a list for each page, and for each child or vehicle on it. */
export function FormSummary({ language, pages, changeHref, changeText }: FormSummaryProps) {
  return pages.flatMap((page) =>
    sectionsOf(page).map(({ title, rows }) => (
      <SummaryList
        key={`${page.page} ${title}`}
        title={title}
        rows={rows.map((row) => ({
          term: row.label,
          value: shown(row, language),
          ...(changeHref &&
            changeText &&
            !row.computed && { change: { href: changeHref(page.page, row.path), text: changeText } }),
        }))}
      />
    )),
  )
}

/** Rows of one person or thing stand together; if a page is about one only, its title says who. */
function sectionsOf(page: SummaryPage): { title: string; rows: SummaryRow[] }[] {
  const sections = new Map<string, SummaryRow[]>()
  for (const row of page.rows) {
    const title = row.under ?? page.title
    sections.set(title, [...(sections.get(title) ?? []), row])
  }
  return [...sections].map(([title, rows]) => ({ title: sections.size === 1 ? page.title : title, rows }))
}

function shown({ table, lines, label }: SummaryRow, language: Language): ReactNode {
  if (table !== undefined) {
    const columns = table.heads.map((title, at) => ({ key: `c${at}`, title }))
    const rows = table.rows.map((row, at) => ({
      ...Object.fromEntries(row.map((cell, column) => [`c${column}`, cell])),
      id: String(at),
    }))
    return <DataTable caption={label} captionUnseen columns={columns} rows={rows} />
  }
  if (lines.length === 0) return <span className="quiet">{say(words.notFilled, language)}</span>
  return lines.map((line, at) => (
    <Fragment key={at}>
      {at > 0 && <br />}
      {line}
    </Fragment>
  ))
}
