import type { Queries } from '#kernel/database/connect.ts'
import { tellOutside } from './delivery/plan.ts'
import { addressOf, insertEmail, insertMessage, type NewMessage } from './message.ts'

/** Tells a person something, once; with what goes outside waiting to go when asked for and possible. */
export async function tell(tx: Queries, message: NewMessage, publicUrl: string): Promise<void> {
  const id = await insertMessage(tx, message)
  if (id === undefined) return
  if (message.outside !== undefined) return tellOutside(tx, { ...message, id }, message.outside, publicUrl)
  if (!message.byEmail) return
  const address = await addressOf(tx, message.personId)
  if (address) await insertEmail(tx, id, address, message, publicUrl)
}
