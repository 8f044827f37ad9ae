import { once } from 'node:events'
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** A process of the platform, by its ports. */
export interface Ports {
  readonly port: number
  readonly adminPort: number
}

/** What deploy/haproxy/haproxy.cfg says: `check inter 500ms fastinter 200ms fall 2 rise 2`. */
const check = { interMs: 500, fastMs: 200, fall: 2, rise: 2 }

interface Process extends Ports {
  readonly agent: Agent
  isUp: boolean
  /** Checks in a row that said otherwise. */
  against: number
  underWay: number
  /** Requests that it was given since it is up: of two that are as busy, the one with fewer comes next. */
  taken: number
}

export interface Balancer {
  readonly url: string
  /** Resolves when it gives requests to the process behind this port, or does so no longer. */
  untilIt(gives: 'gives' | 'spares', port: number): Promise<void>
  /** How many requests the process behind this port was given since it is up. */
  taken(port: number): number
  close(): Promise<void>
}

/**
 * A balancer that does what the edge of an installation does: asks each process whether it is ready, keeps lines to it open and uses
 * them again, gives each request to the least busy one, and tries another only where no line could be opened.
 */
export async function startBalancer(port: number, behind: readonly Ports[]): Promise<Balancer> {
  const processes: Process[] = behind.map((one) => ({
    ...one,
    agent: new Agent({ keepAlive: true }),
    isUp: false,
    against: 0,
    underWay: 0,
    taken: 0,
  }))
  const stopping = new AbortController()
  const checking = processes.map(async (one) => {
    while (!stopping.signal.aborted) {
      const isReady = await fetch(`http://127.0.0.1:${one.adminPort}/readyz?of=process`, {
        signal: AbortSignal.timeout(3000),
      }).then(
        async (answer) => (await answer.text(), answer.status === 200),
        () => false,
      )
      one.against = isReady === one.isUp ? 0 : one.against + 1
      if (one.against >= (one.isUp ? check.fall : check.rise)) [one.isUp, one.against, one.taken] = [isReady, 0, 0]
      const wait = one.against > 0 ? check.fastMs : check.interMs
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => {})
    }
  })

  const give = (incoming: IncomingMessage, outgoing: ServerResponse, tried: readonly Process[] = []) => {
    const [to] = processes
      .filter((one) => one.isUp && !tried.includes(one))
      .toSorted((one, other) => one.underWay - other.underWay || one.taken - other.taken)
    if (to === undefined) return void outgoing.writeHead(503).end('nobody is there')
    to.underWay += 1
    to.taken += 1
    const { method, url, headers } = incoming
    const outward = request({ agent: to.agent, port: to.port, host: '127.0.0.1', method, path: url, headers })
    outward.on('response', (answer) => {
      // How long a line stays open is between two neighbours; the client's stays.
      const { connection: _, 'keep-alive': __, ...passed } = answer.headers
      outgoing.writeHead(answer.statusCode as number, passed)
      answer.pipe(outgoing)
    })
    outward.on('error', (error: NodeJS.ErrnoException) => {
      incoming.unpipe(outward)
      if (error.code === 'ECONNREFUSED') give(incoming, outgoing, [...tried, to])
      else if (outgoing.headersSent) outgoing.destroy()
      else outgoing.writeHead(502).end(String(error))
    })
    outward.once('close', () => (to.underWay -= 1))
    outward.once('socket', (line) => {
      // Nothing is taken from the client before there is a line: it may have to go to another.
      if (line.connecting) line.once('connect', () => incoming.pipe(outward))
      else incoming.pipe(outward)
    })
  }
  const server = createServer({ keepAliveTimeout: 60_000 }, (incoming, outgoing) => give(incoming, outgoing))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async untilIt(gives, which) {
      while (processes.find((one) => one.port === which)?.isUp !== (gives === 'gives')) await pause(20)
    },
    taken: (which) => processes.find((one) => one.port === which)?.taken ?? 0,
    async close() {
      stopping.abort()
      await Promise.all(checking)
      for (const { agent } of processes) agent.destroy()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
