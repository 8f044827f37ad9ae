import { find, rows, run, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { ContentStore } from '#kernel/storage/content-store.ts'
import type { UploadFolder } from './upload-folder.ts'
import { usualLimits } from './upload-limits.ts'
import { isWaiting } from './waiting.ts'

/** Most that one run deletes of each kind: it holds a transaction. */
const batch = 200

/**
 * Deletes what nobody needs (how old, say the {@link usualLimits}): uploads past their life, files that nothing names, and content of
 * which no file is left. Content goes first, so only after the transaction that deleted its last file was committed: a rollback never leaves a
 * file without content.
 */
export async function sweepFiles(ctx: Context, store: ContentStore, folder: UploadFolder): Promise<void> {
  const { lifetime, unkept, unused, waits } = usualLimits
  const before = (age: number) => new Date(ctx.now().getTime() - age)
  await sweepUnusedContent(ctx.tx, store, before(unused))
  const isAlive = sql`(${isWaiting} and u.created_at >= ${before(waits)})`
  await sweepFileRows(ctx.tx, before(unkept), before(lifetime), isAlive)
  await run(ctx.tx, sql`delete from files.upload u where u.created_at < ${before(lifetime)} and not ${isAlive}`)
  await sweepUploadFolder(ctx.tx, folder, before(lifetime))
  await store.tidy(before(lifetime))
}

async function sweepUnusedContent(tx: Queries, store: ContentStore, seenBefore: Date): Promise<void> {
  const unused = await rows(
    tx,
    sql<{ sha256: string }>`select c.sha256 from files.content c where c.seen_at < ${seenBefore}
      and not exists (select 1 from files.file f where f.sha256 = c.sha256) order by c.seen_at limit ${batch} for update skip locked`,
  )
  for (const { sha256 } of unused) {
    // Whoever stores it again meanwhile waits for this row, then stores it anew.
    await store.delete(sha256)
    await run(tx, sql`delete from files.content where sha256 = ${sha256}`)
  }
}

/** One that was accepted counts from when its content was put: it may have waited long before. */
async function sweepFileRows(
  tx: Queries,
  unkeptBefore: Date,
  unacceptedBefore: Date,
  isAlive: Fragment,
): Promise<void> {
  const isNamed = await namedElsewhere(tx)
  const isFresh = sql`exists (select 1 from files.content c where c.sha256 = f.sha256 and c.seen_at >= ${unkeptBefore})`
  await run(
    tx,
    sql`delete from files.file where id in (select f.id from files.file f where f.kept_at is null
      and f.created_at < case f.state when 'accepted' then ${unkeptBefore}::timestamptz else ${unacceptedBefore}::timestamptz end
      and not (f.state = 'accepted' and ${isFresh}) and not exists (select 1 from files.upload u where u.id = f.id and ${isAlive})
      and not (${isNamed}) order by f.created_at limit ${batch} for update of f skip locked)`,
  )
}

/** A table of any engine keeps the files that it names by declaring `references files.file (id)`, also without `kept_at`. */
async function namedElsewhere(tx: Queries): Promise<Fragment> {
  const found = await rows(
    tx,
    sql<{
      schema: string
      table: string
      column: string
    }>`select n.nspname as schema, t.relname as table, a.attname as column
      from pg_constraint k join pg_class t on t.oid = k.conrelid join pg_namespace n on n.oid = t.relnamespace
      join pg_attribute a on a.attrelid = t.oid and a.attnum = k.conkey[1]
      where k.contype = 'f' and k.confrelid = 'files.file'::regclass and k.conparentid = 0`,
  )
  const names = found.map(
    (one) => sql`exists (select 1 from ${sql.id(one.schema, one.table)} where ${sql.id(one.column)} = f.id)`,
  )
  return names.length === 0 ? sql`false` : sql.join(names, sql` or `)
}

/** Bytes whose upload is gone, or was never written down. */
async function sweepUploadFolder(tx: Queries, folder: UploadFolder, before: Date): Promise<void> {
  for (const id of await folder.olderThan(before)) {
    const used = await find(tx, sql`select 1 from files.upload where id::text = ${id}`)
    if (used === undefined) await folder.remove(id)
  }
}

/** One sixteenth of all content a day. */
const shares = 16

/**
 * Deletes content that the database does not know at all: a transaction stored it and was rolled back, or the database was put
 * back to an earlier day. Walks the whole store in sixteen days.
 */
export async function sweepUnknownContent(ctx: Context, store: ContentStore): Promise<void> {
  const share = Math.floor(ctx.now().getTime() / 86_400_000) % shares
  const before = new Date(ctx.now().getTime() - usualLimits.unkept)
  for (let second = 0; second < 16; second += 1) {
    const stored: string[] = []
    for await (const one of store.list(`${share.toString(16)}${second.toString(16)}`))
      if (one.storedAt < before) stored.push(one.sha256)
    const unknown = await rows(
      ctx.tx,
      sql<{
        sha256: string
      }>`select sha256 from unnest(${stored}::text[]) as given (sha256) except select sha256 from files.content`,
    )
    for (const { sha256 } of unknown) await forget(ctx, store, sha256)
  }
}

/** Takes the place of the row that whoever stores this content would write: they wait, or we find theirs and leave it. */
async function forget(ctx: Context, store: ContentStore, sha256: string): Promise<void> {
  const taken = await run(
    ctx.tx,
    sql`insert into files.content (sha256, size, seen_at) values (${sha256}, 0, ${ctx.now()}) on conflict do nothing`,
  )
  if (taken === 0) return
  await store.delete(sha256)
  await run(ctx.tx, sql`delete from files.content where sha256 = ${sha256}`)
}
