/** How long a step took in dossiers that are finished. */
export interface StepTime {
  /** How many were measured. */
  readonly measured: number
  /** Office minutes that 5, 10 … 100 % of them did not exceed, in order. */
  readonly twentieths: readonly number[]
}

/** Where the time of a step is known from: the same body, the same procedure anywhere, or only the hours that the process allots. */
export type Basis = 'body' | 'procedure' | 'declared'

export interface KnownTime extends StepTime {
  readonly basis: Basis
}

/** With fewer nothing is said of what is usual. */
export const leastMeasured = 10

const parts = 20

/** Undefined where too little was measured. */
export function stepTimeOf(minutes: readonly number[]): StepTime | undefined {
  if (minutes.length < leastMeasured) return undefined
  const sorted = minutes.toSorted((a, b) => a - b)
  const twentieths = Array.from(
    { length: parts },
    (_, at) => sorted[Math.ceil(((at + 1) * sorted.length) / parts) - 1] as number,
  )
  return { measured: minutes.length, twentieths }
}

/** The hours that a process allots, where nothing better is known. */
export const declaredTime = (hours: number): KnownTime => ({
  basis: 'declared',
  measured: 0,
  twentieths: Array.from({ length: parts }, () => Math.round(hours * 60)),
})

/** The time that a share of all, above 0 up to 1, did not exceed. */
export const shareOf = ({ twentieths }: StepTime, share: number): number =>
  // Shares are worked out, so that 0.8 may come as a hair more.
  twentieths[Math.min(parts, Math.ceil(share * parts - 1e-9)) - 1] as number

export const usualShare = 0.5
/** Only one of five takes longer. */
export const longShare = 0.8

/**
 * The minutes that a step still takes which has taken so many: what a share of those had left that took longer than this one already has. Of one
 * that took longer than all of them nothing is known: it counts as if it began now.
 */
export function timeLeft(time: StepTime, taken: number, share: number): number {
  const passed = time.twentieths.filter((minutes) => minutes <= taken).length / parts
  if (passed === 1) return shareOf(time, share)
  return shareOf(time, passed + (1 - passed) * share) - taken
}

/** The minutes until another twentieth of those that took this step has been done with it: until then time alone changes no estimate. */
export const untilChange = ({ twentieths }: StepTime, taken: number): number | undefined => {
  const next = twentieths.find((minutes) => minutes > taken)
  return next === undefined ? undefined : next - taken
}
