import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Claims = Readonly<Record<string, unknown>>

/** What the provider does wrong, or nothing. */
export interface Tampering {
  /** Claims of the ID token that are put in, or taken out with undefined. */
  readonly claims?: Claims
  readonly alg?: 'none' | 'HS256' | 'stranger'
  readonly userinfo?: Claims
  readonly status?: number
  readonly long?: boolean
}

/** An OpenID provider that keeps to the protocol but where it is told not to: for attacks on the client. */
export interface TamperingProvider {
  readonly issuer: string
  readonly variables: Readonly<Record<string, string>>
  tampering: Tampering
  /** Somebody signs in at the address that the platform sent their browser to; answers the query string they come back with. */
  approve(url: string, person: Claims): string
  close(): Promise<void>
}

const clientId = 'nen-tang'
const clientSecret = 'bi-mat-cua-nen-tang'
const jsonPart = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

export async function startTamperingProvider(): Promise<TamperingProvider> {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const codes = new Map<string, { person: Claims; nonce: string; challenge: string }>()
  const holders = new Map<string, Claims>()
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const signed = (claims: Claims): string => {
    const alg = provider.tampering.alg
    const body = `${jsonPart({ alg: alg === 'none' || alg === 'HS256' ? alg : 'RS256', kid: '1' })}.${jsonPart(claims)}`
    if (alg === 'none') return `${body}.`
    if (alg === 'HS256') return `${body}.${createHash('sha256').update(body).digest('base64url')}`
    const key = alg === 'stranger' ? stranger : own
    return `${body}.${sign('sha256', Buffer.from(body), key.privateKey).toString('base64url')}`
  }

  const tokens = (form: URLSearchParams): [number, object] => {
    const given = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (given === undefined || given.challenge !== challenge) return [400, { error: 'invalid_grant' }]
    const accessToken = randomUUID()
    holders.set(accessToken, given.person)
    const now = Math.floor(Date.now() / 1000)
    const atHash = createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url')
    const claims = {
      iss: issuer,
      aud: clientId,
      sub: given.person['sub'],
      nonce: given.nonce,
      acr: 'LoA1',
      at_hash: atHash,
      iat: now,
      exp: now + 300,
      ...provider.tampering.claims,
    }
    return [200, { access_token: accessToken, token_type: 'Bearer', expires_in: 300, id_token: signed(claims) }]
  }

  server.on('request', (request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
    void (async () => {
      const { status, long, userinfo } = provider.tampering
      let body = ''
      for await (const part of request) body += String(part)
      if (status !== undefined) return answer(status, {})
      if (long) return answer(200, { padding: 'x'.repeat(1_000_000) })
      if (request.url === '/oauth2/jwks')
        return answer(200, {
          keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: '1', use: 'sig', alg: 'RS256' }],
        })
      if (request.url === '/oauth2/userinfo')
        return answer(200, { ...holders.get(request.headers.authorization?.slice(7) ?? ''), ...userinfo })
      return answer(...tokens(new URLSearchParams(body)))
    })()
  })

  const provider: TamperingProvider = {
    issuer,
    tampering: {},
    variables: {
      NATIONAL_SSO_ISSUER: issuer,
      NATIONAL_SSO_CLIENT_ID: clientId,
      NATIONAL_SSO_CLIENT_SECRET: clientSecret,
      NATIONAL_SSO_ENDPOINTS: JSON.stringify({
        authorization: `${issuer}/oauth2/authorize`,
        token: `${issuer}/oauth2/token`,
        userinfo: `${issuer}/oauth2/userinfo`,
        jwks: `${issuer}/oauth2/jwks`,
      }),
      NATIONAL_SSO_CLAIMS: JSON.stringify({
        personalId: 'number',
        fullName: 'name',
        birthDate: 'born',
        phone: 'phone',
        accountType: 'type',
        enterpriseAccount: 'business',
        enterpriseCode: 'company',
        enterpriseName: 'companyName',
      }),
    },
    approve(url, person) {
      const asked = new URL(url).searchParams
      const code = randomUUID()
      codes.set(code, { person, nonce: asked.get('nonce') ?? '', challenge: asked.get('code_challenge') ?? '' })
      return new URLSearchParams({ code, state: asked.get('state') ?? '', iss: issuer }).toString()
    },
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
  return provider
}
