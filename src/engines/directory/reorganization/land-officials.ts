import type { Holder } from './eve.ts'
import type { Blocker, Changes, Succession } from './expand-plan.ts'
import type { ReorganizationPlan } from './plan.ts'

/** Where somebody goes whose post ends. */
export interface Landing {
  readonly holder: Holder
  readonly unit: string
  readonly function: string
}

/** One place that several would get, and who of them was chosen for it by name. */
export interface Contest {
  readonly unit: string
  readonly function: string
  readonly people: readonly Holder[]
  readonly chosen: string | undefined
}

/** Somebody whose unit goes to several, and to which one they were sent by name. */
export interface Stray {
  readonly holder: Holder
  readonly from: Succession
  readonly chosen: string | undefined
}

interface Landed {
  readonly landings: readonly Landing[]
  readonly contests: readonly Contest[]
  readonly strays: readonly Stray[]
  readonly blockers: readonly Blocker[]
}

/**
 * Where everybody goes who holds a post in a unit that ends. Where a unit has one place and several come, one is chosen and the
 * others get what the plan has for them. Whoever nobody has decided about stands in the way of the reorganisation.
 */
export function landOfficials(
  { officials }: ReorganizationPlan,
  { successions }: Changes,
  holders: readonly Holder[],
): Landed {
  const blockers: Blocker[] = []
  const contests: Contest[] = []
  const strays: Stray[] = []
  const ending = new Map(successions.filter(({ ends }) => ends).map((one) => [one.unit.code, one]))
  const turn = new Map<string, number>()
  const arriving = holders.flatMap((holder) => {
    const from = ending.get(holder.unit)
    if (from === undefined) return []
    const landing = landingOf(holder, from)
    if (landing === undefined) {
      blockers.push(undecided(holder, from))
      strays.push({ holder, from, chosen: undefined })
    }
    return landing === undefined ? [] : [landing]
  })
  const staying = holders.filter(({ unit }) => !ending.has(unit))

  function landingOf(holder: Holder, from: Succession): Landing | undefined {
    const told = officials.landings.find((one) => one.person === holder.personId && one.from === holder.unit)
    const name = told?.function ?? officials.functions[holder.function] ?? holder.function
    if (told !== undefined) {
      strays.push({ holder, from, chosen: told.to })
      return { holder, unit: told.to, function: name }
    }
    const [only, second] = from.into
    if (only !== undefined && second === undefined) return { holder, unit: only.code, function: name }
    if (officials.spread === 'ask' || only === undefined) return undefined
    const key = `${holder.unit} ${holder.function}`
    const at = turn.get(key) ?? 0
    turn.set(key, at + 1)
    return { holder, unit: (from.into[at % from.into.length] as { code: string }).code, function: name }
  }

  const moving: Landing[] = []
  for (const [place, comers] of Map.groupBy(arriving, (landing) => `${landing.unit} ${landing.function}`)) {
    const [unit, name] = place.split(' ') as [string, string]
    const surplus = officials.surplus[name]
    const here = staying.filter((one) => one.unit === unit && one.function === name)
    const people = new Set([...here, ...comers.map(({ holder }) => holder)].map(({ personId }) => personId))
    if (surplus === undefined || people.size < 2) {
      moving.push(...comers)
      continue
    }
    const candidates = [...here, ...comers.map(({ holder }) => holder)]
    const told = officials.choices[place]
    const isTold = told !== undefined && people.has(told)
    if (isTold || officials.chief === 'ask')
      contests.push({ unit, function: name, people: candidates, chosen: isTold ? told : undefined })
    const chosen = told ?? (officials.chief === 'longest' ? longest(here, comers) : undefined)
    if (chosen === undefined || !people.has(chosen)) {
      blockers.push(toChoose(unit, name, candidates))
      continue
    }
    moving.push(
      ...comers.map((one) => (one.holder.personId === chosen ? one : { ...one, function: surplus })),
      ...here
        .filter(({ personId }) => personId !== chosen)
        .map((holder): Landing => ({ holder, unit, function: surplus })),
    )
  }
  return { landings: onePlaceEach(moving), contests, strays, blockers }
}

/** Whoever is there already, else whoever has been in office longest. */
const longest = (here: readonly Holder[], comers: readonly Landing[]): string | undefined =>
  (here[0] ?? comers.map(({ holder }) => holder).toSorted((a, b) => (a.since < b.since ? -1 : 1))[0])?.personId

/** Whoever held two posts that become one holds it once. */
const onePlaceEach = (landings: readonly Landing[]): Landing[] =>
  [
    ...new Map(
      landings.toReversed().map((one) => [`${one.holder.personId} ${one.unit} ${one.function}`, one] as const),
    ).values(),
  ].toReversed()

const undecided = ({ unit, personName, title }: Holder, { unit: from }: Succession): Blocker => ({
  about: unit,
  words: {
    vi: `${personName}, ${title}, ${from.name}: chưa nói về đâu`,
    en: `${personName}, ${title}, ${from.name}: is not said to go anywhere`,
  },
  isDecision: true,
})

const toChoose = (unit: string, name: string, people: readonly Holder[]): Blocker => ({
  about: `${unit} ${name}`,
  words: {
    vi: `${unit}, ${name}: ${people.length} người, chọn 1 (${people.map(({ personName }) => personName).join(', ')})`,
    en: `${unit}, ${name}: ${people.length} people for one place (${people.map(({ personName }) => personName).join(', ')})`,
  },
  isDecision: true,
})
