import type { Facts } from '#values/condition.ts'
import type { Language } from '#values/words.ts'
import { typeOf, type Field } from './field-types/index.ts'
import type { Answers, Form } from './form.ts'
import { isObject } from './level.ts'
import type { Lookups } from './lookups.ts'
import { isSensitive, partsOf, showField, showing, viewBelow, type Showing } from './show-field.ts'
import { isAsked, visibleAnswers } from './visible.ts'

/** One answer in words. `under` is the person or row that it belongs to: `Người nộp hồ sơ`, `Con 1`. No line: not answered. */
export interface SummaryRow {
  readonly path: string
  readonly label: string
  readonly lines: readonly string[]
  readonly sensitive: boolean
  readonly under?: string
  /** It follows from other answers, so it cannot be changed here. */
  readonly computed?: true
  /** A table as it is drawn; its lines say the same for readers who have no table. */
  readonly table?: { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] }
}

export interface SummaryPage {
  /** The id of the page, to go back to. */
  readonly page: string
  readonly title: string
  readonly rows: readonly SummaryRow[]
}

/**
 * All visible answers in words, page by page: for the summary before sending, the dossier's data, the printed form.
 * Sensitive answers are masked unless `revealed`. Texts are plain text; whoever draws them escapes them.
 */
export function summaryOf(
  form: Form,
  answers: Answers,
  language: Language,
  lookups: Lookups,
  { revealed = false }: { readonly revealed?: boolean } = {},
): SummaryPage[] {
  const facts = visibleAnswers(form, answers)
  const view = showing(language, lookups, facts, revealed)
  return form.pages
    .filter((page) => isAsked(page, facts))
    .map((page) => ({
      page: page.id,
      title: page.title[language],
      rows: rowsOf(page.fields, facts, view, '', undefined),
    }))
    .filter((page) => page.rows.length > 0)
}

function rowsOf(
  fields: readonly Field[],
  values: Facts,
  view: Showing,
  path: string,
  under: string | undefined,
): SummaryRow[] {
  return fields
    .filter((field) => field.type !== 'statement' && isAsked(field, view.facts))
    .flatMap((field) => rowsOfField(field, values[field.id], view, `${path}${field.id}`, under))
}

function rowsOfField(
  field: Field,
  value: unknown,
  view: Showing,
  path: string,
  under: string | undefined,
): SummaryRow[] {
  const type = typeOf(field)
  const row: SummaryRow = {
    path,
    label: field.label[view.language],
    lines: showField(field, value, view),
    sensitive: isSensitive(field, view),
    ...(under !== undefined && { under }),
    ...(type.shape === 'computed' && { computed: true }),
  }
  if (type.shape === 'record' && type.line === undefined && (value === undefined || isObject(value))) {
    if (value === undefined && field.optional === true) return [row]
    return below(field, type.parts(field), value ?? {}, view, path, row.label)
  }
  if (type.shape !== 'rows' || !Array.isArray(value)) return [row]
  const parts = type.parts(field)
  const rows = value.map((one: unknown) => (isObject(one) ? one : {}))
  if (type.asTable) return [{ ...row, table: tableOf(field, parts, rows, view) }]
  return rows.flatMap((one, index) =>
    below(field, parts, one, view, `${path}.${index}`, type.rowName(field, index)[view.language]),
  )
}

const below = (
  field: Field,
  parts: readonly Field[],
  values: Facts,
  view: Showing,
  path: string,
  under: string,
): SummaryRow[] => rowsOf(parts, values, viewBelow(field, parts, values, view), `${path}.`, under)

/** One cell for each column; empty where a row does not have that one. */
function tableOf(field: Field, columns: readonly Field[], rows: readonly Facts[], view: Showing) {
  return {
    heads: columns.map((column) => column.label[view.language]),
    rows: rows.map((row) => {
      const shown = partsOf(columns, row, viewBelow(field, columns, row, view))
      return columns.map((column) => shown.find((cell) => cell.field === column)?.lines.join(', ') ?? '')
    }),
  }
}
