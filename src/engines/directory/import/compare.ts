import { createHash } from 'node:crypto'
import { comparePeople } from './compare-people.ts'
import { comparePosts, Places } from './compare-posts.ts'
import { compareUnits, type UnitComparison } from './compare-units.ts'
import { endPosts, type EndingPost } from './end-posts.ts'
import { People } from './identify.ts'
import { leftAlone } from './left-alone.ts'
import type { Outcome, RowState } from './outcome.ts'
import type { GivenRow } from './read-file.ts'
import type { Standing } from './standing.ts'
import { understandRow, type Understood } from './understand-row.ts'
import type { Words } from '#values/words.ts'

/** What becomes of a file. */
export interface Comparison {
  /** Of each line, in their order. */
  readonly outcomes: readonly Outcome[]
  readonly units: UnitComparison['units']
}

/** What becomes of every line of a file. Pure: the same file and the same directory give the same. */
export function compareFile(rows: readonly GivenRow[], standing: Standing): Comparison {
  const refused = new Map<GivenRow, Words>()
  const lines = rows.map((row) => [row, understandRow(row, standing.functions)] as const)
  for (const [row, meant] of lines)
    if ('faults' in meant)
      refused.set(row, {
        vi: meant.faults.map(({ vi }) => vi).join('. '),
        en: meant.faults.map(({ en }) => en).join('. '),
      })
  for (;;) {
    const understood = lines.flatMap(([row, meant]) =>
      'faults' in meant || refused.has(row) ? [] : [[row, meant] as const],
    )
    const { outcomes, units, places } = compareLines(understood, standing)
    const left = leftAlone(outcomes, places, standing)
    const byRow = new Map(outcomes.map((outcome) => [outcome.row, outcome]))
    // Whoever was to take what these leave is compared anew.
    if (left.size === 0)
      return {
        outcomes: rows.map((row) => byRow.get(row) ?? { row, state: 'aside', says: refused.get(row) as Words }),
        units,
      }
    for (const [row, says] of left) refused.set(row, says)
  }
}

function compareLines(understood: readonly (readonly [GivenRow, Understood])[], standing: Standing) {
  const of = <Kind extends Understood['kind']>(kind: Kind) =>
    understood.filter((line): line is readonly [GivenRow, Extract<Understood, { kind: Kind }>] => line[1].kind === kind)
  const people = new People(standing)
  const places = new Places(standing, (id, name) => people.somebody(id, name))
  const units = compareUnits(of('units'), standing)
  const posts = of('posts')
  const outcomes = [
    ...units.outcomes,
    ...comparePosts(
      posts.filter(([, { until }]) => until === undefined),
      units,
      places,
    ),
    ...comparePeople(of('people'), units, places, people, standing),
    ...endPosts(
      posts.filter((line): line is readonly [GivenRow, EndingPost] => line[1].until !== undefined),
      units,
      places,
    ),
  ]
  return { outcomes, units: units.units, places }
}

/** How many lines come to what. */
export function countStates(outcomes: readonly Pick<Outcome, 'state'>[]): Record<RowState, number> {
  const counts = { new: 0, changed: 0, same: 0, aside: 0 }
  for (const { state } of outcomes) counts[state] += 1
  return counts
}

/** A mark of what a preview said: carried out is only what was seen. */
export const markOf = (outcomes: readonly Outcome[]): string =>
  createHash('sha256')
    .update(JSON.stringify(outcomes.map(({ row, state, says }) => [row.kind, row.sheet, row.line, state, says.vi])))
    .digest('hex')
