import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Channel } from '../template/template-shape.ts'
import { openChannels } from './open-channels.ts'
import { underWayMs } from './troubled.ts'

interface Counted {
  readonly channel: Channel
  readonly waiting: number
  readonly oldest: Date | null
  readonly sent: number
  readonly delivered: number
  readonly troubled: number
}

/** Each channel: what waits, what left within a day, and what is to be looked at; of notifications, which nobody sends again, what failed within a day. */
export async function deliveryState(tx: Queries, now: Date) {
  const [day, settled] = [new Date(now.getTime() - 86_400_000), new Date(now.getTime() - underWayMs)]
  const open = await openChannels(tx)
  const counted = await rows(
    tx,
    sql<Counted>`select 'sms' as channel, (select count(*)::int from notification.sms where state = 'waiting') as waiting,
        (select min(next_at) from notification.sms where state = 'waiting' and next_at <= ${now}) as oldest,
        (select count(*)::int from notification.sms where sent_at > ${day}) as sent,
        (select count(*)::int from notification.sms where sent_at > ${day} and state = 'delivered') as delivered,
        (select count(*)::int from notification.sms where state in ('undelivered', 'failed') or state = 'sending' and claimed_at < ${settled}) as troubled
      union all
      select 'email', (select count(*)::int from notification.email where state = 'waiting'),
        (select min(next_at) from notification.email where state = 'waiting' and next_at <= ${now}),
        (select count(*)::int from notification.email where sent_at > ${day}), 0,
        (select count(*)::int from notification.email where state = 'failed' or state = 'sending' and next_at < ${settled})
      union all
      select 'push', (select count(*)::int from notification.push where state = 'waiting'),
        (select min(next_at) from notification.push where state = 'waiting' and next_at <= ${now}),
        (select count(*)::int from notification.push where sent_at > ${day}), 0,
        (select count(*)::int from notification.push where state = 'failed' and next_at > ${day})`,
  )
  return { channels: counted.map((one) => ({ ...one, isOpen: open.has(one.channel) })) }
}

/** The same for whoever watches the installation: how many messages of each channel wait, how many need a look. */
export const messageFigure = (db: Queries, now: () => Date) => ({
  name: 'lienthong_messages',
  help: 'Messages by channel that wait, or need a look: failed, not delivered, unsure; of notifications, failed within a day',
  labelNames: ['channel', 'state'],
  read: async () =>
    (await deliveryState(db, now())).channels.flatMap(({ channel, waiting, troubled }) => [
      { labels: { channel, state: 'waiting' }, value: waiting },
      { labels: { channel, state: 'troubled' }, value: troubled },
    ]),
})
