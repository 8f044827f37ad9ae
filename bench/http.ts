import { Agent, request, type IncomingHttpHeaders } from 'node:http'

export interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** As it came over the wire, compressed or not. */
  readonly bytes: Buffer
}

export interface Ask {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: unknown
}

export interface Client {
  ask(path: string, ask?: Ask): Promise<Reply>
  close(): void
}

/** A keep-alive HTTP client without anything between: no pool magic, no redirects, no decompression. */
export function createClient(url: string, connections = 1): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const { hostname, port } = new URL(url)
  return {
    ask: (path, { method = 'GET', headers = {}, body } = {}) =>
      new Promise((resolve, reject) => {
        const sent = body === undefined ? undefined : JSON.stringify(body)
        const type =
          sent === undefined
            ? {}
            : { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(sent)) }
        const asking = request({ agent, hostname, port, path, method, headers: { ...type, ...headers } }, (answer) => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: Buffer.concat(parts) }),
          )
          answer.on('error', reject)
        })
        asking.on('error', reject)
        asking.end(sent)
      }),
    close: () => agent.destroy(),
  }
}

export const bearer = (token: string): Record<string, string> => ({ Authorization: `Bearer ${token}` })

/** The answer, or an error with what it said when it is not the wanted status. */
export function must(reply: Reply, status = 200): Reply {
  if (reply.status !== status)
    throw new Error(`HTTP ${reply.status} instead of ${status}: ${reply.bytes.toString('utf8').slice(0, 500)}`)
  return reply
}
