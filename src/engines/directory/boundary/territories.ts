import type { PlainDate } from '#values/plain-date.ts'
import type { Changes } from '../reorganization/expand-plan.ts'

/** What a plan does to boundaries. */
export interface Territories {
  /** Areas whose boundary ends: they end, or give or take ground. */
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
  parentOf: (code: string) => string | undefined,
  held: ReadonlyMap<string, PlainDate>,
  effectiveOn: PlainDate,
): Territories {
  const wholes = new Set(areaSuccessions.map(({ from }) => parentOf(from)))
  // What becomes of an area with parts is said by its parts.
  const moves = areaSuccessions.filter(({ from }) => !wholes.has(from))
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
  return {
    ending: [...new Set([...endedAreas, ...changing])].filter((code) => held.has(code) && !isFresh(code)),
    joined,
    missing: [...targets.flatMap(({ code }) => (known.has(code) ? [] : [code])), ...unheard],
  }
}
