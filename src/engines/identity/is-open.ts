import { find, sql, type Fragment } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { hasLeft } from '#engines/directory/index.ts'

/**
 * Whether the account `a` lets its owner in at a moment: nobody disabled it, and an official has not left. Leaving is a matter of dates,
 * so that it needs no job at midnight.
 * @right
 */
export const isOpen = (at: Date): Fragment =>
  sql`(a.status = 'active' and (a.kind <> 'staff' or not ${hasLeft(sql`a.person_id`, dateAt(at))}))`

/** The same of one account, now. */
export const isOpenNow = async ({ tx, now }: Context, accountId: string): Promise<boolean> =>
  (await find(tx, sql`select 1 from identity.account a where a.id = ${accountId} and ${isOpen(now())}`)) !== undefined
