import { createHash } from 'node:crypto'
import { comparePeople } from './compare-people.ts'
import { comparePosts, Places } from './compare-posts.ts'
import { compareUnits } from './compare-units.ts'
import { People } from './identify.ts'
import type { Outcome, RowState } from './outcome.ts'
import type { GivenRow } from './read-file.ts'
import type { Standing } from './standing.ts'
import { understandRow, type Understood } from './understand-row.ts'

/** What becomes of every line of a file, in its order. Pure: the same file and the same directory give the same. */
export function compareFile(rows: readonly GivenRow[], standing: Standing): Outcome[] {
  const outcomes = new Map<GivenRow, Outcome>()
  const understood: (readonly [GivenRow, Understood])[] = []
  for (const row of rows) {
    const meant = understandRow(row, standing.functions)
    if ('faults' in meant)
      outcomes.set(row, {
        row,
        state: 'aside',
        says: { vi: meant.faults.map(({ vi }) => vi).join('. '), en: meant.faults.map(({ en }) => en).join('. ') },
      })
    else understood.push([row, meant])
  }
  const of = <Kind extends Understood['kind']>(kind: Kind) =>
    understood.filter((line): line is readonly [GivenRow, Extract<Understood, { kind: Kind }>] => line[1].kind === kind)
  const people = new People(standing)
  const places = new Places(standing, (id, name) => people.somebody(id, name))
  const units = compareUnits(of('units'), standing)
  const all = [
    ...units.outcomes,
    ...comparePosts(of('posts'), units, places),
    ...comparePeople(of('people'), units, places, people, standing),
  ]
  for (const outcome of all) outcomes.set(outcome.row, outcome)
  return rows.map((row) => outcomes.get(row) as Outcome)
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
