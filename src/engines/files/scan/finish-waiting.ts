import { rows, sql } from '#kernel/database/query.ts'
import { Problem } from '#values/errors.ts'
import { finishUpload, type FinishParts } from '../finish-upload.ts'
import type { Upload } from '../upload.ts'
import { usualLimits } from '../upload-limits.ts'

/** Most of one run. */
const batch = 200

/**
 * Finishes uploads that came whole and nobody asks for any more: they waited for the virus scanner, or the server died on them. Throws
 * `scanWaits` when the scanner goes away meanwhile.
 */
export async function finishWaiting(parts: FinishParts, stop: AbortSignal): Promise<void> {
  const { db, folder, log, now } = parts
  const before = (age: number) => new Date(now().getTime() - age)
  const waiting = await rows(
    db,
    sql<Upload>`select u.id, u.owner_account, u.name, u.length, u.sent_sha256, u.verified_to, u.created_at, u.ended_at
      from files.file f join files.upload u on u.id = f.id
      where f.state = 'received' and f.created_at < ${before(usualLimits.unasked)} and u.ended_at is null
        and u.created_at > ${before(usualLimits.waits)}
      order by f.created_at limit ${batch}`,
  )
  for (const upload of waiting) {
    if (stop.aborted) return
    // Its bytes lie on another machine.
    if ((await folder.sizeOf(upload.id)) !== upload.length) continue
    try {
      await finishUpload(parts, upload, 'files.finishWaiting')
    } catch (error) {
      if (error instanceof Problem && error.status < 500) continue
      log.warn({ err: error, file: upload.id }, 'a file that came whole still waits')
      // Only this one, or any?
      await parts.scanner?.version()
    }
  }
}
