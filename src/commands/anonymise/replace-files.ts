import { randomUUID } from 'node:crypto'
import type { Database } from '#kernel/database/connect.ts'
import { rows, run, sql } from '#kernel/database/query.ts'
import type { FileStore } from '#engines/files/index.ts'
import { placeholder } from './placeholder.ts'

const atOnce = 200

/** Says of a content that it is a placeholder already: work that was broken off goes on with the others. */
const mark = 'test copy'

/**
 * Puts a placeholder of the same size in the place of every file, and takes the bytes that were there out of the store. What was one
 * content stays one; what waited for its scan is ready. Answers how many contents it replaced.
 */
export async function replaceFiles(db: Database, store: FileStore): Promise<number> {
  // Bytes of uploads that were not looked at yet lie in a folder that is no part of a backup.
  await run(
    db,
    sql`insert into files.content (sha256, size, seen_at)
      select encode(sha256(id::text::bytea), 'hex'), size, now() from files.file where sha256 is null on conflict do nothing`,
  )
  await run(db, sql`update files.file set sha256 = encode(sha256(id::text::bytea), 'hex') where sha256 is null`)
  let replaced = 0
  for (;;) {
    const some = await rows(
      db,
      sql<{ sha256: string; size: number }>`select sha256, size from files.content
        where scanned_by is distinct from ${mark} limit ${atOnce}`,
    )
    for (const { sha256, size } of some) {
      const put = await store.put(placeholder(size, randomUUID()))
      await db.transaction(async (tx) => {
        await run(
          tx,
          sql`insert into files.content (sha256, size, seen_at, scanned_by, scanned_at, is_read)
            values (${put.sha256}, ${put.size}, now(), ${mark}, now(), true)`,
        )
        await run(
          tx,
          sql`update files.file set sha256 = ${put.sha256}, sent_sha256 = null, size = ${put.size}, name = 'tep-' || left(id::text, 8) || '.pdf',
              state = case state when 'refused' then state else 'accepted' end, media_type = 'application/pdf',
              pages = 1, width = null, height = null
            where sha256 = ${sha256}`,
        )
        await run(tx, sql`delete from files.content where sha256 = ${sha256}`)
      })
    }
    replaced += some.length
    if (some.length < atOnce) break
  }
  await sweep(db, store)
  return replaced
}

/** What no row names any more: also what was left when an earlier run was killed between its row and its bytes. */
async function sweep(db: Database, store: FileStore): Promise<void> {
  for (let at = 0; at < 256; at += 1) {
    const prefix = at.toString(16).padStart(2, '0')
    const named = new Set(
      (await rows(db, sql<{ sha256: string }>`select sha256 from files.content where sha256 like ${`${prefix}%`}`)).map(
        ({ sha256 }) => sha256,
      ),
    )
    for await (const { sha256 } of store.list(prefix)) if (!named.has(sha256)) await store.delete(sha256)
  }
}
