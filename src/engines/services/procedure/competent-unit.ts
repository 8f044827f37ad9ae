import type { Queries } from '#kernel/database/connect.ts'
import { Problem } from '#values/errors.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { UnitRow } from '#engines/directory/index.ts'
import type { Division, Step } from '#engines/workflow/declare.ts'
import type { Procedure } from '../declare.ts'
import { ownerOf, unitOfPlace } from './place.ts'
import { findProcedure } from './procedure.ts'

/**
 * The unit that knows a procedure in a place: the part of the deciding body that works on it, or the body itself. Undefined for a code
 * that is not in force, or where the place does not say which body it is.
 */
export async function competentUnit(
  tx: Queries,
  code: string,
  place: string | null,
  on: PlainDate,
): Promise<UnitRow | undefined> {
  const current = await findProcedure(tx, code, on)
  if (current === undefined) return undefined
  const { procedure } = current
  try {
    const owner = await ownerOf(tx, procedure, place, on)
    const where = { receiverId: owner.id, ownerId: owner.id, place, procedureCode: code, facts: {} }
    return await unitOfPlace(tx, { unit: 'owner', division: divisionAtWork(procedure) }, where, on)
  } catch (error) {
    if (error instanceof Problem && error.code === 'nowhere') return undefined
    throw error
  }
}

/** That of the owner, or where its process sends the first work. */
function divisionAtWork({ owner, process }: Procedure): Division | undefined {
  if (owner.division !== undefined) return owner.division
  const divisions = Object.values<Step>(process?.steps ?? {}).map(({ by: { at } }) =>
    at.unit === 'owner' ? at.division : undefined,
  )
  return divisions.find((division) => division !== undefined)
}
