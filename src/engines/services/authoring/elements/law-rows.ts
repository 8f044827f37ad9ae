import type { Json } from '#values/layers.ts'
import { readAt } from '../edit-declaration.ts'
import { asTyped } from './number-typed.ts'

/** A document that a procedure goes by, and its days where it came later or ended. */
export interface LawRow {
  readonly law: string
  readonly from: string
  readonly to: string
}

export const emptyLaw: LawRow = { law: '', from: '', to: '' }

export const lawRows = (laws: Json | undefined): LawRow[] =>
  (Array.isArray(laws) ? (laws as readonly Json[]) : []).map((said) => {
    const piece = (key: string) => asTyped(readAt(said, key))
    return typeof said === 'string'
      ? { ...emptyLaw, law: said }
      : { law: piece('law'), from: piece('from'), to: piece('to') }
  })

export const lawsOf = (rows: readonly LawRow[]): Json =>
  rows
    .filter(({ law }) => law !== '')
    .map(({ law, from, to }) =>
      from === '' && to === '' ? law : { law, ...(from !== '' && { from }), ...(to !== '' && { to }) },
    )
