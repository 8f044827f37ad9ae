import { monitorEventLoopDelay } from 'node:perf_hooks'
import { getHeapStatistics } from 'node:v8'

export interface ProcessLoad {
  readonly heapBytes: number
  readonly heapLimit: number
  /** How late the event loop was, of a hundred turns the latest but one, in ms since the last reading; it is watched from the first reading on. */
  readonly lateMs: number
}

let watched: ReturnType<typeof monitorEventLoopDelay> | undefined
const resolutionMs = 20

/** How this process does. */
export function readProcessLoad(): ProcessLoad {
  const { used_heap_size: heapBytes, heap_size_limit: heapLimit } = getHeapStatistics()
  if (watched === undefined) {
    watched = monitorEventLoopDelay({ resolution: resolutionMs })
    watched.enable()
    return { heapBytes, heapLimit, lateMs: 0 }
  }
  // What it measures holds the pause of its own timer.
  const lateMs = watched.count === 0 ? 0 : Math.max(0, Math.round(watched.percentile(99) / 1e6) - resolutionMs)
  watched.reset()
  return { heapBytes, heapLimit, lateMs }
}
