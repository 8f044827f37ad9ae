import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { networkOf, plainAddress } from '#values/network.ts'

/** How many lines a place in the net may hold, and who speaks for many places. */
export interface ConnectionLimit {
  readonly most: number
  /** Proxies that we trust: they count their clients themselves. */
  readonly uncounted: readonly string[]
}

/** Refuses lines beyond what one place in the net may hold, so that it does not take them all. */
export function limitConnections(server: Server, limit: ConnectionLimit, refuse: (line: Socket) => void): void {
  const held = new Map<string, number>()
  server.prependListener('connection', (line: Socket) => {
    const { remoteAddress } = line
    if (remoteAddress === undefined || limit.uncounted.includes(plainAddress(remoteAddress))) return
    const from = networkOf(remoteAddress)
    const lines = held.get(from) ?? 0
    if (lines >= limit.most) return refuse(line)
    held.set(from, lines + 1)
    line.once('close', () => {
      const left = (held.get(from) ?? 1) - 1
      if (left === 0) held.delete(from)
      else held.set(from, left)
    })
  })
}
