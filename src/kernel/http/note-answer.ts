import { loggable, type Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'

interface Answered {
  readonly requestId: string
  readonly method: string
  readonly path: string
  readonly status: number
  /** By the clock that never goes back, in milliseconds. */
  readonly started: number
}

export type NoteAnswer = (answered: Answered) => void

/** Counts every answer, and writes it down where somebody looks for something. */
export const noteAnswers =
  (log: Log, metrics: Metrics): NoteAnswer =>
  ({ requestId, method, path, status, started }) => {
    const seconds = (performance.now() - started) / 1000
    metrics.request(method, status, seconds)
    log.debug({ requestId, method, path: loggable(path), status, seconds }, 'request')
  }
