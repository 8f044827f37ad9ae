import type { Board } from '#engines/queue/contract.ts'

type Call = Board['calls'][number]

/** So long after a later call one is still said: two desks that call at once are told of in any order, an old call is not said again. */
const lateMs = 15_000

const keyOf = ({ ticket, at }: Call): string => `${ticket} ${at.getTime()}`

/** Tells of each board which of its calls have not been said yet, the first one first; what stood on the first board was called before it was opened. */
export function sayEachOnce(before: Board['calls']): (calls: Board['calls']) => readonly Call[] {
  const opened = latestOf(before)
  let said = new Set(before.map(keyOf))
  return (calls) => {
    const latest = latestOf(calls)
    const due = calls.filter(
      (call) => !said.has(keyOf(call)) && call.at.getTime() > Math.max(opened - lateMs, latest - lateMs),
    )
    // What is not shown any more may come back when a later number is marked absent: it is forgotten only when it is too old to be said.
    said = new Set([...said, ...calls.map(keyOf)].slice(-100))
    // A board tells of the newest first.
    return due.toReversed()
  }
}

const latestOf = (calls: Board['calls']): number => Math.max(-Infinity, ...calls.map(({ at }) => at.getTime()))
