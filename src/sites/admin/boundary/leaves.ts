import type { Boundary } from '#engines/directory/contract.ts'

/** The smallest areas: those that lie over no other, so that together they are the province once. */
export function leavesOf(features: readonly Boundary[]): Boundary[] {
  const parents = new Set(features.map(({ properties }) => properties.parentCode))
  return features.filter(({ id }) => !parents.has(id))
}
