import { createHash, randomUUIDv7 } from 'node:crypto'
import { run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { ContentStore } from '#kernel/storage/content-store.ts'
import { cleanName } from './file-name.ts'
import type { FileRow } from './file.ts'

export interface NewFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly mediaType: string
}

/**
 * Stores a file that the platform made itself (a receipt, a result, a sample), not checked: kept at once, or, where it is put into something
 * that is only written yet, when that is kept (`keepFiles`). The content is on the
 * disk before this answers, so before the commit that names it. `storageFull` (507).
 */
export async function storeFile(
  ctx: Context,
  store: ContentStore,
  { name, bytes, mediaType }: NewFile,
  { isKept = true }: { readonly isKept?: boolean } = {},
): Promise<FileRow> {
  const file = {
    id: randomUUIDv7(),
    name: cleanName(name),
    size: bytes.length,
    mediaType,
    sha256: await putContent(ctx, store, bytes),
    pages: null,
    isBlocked: false,
  }
  await run(
    ctx.tx,
    sql`insert into files.file (id, owner_account, name, size, state, media_type, sha256, sent_sha256, created_at, kept_at)
      values (${file.id}, ${ctx.actor.account}, ${file.name}, ${file.size}, 'accepted', ${mediaType}, ${file.sha256}, ${file.sha256}, ${ctx.now()},
        ${isKept ? ctx.now() : null})`,
  )
  return file
}

/** Puts other bytes in the place of those of a file that the platform made itself; what was there is swept when nothing names it any more. */
export async function replaceContent(
  ctx: Context,
  store: ContentStore,
  fileId: string,
  bytes: Uint8Array,
): Promise<void> {
  const sha256 = await putContent(ctx, store, bytes)
  await run(
    ctx.tx,
    sql`update files.file set sha256 = ${sha256}, sent_sha256 = ${sha256}, size = ${bytes.length} where id = ${fileId}`,
  )
}

/** Puts content that the platform made itself into the store; answers its SHA-256. */
async function putContent({ tx, now }: Context, store: ContentStore, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  // First the row: whoever sweeps this content away waits for us, or we for them.
  await expectContent(tx, sha256, bytes.length, now())
  await store.put(bytes)
  return sha256
}

/** Says that this content is in the store or about to be put there; without files that name it, it is swept an hour later. */
export const expectContent = (on: Queries, sha256: string, size: number, at: Date): Promise<number> =>
  run(
    on,
    sql`insert into files.content (sha256, size, seen_at) values (${sha256}, ${size}, ${at})
      on conflict (sha256) do update set seen_at = greatest(files.content.seen_at, excluded.seen_at)`,
  )
