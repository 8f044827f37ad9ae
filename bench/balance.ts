import { once } from 'node:events'
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export interface Balancer {
  readonly url: string
  /** From now on these are looked at and given requests while they are ready. */
  serve(targets: readonly string[]): void
  stop(): Promise<void>
}

/** Balancers look about so often. */
const everyMs = 200

/**
 * As small as a balancer can be: gives each request to the next process whose `/readyz` said so when it looked last. As HAProxy with
 * `option redispatch` it goes to another where a connection was refused, so that nothing was sent; nothing else is tried twice: whatever a
 * process took and does not answer is a failed request.
 */
export async function startBalancer(): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true })
  const ready = new Map<string, boolean>()
  let turn = 0
  const pass = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const parts: Buffer[] = []
    for await (const part of incoming) parts.push(part as Buffer)
    const body = Buffer.concat(parts)
    const open = [...ready].flatMap(([url, isReady]) => (isReady ? [url] : []))
    turn += 1
    const ask = (tried: number): void => {
      const target = open[(turn + tried) % open.length]
      if (target === undefined || tried === open.length) return void outgoing.writeHead(502).end('nobody is ready')
      const { hostname, port } = new URL(target)
      const { method, url: path, headers } = incoming
      const asking = request({ agent, hostname, port, method, path, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      })
      asking.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ECONNREFUSED') ask(tried + 1)
        else if (outgoing.headersSent) outgoing.destroy()
        else outgoing.writeHead(502).end(error.message)
      })
      asking.end(body)
    }
    ask(0)
  }
  const server = createServer((incoming, outgoing) => void pass(incoming, outgoing)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve(targets) {
      for (const url of ready.keys()) if (!targets.includes(url)) ready.delete(url)
      for (const url of targets)
        if (!ready.has(url)) {
          ready.set(url, false)
          void watch(url, ready)
        }
    },
    async stop() {
      ready.clear()
      agent.destroy()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Looks as long as it is one of them. A late answer says nothing: on a busy machine the last one counts until another comes. */
async function watch(url: string, ready: Map<string, boolean>): Promise<void> {
  while (ready.has(url)) {
    const said = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) }).then(
      ({ ok }) => ok,
      (error: Error) => (error.name === 'TimeoutError' ? undefined : false),
    )
    if (said !== undefined && ready.has(url)) ready.set(url, said)
    await pause(everyMs)
  }
}
