import { get, rows, run, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { InstantAndId, readCursor, toPage } from '#values/page.ts'
import type { Channel } from '../template/template-shape.ts'
import { hideAddress, hidePhone } from './hidden-address.ts'

/** Longer under way, nobody will answer any more. */
export const underWayMs = 10 * 60_000

interface Troubled {
  readonly id: string
  readonly channel: Channel
  readonly to: string
  readonly text: string
  readonly state: 'unsure' | 'undelivered' | 'failed'
  readonly error: string | null
  readonly attempts: number
  readonly at: Date
  readonly canRetry: boolean
  readonly canDecide: boolean
}

/** What failed, did not arrive, or nobody knows of; newest first. */
export async function troubledPage(tx: Queries, now: Date, page: { after?: string | undefined; limit: number }) {
  const [at, id] = page.after === undefined ? [undefined, undefined] : readCursor(InstantAndId, page.after)
  const older = at === undefined ? sql`` : sql`and (next_at, id) < (${at}::timestamptz, ${id}::uuid)`
  const part = (rest: Fragment) => sql`(${rest} ${older} order by next_at desc, id desc limit ${page.limit + 1})`
  const settled = new Date(now.getTime() - underWayMs)
  const found = await rows(
    tx,
    sql<Troubled>`select id, channel, "to", text, state, error, attempts, at, state <> 'undelivered' and passed_on_at is null as can_retry, state = 'unsure' as can_decide from (
      ${part(sql`select id, 'sms' as channel, phone as to, text, case state when 'sending' then 'unsure' else state end as state, error, attempts, next_at as at,
          passed_on_at from notification.sms where state in ('sending', 'undelivered', 'failed') and (state <> 'sending' or claimed_at < ${settled})`)}
      union all
      ${part(sql`select id, 'email', address, subject, case state when 'sending' then 'unsure' else state end, error, attempts, next_at,
          passed_on_at from notification.email where state in ('sending', 'failed') and (state <> 'sending' or next_at < ${settled})`)}
    ) found order by at desc, id desc limit ${page.limit + 1}`,
  )
  const shown = found.map((one) => ({ ...one, to: one.channel === 'sms' ? hidePhone(one.to) : hideAddress(one.to) }))
  return toPage(shown, page.limit, (row) => [row.at.toISOString(), row.id])
}

/**
 * Lets it wait again as if it had never been tried; answers whether it could. Parts that the centre has are not sent again, nor what was told
 * by another channel since.
 */
export async function retry(tx: Queries, channel: 'sms' | 'email', id: string, now: Date): Promise<boolean> {
  const settled = new Date(now.getTime() - underWayMs)
  const touched =
    channel === 'sms'
      ? await run(
          tx,
          sql`update notification.sms set state = 'waiting', attempts = 0, next_at = ${now} where id = ${id} and passed_on_at is null
            and (state = 'failed' or state = 'sending' and claimed_at < ${settled})`,
        )
      : await run(
          tx,
          sql`update notification.email set state = 'waiting', attempts = 0, next_at = ${now} where id = ${id} and passed_on_at is null
            and (state = 'failed' or state = 'sending' and next_at < ${settled})`,
        )
  if (touched > 0) return true
  await get(
    tx,
    channel === 'sms'
      ? sql`select 1 from notification.sms where id = ${id}`
      : sql`select 1 from notification.email where id = ${id}`,
  )
  return false
}
