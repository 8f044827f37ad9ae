import type { PlainDate } from '#values/plain-date.ts'
import type { EveArea } from '../reorganization/eve.ts'
import type { AreaSuccession, Changes } from '../reorganization/expand-plan.ts'

/** What a plan does to boundaries. */
export interface Territories {
  /** Which ground goes where, of areas that end, give or take some; the share only where an area is divided. */
  readonly moves: readonly AreaSuccession[]
  /** Areas whose boundary ends: they end, or give or take ground, also from elsewhere. */
  readonly ending: readonly string[]
  /** Areas that are, all of them, the areas that go into them: their boundary can be put together. */
  readonly joined: readonly { readonly code: string; readonly parts: readonly string[] }[]
  /** Areas of which no boundary is known from the day on. */
  readonly missing: readonly string[]
}

/**
 * Follows the ground of areas through a plan. `held` are the areas with a boundary on its day if nothing changed, and since when; one
 * that begins on that very day was drawn for it, and stays.
 */
export function followTerritories(
  { areaSuccessions, endedAreas, openedAreas }: Pick<Changes, 'areaSuccessions' | 'endedAreas' | 'openedAreas'>,
  areas: ReadonlyMap<string, Pick<EveArea, 'parent'>>,
  held: ReadonlyMap<string, PlainDate>,
  effectiveOn: PlainDate,
): Territories {
  const wholes = new Set(areaSuccessions.map(({ from }) => areas.get(from)?.parent))
  // What becomes of an area with parts is said by its parts.
  const told = areaSuccessions.filter(({ from }) => !wholes.has(from))
  const givers = new Set(told.map(({ from }) => from))
  // What takes ground and is not said to give any keeps its own.
  const keepers = [...new Set(told.map(({ to }) => to))].filter((to) => areas.has(to) && !givers.has(to))
  const moves = [...told, ...keepers.map((code) => ({ from: code, to: code, share: null }))]
  const into = Map.groupBy(moves, ({ from }) => from)
  const outOf = Map.groupBy(moves, ({ to }) => to)
  const changing = new Set(moves.filter(({ from, to }) => from !== to).flatMap(({ from, to }) => [from, to]))
  const isFresh = (code: string) => held.get(code) === effectiveOn
  const targets = [...outOf]
    .filter(([to]) => changing.has(to) && !isFresh(to))
    .map(([code, from]) => ({ code, parts: from.map((move) => move.from) }))
  const isWhole = (part: string) => into.get(part)?.length === 1 && held.has(part) && !isFresh(part)
  const joined = targets.filter(({ parts }) => parts.every(isWhole))
  const known = new Set(joined.map(({ code }) => code))
  const unheard = openedAreas.flatMap(({ code }) => (outOf.has(code) || held.has(code) ? [] : [code]))
  // Ground that comes from elsewhere makes whatever it comes under larger.
  const grown = openedAreas.flatMap(({ code, parent = '' }) =>
    areas.has(code) || outOf.has(code) || !areas.has(parent) || endedAreas.includes(parent) ? [] : [parent],
  )
  return {
    moves: moves.filter(({ from, to }) => changing.has(from) || changing.has(to)),
    ending: [...new Set([...endedAreas, ...changing, ...grown])].filter((code) => held.has(code) && !isFresh(code)),
    joined,
    missing: [
      ...new Set([
        ...targets.flatMap(({ code }) => (known.has(code) ? [] : [code])),
        ...unheard,
        ...grown.filter((code) => !isFresh(code)),
      ]),
    ],
  }
}
