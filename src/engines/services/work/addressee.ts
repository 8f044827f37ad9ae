import { doersOf, findUnit, functionKey, holdersOf, type UnitRow } from '#engines/directory/index.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { Problem } from '#values/errors.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { servicesProblems } from '../contract/problems.ts'
import type { Procedure } from '../declare.ts'
import { unitOfPlace, type Whereabouts } from '../procedure/place.ts'

/** Who work goes to: the unit, and the key of the function there. */
export interface Addressee {
  readonly unit: UnitRow
  readonly key: number
}

/** Who work is addressed to: the function if someone holds it, else who stands in for it here or leads the agency; undefined = nobody. */
export async function findAddressee(
  tx: Queries,
  unit: UnitRow,
  name: string,
  on: PlainDate,
): Promise<Addressee | undefined> {
  const { here, inAgency } = doersOf(name)
  const agency = unit.agencyId === unit.id ? undefined : await findUnit(tx, unit.agencyId, on)
  return (await firstHeld(tx, unit, here, on)) ?? (agency && firstHeld(tx, agency, inAgency, on))
}

async function firstHeld(
  tx: Queries,
  unit: UnitRow,
  names: readonly string[],
  on: PlainDate,
): Promise<Addressee | undefined> {
  for (const name of names)
    if ((await holdersOf(tx, unit.id, name, on)).length > 0) return { unit, key: await functionKey(tx, unit.id, name) }
  return undefined
}

/** Refuses where what is filed would come to nobody, so that it is said before anything is filled in. */
export async function mustBeAttended(
  tx: Queries,
  { process }: Required<Pick<Procedure, 'process'>>,
  where: Omit<Whereabouts, 'facts'>,
  on: PlainDate,
): Promise<void> {
  const first = process.steps[process.start]
  if (first === undefined) return
  const unit = await unitOfPlace(tx, first.by.at, { ...where, facts: { answers: {} } }, on)
  if ((await findAddressee(tx, unit, first.by.function, on)) === undefined) refuseUnattended()
}

export function refuseUnattended(): never {
  throw new Problem('nobodyReceives', servicesProblems.nobodyReceives)
}
