import { urgencies, type Urgency } from '#values/urgency.ts'
import { createHeld } from './held.ts'
import { createLine, type Keys, type Line, type Waiting } from './line.ts'
import { longestWaitMs, modestShare, mostOfOne, mostWaiting, partOf, rankOf, shares } from './shares.ts'

/** Who asks to be let in: how urgent it is, and whom it counts for (an account and its unit, or a network). */
export interface Asker {
  readonly urgency: Urgency
  readonly keys: Keys
  /** Longest wait, where it is not that of the urgency. */
  readonly patienceMs?: number | undefined
}

const patienceOf = ({ urgency, patienceMs }: Asker): number => patienceMs ?? shares[urgency].patienceMs

/** `own`: others would have been let in, there is too much of the same account, unit or network. */
export type ShedReason = 'overload' | 'own' | 'event-loop'

/** Turned away, and why. No error: thousands a second are, and each would cost a stack. */
export interface Shed {
  readonly urgency: Urgency
  readonly reason: ShedReason
}

/** A bounded number of places, given to the most urgent first and in turns among those who ask. */
export interface Gate {
  /** Whom `enter` would turn away at once. */
  check(asker: Asker): Shed | undefined
  /** Waits for a place; answers what gives it back. */
  enter(asker: Asker): Promise<(() => void) | Shed>
  /** How many are in, and how many wait. */
  count(): { readonly running: number; readonly waiting: number }
}

export interface GateParts {
  readonly places: number
  /** The least urgent that is served now; the guard of the event loop moves it. */
  readonly leastServed?: () => Urgency
  /** Milliseconds of a clock that never goes back. */
  readonly clock?: () => number
}

export function createGate({ places, leastServed, clock = () => performance.now() }: GateParts): Gate {
  const inside = urgencies.map(() => 0)
  const lines = urgencies.map(() => createLine(clock))
  const held = createHeld()
  const mostHeld = partOf(places, mostOfOne)
  const modest = partOf(places, modestShare)
  let running = 0
  let waiting = 0
  let movedAt = clock()

  /** What is more urgent always finds some places that nothing less urgent holds. */
  function isOpen(rank: number): boolean {
    if (running >= places) return false
    let atMostAsUrgent = 0
    for (let one = rank; one < inside.length; one += 1) atMostAsUrgent += inside[one] as number
    return atMostAsUrgent < partOf(places, shares[urgencies[rank] as Urgency].places)
  }

  /** Whoever waits could not have this place: it would have been given. */
  const goesStraightIn = ({ urgency, keys }: Asker): boolean => isOpen(rankOf(urgency)) && held.most(keys) < mostHeld

  function reasonToShed(asker: Asker): ShedReason | undefined {
    const rank = rankOf(asker.urgency)
    // A loop that is late while few are in is held up by something else, which turning people away does not cure.
    if (leastServed !== undefined && running >= modest && rank > rankOf(leastServed())) return 'event-loop'
    if (goesStraightIn(asker)) return undefined
    const patienceMs = patienceOf(asker)
    if (waiting >= mostWaiting || (running >= places && clock() - movedAt > patienceMs)) return 'overload'
    // Whoever says themselves how long they wait is not told ahead that it may be longer.
    if (asker.patienceMs !== undefined) return undefined
    const line = lines[rank] as Line
    // The first of a line is always taken: how fast it moves is learnt from whoever waits.
    if (line.isEmpty()) return undefined
    const { before, own, others } = line.placeOf(asker.keys)
    const interval = line.interval()
    if ((before + 1) * interval <= patienceMs) return undefined
    return own > 0 && (others + 1) * interval <= patienceMs ? 'own' : 'overload'
  }

  function check(asker: Asker): Shed | undefined {
    const reason = reasonToShed(asker)
    return reason && { urgency: asker.urgency, reason }
  }

  function takePlace({ urgency, keys }: Asker): () => void {
    const rank = rankOf(urgency)
    running += 1
    inside[rank]! += 1
    held.take(keys)
    movedAt = clock()
    let isIn = true
    return () => {
      if (!isIn) return
      isIn = false
      running -= 1
      inside[rank]! -= 1
      held.giveBack(keys)
      movedAt = clock()
      letIn()
    }
  }

  /** Who holds least comes first, then whose turn was longest ago; who holds more than `most` has to wait. */
  const figureOf = (most: number) => (keys: Keys) => {
    const holds = held.most(keys)
    return holds < most ? holds + held.lastTurn(keys) / (held.now() + 1) : undefined
  }

  /** First those that have not the places of their own, then all; of both the most urgent. */
  const ranksInTurn = () => [...urgencies.keys()].toSorted((one, other) => Number(hasOwn(one)) - Number(hasOwn(other)))

  const hasOwn = (rank: number) =>
    (inside[rank] as number) >= Math.floor(places * shares[urgencies[rank] as Urgency].own)

  function findNext(most: number): { readonly line: Line; readonly one: Waiting } | undefined {
    for (const rank of ranksInTurn()) {
      const line = lines[rank] as Line
      const one = line.isEmpty() || !isOpen(rank) ? undefined : line.findLeast(figureOf(most))
      if (one !== undefined) return { line, one }
    }
    return undefined
  }

  function letIn(): void {
    while (waiting > 0) {
      // Who holds much already comes behind all others, however urgent.
      const next = findNext(modest) ?? findNext(mostHeld)
      if (next === undefined) return
      waiting -= 1
      next.line.letIn(next.one)
    }
  }

  return {
    check,
    async enter(asker) {
      const shed = check(asker)
      if (shed) return shed
      if (goesStraightIn(asker)) return takePlace(asker)
      const line = lines[rankOf(asker.urgency)] as Line
      return new Promise((resolve) => {
        const one: Waiting = {
          keys: asker.keys,
          letIn() {
            clearTimeout(late)
            resolve(takePlace(asker))
          },
        }
        // What was expected can be wrong: others that are more urgent came in between, or nothing came free.
        const late = setTimeout(() => {
          waiting -= 1
          line.remove(one)
          resolve({ urgency: asker.urgency, reason: 'overload' })
        }, asker.patienceMs ?? longestWaitMs)
        waiting += 1
        line.add(one)
        letIn()
      })
    },
    count: () => ({ running, waiting }),
  }
}
