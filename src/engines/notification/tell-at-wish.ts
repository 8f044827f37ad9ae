import { get, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Allowance } from '#values/brake.ts'
import { leftOf, oneMoreUsed, type Used } from '#values/quota.ts'
import { wishes } from './contract.ts'
import { addressOf, insertEmail, insertMessage, type NewMessage } from './message.ts'

export interface WishedMessage extends Omit<NewMessage, 'personId' | 'to' | 'byEmail'> {
  readonly askedBy: string
  /** Undefined when they are not known here. */
  readonly personId: string | undefined
  /** The address that the asker gave; without it the e-mail goes to the reader's own, if there is one. */
  readonly address: string | undefined
}

export interface Wished {
  readonly isTold: boolean
  /** What may be told of this kind after it. */
  readonly left: Allowance
}

/**
 * Tells somebody something at the wish of a person: on their page if they are known, and by e-mail. Nothing is written beyond the
 * {@link wishes} of this kind.
 */
export async function tellAtWish(tx: Queries, message: WishedMessage, publicUrl: string): Promise<Wished> {
  const { askedBy, kind, at } = message
  const told = await get(
    tx,
    sql<Used>`select count(*)::int, min(at) as first_at from notification.message
      where asked_by = ${askedBy} and kind = ${kind} and at > ${at}::timestamptz - make_interval(secs => ${wishes.withinSeconds})`,
  )
  const left = leftOf(wishes, told, at)
  if (left.remaining === 0) return { isTold: false, left }
  const id = await insertMessage(tx, { ...message, to: 'citizen' })
  if (id === undefined) return { isTold: true, left }
  const address = message.address ?? (message.personId && (await addressOf(tx, message.personId)))
  if (address) await insertEmail(tx, id, address, message, publicUrl)
  return { isTold: true, left: leftOf(wishes, oneMoreUsed(told, at), at) }
}
