import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { heldPosts } from '#engines/directory/index.ts'
import { keysOfUnits } from './inbox.ts'

/** What work is about is read under this right: a post without it shows nothing of its unit's. */
export const readsWork = 'dossier.read'

/**
 * Keys by whose work it is: own and delegated ones are the actor's; the unit's are those of all its posts and functions.
 * @right
 */
export async function keysFor(ctx: Context, whose: 'mine' | 'unit' | 'delegated'): Promise<readonly number[]> {
  const { workKeys, onBehalf, person } = ctx.actor
  if (whose === 'mine') return workKeys.filter((key) => !onBehalf.has(key))
  if (whose === 'delegated') return [...onBehalf.keys()]
  if (person === undefined) return []
  const posts = await heldPosts(ctx.tx, person, dateAt(ctx.now()))
  const own = posts.filter((post) => post.delegationId === null && Object.hasOwn(post.permissions, readsWork))
  return keysOfUnits(ctx.tx, [...new Set(own.map((post) => post.unitId))])
}
