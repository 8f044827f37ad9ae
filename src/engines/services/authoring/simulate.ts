import type { Facts } from '#values/condition.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { walkProcess, type Actor, type Step, type WalkedStep } from '#engines/workflow/declare.ts'
import type { Procedure } from '../declare.ts'
import { hoursIn } from '../procedure/check-limits.ts'
import { timeLimitOf } from '../procedure/procedure.ts'

/** A dossier that is finished, with what its steps took. */
export interface PastDossier {
  readonly id: string
  readonly code: string
  readonly facts: Facts
  readonly receivedOn: PlainDate
  /** Office minutes that each step was open, those in which the clock stood left out. */
  readonly spent: ReadonlyMap<string, number>
}

/** How the past dossiers would have gone by one version. */
export interface Course {
  /** How many took so many working days; the last counts all that took longer. */
  readonly days: number[]
  readonly late: number
}

export interface SimulatedStep {
  readonly step: string
  readonly name: Words
  readonly by: Actor
  readonly hours: number
  /** How many dossiers come to it. */
  readonly dossiers: number
  /** Working hours that it would be open, on average. */
  readonly takes: number
  /** Late dossiers of which this step goes farthest beyond its hours. */
  readonly late: number
}

export interface Simulation {
  readonly dossiers: number
  readonly before: Course
  readonly after: Course
  /** Working days that the limit gives in the ordinary case. */
  readonly limitDays: number
  readonly steps: SimulatedStep[]
  readonly lateDossiers: { readonly id: string; readonly code: string }[]
}

/** A working day of state bodies (Labour Code 2019, art. 105). */
const minutesOfDay = 480
/** Days told apart; longer ones are one. */
const mostDays = 31
const mostNamed = 20

type WithProcess = Procedure & Required<Pick<Procedure, 'process'>>

/**
 * How last year's dossiers would have gone by another version. A step that was there takes what it took, in proportion where its hours
 * change; a new one takes its hours; an opinion that is newly asked holds its step for as long as it may. Pure.
 */
export function simulate(base: WithProcess | undefined, draft: WithProcess, past: readonly PastDossier[]): Simulation {
  const before = courseOf(past, (one) => lengthOf(walk(base ?? draft, base ?? draft, one)), base ?? draft)
  const walks = past.map((one) => walk(base, draft, one))
  const after = courseOf(past, (_, at) => lengthOf(walks[at] as readonly WalkedStep[]), draft)
  const lateOnes = past.flatMap((one, at) =>
    isLate(draft, one, lengthOf(walks[at] as readonly WalkedStep[]))
      ? [{ one, walked: walks[at] as readonly WalkedStep[] }]
      : [],
  )
  const causes = lateOnes.map(({ walked }) => worstOf(walked))
  return {
    dossiers: past.length,
    before,
    after,
    limitDays: limitDaysOf(draft),
    steps: Object.entries(draft.process.steps).map(([id, step]) => {
      const taken = walks.flatMap((walked) => walked.find((one) => one.id === id)?.minutes ?? [])
      const sum = taken.reduce((all, minutes) => all + minutes, 0)
      return {
        step: id,
        name: step.name,
        by: step.by,
        hours: step.hours,
        dossiers: taken.length,
        takes: taken.length === 0 ? 0 : Math.round((sum / taken.length / 60) * 10) / 10,
        late: causes.filter((cause) => cause === id).length,
      }
    }),
    lateDossiers: lateOnes.slice(0, mostNamed).map(({ one: { id, code } }) => ({ id, code })),
  }
}

const walk = (base: WithProcess | undefined, draft: WithProcess, { facts, spent }: PastDossier) =>
  walkProcess(draft.process, facts, (id, step) => minutesFor(base?.process.steps[id], step, spent.get(id)))

function minutesFor(was: Step | undefined, step: Step, spent: number | undefined): number {
  const known = new Set(was?.consult.map(({ id }) => id))
  const asked = step.consult.filter(({ id }) => !known.has(id)).map(({ hours }) => hours * 60)
  const own = was === undefined || spent === undefined ? step.hours * 60 : (spent * step.hours) / was.hours
  return Math.max(own, ...asked)
}

/** Minutes of work from the first step to the result. */
const lengthOf = (walked: readonly WalkedStep[]): number =>
  walked.reduce((end, one) => (one.counted ? Math.max(end, one.opensAfter + one.minutes) : end), 0)

const isLate = (procedure: Procedure, { facts, receivedOn }: PastDossier, minutes: number): boolean =>
  minutes > hoursIn(timeLimitOf(procedure, receivedOn, facts)) * 60

/** The step that goes farthest beyond the hours allotted to it. */
const worstOf = (walked: readonly WalkedStep[]): string | undefined =>
  walked
    .filter(({ counted }) => counted)
    .toSorted((a, b) => b.minutes - b.step.hours * 60 - (a.minutes - a.step.hours * 60))[0]?.id

function courseOf(
  past: readonly PastDossier[],
  length: (one: PastDossier, at: number) => number,
  by: Procedure,
): Course {
  const days = Array.from({ length: mostDays }, () => 0)
  let late = 0
  for (const [at, one] of past.entries()) {
    const minutes = length(one, at)
    const day = Math.min(Math.max(1, Math.ceil(minutes / minutesOfDay)), mostDays)
    days[day - 1] = (days[day - 1] as number) + 1
    if (isLate(by, one, minutes)) late += 1
  }
  return { days, late }
}

const limitDaysOf = ({ timeLimits }: Procedure): number => {
  const ordinary = timeLimits.find(({ when, to }) => when === undefined && to === undefined) ?? timeLimits[0]
  return ordinary === undefined ? 0 : Math.round((hoursIn(ordinary) / 8) * 10) / 10
}
