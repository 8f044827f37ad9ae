import type { Unit } from '../declare.ts'
import { agencyKinds } from '../manage-unit.ts'
import { doersOf } from '../stand-in.ts'
import type { Eve, Holder } from './eve.ts'
import type { Changes } from './expand-plan.ts'
import type { Landing } from './land-officials.ts'

/** The organisation as it will stand from the day on. */
export interface After {
  readonly units: ReadonlyMap<string, Unit>
  /** The nearest body above a unit that is an agency of its own, or itself. */
  agencyOf(code: string): string
  /** Who does what a function in a unit is asked for: it, who stands in for it there, or who leads the agency; undefined = nobody. */
  addressee(unit: string, name: string): { readonly unit: string; readonly function: string } | undefined
}

/** Puts a plan's changes and the people it moves on the organisation of the day before. */
export function organizationAfter(
  eve: Eve,
  { successions, changed, opened }: Changes,
  landings: readonly Landing[],
  holders: readonly Holder[],
): After {
  const ended = new Set(successions.filter(({ ends }) => ends).map(({ unit }) => unit.code))
  const units = new Map<string, Unit>([
    ...[...eve.units.values()].filter(({ code }) => !ended.has(code)).map((unit) => [unit.code, unit] as const),
    ...changed.map((unit) => [unit.code, unit] as const),
    ...opened.map((unit) => [unit.code, unit] as const),
  ])
  const moved = new Set(landings.map(({ holder }) => holder.appointmentId))
  const held = new Set([
    ...holders
      .filter(({ unit, appointmentId }) => !ended.has(unit) && !moved.has(appointmentId))
      .map((holder) => `${holder.unit} ${holder.function}`),
    ...landings.map((landing) => `${landing.unit} ${landing.function}`),
  ])
  const agencyOf = (code: string): string => agencyAbove(units, code)
  return {
    units,
    agencyOf,
    addressee(unit, name) {
      const doers = doersOf(name)
      const here = doers.here.find((one) => held.has(`${unit} ${one}`))
      if (here !== undefined) return { unit, function: here }
      const agency = agencyOf(unit)
      const leads = doers.inAgency.find((one) => held.has(`${agency} ${one}`))
      return leads === undefined ? undefined : { unit: agency, function: leads }
    },
  }
}

/** The nearest agency from a unit up; the unit itself where nothing is above. */
export function agencyAbove(units: ReadonlyMap<string, Unit>, code: string): string {
  for (
    let unit = units.get(code);
    unit !== undefined;
    unit = unit.parent === undefined ? undefined : units.get(unit.parent)
  )
    if (agencyKinds.includes(unit.kind) || unit.parent === undefined) return unit.code
  return code
}
