import { createHash } from 'node:crypto'
import * as oidc from 'openid-client'
import type { NationalSso } from '#kernel/national-sso.ts'
import { clientProof } from './client-proof.ts'
import { guardedFetch } from './guarded-fetch.ts'
import { readFacts, type NationalFacts } from './national-facts.ts'
import { ProviderAway } from './provider-away.ts'

/** What a sign-in remembers until the browser comes back. */
export interface Pending {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export interface NationalClient {
  readonly issuer: string
  /** Where to send a browser, and what to remember of it. */
  begin(): Promise<Pending & { readonly url: string }>
  /** Who came back: the answer's query string is verified as OpenID Connect says, or it throws. Undefined = the facts are incomplete. */
  identify(answer: string, pending: Pending): Promise<NationalFacts | undefined>
}

/** Of this issuer alone, so that no answer of another can be mixed up with it (RFC 9700 §4.4). */
export const answerPath = '/dang-nhap/quoc-gia/tra-loi'

const timeoutSeconds = 5
const clockToleranceSeconds = 10
/** Each waits inside a transaction: a provider that hangs may not take all connections. */
const mostAtOnce = 4

/** The client of the national portal's sign-on: code flow with PKCE S256, state and nonce, signed ID tokens of one algorithm. */
export function createNationalClient(sso: NationalSso, publicUrl: string): NationalClient {
  const redirectUri = `${publicUrl}${answerPath}`
  const providerOf = rememberOnce(() => findProvider(sso))
  const inTurn = limitAtOnce(mostAtOnce)
  return {
    issuer: sso.issuer,
    begin: () =>
      inTurn(async () => {
        const pending = {
          state: oidc.randomState(),
          nonce: oidc.randomNonce(),
          verifier: oidc.randomPKCECodeVerifier(),
        }
        const provider = await providerOf()
        await mustAnswer(provider)
        const url = oidc.buildAuthorizationUrl(provider, {
          response_type: 'code',
          redirect_uri: redirectUri,
          scope: sso.scope,
          acr_values: sso.acr,
          state: pending.state,
          nonce: pending.nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(pending.verifier),
          code_challenge_method: 'S256',
        })
        return { ...pending, url: url.href }
      }),
    identify: (answer, pending) =>
      inTurn(async () => {
        const provider = await providerOf()
        const tokens = await oidc.authorizationCodeGrant(provider, new URL(`${redirectUri}?${answer}`), {
          expectedState: pending.state,
          expectedNonce: pending.nonce,
          pkceCodeVerifier: pending.verifier,
          idTokenExpected: true,
        })
        const said = tokens.claims() as oidc.IDToken
        mustBeOurs(said, tokens.access_token, sso)
        const more = await oidc.fetchUserInfo(provider, tokens.access_token, said.sub)
        return readFacts(said.sub, { ...said, ...more }, sso.claims)
      }),
  }
}

/** What the library leaves to its caller: `azp` and `at_hash` where they are sent, and the assurance that was asked for. */
function mustBeOurs(said: oidc.IDToken, accessToken: string, { clientId, acr, idTokenAlg }: NationalSso): void {
  if (said.azp !== undefined && said.azp !== clientId) throw new Error('the ID token is for another party')
  if (said['at_hash'] !== undefined && said['at_hash'] !== halfHash(accessToken, idTokenAlg))
    throw new Error('the ID token belongs to another access token')
  if (said.acr !== undefined && !acr.split(' ').some((one) => one === said.acr))
    throw new Error('another assurance than asked for')
}

/** Of the hash that goes with the algorithm the left half (OpenID Connect Core §3.1.3.6). */
function halfHash(token: string, alg: string): string {
  const hash = createHash(`sha${alg.slice(2)}`)
    .update(token)
    .digest()
  return hash.subarray(0, hash.length / 2).toString('base64url')
}

async function findProvider(sso: NationalSso): Promise<oidc.Configuration> {
  const { endpoints, issuer, clientId } = sso
  const origins = new Set([issuer, ...Object.values(endpoints ?? {})].map((address) => new URL(address).origin))
  const metadata = { id_token_signed_response_alg: sso.idTokenAlg, [oidc.clockTolerance]: clockToleranceSeconds }
  const authentication = await clientProof(sso.proof)
  const fetching = guardedFetch(origins)
  // Configuration takes plain HTTP to this machine only.
  const insecure = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : []
  const execute = [oidc.enableNonRepudiationChecks, ...insecure]
  if (endpoints === undefined) {
    const found = await oidc.discovery(new URL(issuer), clientId, metadata, authentication, {
      [oidc.customFetch]: fetching,
      timeout: timeoutSeconds,
      execute,
    })
    const { authorization_endpoint: authorization } = found.serverMetadata()
    if (authorization === undefined || !origins.has(new URL(authorization).origin))
      throw new Error('the issuer names an address at another host')
    return found
  }
  const provider = new oidc.Configuration(
    {
      issuer,
      authorization_endpoint: endpoints.authorization,
      token_endpoint: endpoints.token,
      userinfo_endpoint: endpoints.userinfo,
      jwks_uri: endpoints.jwks,
    },
    clientId,
    metadata,
    authentication,
  )
  provider[oidc.customFetch] = fetching
  provider.timeout = timeoutSeconds
  for (const extend of execute) extend(provider)
  return provider
}

/** Nobody is sent to a portal that is away: we can still say so, their browser could not. */
async function mustAnswer(provider: oidc.Configuration): Promise<void> {
  const ask = provider[oidc.customFetch] as oidc.CustomFetch
  const { jwks_uri: address } = provider.serverMetadata()
  const signal = AbortSignal.timeout(timeoutSeconds * 1000)
  await ask(address as string, { method: 'GET', headers: {}, body: undefined, redirect: 'manual', signal })
}

/** Remembered once it worked. */
function rememberOnce<Value>(find: () => Promise<Value>): () => Promise<Value> {
  let found: Promise<Value> | undefined
  return () => {
    found ??= find().catch((error: unknown) => {
      found = undefined
      throw error
    })
    return found
  }
}

function limitAtOnce(most: number) {
  let running = 0
  return async <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (running >= most) throw new ProviderAway('others are waiting for it already')
    running++
    try {
      return await work()
    } finally {
      running--
    }
  }
}
