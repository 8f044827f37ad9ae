import { run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { heldPosts } from '#engines/directory/index.ts'
import { hashToken } from './session.ts'

const postsOf = async (ctx: Context) =>
  ctx.actor.person === undefined ? [] : heldPosts(ctx.tx, ctx.actor.person, dateAt(ctx.now()))

/** The posts that the caller may act from today, own ones first, those lent to them after. */
export const myPosts = async (ctx: Context) =>
  (await postsOf(ctx)).map((post) => ({
    id: post.postId,
    title: post.title,
    unit: post.unitName,
    delegatedFrom: post.delegatedFrom,
    isActing: post.postId === ctx.actor.post?.id,
  }))

/** From now on this session acts from a post: what it signs and receives stands under that title and unit. Rights stay all one has. */
export async function choosePost(ctx: Context, postId: string): Promise<{ postId: string }> {
  const held = (await postsOf(ctx)).some((post) => post.postId === postId)
  if (!held || ctx.actor.session === undefined) fail('notFound')
  await run(
    ctx.tx,
    sql`update identity.session set post_id = ${postId} where token_hash = ${hashToken(ctx.actor.session)}`,
  )
  ctx.note({ objectType: 'post', objectId: postId })
  return { postId }
}
