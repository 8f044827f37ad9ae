import { get, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { addressOf, insertEmail, insertMessage, type NewMessage } from './message.ts'

/** So much of one kind is told a day at the wish of one person: enough for a large family, too little for a nuisance. */
const mostADay = 20

export interface WishedMessage extends Omit<NewMessage, 'personId' | 'byEmail'> {
  readonly askedBy: string
  /** Undefined when they are not known here. */
  readonly personId: string | undefined
  /** The address that the asker gave; without it the e-mail goes to the reader's own, if there is one. */
  readonly address: string | undefined
}

/**
 * Tells somebody something at the wish of a person: on their page if they are known, and by e-mail. False, and nothing written,
 * beyond twenty of this kind in 24 hours.
 */
export async function tellAtWish(tx: Queries, message: WishedMessage, publicUrl: string): Promise<boolean> {
  const { told } = await get(
    tx,
    sql<{ told: number }>`select count(*)::int as told from notification.message
      where asked_by = ${message.askedBy} and kind = ${message.kind} and at > ${message.at}::timestamptz - interval '24 hours'`,
  )
  if (told >= mostADay) return false
  const id = await insertMessage(tx, message)
  if (id === undefined) return true
  const address = message.address ?? (message.personId && (await addressOf(tx, message.personId)))
  if (address) await insertEmail(tx, id, address, message, publicUrl)
  return true
}
