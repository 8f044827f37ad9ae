/** A deterministic source of chance (mulberry32): the same seed makes the same province. */
export interface Chance {
  /** 0 ≤ x < 1. */
  next(): number
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number
  pick<Item>(items: readonly Item[]): Item
  /** One of the items, more often the heavier ones. */
  weighted<Item>(items: readonly (readonly [Item, number])[]): Item
  happens(probability: number): boolean
  /** A source of its own: however much is drawn from it, this one goes on the same. */
  branch(): Chance
}

export function createChance(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(next() * items.length)]
    if (item === undefined) throw new RangeError('nothing to pick from')
    return item
  }
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick,
    weighted(items) {
      const total = items.reduce((sum, [, weight]) => sum + weight, 0)
      let at = next() * total
      for (const [item, weight] of items) {
        at -= weight
        if (at < 0) return item
      }
      return pick(items.map(([item]) => item))
    },
    happens: (probability) => next() < probability,
    branch: () => createChance(next() * 4_294_967_296),
  }
}
