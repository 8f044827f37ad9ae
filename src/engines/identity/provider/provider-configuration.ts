import { createHmac } from 'node:crypto'
import { errors } from 'oidc-provider'
import { find, sql } from '#kernel/database/query.ts'
import { machinePermissions } from '../contract/machines.ts'
import { adoptingPolicy, assurances } from './adopt-session.ts'
import { claimsOfScopes } from './claims.ts'
import { fetchFor } from './fetch-client.ts'
import { findProviderAccount } from './provider-account.ts'
import { createEntries } from './provider-entry.ts'
import type { ProviderKeys } from './provider-keys.ts'
import { providerPath, signOnPage, type ProviderParts } from './provider-parts.ts'

/** Seconds. All of it ends sooner where the session ends that it came from, or the machine is shut. */
const lifetimes = {
  AuthorizationCode: 60,
  PushedAuthorizationRequest: 60,
  AccessToken: 300,
  ClientCredentials: 300,
  IdToken: 300,
  Interaction: 1800,
  RefreshToken: 7 * 86_400,
  Grant: 7 * 86_400,
  Session: 7 * 86_400,
}

const longestAssertionSeconds = 300

interface Asking {
  readonly clientId: string
}

/** Not a form that posts itself: browsers would stop it by our `form-action`. */
export const responseModes = ['query', 'fragment']

/** One way of doing each thing, the safest there is: RFC 9700, OAuth 2.1, and of FAPI 2.0 all but sender-constrained tokens. */
export const configurationOf = (parts: ProviderParts, keys: ProviderKeys) => ({
  adapter: createEntries(parts.db),
  jwks: { keys: keys.signature },
  cookies: {
    keys: keys.cookie,
    names: { session: 'sign_on', interaction: 'sign_on_asked', resume: 'sign_on_resumed' },
    long: { signed: true, httpOnly: true, sameSite: 'lax', path: providerPath },
    short: { signed: true, httpOnly: true, sameSite: 'lax' },
  },
  routes: {
    authorization: '/auth',
    token: '/token',
    userinfo: '/userinfo',
    jwks: '/jwks',
    revocation: '/revocation',
    pushed_authorization_request: '/par',
  },
  clientDefaults: {
    grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
    response_types: ['code'],
    response_modes: responseModes,
    token_endpoint_auth_method: 'private_key_jwt',
    id_token_signed_response_alg: 'ES256',
    subject_type: 'pairwise',
    require_pushed_authorization_requests: true,
  },
  clientAuthMethods: ['private_key_jwt'],
  enabledJWA: {
    clientAuthSigningAlgValues: ['ES256', 'PS256', 'EdDSA'],
    idTokenSigningAlgValues: ['ES256'],
  },
  responseTypes: ['code'],
  subjectTypes: ['pairwise'],
  scopes: [...Object.keys(claimsOfScopes), ...Object.keys(machinePermissions)],
  claims: { ...claimsOfScopes, sid: null },
  acrValues: Object.values(assurances),
  allowOmittingSingleRegisteredRedirectUri: false,
  pkce: { required: () => true },
  issueRefreshToken: () => true,
  rotateRefreshToken: true,
  // The session that everything came from is asked each time (`findProviderAccount`).
  expiresWithSession: () => false,
  ttl: lifetimes,
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    resourceIndicators: { enabled: false },
    dPoP: { enabled: false },
    pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
    backchannelLogout: { enabled: true },
    revocation: {
      enabled: true,
      allowedPolicy: (_: unknown, asking: Asking, token: Asking) => token.clientId === asking.clientId,
    },
  },
  discovery: { end_session_endpoint: `${parts.publicUrl}/dang-xuat/he-thong` },
  interactions: {
    policy: adoptingPolicy(parts),
    url: (_: unknown, { uid }: { uid: string }) => signOnPage(uid),
  },
  findAccount: (ctx: never, id: string, token?: never) => findProviderAccount(parts, ctx, id, token),
  fetch: fetchFor(parts.insideHosts),
  loadExistingGrant: () => Promise.resolve(undefined),
  pairwiseIdentifier: (_: unknown, id: string, client: Asking) => nameFor(parts, keys.subject, id, client.clientId),
  assertJwtClientAuthClaimsAndHeader(_: unknown, { exp }: { exp: number }) {
    if (exp > Date.now() / 1000 + longestAssertionSeconds) throw new errors.InvalidClientAuth('it counts for too long')
  },
  renderError: (ctx: { redirect(url: string): void }) => ctx.redirect(signOnPage('khong-hop-le')),
})

/** Another name of the same person for each system, so that no two can put together what they know. */
async function nameFor({ db }: ProviderParts, secret: Buffer, sessionId: string, clientId: string): Promise<string> {
  const session = await find(
    db,
    sql<{ accountId: string }>`select account_id from identity.session where id = ${sessionId}`,
  )
  if (session === undefined) throw new Error('a session that never was')
  return createHmac('sha256', secret).update(`${clientId} ${session.accountId}`).digest('base64url')
}
