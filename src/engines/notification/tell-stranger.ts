import { createHash } from 'node:crypto'
import type { Queries } from '#kernel/database/connect.ts'
import { tellOutside } from './delivery/plan.ts'
import type { Outside } from './delivery/outside.ts'
import { insertMessage, type NewMessage } from './message.ts'

interface StrangerMessage extends Pick<NewMessage, 'kind' | 'words' | 'link' | 'dedupe' | 'at'> {
  /** What it is about, which they sent themselves. */
  readonly about: string
  /** Their phone stands here; it is told by the template as to anybody, at no hour at which phones are quiet. */
  readonly outside: Outside
  readonly address: string | null
}

/** Tells whoever sent something without an account, once, by the phone and address that they gave with it. */
export async function tellStranger(tx: Queries, message: StrangerMessage, publicUrl: string): Promise<void> {
  // Nobody's messages are all different to the database: what makes it the same one has to stand in its id.
  const digest = createHash('sha256').update(`${message.about}\n${message.kind}\n${message.dedupe}`).digest('hex')
  const id = await insertMessage(tx, { ...message, personId: undefined, to: 'citizen', id: asUuid(digest) })
  if (id === undefined) return
  const told = { ...message, id, personId: null, address: message.address }
  await tellOutside(tx, told, message.outside, publicUrl)
}

const asUuid = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
