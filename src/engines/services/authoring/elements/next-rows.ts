import type { Json } from '#values/layers.ts'
import type { Form } from '#engines/forms/declare.ts'
import type { Next } from '#engines/workflow/declare.ts'
import { option } from './control.ts'
import { conditionOf, conditionRows, type ConditionRow } from './condition-rows.ts'

/** What follows a step as it is asked for on screen. */
export interface NextRows {
  readonly kind: 'end' | 'one' | 'several' | 'cases'
  /** Of one step, or of what else than the cases. */
  readonly to: string
  readonly several: readonly string[]
  readonly cases: readonly (ConditionRow & { readonly to: string })[]
}

export const nextKinds = [
  option('one', 'sang một bước', 'one step follows'),
  option('several', 'sang nhiều bước cùng lúc', 'several steps follow side by side'),
  option('cases', 'tùy trường hợp', 'it depends'),
  option('end', 'hết', 'it ends'),
]

const nothing: NextRows = { kind: 'end', to: '', several: [], cases: [] }

/** What follows line by line; undefined where a case leads to several steps or has more than one line. */
export function nextRows(next: Next | undefined): NextRows | undefined {
  if (next === undefined) return nothing
  if (typeof next === 'string') return { ...nothing, kind: 'one', to: next }
  if (!('when' in next)) return { ...nothing, kind: 'several', several: next }
  if (typeof next.otherwise !== 'string') return undefined
  const cases = next.when.map((way) => {
    const rows = conditionRows(way.if)?.rows
    return rows?.length === 1 && typeof way.to === 'string' ? { ...rows[0]!, to: way.to } : undefined
  })
  return cases.every((one) => one !== undefined) ? { ...nothing, kind: 'cases', cases, to: next.otherwise } : undefined
}

/** What lines say; undefined where the process ends. What is not chosen yet is kept like that, and the check names it. */
export function nextOf({ kind, to, several, cases }: NextRows, form: Form | undefined): Json | undefined {
  if (kind === 'end') return undefined
  if (kind === 'one') return to
  if (kind === 'several') return several
  const when = cases
    .filter(({ field }) => field !== '')
    .map((row) => ({ if: conditionOf({ join: 'all', rows: [row] }, form) ?? null, to: row.to }))
  return { when, otherwise: to }
}
