import type { Keys } from './line.ts'

/** More keys than can hold and wait at once are not kept: whose turn was when only breaks ties. */
const mostTurns = 2000

/** How many places each account, unit and network holds, and when it last got one. */
export function createHeld() {
  const held = new Map<string, number>()
  const turns = new Map<string, number>()
  let turn = 0
  return {
    /** Of its keys the one that holds most. */
    most: (keys: Keys): number => Math.max(...keys.map((key) => held.get(key) ?? 0)),
    /** Whose turn is longest ago comes first. */
    lastTurn: ([key]: Keys): number => turns.get(key) ?? 0,
    now: () => turn,
    take(keys: Keys): void {
      if (turns.size > mostTurns) turns.clear()
      turn += 1
      turns.set(keys[0], turn)
      for (const key of keys) held.set(key, (held.get(key) ?? 0) + 1)
    },
    giveBack(keys: Keys): void {
      for (const key of keys) {
        const left = (held.get(key) ?? 1) - 1
        if (left > 0) held.set(key, left)
        else held.delete(key)
      }
    },
  }
}
