import { createHmac, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** `busy` says 429, `broken` 500, `cut` ends the line after it took the message, `refuse` knows no such number, `later` asks for another try. */
export type Mood = 'well' | 'busy' | 'broken' | 'cut' | 'refuse' | 'later'

export interface TakenMessage {
  readonly to: string
  readonly brand: string
  readonly text: string
  readonly reference: string
}

export interface SimulatedBrandname {
  /** For `SMS_URL`. */
  readonly url: string
  /** For `SMS_HTTP`: its two ways of being called. */
  readonly shapes: Readonly<Record<'json' | 'form', string>>
  mood: Mood
  readonly messages: TakenMessage[]
  close(): Promise<void>
}

const [user, secret] = ['tinh', 'khoa-ky']

/** A provider of brand-name messages on this machine: JSON with an HMAC, or a form with user and password. */
export async function startBrandname(port: number): Promise<SimulatedBrandname> {
  const server = createServer((request, answer) => {
    void text(request).then((body) => {
      const said = read(request, body)
      const [status, code] = judge(brandname.mood, said)
      if (code === 100) brandname.messages.push(said)
      if (brandname.mood === 'cut') return request.socket.destroy()
      answer.writeHead(status, { 'Content-Type': 'application/json' })
      answer.end(JSON.stringify({ CodeResult: code, data: { SMSID: `bn-${brandname.messages.length}` } }))
    })
  })
  server.listen({ port, host: '127.0.0.1' })
  await once(server, 'listening')
  const answer = { code: 'CodeResult', taken: ['100'], later: ['104'], id: 'data.SMSID' }
  const brandname: SimulatedBrandname = {
    url: `http://${user}:${secret}@127.0.0.1:${(server.address() as AddressInfo).port}/gui-tin`,
    shapes: {
      json: JSON.stringify({
        body: 'json',
        fields: {
          to: '{phone}',
          brand: '{from}',
          text: '{text}',
          reference: '{id}',
          user: '{user}',
          sign: '{signature}',
        },
        signature: { algorithm: 'hmac-sha256', over: '{user}|{phone}|{text}|{id}' },
        answer,
      }),
      form: JSON.stringify({
        body: 'form',
        fields: { to: '{phone}', brand: '{from}', text: '{text}', reference: '{id}' },
        headers: { 'X-User': '{user}', 'X-Password': '{password}' },
        answer,
      }),
    },
    mood: 'well',
    messages: [],
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
  return brandname
}

interface Said extends TakenMessage {
  readonly isProven: boolean
}

function read(request: IncomingMessage, body: string): Said {
  const isJson = request.headers['content-type'] === 'application/json'
  const said = (isJson ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body))) as Record<string, string>
  const { to = '', brand = '', text: message = '', reference = '' } = said
  const isProven = isJson
    ? isSame(
        said['sign'],
        createHmac('sha256', secret).update([said['user'], to, message, reference].join('|')).digest('hex'),
      )
    : request.headers['x-user'] === user && request.headers['x-password'] === secret
  return { to, brand, text: message, reference, isProven }
}

const isSame = (a: string | undefined, b: string) =>
  a?.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

function judge(mood: Mood, { isProven }: Said): [status: number, code: number] {
  if (!isProven) return [401, 101]
  if (mood === 'busy') return [429, 0]
  if (mood === 'broken') return [500, 0]
  if (mood === 'refuse') return [200, 99]
  if (mood === 'later') return [200, 104]
  return [200, 100]
}
