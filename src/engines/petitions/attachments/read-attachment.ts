import { buffer } from 'node:stream/consumers'
import { find, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Actor } from '#kernel/operations/actor.ts'
import type { Secrets } from '#kernel/secrets/secrets.ts'
import type { FileStore } from '#engines/files/index.ts'
import { petitionsWhere, type Petition } from '../petition.ts'
import { isSeen } from '../rights.ts'
import { attachmentsForSender, attachmentsOf, type Attachment } from './attachment.ts'
import { openFile } from './sealed-file.ts'

export interface ReadAttachment {
  readonly petition: Petition
  readonly file: Attachment
}

/** A file that belongs to what somebody has the code of. */
export async function findForSender(
  tx: Queries,
  petition: Petition,
  fileId: string,
): Promise<ReadAttachment | undefined> {
  const file = (await attachmentsForSender(tx, petition)).find(({ id }) => id === fileId)
  return file && { petition, file }
}

/**
 * A sealed file, for officials who see its denunciation.
 * @right
 */
export async function findSealed(tx: Queries, actor: Actor, fileId: string): Promise<ReadAttachment | undefined> {
  const [petition] = await petitionsWhere(
    tx,
    sql`${isSeen(actor)} and p.id = (select a.petition_id from petitions.attachment a where a.file_id = ${fileId} and a.sealed_type is not null)`,
  )
  const file = petition && (await attachmentsOf(tx, petition.id)).find(({ id }) => id === fileId)
  return petition && file && { petition, file }
}

/** The bytes as they lie in the store. */
export async function storedBytes(tx: Queries, store: FileStore, fileId: string): Promise<Buffer> {
  const content = await find(tx, sql<{ sha256: string }>`select sha256 from files.file where id = ${fileId}`)
  return buffer(await store.open(content?.sha256 ?? ''))
}

/** The bytes as they were given. */
export async function bytesOf(
  tx: Queries,
  { secrets, store }: { readonly secrets: Secrets; readonly store: FileStore },
  { petition, file }: ReadAttachment,
): Promise<Buffer> {
  const stored = await storedBytes(tx, store, file.id)
  return file.isSealed ? openFile(secrets, petition.id, stored) : stored
}
