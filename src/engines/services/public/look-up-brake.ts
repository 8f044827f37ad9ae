import { oneMoreTry, secondsToWait, type Brake, type Tries } from '#values/brake.ts'
import { networkOf } from '#values/network.ts'

/**
 * Slows guessing of dossier codes and second facts: of one code, and far more patiently from one network, since a whole commune
 * may sit behind one. Kept in this process alone: the second fact makes a guess one in ten thousand for a code that exists.
 */
const brakes = {
  code: { free: 5, longestSeconds: 300 },
  network: { free: 50, longestSeconds: 60 },
} as const satisfies Record<string, Brake>

type Braked = keyof typeof brakes

const mostKept = 10_000
/** By brake and name, the longest untouched first. */
const wrong = new Map<string, Tries>()

export interface LookUp {
  readonly code: string
  readonly address: string
}

const subjectsOf = ({ code, address }: LookUp): [Braked, string][] => [
  ['code', `code:${code}`],
  ['network', `network:${networkOf(address)}`],
]

/** Seconds until this may be looked up; 0 = now. */
export const waitBeforeLookUp = (lookUp: LookUp, at: Date): number =>
  Math.max(...subjectsOf(lookUp).map(([braked, subject]) => secondsToWait(brakes[braked], wrong.get(subject), at)))

/** Remembers that it was wrong. */
export function countWrongLookUp(lookUp: LookUp, at: Date): void {
  for (const [, subject] of subjectsOf(lookUp)) {
    const tries = oneMoreTry(wrong.get(subject), at)
    wrong.delete(subject)
    wrong.set(subject, tries)
    if (wrong.size > mostKept) wrong.delete(wrong.keys().next().value as string)
  }
}
