import { find, get, sql, type Fragment } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { fail } from '#values/errors.ts'
import { leftOf, oneMoreUsed, type Quota, type Used } from '#values/quota.ts'

/**
 * Uses one of what a machine may do within a stretch of time; one after the other for each machine. `usedSince` is a query of `count` and
 * `first_at` of what it has done. 429 `tooMany` with the seconds after which there is more.
 */
export async function useQuota(
  ctx: Context,
  deviceId: string,
  name: string,
  quota: Quota,
  usedSince: (since: Date) => Fragment,
): Promise<void> {
  const at = ctx.now()
  await find(ctx.tx, sql`select 1 from queue.device where id = ${deviceId} for update`)
  const used = await get(ctx.tx, sql<Used>`${usedSince(new Date(at.getTime() - quota.withinSeconds * 1000))}`)
  const left = leftOf(quota, used, at)
  ctx.allow(name, left)
  if (left.remaining === 0) fail('tooMany', { retryAfterSeconds: left.resetSeconds })
  ctx.allow(name, leftOf(quota, oneMoreUsed(used, at), at))
}
