import { keepClock, readClock } from './kept-receptions.ts'

/** What this machine takes the time to be. */
interface OfficialTime {
  /** Milliseconds, as `Date.now()`. */
  readonly now: number
  /** Its clock went back behind a moment that is over: until it is put right the time stands still at that moment. */
  readonly isWrong: boolean
}

/** A clock that is read twice in a moment differs by less. */
const exactnessMs = 60_000

/**
 * The time by the clock of the server, as this machine learned it when the line was last there: clocks of counters go wrong, and stand at some day long past
 * after a battery ran down. A slip says this time, and a deadline runs from it.
 */
export async function officialTime(): Promise<OfficialTime> {
  const clock = await readClock()
  const now = Date.now() + (clock?.behind ?? 0)
  const seen = clock?.seen ?? 0
  return { now: Math.max(now, seen), isWrong: now < seen - exactnessMs }
}

/** Asks the server what time it is and keeps it; undefined without a line. */
export async function askTime(): Promise<number | undefined> {
  const answer = await fetch('/livez', { cache: 'no-store' }).catch(() => undefined)
  const now = Date.parse(answer?.headers.get('date') ?? '')
  if (Number.isNaN(now)) return undefined
  await keepClock({ behind: now - Date.now(), seen: now })
  return now
}
