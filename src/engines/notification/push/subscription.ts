import { randomUUIDv7 } from 'node:crypto'
import { rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PushKeys } from './encrypt-push.ts'

export interface Subscription extends PushKeys {
  readonly endpoint: string
}

/** So many browsers of one person are told; the oldest ones go when more come. */
const most = 10

/** Remembers a browser; whoever used it before is not told there any more. */
export async function subscribe(tx: Queries, personId: string, one: Subscription, at: Date): Promise<void> {
  await run(
    tx,
    sql`insert into notification.push_subscription (id, person_id, endpoint, public_key, auth, made_at)
      values (${randomUUIDv7()}, ${personId}, ${one.endpoint}, ${one.publicKey}, ${one.auth}, ${at})
      on conflict (endpoint) do update set person_id = excluded.person_id, public_key = excluded.public_key, auth = excluded.auth, made_at = excluded.made_at`,
  )
  await run(
    tx,
    sql`delete from notification.push_subscription where person_id = ${personId} and id not in (
        select id from notification.push_subscription where person_id = ${personId} order by made_at desc, id desc limit ${most})`,
  )
}

/** Forgets the browsers of a person. */
export const unsubscribe = (tx: Queries, personId: string): Promise<number> =>
  run(tx, sql`delete from notification.push_subscription where person_id = ${personId}`)

export const countSubscriptions = async (tx: Queries, personId: string): Promise<number> =>
  (await rows(tx, sql`select 1 from notification.push_subscription where person_id = ${personId}`)).length

interface NewPush {
  readonly messageId: string
  readonly personId: string
  readonly text: string
  /** Not before. */
  readonly nextAt: Date
  /** Leaves in quiet hours too. */
  readonly isUrgent: boolean
}

/** Lets a notification wait for each browser of a person; answers how many there are. */
export const insertPushes = (tx: Queries, { messageId, personId, text, nextAt, isUrgent }: NewPush): Promise<number> =>
  run(
    tx,
    sql`insert into notification.push (id, message_id, subscription_id, text, next_at, is_urgent)
      select gen_random_uuid(), ${messageId}, id, ${text}, ${nextAt}, ${isUrgent} from notification.push_subscription where person_id = ${personId}`,
  )
