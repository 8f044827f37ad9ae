import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { hideAddress, hidePhone } from './hidden-address.ts'
import type { ToldView } from '../contract.ts'

/** What was told outside about a dossier, oldest first; to one person only where one is named. */
export async function toldAbout(tx: Queries, about: string, personId?: string): Promise<ToldView[]> {
  const found = await rows(
    tx,
    sql<ToldView>`
      with told as (
        select id, words from notification.message where about = ${about} ${personId === undefined ? sql`` : sql`and person_id = ${personId}`}
      )
      select s.id, 'sms' as channel, told.words, s.phone as to, case s.state when 'sending' then 'unsure' else s.state end as state,
        coalesce(s.sent_at, s.next_at) as at from told join notification.sms s on s.message_id = told.id
      union all
      select e.id, 'email', told.words, e.address, case e.state when 'sending' then 'unsure' else e.state end,
        coalesce(e.sent_at, e.next_at) from told join notification.email e on e.message_id = told.id
      union all
      select p.id, 'push', told.words, '', case p.state when 'sending' then 'unsure' else p.state end,
        coalesce(p.sent_at, p.next_at) from told join notification.push p on p.message_id = told.id
      order by at, id`,
  )
  return found.map((one) => ({ ...one, to: hide(one) }))
}

const hide = ({ channel, to }: Pick<ToldView, 'channel' | 'to'>): string =>
  channel === 'email' ? hideAddress(to) : channel === 'sms' ? hidePhone(to) : ''
