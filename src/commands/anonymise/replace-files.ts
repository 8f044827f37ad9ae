import type pg from 'pg'
import type { FileStore } from '#engines/files/index.ts'
import { placeholderOf } from './placeholders.ts'

/** Gives every file a content that says nothing; what was stored is named by nothing any more. Answers how many files that were. */
export async function replaceFiles(client: pg.Client, store: FileStore): Promise<number> {
  const { rows } = await client.query<{ type: string | null }>('select distinct media_type as type from files.file')
  let touched = 0
  for (const { type } of rows) {
    const { mediaType, bytes } = placeholderOf(type ?? '')
    const { sha256, size } = await store.put(bytes)
    await client.query(
      `insert into files.content (sha256, size, seen_at, is_read) values ($1, $2, now(), true) on conflict (sha256) do nothing`,
      [sha256, size],
    )
    const changed = await client.query(
      `update files.file set sha256 = case when sha256 is null then null else $2 end, sent_sha256 = case when sent_sha256 is null then null else $2 end,
        size = $3, media_type = case when media_type is null then null else $4 end,
        name = case when media_type is null or media_type = $4 then name else name || '.pdf' end
        where media_type is not distinct from $1`,
      [type, sha256, size, mediaType],
    )
    touched += changed.rowCount ?? 0
  }
  await client.query(
    'delete from files.content c where not exists (select from files.file f where f.sha256 = c.sha256)',
  )
  await client.query(`update files.content set scanned_by = null, scanned_at = null, malware = null`)
  return touched
}
