import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { keep } from '#kernel/database/memory.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { heldPosts } from '#engines/directory/index.ts'

/**
 * Under which of their own posts the caller may take work with these keys: work of their own function in their own unit, which
 * nobody took yet or a colleague in the same function holds. A step is done by whom the process names: whoever has another function,
 * or stands in by delegation, takes nothing; work is given to them by those who may.
 * @right
 */
export async function takeableKeys(ctx: Context, keys: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const { person } = ctx.actor
  if (person === undefined || keys.length === 0) return new Map()
  const held = await heldPosts(ctx.tx, person, dateAt(ctx.now()))
  const own = held.filter((post) => post.delegationId === null)
  return new Map(
    (await functionsOf(ctx.tx, keys)).flatMap(({ key, unitId, function: name }) => {
      const post = own.find((one) => one.unitId === unitId && one.function === name)
      return post === undefined ? [] : [[key, post.key] as const]
    }),
  )
}

interface KeyFunction {
  readonly key: number
  readonly unitId: string
  readonly function: string
}

/** The function that stands behind each key of work: its own, or that of the post. */
export const functionsOf = (tx: Queries, keys: readonly number[]): Promise<KeyFunction[]> =>
  keep(tx, `functions of ${keys.join(' ')}`, () =>
    rows(
      tx,
      sql<KeyFunction>`
        select q.key, q.unit_id, coalesce(q.function, p.function) as function
        from directory.principal q left join directory.post p on p.id = q.post_id
        where q.key = any(${keys}::int[]) and q.kind <> 'unit'`,
    ),
  )
