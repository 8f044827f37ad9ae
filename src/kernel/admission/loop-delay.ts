import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Urgency } from '#values/urgency.ts'

/** Whether the event loop keeps up: what is asked of it waits for so long on the way, in milliseconds. */
export interface LoopWatch {
  readonly delayMs: () => number
  stop(): void
}

const everyMs = 250
const resolutionMs = 10

/** Looks at the delay of each quarter of a second; a single long turn is forgotten after the next. */
export function watchLoop(): LoopWatch {
  const histogram = monitorEventLoopDelay({ resolution: resolutionMs })
  histogram.enable()
  let delayMs = 0
  const timer = setInterval(() => {
    // The measured gaps hold the resolution itself. Half of the old figure stays, so that one long turn is not taken for many.
    const seen = histogram.count === 0 ? everyMs : histogram.mean / 1e6
    delayMs = (delayMs + Math.max(0, seen - resolutionMs)) / 2
    histogram.reset()
  }, everyMs)
  timer.unref()
  return {
    delayMs: () => delayMs,
    stop() {
      clearInterval(timer)
      histogram.disable()
    },
  }
}

/** From the least urgent up: who is not served while the loop is so late. What people hand in and decide is never turned away by it. */
const limits: readonly (readonly [number, Urgency])[] = [
  [400, 'work'],
  [200, 'lookup'],
  [100, 'public'],
]

export const leastServedAt = (delayMs: number): Urgency => limits.find(([limit]) => delayMs > limit)?.[1] ?? 'export'
