import { setTimeout as wait } from 'node:timers/promises'
import type { RunnerParts } from '#kernel/operations/run-operation.ts'
import type { ContentStore } from '#kernel/storage/content-store.ts'
import { createChecker } from '../check/checker.ts'
import { uploadFolderIn } from '../file-routes.ts'
import { finishWaiting } from './finish-waiting.ts'
import { rescanContent } from './rescan.ts'
import type { Scanner } from './scanner.ts'

export interface ScanningParts extends Pick<RunnerParts, 'db' | 'log' | 'now' | 'record'> {
  readonly store: ContentStore
  readonly scanner: Scanner | undefined
  readonly dataDirectory: string
}

const pauseMs = 60_000

/**
 * Finishes files that wait and scans stored ones again, as long as the process works. No scheduled job: that is one transaction, and a
 * scanner that hangs would hold up all other jobs. Several processes may do so; what one has done the other finds done.
 */
export function startScanning(parts: ScanningParts): { stop(): Promise<void> } {
  const { log, scanner } = parts
  const stopping = new AbortController()
  const { signal } = stopping
  const finishing = { ...parts, folder: uploadFolderIn(parts.dataDirectory), check: createChecker() }
  const work = async () => {
    // A scanner that is away takes nothing: no need to check every file for that.
    await scanner?.version()
    await finishWaiting(finishing, signal)
    if (scanner) await rescanContent({ ...parts, scanner }, signal)
  }
  const ended = (async () => {
    while (!signal.aborted) {
      await work().catch((error: unknown) => log.warn({ err: error }, 'files wait for the virus scan'))
      await wait(pauseMs, undefined, { signal }).catch(() => {})
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await ended
    },
  }
}
