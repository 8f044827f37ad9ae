import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as oidc from 'openid-client'
import { bookPage, homePage, unitsPage } from './pages.ts'
import { readLogoutToken } from './read-logout-token.ts'

/** A meeting-room book of the province that signs officials in by Liên Thông: an independent web system in one process. */
export interface SampleSystem {
  readonly url: string
  /** What an administrator registers. */
  readonly registration: {
    readonly redirectUris: readonly string[]
    readonly postLogoutUris: readonly string[]
    readonly logoutUri: string
    readonly publicKeys: string
  }
  /** Once it is registered under this name. */
  connect(clientId: string): Promise<void>
  close(): Promise<void>
}

/** Somebody signed in here; told by the provider under `sid` when it is over. */
export interface Visitor {
  readonly sid: string
  readonly sub: string
  readonly idToken: string
  readonly name: string
  readonly unit: string
  readonly post: string
}

const kid = 'phong-hop-1'
const cookie = 'phong_hop'

/** Listens on `port` (0 = any) of the loopback; `issuer` is the platform's, such as `http://localhost:8080/oidc`. */
export async function startSampleSystem(port: number, issuer: string): Promise<SampleSystem> {
  const key = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', key.publicKey)
  const pending = new Map<string, { readonly state: string; readonly nonce: string; readonly verifier: string }>()
  const visitors = new Map<string, Visitor>()
  const server = createServer()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  let config: oidc.Configuration | undefined

  /** Sends the browser to the provider; what is asked goes straight there first (PAR), the browser carries a reference. */
  async function signIn(response: ServerResponse, to: oidc.Configuration) {
    const begun = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }
    const address = await oidc.buildAuthorizationUrlWithPAR(to, {
      redirect_uri: `${url}/tra-loi`,
      scope: 'openid profile organization',
      state: begun.state,
      nonce: begun.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(begun.verifier),
      code_challenge_method: 'S256',
    })
    const id = randomBytes(32).toString('base64url')
    pending.set(id, begun)
    leave(response, address.href, id)
  }

  async function takeAnswer(request: IncomingMessage, response: ServerResponse, from: oidc.Configuration) {
    const begun = pending.get(cookieOf(request))
    if (begun === undefined) return leave(response, '/')
    pending.delete(cookieOf(request))
    const answer = new URL(request.url ?? '', url)
    if (answer.searchParams.get('error') === 'access_denied') return leave(response, '/?tu-choi=1')
    const tokens = await oidc.authorizationCodeGrant(from, answer, {
      expectedState: begun.state,
      expectedNonce: begun.nonce,
      pkceCodeVerifier: begun.verifier,
      idTokenExpected: true,
    })
    const { sub, sid } = tokens.claims() as oidc.IDToken
    const told = await oidc.fetchUserInfo(from, tokens.access_token, sub)
    const { unit, posts } = told as { unit?: { name: string }; posts?: readonly { title: string }[] }
    const id = randomBytes(32).toString('base64url')
    visitors.set(id, {
      sid: typeof sid === 'string' ? sid : '',
      sub,
      idToken: tokens.id_token as string,
      name: told.name ?? '',
      unit: unit?.name ?? '',
      post: posts?.[0]?.title ?? '',
    })
    leave(response, '/', id)
  }

  /** In its own name, by its key: the units of a name, as the directory of the platform has them. */
  async function findUnits(text: string, from: oidc.Configuration): Promise<readonly string[]> {
    const { access_token: token } = await oidc.clientCredentialsGrant(from, { scope: 'directory.read' })
    const answer = await fetch(new URL(`/api/directory/units?${new URLSearchParams({ text })}`, issuer), {
      headers: { Authorization: `Bearer ${token}` },
    })
    if (!answer.ok) throw new Error(`the directory answered ${answer.status}`)
    return ((await answer.json()) as readonly { name: string }[]).map(({ name }) => name)
  }

  /** The provider says that a session is over: whoever had it is out, whatever their browser still keeps. */
  async function endSession(request: IncomingMessage, response: ServerResponse, from: oidc.Configuration) {
    let body = ''
    for await (const part of request) body += String(part)
    const ended = await readLogoutToken(from, new URLSearchParams(body).get('logout_token') ?? '')
    for (const [id, visitor] of visitors) if (visitor.sid === ended.sid) visitors.delete(id)
    response.writeHead(200, { 'Cache-Control': 'no-store' }).end()
  }

  function signOut(request: IncomingMessage, response: ServerResponse, from: oidc.Configuration) {
    const visitor = visitors.get(cookieOf(request))
    visitors.delete(cookieOf(request))
    const address = oidc.buildEndSessionUrl(from, {
      ...(visitor && { id_token_hint: visitor.idToken }),
      post_logout_redirect_uri: `${url}/`,
    })
    leave(response, address.href)
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', url)
    const visitor = visitors.get(cookieOf(request))
    if (pathname === '/') {
      const page = visitor === undefined ? homePage(searchParams.has('tu-choi')) : bookPage(visitor)
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }).end(page)
      return
    }
    if (config === undefined) throw new Error('not registered yet')
    if (pathname === '/vao') return signIn(response, config)
    if (pathname === '/tra-loi') return takeAnswer(request, response, config)
    if (pathname === '/don-vi' && visitor !== undefined) {
      const page = unitsPage(await findUnits(searchParams.get('ten') ?? '', config))
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }).end(page)
      return
    }
    if (pathname === '/ra') return signOut(request, response, config)
    if (pathname === '/bao-ket-thuc' && request.method === 'POST') return endSession(request, response, config)
    response.writeHead(404).end()
  }

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch((error: unknown) => response.writeHead(400).end(String(error)))
  })

  return {
    url,
    registration: {
      redirectUris: [`${url}/tra-loi`],
      postLogoutUris: [`${url}/`],
      logoutUri: `${url}/bao-ket-thuc`,
      publicKeys: JSON.stringify({ kty, crv, x, y, kid }),
    },
    async connect(clientId) {
      config = await oidc.discovery(
        new URL(issuer),
        clientId,
        { id_token_signed_response_alg: 'ES256' },
        oidc.PrivateKeyJwt({ key: key.privateKey, kid }),
        // Both run on this machine here; elsewhere the platform has https.
        {
          execute: [
            oidc.enableNonRepudiationChecks,
            ...(issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : []),
          ],
        },
      )
    },
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

const cookieOf = ({ headers }: IncomingMessage): string =>
  new RegExp(`(?:^|; )${cookie}=([\\w-]+)`).exec(headers.cookie ?? '')?.[1] ?? ''

function leave(response: ServerResponse, to: string, id?: string): void {
  const kept = id === undefined ? {} : { 'Set-Cookie': `${cookie}=${id}; Path=/; HttpOnly; SameSite=Lax` }
  response.writeHead(303, { Location: to, ...kept }).end()
}
