import { find, run, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Channel } from '../template/template-shape.ts'

/** By what a person wants to be told of their dossiers. */
export type Wishes = Readonly<Record<Channel, boolean>>

export const everything: Wishes = { push: true, sms: true, email: true }

export const wishesOf = async (tx: Queries, personId: string): Promise<Wishes> =>
  (await find(tx, sql<Wishes>`select push, sms, email from notification.wish where person_id = ${personId}`)) ??
  everything

export const saveWishes = (tx: Queries, personId: string, { push, sms, email }: Wishes, at: Date): Promise<number> =>
  run(
    tx,
    sql`insert into notification.wish (person_id, push, sms, email, changed_at) values (${personId}, ${push}, ${sms}, ${email}, ${at})
      on conflict (person_id) do update set push = excluded.push, sms = excluded.sms, email = excluded.email, changed_at = excluded.changed_at`,
  )

const wished: Readonly<Record<Channel, Fragment>> = { push: sql`w.push`, sms: sql`w.sms`, email: sql`w.email` }

/** Whether whoever a message is for wants nothing by this channel any more: asked when it leaves, as it may have waited for a night. */
export const isUnwished = (channel: Channel, messageId: Fragment): Fragment =>
  sql`exists (select from notification.message m join notification.wish w on w.person_id = m.person_id
    where m.id = ${messageId} and not ${wished[channel]})`
