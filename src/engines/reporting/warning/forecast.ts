import type { Facts } from '#values/condition.ts'
import type { Words } from '#values/words.ts'
import { plannedPath, type Process, type ProcessState, type StepId } from '#engines/workflow/index.ts'
import type { Reason } from './reason.ts'
import { longShare, shareOf, timeLeft, untilChange, usualShare, type Basis, type KnownTime } from './step-time.ts'

/** Open work of a dossier: a step, or an opinion asked in it. */
export interface OpenWork {
  readonly step: StepId
  readonly consult: string | null
  readonly stepName: Words
  readonly unit: string
  /** In another body than the one that decides. */
  readonly isElsewhere: boolean
  /** Office minutes since it was opened, those in which the clock stood left out. */
  readonly taken: number
}

/** What is asked of an office only where it matters: whether somebody is there, and what waits before this work. */
export interface WorkPlace {
  readonly isAttended: boolean
  /** Open work of the same post or function that is due earlier. */
  readonly ahead: number
  /** Office minutes between two pieces of work that it finished lately; undefined where it finished too few to say. */
  readonly pace: number | undefined
}

export interface Standing {
  readonly process: Process
  readonly state: ProcessState
  readonly facts: Facts
  /** Office minutes until the deadline. */
  readonly left: number
  readonly work: readonly OpenWork[]
  readonly timeOf: (step: StepId) => KnownTime
}

/** How a dossier stands against its deadline, if it goes on as others did. */
export interface Forecast {
  readonly left: number
  /** What the work that is left takes usually, and in all but one of five. */
  readonly usual: number
  readonly long: number
  /** The least that any step's time is known from, and by how many. */
  readonly basis: Basis
  readonly measured: number
  readonly reasons: readonly Reason[]
  /** Warned of: usually it does not fit any more; or it may not fit, and something says that it will take long. */
  readonly isAtRisk: boolean
  /** Office minutes until time alone may make it another; undefined while it is at risk. */
  readonly changesIn: number | undefined
}

/** Of what may be late the signs are looked for again after so many office minutes: those of its offices change by themselves. */
const watched = 120

/** Pure: the same history and the same dossier give the same forecast. `places` are of the open work, in its order. */
export function forecast(standing: Standing, places?: readonly WorkPlace[]): Forecast {
  const { left, work, timeOf } = standing
  const steps = work.filter(({ consult }) => consult === null)
  const { usual, long, basis, measured } = remaining(standing, steps)
  const signs = long > left ? signsOf(standing, places ?? []) : []
  const isAtRisk = usual > left || signs.length > 0
  const slacks = [usual, long].map((takes) => left - takes).filter((slack) => slack >= 0)
  const changes = steps.flatMap(({ step, taken }) => untilChange(timeOf(step), taken) ?? [])
  return {
    left,
    usual,
    long,
    basis,
    measured,
    reasons: isAtRisk ? [...(usual > left ? [{ kind: 'work-left', usual, left } as const] : []), ...signs] : [],
    isAtRisk,
    changesIn: isAtRisk ? undefined : Math.max(1, Math.min(...changes, ...slacks, long > left ? watched : Infinity)),
  }
}

/** Whether it may be late at all, so that it is worth asking how its offices stand. */
export const mayBeLate = ({ long, left }: Pick<Forecast, 'long' | 'left'>): boolean => long > left

/**
 * What the longest way to the result still takes, and how well that is known. Not every step is long at once: the times by which single steps
 * exceed what is usual are added as those of independent things are, by their squares.
 */
function remaining({ process, state, facts, timeOf }: Standing, open: readonly OpenWork[]) {
  const taken = new Map(open.map((one) => [one.step, one.taken]))
  const minutesOf = (step: StepId, share: number): number => {
    const done = taken.get(step)
    return done === undefined ? shareOf(timeOf(step), share) : timeLeft(timeOf(step), done, share)
  }
  const takes = new Map(Object.keys(process.steps).map((step) => [step, minutesOf(step, usualShare) / 60]))
  const path = plannedPath(process, state, facts, takes).filter(({ counted }) => counted)
  const usual = Math.round(Math.max(0, ...path.map(({ opensIn, hours }) => opensIn + hours)) * 60)
  const beyond = path.map(({ step }) => minutesOf(step, longShare) - minutesOf(step, usualShare))
  const times = path.map(({ step }) => timeOf(step))
  const least = times.toSorted((a, b) => order[b.basis] - order[a.basis] || a.measured - b.measured)[0]
  return {
    usual,
    long: usual + Math.round(Math.hypot(...beyond)),
    basis: least?.basis ?? 'declared',
    measured: least?.measured ?? 0,
  }
}

const order: Readonly<Record<Basis, number>> = { body: 0, procedure: 1, declared: 2 }

/** What says that work will take long. */
function signsOf({ left, work, timeOf }: Standing, places: readonly WorkPlace[]): Reason[] {
  return work.flatMap((one, at): Reason[] => {
    const { step, consult, stepName, unit, isElsewhere, taken } = one
    const place = places[at]
    const long = shareOf(timeOf(step), longShare)
    const isMeasured = timeOf(step).basis !== 'declared'
    const isSlow = consult === null && taken >= long
    const queue = place?.pace === undefined ? 0 : Math.round((place.ahead + 1) * place.pace)
    return [
      ...(isSlow ? [{ kind: isMeasured ? 'slow-step' : 'over-hours', step: stepName, taken, long } as const] : []),
      ...(consult !== null || isElsewhere ? [{ kind: 'awaits-body', unit, step: stepName, taken } as const] : []),
      ...(place?.isAttended === false ? [{ kind: 'nobody', unit, step: stepName } as const] : []),
      ...(place !== undefined && place.ahead > 0 && queue > left
        ? [{ kind: 'queue', unit, ahead: place.ahead, takes: queue } as const]
        : []),
    ]
  })
}
