import { rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { ScanVerdict } from './scanner.ts'

/** Writes down that new content is clean, and who says so. What was found in it before stands until it is scanned by itself. */
export const keepClean = (tx: Queries, sha256: string, { by }: ScanVerdict, at: Date): Promise<number> =>
  run(
    tx,
    sql`update files.content set scanned_by = ${by}, scanned_at = ${at} where sha256 = ${sha256} and malware is null`,
  )

/**
 * What newer signatures say of stored content: files in which they find malware can be read by nobody any more, files in which
 * they find it no longer can be read again. The trail and the log say which.
 */
export async function applyVerdict(ctx: Context, sha256: string, { by, malware }: ScanVerdict): Promise<void> {
  await run(
    ctx.tx,
    sql`update files.content set scanned_by = ${by}, scanned_at = ${ctx.now()}, malware = ${malware} where sha256 = ${sha256}`,
  )
  const changed = await rows(
    ctx.tx,
    malware === null
      ? sql<{ id: string }>`update files.file set state = 'accepted', refusal = null
          where sha256 = ${sha256} and refusal = 'malware' returning id`
      : sql<{ id: string }>`update files.file set state = 'refused', refusal = 'malware'
          where sha256 = ${sha256} and state = 'accepted' returning id`,
  )
  if (changed.length === 0) return
  const files = changed.map(({ id }) => id)
  for (const id of files) ctx.note({ objectType: 'file', objectId: id, facts: { malware, sha256, scannedBy: by } })
  if (malware === null) ctx.log.warn({ files, sha256, by }, 'no malware any more: files can be read again')
  else ctx.log.error({ files, sha256, malware, by }, 'malware in stored files: nobody can read them any more')
}
