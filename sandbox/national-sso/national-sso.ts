import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { citizens } from './citizens.ts'
import { choicePage } from './choice-page.ts'

/** The national portal's single sign-on on this machine: the real protocol, with paths as WSO2 has them and LoA1. */
export interface SimulatedNationalSso {
  /** The environment variables that lead the platform here. */
  readonly variables: Readonly<Record<string, string>>
  close(): Promise<void>
}

const client = { id: 'lien-thong', secret: 'chi-de-chay-thu' }

/**
 * Listens on `port` (0 = any) of the loopback, for a platform at `platformUrl`; with a public key (JWK) the platform proves itself by
 * `private_key_jwt`, otherwise by its secret.
 */
export async function startNationalSso(
  port: number,
  platformUrl: string,
  publicKey?: object,
): Promise<SimulatedNationalSso> {
  const server = createServer()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, configurationFor(`${platformUrl}/dang-nhap/quoc-gia/tra-loi`, publicKey))
  const answer = provider.callback()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith('/chon/')) return answer(request, response)
    choose(provider, request, response).catch((error: unknown) => response.writeHead(400).end(String(error)))
  })
  return {
    variables: {
      NATIONAL_SSO_ISSUER: issuer,
      NATIONAL_SSO_CLIENT_ID: client.id,
      NATIONAL_SSO_CLIENT_SECRET: client.secret,
      NATIONAL_SSO_ENDPOINTS: JSON.stringify({
        authorization: `${issuer}/oauth2/authorize`,
        token: `${issuer}/oauth2/token`,
        userinfo: `${issuer}/oauth2/userinfo`,
        jwks: `${issuer}/oauth2/jwks`,
      }),
      NATIONAL_SSO_CLAIMS: JSON.stringify({
        personalId: 'so_dinh_danh',
        fullName: 'ho_ten',
        birthDate: 'ngay_sinh',
        phone: 'so_dien_thoai',
        accountType: 'loai_tai_khoan',
        enterpriseAccount: 'doanh_nghiep',
        enterpriseCode: 'ma_so_doanh_nghiep',
        enterpriseName: 'ten_doanh_nghiep',
      }),
    },
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

const claimNames = [...new Set(citizens.flatMap((one) => Object.keys(one)))]

const configurationFor = (redirectUri: string, publicKey: object | undefined) => ({
  clients: [
    {
      client_id: client.id,
      ...(publicKey === undefined
        ? { client_secret: client.secret }
        : { token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [publicKey] } }),
      redirect_uris: [redirectUri],
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
  ],
  routes: {
    authorization: '/oauth2/authorize',
    token: '/oauth2/token',
    userinfo: '/oauth2/userinfo',
    jwks: '/oauth2/jwks',
  },
  acrValues: ['LoA1', 'LoA2'],
  claims: { openid: claimNames, acr: null },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_: unknown, { uid }: { uid: string }) => `/chon/${uid}` },
  clientAuthMethods: ['client_secret_basic', 'private_key_jwt'],
  enabledJWA: { clientAuthSigningAlgValues: ['ES256', 'PS256'] },
  pkce: { required: () => true },
  ttl: { AuthorizationCode: 60, Session: 60, Interaction: 600, Grant: 600, AccessToken: 300, IdToken: 300 },
  cookies: { keys: ['chi-de-chay-thu'] },
  findAccount: (_: unknown, sub: string) => ({
    accountId: sub,
    claims: () => citizens.find((one) => one.sub === sub) ?? { sub },
  }),
  // Whoever chose a citizen has agreed: the portal asks nothing more either.
  loadExistingGrant: async (ctx: GrantContext) => {
    const { client: asking, session, provider } = ctx.oidc
    const grant = new provider.Grant({ clientId: asking.clientId, accountId: session.accountId })
    grant.addOIDCScope('openid')
    await grant.save()
    return grant
  },
})

interface GrantContext {
  readonly oidc: {
    readonly client: { readonly clientId: string }
    readonly session: { readonly accountId: string }
    readonly provider: {
      readonly Grant: new (of: object) => { addOIDCScope(scope: string): void; save(): Promise<string> }
    }
  }
}

/** `GET /chon/UID` shows the citizens, `POST /chon/UID` takes the choice; an empty one is who turned back. */
async function choose(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST') {
    await provider.interactionDetails(request, response)
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(choicePage(citizens))
    return
  }
  let body = ''
  for await (const part of request) body += String(part)
  const sub = new URLSearchParams(body).get('sub') ?? ''
  const result = citizens.some((one) => one.sub === sub)
    ? { login: { accountId: sub, acr: 'LoA1', remember: false } }
    : { error: 'access_denied', error_description: 'stopped' }
  await provider.interactionFinished(request, response, result)
}
