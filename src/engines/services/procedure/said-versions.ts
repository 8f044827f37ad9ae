import { dateAt, type PlainDate } from '#values/plain-date.ts'
import type { Procedure } from '../declare.ts'

/** A version as it is declared, and the day from which it counts. */
export interface Declared {
  readonly procedure: Procedure
  readonly digest: string
  readonly from: PlainDate
}

/** A version as it was published. */
export interface Said {
  readonly digest: string
  readonly from: PlainDate
  readonly publishedAt: Date
}

/**
 * What of a declaration, in the order of its days, has still to be published: nothing when it is what was said last, only what is
 * to come when today's version was said already, else everything from today's on. What was said stands in the order of numbers.
 */
export function unsaid(declared: readonly Declared[], said: readonly Said[], today: PlainDate): readonly Declared[] {
  const wanted = fromDay(declared, today)
  // A declaration that begins later leaves what counts today to whoever said it.
  const begins = wanted[0]!.from > today
  const standing = fromDay(standingOf(said), today).filter(({ from }) => !begins || from > today)
  const isSaid = (one: Declared, at: number) => one.digest === standing[at]?.digest
  if (wanted.length === standing.length && wanted.every(isSaid)) return []
  return !begins && wanted.length > 1 && isSaid(wanted[0]!, 0) ? wanted.slice(1) : wanted
}

/** What counts after all that was said: a publication leaves what came before its day, and takes away what was only announced. */
function standingOf(said: readonly Said[]): Said[] {
  let standing: Said[] = []
  for (const [at, one] of said.entries()) {
    const before = said[at - 1]
    const isTogether = before?.publishedAt.getTime() === one.publishedAt.getTime() && before.from < one.from
    const isKept = (kept: Said) => isTogether || (kept.from < one.from && kept.from <= dateAt(one.publishedAt))
    standing = [...standing.filter(isKept), one]
  }
  return standing
}

/** The version that counts on a day, or the first, and those after it. */
const fromDay = <Version extends { readonly from: PlainDate }>(
  versions: readonly Version[],
  day: PlainDate,
): Version[] =>
  versions.slice(
    Math.max(
      0,
      versions.findLastIndex((one) => one.from <= day),
    ),
  )
