import { rows, sql } from '#kernel/database/query.ts'
import { runInBackground } from '#kernel/jobs/run-in-background.ts'
import type { RunnerParts } from '#kernel/operations/run-operation.ts'
import type { ContentStore } from '#kernel/storage/content-store.ts'
import { usualLimits } from '../upload-limits.ts'
import type { Scanner } from './scanner.ts'
import { applyVerdict } from './verdict.ts'

/** Most of one run, one after the other: uploads go first. */
const batch = 200

/**
 * Scans content of the last thirty days again that older signatures looked at, or none: a virus is often known only days after it was
 * sent. Throws `scanWaits` when the scanner goes away meanwhile.
 */
export async function rescanContent(
  parts: Pick<RunnerParts, 'db' | 'log' | 'now' | 'record'> & {
    readonly store: ContentStore
    readonly scanner: Scanner
  },
  stop: AbortSignal,
): Promise<void> {
  const { db, log, now, store, scanner } = parts
  const by = await scanner.version()
  const old = await rows(
    db,
    sql<{ sha256: string }>`select sha256 from files.content
      where seen_at > ${new Date(now().getTime() - usualLimits.rescanned)} and scanned_by is distinct from ${by}
      order by scanned_at nulls first limit ${batch}`,
  )
  for (const { sha256 } of old) {
    if (stop.aborted) return
    try {
      const verdict = await scanner.scan(() => store.open(sha256), sha256)
      await runInBackground(parts, { requestId: 'files.rescan' }, (ctx) => applyVerdict(ctx, sha256, verdict))
    } catch (error) {
      log.warn({ err: error, sha256 }, 'stored content was not scanned again')
      // Only this one, or any?
      await scanner.version()
    }
  }
}
