import { find, rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { takeNumberAway } from '#engines/directory/index.ts'
import { removeFactors } from './factors/own-factors.ts'
import { endSessionsOf } from './session.ts'

/**
 * Whether a person is known by nothing but an account that they opened online, whose card no officer saw and whom nobody vouches for: under
 * the number of somebody else it is a stranger's.
 * @right
 */
export const isOnlyClaimed = async (tx: Queries, personId: string): Promise<boolean> => {
  const found = await find(
    tx,
    sql<{ isClaimed: boolean | null }>`select bool_and(kind = 'citizen' and assurance < 2) as is_claimed
      from identity.account where person_id = ${personId}`,
  )
  return found?.isClaimed ?? false
}

/**
 * Shuts out whoever opened an account under a number that surely is somebody else's: nothing opens it any more, the number is free for its
 * owner. What was filed by it stays with the person who was stated, and shows nothing of the owner. Both are told.
 */
export async function shutOut(ctx: Context, strangerId: string): Promise<void> {
  await takeNumberAway(ctx.tx, strangerId)
  const shut = await rows(
    ctx.tx,
    sql<{
      id: string
    }>`update identity.account set status = 'disabled', status_since = ${ctx.now()}, former_login = login, login = id::text
      where person_id = ${strangerId} returning id`,
  )
  for (const { id } of shut) {
    await removeFactors(ctx.tx, id)
    await endSessionsOf(ctx.tx, id, ctx.now())
  }
}

/** The password of the account that was shut out last under this number: whoever knows it hears why, and comes in no more. */
export const shutOutPassword = async (tx: Queries, login: string): Promise<string | null | undefined> =>
  (
    await find(
      tx,
      sql<{ passwordHash: string | null }>`select password_hash from identity.account where former_login = ${login}
        order by status_since desc limit 1`,
    )
  )?.passwordHash
