import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** A browser that is subscribed here: its keys, and what it has shown. */
export interface SimulatedBrowser {
  readonly subscription: { readonly endpoint: string; readonly publicKey: string; readonly auth: string }
  readonly shown: string[]
  /** Uninstalled: its subscription has ended. */
  isGone: boolean
}

export interface SimulatedPushService {
  /** For `INSIDE_HOSTS`: it lies on this machine. */
  readonly host: string
  /** What it answers instead of taking a notification. */
  refusal: number | undefined
  /** A browser that lets this platform (its public key) tell it. */
  subscribe(applicationKey: string): SimulatedBrowser
  close(): Promise<void>
}

/** A push service of RFC 8030 with the browsers behind it: checks who sends (RFC 8292) and reads what was encrypted (RFC 8291). */
export async function startPushService(port: number): Promise<SimulatedPushService> {
  const browsers = new Map<string, { browser: SimulatedBrowser; read(body: Buffer): string; key: string }>()
  const server = createServer((request, answer) => {
    void buffer(request).then((body) => {
      const known = browsers.get(request.url ?? '')
      const say = (status: number) => answer.writeHead(status, status === 429 ? { 'Retry-After': '7' } : {}).end()
      if (known === undefined || known.browser.isGone) return say(410)
      if (service.refusal !== undefined) return say(service.refusal)
      if (!isProven(request.headers.authorization, known.key, `http://${service.host}`)) return say(403)
      if (request.headers['content-encoding'] !== 'aes128gcm' || request.headers['ttl'] === undefined) return say(400)
      known.browser.shown.push(known.read(body))
      say(201)
    })
  })
  server.listen({ port, host: '127.0.0.1' })
  await once(server, 'listening')
  const service: SimulatedPushService = {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    refusal: undefined,
    subscribe(key) {
      const path = `/push/${randomBytes(8).toString('hex')}`
      const keys = createECDH('prime256v1')
      keys.generateKeys()
      const auth = randomBytes(16)
      const browser: SimulatedBrowser = {
        subscription: {
          endpoint: `http://${service.host}${path}`,
          publicKey: keys.getPublicKey().toString('base64url'),
          auth: auth.toString('base64url'),
        },
        shown: [],
        isGone: false,
      }
      browsers.set(path, { browser, key, read: (body) => decrypt(body, keys, auth) })
      return browser
    },
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
  return service
}

function isProven(header: string | undefined, key: string, origin: string): boolean {
  const [, token = '', k = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(header ?? '') ?? []
  if (k !== key) return false
  const [head = '', claims = '', signature = ''] = token.split('.')
  const point = Buffer.from(k, 'base64url')
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'))
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
  const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; exp: number; sub?: string }
  const isTimely = said.exp > Date.now() / 1000 && said.exp < Date.now() / 1000 + 24 * 3600
  return (
    said.aud === origin &&
    isTimely &&
    said.sub !== undefined &&
    verify(
      'sha256',
      Buffer.from(`${head}.${claims}`),
      { key: publicKey, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    )
  )
}

/** As a browser reads it: RFC 8291 § 3.4, the record of RFC 8188. */
function decrypt(body: Buffer, keys: ReturnType<typeof createECDH>, auth: Buffer): string {
  const salt = body.subarray(0, 16)
  const length = body[20] as number
  const sender = body.subarray(21, 21 + length)
  const record = body.subarray(21 + length)
  const derive = (from: Buffer, with_: Buffer, info: Buffer, size: number) =>
    Buffer.from(hkdfSync('sha256', from, with_, info, size))
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), sender])
  const key = derive(keys.computeSecret(sender), auth, info, 32)
  const decipher = createDecipheriv(
    'aes-128-gcm',
    derive(key, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16),
    derive(key, salt, Buffer.from('Content-Encoding: nonce\0'), 12),
  )
  decipher.setAuthTag(record.subarray(-16))
  const text = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()])
  return text.subarray(0, text.lastIndexOf(2)).toString()
}
