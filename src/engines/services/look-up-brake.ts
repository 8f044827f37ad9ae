/**
 * Slows guessing of dossier codes: five wrong ones from an address, then a minute's wait. Kept in this process alone; the
 * second fact already makes a guess one in ten thousand for a code that exists.
 */
const wrong = new Map<string, { count: number; since: number }>()
const free = 5
const waitMs = 60_000
const mostKept = 10_000

/** Seconds until the address may look up again; 0 = now. */
export function waitBeforeLookUp(address: string, at: Date): number {
  const seen = wrong.get(address)
  if (seen === undefined || at.getTime() - seen.since > waitMs) return 0
  return seen.count < free ? 0 : Math.ceil((seen.since + waitMs - at.getTime()) / 1000)
}

export function countWrongLookUp(address: string, at: Date): void {
  const seen = wrong.get(address)
  if (wrong.size > mostKept) wrong.clear()
  if (seen === undefined || at.getTime() - seen.since > waitMs) wrong.set(address, { count: 1, since: at.getTime() })
  else wrong.set(address, { count: seen.count + 1, since: at.getTime() })
}
