import { createHash, createHmac } from 'node:crypto'
import * as oidc from 'openid-client'
import { done } from './story.ts'
import type { TestPlatform, Visitor } from './test-platform.ts'

/** Another system of the province, with a client library from another hand than the provider's. */
export interface SignOnClient {
  readonly id: string
  readonly key: CryptoKey
  readonly config: oidc.Configuration
  /** Begins a sign-in: PAR, PKCE, state and nonce; answers where the browser goes. */
  begin(more?: Readonly<Record<string, string>>): Promise<Begun>
  /** Exchanges what the browser came back with. */
  finish(begun: Begun, cameBack: URL): Promise<Tokens>
}

export interface Begun {
  readonly url: URL
  readonly verifier: string
  readonly state: string
  readonly nonce: string
}

export type Tokens = oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers

export const issuer = 'http://localhost/oidc'
export const redirectUri = 'https://phong-hop.bacgiang.example/tra-loi'

/** The facts of a client as an administrator registers it. */
export const clientFacts = {
  name: 'Đặt phòng họp',
  people: 'staff',
  redirectUris: [redirectUri],
  postLogoutUris: ['https://phong-hop.bacgiang.example/'],
  logoutUri: null as string | null,
  scopes: ['profile', 'organization'],
  machineId: null as string | null,
}

export async function newKey(kid: string) {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  return { privateKey: pair.privateKey, publicKeys: JSON.stringify({ kty, crv, x, y, kid }) }
}

/** Registers a system with a fresh key, owned by the first unit of a code. */
export async function registerClient(
  test: TestPlatform,
  administrator: Visitor,
  facts: Partial<typeof clientFacts> = {},
): Promise<SignOnClient> {
  const [unit] = await test.query<{ id: string }>(`select id from directory.unit where code = 'SGTVT'`)
  const { privateKey, publicKeys } = await newKey('k1')
  const { id } = done(
    await administrator.call('POST', '/identity/clients', { ...clientFacts, ...facts, ownerId: unit?.id, publicKeys }),
  )
  return connect(test, id, privateKey)
}

/** A client of this name that proves itself with this key. */
export async function connect(test: TestPlatform, id: string, key: CryptoKey): Promise<SignOnClient> {
  const config = await oidc.discovery(
    new URL(issuer),
    id,
    { id_token_signed_response_alg: 'ES256' },
    oidc.PrivateKeyJwt({ key, kid: 'k1' }),
    {
      [oidc.customFetch]: async (address, options) => test.platform.app.request(address, options as RequestInit),
      execute: [oidc.allowInsecureRequests, oidc.enableNonRepudiationChecks],
    },
  )
  return {
    id,
    key,
    config,
    async begin(more = {}) {
      const [verifier, state, nonce] = [oidc.randomPKCECodeVerifier(), oidc.randomState(), oidc.randomNonce()]
      const url = await oidc.buildAuthorizationUrlWithPAR(config, {
        redirect_uri: redirectUri,
        scope: 'openid profile organization',
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
        ...more,
      })
      return { url, verifier, state, nonce }
    },
    finish: ({ verifier, state, nonce }, cameBack) =>
      oidc.authorizationCodeGrant(config, cameBack, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      }),
  }
}

/** What a system gets that asks in its own name, by its key alone. */
export const askForItself = (by: SignOnClient, scope?: string) =>
  oidc.clientCredentialsGrant(by.config, scope === undefined ? {} : { scope })

/** The browser of somebody who is signed in here, or not. */
export function createBrowser(test: TestPlatform, who: Visitor | undefined) {
  const cookies = new Map(who?.token === undefined ? [] : [['session', who.token]])
  const open = async (address: URL): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await test.platform.app.request(address.href, { headers: { cookie } })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    return answer
  }
  return {
    cookies,
    /** Follows an address until it leaves for another system or stops at a page of ours; answers where. */
    async follow(address: URL): Promise<URL> {
      for (let at = address, turn = 0; turn < 5; turn++) {
        const answer = await open(at)
        const location = answer.headers.get('location')
        if (location === null) throw new Error(`${answer.status} ${await answer.text()}`)
        at = new URL(location, at)
        if (at.host !== 'localhost' || !at.pathname.startsWith('/oidc/')) return at
      }
      throw new Error('round and round')
    },
  }
}

/** Signs in to a system and agrees to whatever it asks. */
export async function enter(
  test: TestPlatform,
  client: SignOnClient,
  who: Visitor,
  more: Readonly<Record<string, string>> = {},
) {
  const browser = createBrowser(test, who)
  const begun = await client.begin(more)
  let at = await browser.follow(begun.url)
  if (at.pathname.startsWith('/dang-nhap/he-thong/')) {
    const uid = at.pathname.split('/').at(-1)
    const { next } = done(await who.call('POST', `/identity/sign-ons/${uid}`, { agree: true }))
    at = await browser.follow(new URL(next, 'http://localhost'))
  }
  return { browser, begun, cameBack: at, tokens: await client.finish(begun, at) }
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** What a client proves itself with, in any wrong way: without a key unsigned. */
export async function assertionOf(
  client: SignOnClient,
  claims: { readonly jti: string; readonly seconds?: number },
  header: { readonly alg: string; readonly kid?: string } = { alg: 'ES256', kid: 'k1' },
): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  const { jti, seconds = 60 } = claims
  const said = `${part(header)}.${part({ iss: client.id, sub: client.id, aud: issuer, jti, iat: now, exp: now + seconds })}`
  if (header.alg === 'none') return `${said}.`
  if (header.alg === 'HS256') return `${said}.${createHmac('sha256', client.id).update(said).digest('base64url')}`
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, client.key, Buffer.from(said))
  return `${said}.${Buffer.from(signature).toString('base64url')}`
}

/** What the provider tells a system of whoever is signed in. */
export const toldOf = async (by: SignOnClient, tokens: Tokens) =>
  oidc.fetchUserInfo(by.config, tokens.access_token, (tokens.claims() as oidc.IDToken).sub)

/** Why something was refused: the error of the protocol or the status; undefined when it was done. */
export const refusal = async (work: Promise<unknown>) => {
  const error = (await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )) as { error?: string; status?: number } | undefined
  return error?.error ?? error?.status
}

export const refresh = (by: SignOnClient, tokens: { refresh_token?: string }) =>
  oidc.refreshTokenGrant(by.config, tokens.refresh_token as string)

/** Under which a session is kept. */
export const hashOf = (token: string | undefined) =>
  createHash('sha256')
    .update(token ?? '')
    .digest()
