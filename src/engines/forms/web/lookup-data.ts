import type { Period, PlainDate } from '#values/plain-date.ts'
import type { CodeList } from '../code-lists.ts'
import { typeOf, type Field } from '../field-types/index.ts'
import { communesFrom, type Commune, type Lookups } from '../lookups.ts'

/** Lookups as plain data, so that a page can be drawn on the server and go on in the browser. */
export interface LookupData {
  readonly today: PlainDate
  readonly codeLists: Readonly<Record<string, CodeList>>
  /** Communes offered while typing: those of the province, and any that the draft already names. */
  readonly communes?: readonly (Commune & Period)[] | undefined
}

/** The same as functions, for parsing and showing. */
export const lookupsFrom = ({ today, codeLists, communes }: LookupData): Lookups => ({
  today,
  codeLists,
  ...(communes !== undefined && { communes: communesFrom(communes) }),
})

/** Only what these fields need, so that a page without addresses does not carry 200 communes. */
export function lookupDataFor(fields: readonly Field[], all: LookupData): LookupData {
  const parts = fields.flatMap(withParts)
  const names = new Set(
    parts.flatMap((field) => (field.type === 'choice' && field.codeList !== undefined ? [field.codeList] : [])),
  )
  return {
    today: all.today,
    codeLists: Object.fromEntries(Object.entries(all.codeLists).filter(([name]) => names.has(name))),
    ...(parts.some((field) => field.type === 'commune') && { communes: all.communes }),
  }
}

function withParts(field: Field): Field[] {
  const type = typeOf(field)
  return type.shape === 'record' || type.shape === 'rows' ? [field, ...type.parts(field).flatMap(withParts)] : [field]
}
