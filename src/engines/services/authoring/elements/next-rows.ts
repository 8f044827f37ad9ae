import type { Json } from '#values/layers.ts'
import { readAt } from '../edit-declaration.ts'
import type { AskedQuestion } from './asked-questions.ts'
import { conditionOf, conditionTree, isSameTree, withoutBlanks, type ConditionGroup } from './condition-tree.ts'
import { option } from './control.ts'

/** One way by case: when it is taken, and the step or steps side by side to which it leads. */
export interface NextCase {
  readonly if: ConditionGroup
  readonly to: readonly string[]
}

/** What follows a step as it is asked for on screen. */
export interface NextRows {
  readonly kind: 'end' | 'one' | 'several' | 'cases'
  /** Of one step, of several, or of what else than the cases. */
  readonly to: readonly string[]
  readonly cases: readonly NextCase[]
}

export const nextKinds = [
  option('one', 'sang một bước', 'one step follows'),
  option('several', 'sang nhiều bước cùng lúc', 'several steps follow side by side'),
  option('cases', 'tùy trường hợp', 'it depends'),
  option('end', 'hết', 'it ends'),
]

/** What follows line by line, also while it is half written. */
export function nextRows(next: Json | undefined): NextRows {
  if (next === undefined) return { kind: 'end', to: [], cases: [] }
  if (typeof next === 'string') return { kind: 'one', to: [next], cases: [] }
  if (Array.isArray(next)) return { kind: 'several', to: targetsOf(next), cases: [] }
  const cases = waysOf(next).map((way) => ({ if: conditionTree(way.if), to: targetsOf(way.to) }))
  return { kind: 'cases', to: targetsOf(readAt(next, 'otherwise')), cases }
}

function waysOf(next: Json | undefined): readonly { readonly if?: Json; readonly to?: Json }[] {
  const when = next === undefined ? undefined : readAt(next, 'when')
  return Array.isArray(when) ? when : []
}

/** How the condition of a way stands, where it stands already. */
const saidLike = (way: NextCase, said: Json | undefined): Json | undefined =>
  waysOf(said).find((one) => isSameTree(conditionTree(one.if), way.if))?.if

const targetsOf = (to: Json | undefined): string[] =>
  (Array.isArray(to) ? to : [to]).filter((one) => typeof one === 'string' && one !== '')

/**
 * What lines say; undefined where the process ends. What is not chosen yet is kept like that, and the check names it. A case in which
 * nothing was chosen is none.
 */
export function nextOf(rows: NextRows, questions: readonly AskedQuestion[], said: Json | undefined): Json | undefined {
  const asked = withoutEmpty(rows)
  if (JSON.stringify(nextRows(said)) === JSON.stringify(asked)) return said
  const { kind, to, cases } = asked
  if (kind === 'end') return undefined
  if (kind === 'one') return to[0] ?? ''
  if (kind === 'several') return to
  const when = cases.map((way) => ({
    if: conditionOf(way.if, questions, saidLike(way, said)) ?? null,
    to: target(way.to),
  }))
  return { when, otherwise: target(to) }
}

const target = (to: readonly string[]): Json => (to.length > 1 ? to : (to[0] ?? ''))

function withoutEmpty({ kind, to, cases }: NextRows): NextRows {
  const steps = (named: readonly string[]) => named.filter((one) => one !== '')
  if (kind === 'end') return { kind, to: [], cases: [] }
  if (kind === 'one') return { kind, to: steps(to).slice(0, 1), cases: [] }
  if (kind === 'several') return { kind, to: steps(to), cases: [] }
  const said = cases.map((way) => ({ if: withoutBlanks(way.if), to: steps(way.to) }))
  return { kind, to: steps(to), cases: said.filter((way) => way.if.parts.length > 0 || way.to.length > 0) }
}
