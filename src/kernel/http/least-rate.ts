import type { IncomingMessage, Server } from 'node:http'

/** Of a body that is still coming, so many bytes must come in every window. */
export interface LeastRate {
  readonly bytes: number
  readonly windowMs: number
}

/** A thin mobile line of 20 kB/s that falls silent for most of a window still brings more than this. */
export const usualRate: LeastRate = { bytes: 30_000, windowMs: 30_000 }

/**
 * Cuts requests whose body comes slower: whoever sends a byte now and then would hold a line, and what waits behind it, for minutes.
 * A window in which what came lies unread is ours, not theirs.
 */
export function holdLeastRate(server: Server, rate: LeastRate, cut: (slow: IncomingMessage) => void): void {
  const read = new Map<IncomingMessage, number | undefined>()
  server.prependListener('request', (incoming: IncomingMessage) => {
    const { 'content-length': length, 'transfer-encoding': coding } = incoming.headers
    if (coding === undefined && (length === undefined || length === '0')) return
    // Counted from the first look on, so that each body has a whole window.
    read.set(incoming, undefined)
    incoming.once('close', () => read.delete(incoming))
  })
  const look = () => {
    for (const [incoming, before] of read) {
      const { bytesRead } = incoming.socket
      const isOurs = incoming.readableLength > 0
      if (incoming.complete) read.delete(incoming)
      else if (before === undefined || isOurs || bytesRead - before >= rate.bytes) read.set(incoming, bytesRead)
      else cut(incoming)
    }
  }
  // Not before it listens: a server that never did never closes either, and its clock would keep the process.
  server.once('listening', () => {
    const looking = setInterval(look, rate.windowMs)
    server.once('close', () => clearInterval(looking))
  })
}
