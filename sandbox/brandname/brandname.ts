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

/** What it tells of a message; by its own id alone where it knows no reference. `0`: on its way, `1`: delivered, `2`, `3`: not. */
export interface ToldReceipt {
  readonly SMSID: string
  readonly reference?: string
  readonly status: '0' | '1' | '2' | '3'
  readonly reason?: string
}

/** The receipt as it comes in each shape, signed or proven with this secret. */
export function receiptOf(
  shape: 'json' | 'form',
  receipt: ToldReceipt,
  by = secret,
): RequestInit & { readonly body: string } {
  const data = { reference: '', ...receipt }
  if (shape === 'form')
    return {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Password': by },
      body: new URLSearchParams(data).toString(),
    }
  const sign = createHmac('sha256', by).update([user, data.SMSID, data.reference, data.status].join('|')).digest('hex')
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ data, sign }) }
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
  const states = { delivered: ['1'], undelivered: ['2', '3'] }
  const told = { id: 'data.SMSID', reference: 'data.reference', state: 'data.status', error: 'data.reason', ...states }
  const flat = { id: 'SMSID', reference: 'reference', state: 'status', error: 'reason', ...states }
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
        receipts: {
          ...told,
          proof: {
            field: 'sign',
            algorithm: 'hmac-sha256',
            over: '{user}|{data.SMSID}|{data.reference}|{data.status}',
          },
        },
      }),
      form: JSON.stringify({
        body: 'form',
        fields: { to: '{phone}', brand: '{from}', text: '{text}', reference: '{id}' },
        headers: { 'X-User': '{user}', 'X-Password': '{password}' },
        answer,
        receipts: { ...flat, proof: { header: 'X-Password', value: '{password}' } },
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
