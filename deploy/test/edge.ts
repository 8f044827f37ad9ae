import { Agent, request } from 'node:https'

/** The name under which the platform is installed in these tests. */
export const publicHost = 'dichvucong.example.gov.vn'

export interface Said {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

export interface Edge {
  ask(path: string, options?: { method?: string; headers?: Record<string, string>; body?: object }): Promise<Said>
  close(): void
}

/** A client of the edge over TLS that knows the machine's certificate and is at its address. */
export function openEdge(address: string, certificate: string, longestMs = 20_000): Edge {
  const agent = new Agent({ keepAlive: true, ca: certificate, servername: publicHost, maxSockets: 16 })
  return {
    ask: (path, { method = 'GET', headers = {}, body } = {}) =>
      new Promise((resolve, reject) => {
        const bytes = body === undefined ? undefined : Buffer.from(JSON.stringify(body))
        const asked = request(
          {
            host: address,
            port: 443,
            path,
            method,
            agent,
            timeout: longestMs,
            headers: {
              Host: publicHost,
              ...(bytes && { 'Content-Type': 'application/json', 'Content-Length': String(bytes.length) }),
              ...headers,
            },
          },
          (answer) => {
            const parts: Buffer[] = []
            answer.on('data', (part: Buffer) => parts.push(part))
            answer.on('error', reject)
            answer.on('end', () =>
              resolve({
                status: answer.statusCode as number,
                headers: answer.headers,
                text: Buffer.concat(parts).toString(),
              }),
            )
          },
        )
        asked.on('timeout', () => asked.destroy(new Error('nobody answered')))
        asked.on('error', reject)
        asked.end(bytes)
      }),
    close: () => agent.destroy(),
  }
}
