import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { OpenedBy, Secrets } from '#kernel/secrets/secrets.ts'
import { replaceContent, type FileStore } from '#engines/files/index.ts'
import { storedBytes } from './read-attachment.ts'
import { aboutFile, openFile, sealFile } from './sealed-file.ts'

/** A sealed file of a denunciation, and which key opens it. */
export interface SealedFile {
  readonly fileId: string
  readonly petitionId: string
  readonly opens: OpenedBy
}

/** All of them, read one after another. */
export async function sealedFiles(tx: Queries, secrets: Secrets, store: FileStore): Promise<SealedFile[]> {
  const found = await rows(
    tx,
    sql<
      Omit<SealedFile, 'opens'>
    >`select file_id, petition_id from petitions.attachment where sealed_type is not null order by file_id`,
  )
  const files: SealedFile[] = []
  for (const file of found) {
    const opens = secrets.keyOf(await storedBytes(tx, store, file.fileId), aboutFile(file.petitionId))
    files.push({ ...file, opens })
  }
  return files
}

/** Seals one with the key that seals. */
export async function sealFileAnew(
  ctx: Context,
  secrets: Secrets,
  store: FileStore,
  { fileId, petitionId }: SealedFile,
): Promise<void> {
  const bytes = openFile(secrets, petitionId, await storedBytes(ctx.tx, store, fileId))
  await replaceContent(ctx, store, fileId, sealFile(secrets, petitionId, bytes))
}
