import { setTimeout as wait } from 'node:timers/promises'
import { canRead } from './can-read.ts'
import { readWaiting, type ReadingParts } from './read-waiting.ts'

const pauseMs = 30_000

/**
 * Reads the text of papers beside the jobs as long as the process works: a program of the machine may take a minute, which no
 * transaction waits for. A machine without such programs reads nothing and says so once.
 */
export function startReading(parts: ReadingParts): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const ended = (async () => {
    if (!(await canRead())) {
      parts.log.info('papers are not read by machine: poppler-utils and tesseract-ocr-vie are not both installed')
      return
    }
    while (!signal.aborted) {
      await readWaiting(parts, signal).catch((error: unknown) =>
        parts.log.warn({ err: error }, 'papers wait to be read'),
      )
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
