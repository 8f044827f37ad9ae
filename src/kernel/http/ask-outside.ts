import { lookup as lookUp, type LookupAddress } from 'node:dns'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { finished } from 'node:stream/promises'
import { breakerOf } from '../outside/breakers.ts'

interface Outside {
  readonly headers: Readonly<Record<string, string>>
  /** Hosts (`name` or `name:port`) that may have a private address, and be asked without TLS. */
  readonly insideHosts: readonly string[]
  /** To the last byte of the answer. */
  readonly answerMs: number
  /** How names are looked up; as the machine does, otherwise. */
  readonly lookUp?: typeof lookUp
}

export interface AskedOutside extends Outside {
  readonly body: Buffer
}

export interface OutsideAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

/** The address belongs to no public host. */
export class AddressRefused extends Error {}

/** Private, local, shared, documentation, multicast and reserved networks (RFC 6890). */
const own = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  own.addSubnet(network, prefix, 'ipv4')
/** Of IPv6 only what is given to the public is public: 2000::/3. */
const given = new BlockList()
given.addSubnet('2000::', 3, 'ipv6')
own.addSubnet('2001:db8::', 32, 'ipv6')
own.addSubnet('3fff::', 20, 'ipv6')
own.addSubnet('2002::', 16, 'ipv6')
own.addSubnet('2001::', 23, 'ipv6')

/** Whether an address may be asked that somebody outside has named. */
export function isPublic(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !own.check(address, 'ipv4')
  return family === 6 && given.check(address, 'ipv6') && !own.check(address, 'ipv6')
}

/** The one look-up of a request: it is connected to no address but those that were checked, whatever the name means a moment later. */
const guarded =
  (find: typeof lookUp): LookupFunction =>
  (host, options, callback) =>
    find(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return callback(error, '')
      const refused = found.find(({ address }) => !isPublic(address))
      if (refused !== undefined) return callback(new AddressRefused(`${host} is not a public address`), '')
      if (options.all) return callback(null, found)
      callback(null, found[0]?.address ?? '', found[0]?.family)
    })

/** Posts to an address that was named by somebody outside. Answers the status; the body is not read. */
export async function askOutside(address: string, asked: AskedOutside): Promise<OutsideAnswer> {
  return breakerOf(address).ask(async () => {
    const answer = await openOutside(address, asked, asked.body)
    answer.resume()
    await finished(answer)
    return said(answer)
  }, isTheirs)
}

/**
 * Gets what stands at an address that was named by somebody outside, as it is sent: at most so many bytes (`RangeError` for more), whole or not at
 * all, and nothing that is packed: what a small answer unpacks to has no bound.
 */
export async function fetchOutside(
  address: string,
  { mostBytes, ...asked }: Outside & { readonly mostBytes: number },
): Promise<OutsideAnswer & { readonly body: Buffer }> {
  const answer = await breakerOf(address).ask(
    () => openOutside(address, { ...asked, headers: { ...asked.headers, 'Accept-Encoding': 'identity' } }),
    isTheirs,
  )
  const parts: Uint8Array[] = []
  try {
    if ((answer.headers['content-encoding'] ?? 'identity') !== 'identity') throw new Error('its answer is packed')
    let size = 0
    for await (const part of answer as AsyncIterable<Uint8Array>) {
      size += part.length
      if (size > mostBytes) throw new RangeError('its answer is too long')
      parts.push(part)
    }
    if (!answer.complete) throw new Error('its answer broke off')
  } finally {
    answer.destroy()
  }
  return { ...said(answer), body: Buffer.concat(parts) }
}

/** An address that we refuse says nothing of whoever is there. */
const isTheirs = (error: unknown): boolean => !(error instanceof AddressRefused)

const said = ({ statusCode, headers }: IncomingMessage): OutsideAnswer => ({ status: statusCode ?? 0, headers })

/**
 * Asks an address that was named by somebody outside (SSRF): by TLS and at public addresses only, also after its name was looked up, and
 * no redirect is followed.
 */
function openOutside(address: string, asked: Outside, body?: Buffer): Promise<IncomingMessage> {
  const url = new URL(address)
  const isInside = asked.insideHosts.includes(url.host) || asked.insideHosts.includes(url.hostname)
  if (!isInside && (url.protocol !== 'https:' || url.username !== ''))
    return Promise.reject(new AddressRefused('only https'))
  // An address in figures is never looked up.
  const figures = url.hostname.replace(/^\[|\]$/g, '')
  if (!isInside && isIP(figures) !== 0 && !isPublic(figures))
    return Promise.reject(new AddressRefused(`${figures} is not a public address`))
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest
    const request = send(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: body === undefined ? asked.headers : { ...asked.headers, 'Content-Length': body.length },
      signal: AbortSignal.timeout(asked.answerMs),
      ...(isInside ? {} : { lookup: guarded(asked.lookUp ?? lookUp) }),
    })
    // It stays: what goes wrong later, the answer says, too.
    request.on('error', reject)
    request.on('response', resolve)
    request.end(body)
  })
}
