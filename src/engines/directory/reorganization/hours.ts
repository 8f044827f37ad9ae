import type { PlainDate } from '#values/plain-date.ts'
import type { UnitTree } from '../unit.ts'
import type { Eve } from './eve.ts'
import { said, type Blocker, type Changes } from './expand-plan.ts'
import type { After } from './organization-after.ts'
import type { ReorganizationPlan } from './plan.ts'

interface NamedUnit {
  readonly id: string
  readonly code: string
  readonly name: string
}

/** A unit that takes over from units that end, and whose office hours it works on with. */
export interface HoursTaker {
  /** Its id; of one that is not there yet its code. */
  readonly key: string
  readonly code: string
  readonly name: string
  /** Itself, if it is there already, and those that end. */
  readonly from: readonly NamedUnit[]
  /** The id of the one that the plan says; null: it says none. */
  readonly like: string | null
}

/** What office hours follow by: they are kept by a later engine. */
export interface HoursParts {
  readonly effectiveOn: PlainDate
  /** The units from the day on, by id; those not there yet by code. */
  readonly tree: UnitTree
  /** Those above before those below them. */
  readonly takers: readonly HoursTaker[]
  /** For the id of each unit that ends, who takes over first, by its key. */
  readonly heirs: ReadonlyMap<string, string>
}

/** Who takes over whose office hours, by a plan. */
export function hoursParts(plan: ReorganizationPlan, eve: Eve, { successions }: Changes, after: After): HoursParts {
  const keyOf = (code: string) => eve.units.get(code)?.id ?? code
  const ending = successions.filter(({ ends }) => ends)
  const byTaker = Map.groupBy(
    ending.flatMap(({ unit, into }) => into.map(({ code }) => ({ code, unit }))),
    ({ code }) => code,
  )
  const takers = [...byTaker].map(([code, given]): HoursTaker => {
    const itself = eve.units.get(code)
    const from = [...(itself === undefined ? [] : [itself]), ...given.map(({ unit }) => unit)]
    return {
      key: keyOf(code),
      code,
      name: after.units.get(code)?.name ?? code,
      from,
      like: from.find((one) => one.code === plan.hours[code])?.id ?? null,
    }
  })
  return {
    effectiveOn: plan.effectiveOn,
    tree: new Map(
      [...after.units.values()].map((unit) => [
        keyOf(unit.code),
        { parentId: unit.parent === undefined ? null : keyOf(unit.parent), isEnded: false },
      ]),
    ),
    takers: takers.toSorted((a, b) => depthOf(after, a.code) - depthOf(after, b.code)),
    heirs: new Map(ending.map(({ unit, heir }) => [unit.id, keyOf(heir)])),
  }
}

/** Hours that a plan wants gone on with by who takes nothing over from their unit. */
export const strayHours = ({ hours }: ReorganizationPlan, { takers }: HoursParts): Blocker[] =>
  Object.entries(hours).flatMap(([unit, like]) =>
    takers.some(({ code, from }) => code === unit && from.some((one) => one.code === like))
      ? []
      : [
          said(
            unit,
            `không theo được giờ làm việc của ${like}, vì không nhận việc từ ${like}`,
            `cannot work the hours of ${like}, for it takes nothing over from ${like}`,
          ),
        ],
  )

function depthOf(after: After, code: string): number {
  let depth = 0
  for (let unit = after.units.get(code); unit?.parent !== undefined; unit = after.units.get(unit.parent)) depth++
  return depth
}
