import { sql, type Fragment } from '#kernel/database/query.ts'
import { scopeOf, type Actor, type Scope } from '#kernel/operations/actor.ts'
import { reaches } from '#engines/directory/index.ts'
import { petitionKinds, type PetitionKind } from './kinds.ts'

/** The right to see petitions of a kind and to work on them; over the unit that has them. */
export const workRight = (kind: PetitionKind): string => `${kind}.work`

/** The right to answer in the name of the unit. */
export const approveRight = (kind: PetitionKind): string => `${kind}.approve`

/**
 * Which petitions an actor sees: of each kind those of the units that their right to this kind reaches. Of the row `p`.
 * @right
 */
export const isSeen = (actor: Actor): Fragment =>
  sql`(${sql.join(
    petitionKinds.map(
      (kind) => sql`(p.kind = ${kind} and ${reaches(scopeOf(actor, workRight(kind)), sql`p.unit_key`)})`,
    ),
    sql` or `,
  )})`

/**
 * The units in which an actor may see a petition of some kind: what they see lies in these, which kind in which {@link isSeen} says.
 * @right
 */
export function keysSeen(actor: Actor): Scope {
  const scopes = petitionKinds.map((kind) => scopeOf(actor, workRight(kind)))
  return scopes.includes('all') ? 'all' : [...new Set(scopes.flatMap((scope) => (scope === 'all' ? [] : scope)))]
}

/**
 * Whether an actor may answer in the name of the unit that has it.
 * @right
 */
export function mayApprove(actor: Actor, { kind, unitKey }: { kind: PetitionKind; unitKey: number }): boolean {
  const scope = scopeOf(actor, approveRight(kind))
  return scope === 'all' || scope.includes(unitKey)
}

/**
 * Whether an actor may open who denounced: the right reaches the unit that has it.
 * @right
 */
export function mayUnseal(actor: Actor, { kind, unitKey }: { kind: PetitionKind; unitKey: number }): boolean {
  const scope = scopeOf(actor, 'denunciation.unseal')
  return kind === 'denunciation' && (scope === 'all' || scope.includes(unitKey))
}
