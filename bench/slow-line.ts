import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { createChance } from '#demo/random.ts'

export interface Line {
  /** Bits in a second, each way, for all connections together. */
  readonly bitsPerSecond: number
  /** Milliseconds there and back. */
  readonly roundTripMs: number
  /** The share of segments that are lost, and come a round trip later. */
  readonly lostShare: number
}

/** Bytes in a segment of TCP on Ethernet. */
const segment = 1460

/**
 * A thin line to a server on this machine: every segment takes its time on the line in turn, then half a round trip; one that is lost is sent
 * again, and holds up those behind it on its connection. Opening a connection takes a round trip. Slow start is not imitated: with ten segments at
 * first (RFC 6928) it costs little at such speeds. The kernel's own queueing disciplines would need a module that many machines lack.
 */
export async function openSlowLine(target: { readonly hostname: string; readonly port: number }, line: Line) {
  const chance = createChance(20_26)
  const ways = { up: { freeAt: 0 }, down: { freeAt: 0 } }
  const carry = (from: Socket, to: Socket, way: { freeAt: number }) => {
    let last = 0
    // One after the other: timers that are due in the same millisecond keep no order.
    let sent: Promise<unknown> = Promise.resolve()
    const sendAt = (at: number, act: () => void) => {
      sent = sent.then(() => pause(Math.max(0, at - performance.now()))).then(act)
    }
    from.on('data', (bytes: Buffer) => {
      for (let at = 0; at < bytes.length; at += segment) {
        const piece = bytes.subarray(at, at + segment)
        way.freeAt = Math.max(way.freeAt, performance.now()) + (piece.length * 8 * 1000) / line.bitsPerSecond
        const isLost = chance.next() < line.lostShare
        last = Math.max(last, way.freeAt + line.roundTripMs / 2 + (isLost ? line.roundTripMs : 0))
        sendAt(last, () => to.writable && to.write(piece))
      }
    })
    from.on('end', () => sendAt(Math.max(last, performance.now() + line.roundTripMs / 2), () => to.end()))
    from.on('error', () => to.destroy())
  }
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = createConnection({ host: target.hostname, port: target.port, noDelay: true })
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
    }
    near.setNoDelay()
    near.pause()
    // What the browser has sent was sent when it believed the line open, a round trip too early.
    void pause(line.roundTripMs).then(() => near.resume())
    carry(near, far, ways.up)
    carry(far, near, ways.down)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
