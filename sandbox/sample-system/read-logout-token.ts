import { createPublicKey, verify } from 'node:crypto'
import type { Configuration } from 'openid-client'

const event = 'http://schemas.openid.net/event/backchannel-logout'
const seen = new Set<string>()

/** What a logout token says, or it throws: signature, type, issuer, audience, time, event, no nonce, seen once (Back-Channel Logout §2.6). */
export async function readLogoutToken(config: Configuration, token: string): Promise<{ readonly sid: string }> {
  const [head = '', body = '', signature = ''] = token.split('.')
  const header = decoded(head)
  const claims = decoded(body)
  const { issuer, jwks_uri: address = '' } = config.serverMetadata()
  if (header['typ'] !== 'logout+jwt' || header['alg'] !== 'ES256') throw new Error('no logout token')
  const { keys } = (await (await fetch(address)).json()) as { keys: Record<string, string>[] }
  const jwk = keys.find(({ kid }) => kid === header['kid'])
  if (jwk === undefined) throw new Error('a key of nobody')
  const key = createPublicKey({ key: jwk, format: 'jwk' })
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${body}`),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  const now = Date.now() / 1000
  const { iss, aud, exp, iat, jti, sid, nonce, events } = claims as Record<string, unknown> & {
    exp: number
    iat: number
  }
  const isOurs = iss === issuer && aud === config.clientMetadata().client_id
  const isNow = exp > now && iat < now + 10
  const isLogout = typeof events === 'object' && events !== null && event in events && nonce === undefined
  if (!isSigned || !isOurs || !isNow || !isLogout || typeof sid !== 'string' || seen.has(String(jti)))
    throw new Error('not for us')
  seen.add(String(jti))
  return { sid }
}

const decoded = (part: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>
