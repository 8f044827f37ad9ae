import { fail } from '#values/errors.ts'
import type { OperationMeta } from '#values/operation.ts'
import type { Actor } from './actor.ts'

/** So long a proof counts. */
export const provenForMinutes = 10

/** Refuses who has not proved lately who they are: 403 `stepUpNeeded`, or `factorNeeded` where only the second factor will do. */
export function mustBeProven(actor: Actor, wanted: NonNullable<OperationMeta['stepUp']>, now: Date): void {
  const { at = null, byFactorAt = null, hasFactor = false } = actor.proof ?? {}
  const byFactor = wanted === 'factor' && hasFactor
  const proven = byFactor ? byFactorAt : at
  if (proven === null || now.getTime() - proven.getTime() > provenForMinutes * 60_000)
    fail(byFactor ? 'factorNeeded' : 'stepUpNeeded')
}
