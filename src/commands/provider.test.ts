import { createPrivateKey } from 'node:crypto'
import * as oidc from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAccount } from '#engines/identity/index.ts'
import { openProviderKeys, renewProviderKeys } from '#engines/identity/provider/provider-keys.ts'
import { openSecrets } from '#kernel/secrets/secrets.ts'
import { done } from './testing/story.ts'
import {
  assertionOf,
  clientFacts,
  connect,
  createBrowser,
  enter,
  hashOf,
  issuer,
  newKey,
  redirectUri,
  refresh,
  refusal,
  registerClient,
  toldOf,
  type SignOnClient,
} from './testing/sign-on-client.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Other systems of the province sign people in by us, with a client library from another hand. */

let test: TestPlatform
let administrator: Visitor
let client: SignOnClient
let official: Visitor

beforeAll(async () => {
  test = await startTestPlatform()
  administrator = await test.as('quantri')
  client = await registerClient(test, administrator)
  official = await test.as('chuyenvien.gtvt')
}, 240_000)
afterAll(() => test.stop())

describe('signing in to another system', () => {
  it('tells it who somebody is and where they work, how they proved it, under a name of its own', async () => {
    const { tokens, cameBack } = await enter(test, client, official)
    expect(cameBack.searchParams.get('iss')).toBe(issuer)
    expect(tokens.claims()).toMatchObject({ acr: 'https://refeds.org/profile/sfa', amr: ['pwd'] })
    const told = await toldOf(client, tokens)
    const me = done(await official.call('GET', '/identity/me'))
    expect(told).toMatchObject({
      name: me.name,
      kind: 'staff',
      unit: { name: me.post.unit },
      agency: { code: 'SGTVT' },
      posts: [{ title: me.post.title, function: 'specialist', unit: { code: 'SGTVT.QLVT' } }],
    })
    expect(told).not.toHaveProperty('personal_id')
    const other = await registerClient(test, administrator, { name: 'Lịch công tác' })
    expect((await toldOf(other, (await enter(test, other, official)).tokens)).sub).not.toBe(told.sub)
    expect((await toldOf(client, (await enter(test, client, official)).tokens)).sub).toBe(told.sub)
  })

  it('tells where an official works now, after they were moved under way', async () => {
    const who = await test.as('truongphong.tuphap')
    const { tokens } = await enter(test, client, who)
    expect(await toldOf(client, tokens)).toMatchObject({ agency: { code: 'STP' } })
    await test.query(
      `update directory.post p set unit_id = (select id from directory.unit where code = 'SCT') from directory.appointment a, identity.account acc
        where a.post_id = p.id and acc.person_id = a.person_id and acc.login = 'truongphong.tuphap'`,
    )
    const next = await refresh(client, tokens)
    const told = await oidc.fetchUserInfo(client.config, next.access_token, (tokens.claims() as oidc.IDToken).sub)
    expect(told).toMatchObject({ agency: { code: 'SCT' }, posts: [{ unit: { code: 'SCT' } }] })
  })

  it('tells where nobody works who signed in as a citizen, be they an official too', async () => {
    const [person] = await test.query<{ id: string }>(
      `select person_id as id from identity.account where login = 'chuyenvien.tuphap'`,
    )
    const account = { kind: 'citizen', personId: person?.id ?? '', login: '024188000777', passwordHash: null } as const
    const id = await createAccount(test.platform.connection.db, account)
    const mine = await registerClient(test, administrator, { people: 'everyone' })
    const told = await toldOf(mine, (await enter(test, mine, await test.asAccount({ id, kind: 'citizen' }))).tokens)
    expect(told).toMatchObject({ kind: 'citizen' })
    for (const claim of ['posts', 'unit', 'agency']) expect(told).not.toHaveProperty(claim)
  })

  it('gives a personal number to systems that may ask for it only, and of people only whose number it surely is', async () => {
    const mine = await registerClient(test, administrator, { people: 'everyone', scopes: ['personal_id'] })
    const scope = 'openid personal_id'
    const numberOf = async (who: Visitor) =>
      (await toldOf(mine, (await enter(test, mine, who, { scope })).tokens))['personal_id']
    expect(await numberOf(await test.as('congdan'))).toBe('024168009123')
    await test.query(`update identity.account set assurance = 1 where login = 'congdan'`)
    expect(await numberOf(await test.as('congdan'))).toBeUndefined()
    await test.query(`update identity.account set assurance = 2 where login = 'congdan'`)
  })

  it('asks for agreement once, again when more is wanted, and again after it was taken back', async () => {
    const who = await test.as('vanthu.gtvt')
    const mine = await registerClient(test, administrator, { scopes: ['profile', 'organization', 'personal_id'] })
    const stopsAt = async (more: Record<string, string> = {}) =>
      (await createBrowser(test, who).follow((await mine.begin(more)).url)).pathname.split('/')[1]
    await enter(test, mine, who, { scope: 'openid profile' })
    expect(await stopsAt({ scope: 'openid profile' })).toBe('tra-loi')
    expect(await stopsAt()).toBe('dang-nhap')
    expect(await stopsAt({ scope: 'openid profile', prompt: 'consent' })).toBe('dang-nhap')
    const { tokens } = await enter(test, mine, who)
    const [allowed] = done(await who.call('GET', '/identity/consents'))
    expect(allowed).toMatchObject({ clientId: mine.id, scopes: ['organization', 'profile'] })
    done(await who.call('DELETE', `/identity/consents/${mine.id}`))
    expect(await refusal(refresh(mine, tokens))).toBe('invalid_grant')
    expect(await stopsAt({ scope: 'openid profile' })).toBe('dang-nhap')
  })

  it('sends back as refused whoever does not agree', async () => {
    const who = await test.as('giamdoc.gtvt')
    const browser = createBrowser(test, who)
    const page = await browser.follow((await client.begin()).url)
    const uid = page.pathname.split('/').at(-1)
    const { next } = done(await who.call('POST', `/identity/sign-ons/${uid}`, { agree: false }))
    const back = await browser.follow(new URL(next, 'http://localhost'))
    expect(back.searchParams.get('error')).toBe('access_denied')
  })

  it('wants a sign-in of whoever has none, only half of one, or is not whom the system is for', async () => {
    const citizen = await test.as('congdan')
    const half = await test.as('truongphong.gtvt')
    await test.query(`update identity.session set awaits_factor = true where token_hash = $1`, [hashOf(half.token)])
    for (const [who, state] of [
      [undefined, 'signIn'],
      [half, 'signIn'],
      [citizen, 'otherPeople'],
    ] as const) {
      const page = await createBrowser(test, who).follow((await client.begin()).url)
      const uid = page.pathname.split('/').at(-1)
      expect(done(await (who ?? test.nobody).call('GET', `/identity/sign-ons/${uid}`)).state).toBe(state)
      const silent = await createBrowser(test, who).follow((await client.begin({ prompt: 'none' })).url)
      expect(silent.searchParams.get('error')).toBe('login_required')
    }
  })

  it('asks for a fresh proof where the system wants one, and says when a factor was shown', async () => {
    const who = await test.as('phogiamdoc.gtvt')
    await enter(test, client, who)
    await test.query(
      `update identity.session set verified_at = now() - interval '1 hour', factor_at = now() where token_hash = $1`,
      [hashOf(who.token)],
    )
    for (const more of [{ prompt: 'login' }, { max_age: '600' }] as Record<string, string>[]) {
      const browser = createBrowser(test, who)
      const begun = await client.begin(more)
      const page = await browser.follow(begun.url)
      const uid = page.pathname.split('/').at(-1)
      const fresh = await test.as('phogiamdoc.gtvt')
      expect(done(await fresh.call('GET', `/identity/sign-ons/${uid}`)).state).toBe('ready')
      browser.cookies.set('session', fresh.token as string)
      expect((await browser.follow(new URL(`/oidc/auth/${uid}`, issuer))).searchParams.get('code')).not.toBeNull()
    }
    const { tokens } = await enter(test, client, who)
    expect(tokens.claims()).toMatchObject({ acr: 'https://refeds.org/profile/mfa' })
  })

  it('writes into the trail who was told of whom', async () => {
    const { tokens } = await enter(test, client, official)
    await toldOf(client, tokens)
    const trail = await test.query<{ operation: string; subjects: string[] }>(
      `select operation, subjects from audit.entry where operation like 'identity.%Client' and outcome = 'done' order by at desc limit 2`,
    )
    const { person } = done(await official.call('GET', '/identity/me'))
    expect(trail).toMatchObject([
      { operation: 'identity.tellClient', subjects: [person] },
      { operation: 'identity.signInToClient', subjects: [person] },
    ])
  })
})

describe('what a system is refused', () => {
  it('another address to come back to, and a request without PAR or without PKCE', async () => {
    expect(await refusal(client.begin({ redirect_uri: `${redirectUri}/` }))).toBe('invalid_request')
    const plainly = async (back: string) => {
      const plain = oidc.buildAuthorizationUrl(client.config, { redirect_uri: back, scope: 'openid' })
      return createBrowser(test, official).follow(plain)
    }
    expect((await plainly(redirectUri)).searchParams.get('error')).toBe('invalid_request')
    expect((await plainly('https://ke-gian.example/')).pathname).toBe('/dang-nhap/he-thong/khong-hop-le')
    expect(await refusal(client.begin({ code_challenge: '' }))).toBe('invalid_request')
    expect(await refusal(client.begin({ code_challenge_method: 'plain' }))).toBe('invalid_request')
  })

  it('a scope that it was not given, and other ways than the code', async () => {
    expect(await refusal(client.begin({ scope: 'openid personal_id' }))).toBe('invalid_scope')
    expect(await refusal(client.begin({ scope: 'openid dossier.read' }))).toBe('invalid_scope')
    expect(await refusal(client.begin({ response_type: 'id_token' }))).toBe('unsupported_response_type')
    expect(await refusal(client.begin({ response_mode: 'form_post' }))).toBe('invalid_request')
    expect(await refusal(oidc.genericGrantRequest(client.config, 'password', {}))).toBe('unsupported_grant_type')
  })

  it('a code twice: what it gave the first time ends with it', async () => {
    const { begun, cameBack, tokens } = await enter(test, client, official)
    expect(await refusal(client.finish(begun, cameBack))).toBe('invalid_grant')
    expect(await refusal(refresh(client, tokens))).toBe('invalid_grant')
  })

  it('a refresh token twice: whoever has the next one loses it too', async () => {
    const { tokens } = await enter(test, client, official)
    const next = await refresh(client, tokens)
    expect(await refusal(refresh(client, tokens))).toBe('invalid_grant')
    expect(await refusal(refresh(client, next))).toBe('invalid_grant')
  })

  it('a code or token that has run out, or that another system was given', async () => {
    const other = await registerClient(test, administrator, { name: 'Kho tài liệu' })
    const { tokens } = await enter(test, client, official)
    expect(await refusal(refresh(other, tokens))).toBe('invalid_grant')
    const browser = createBrowser(test, official)
    const begun = await client.begin()
    const cameBack = await browser.follow(begun.url)
    await test.query(`update identity.provider_entry set expires_at = now() where kind = 'AuthorizationCode'`)
    expect(await refusal(client.finish(begun, cameBack))).toBe('invalid_grant')
  })

  it('the name of another with its own key, no signature, a shared key, and a proof shown twice or good for an hour', async () => {
    const stranger = await newKey('k1')
    expect(await refusal((await connect(test, client.id, stranger.privateKey)).begin())).toBe('invalid_client')
    const push = async (assertion: string) => {
      const answer = await test.platform.app.request(`${issuer}/par`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          client_id: client.id,
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: assertion,
          redirect_uri: redirectUri,
          response_type: 'code',
          scope: 'openid',
          code_challenge: 'a'.repeat(43),
          code_challenge_method: 'S256',
        }),
      })
      return answer.status
    }
    const good = await assertionOf(client, { jti: 'once' })
    expect([await push(good), await push(good)]).toEqual([201, 401])
    expect(await push(await assertionOf(client, { jti: 'long', seconds: 3600 }))).toBe(401)
    for (const alg of ['none', 'HS256'])
      expect(await push(await assertionOf(client, { jti: alg }, { alg })), alg).toBe(401)
  })

  it('everything, once it was shut', async () => {
    const shut = await registerClient(test, administrator, { name: 'Hệ thống cũ' })
    const { tokens } = await enter(test, shut, official)
    done(await administrator.call('PUT', `/identity/clients/${shut.id}/status`, { status: 'disabled' }))
    expect(await refusal(toldOf(shut, tokens))).toBeDefined()
    expect(await refusal(refresh(shut, tokens))).toBe('invalid_client')
    expect(await refusal(shut.begin())).toBe('invalid_client')
  })

  it('whoever it is no longer for', async () => {
    const narrowed = await registerClient(test, administrator, { people: 'everyone' })
    const { tokens } = await enter(test, narrowed, official)
    const facts = { ...clientFacts, people: 'citizen' }
    done(await administrator.call('PUT', `/identity/clients/${narrowed.id}`, facts))
    expect(await refusal(refresh(narrowed, tokens))).toBe('invalid_grant')
  })

  it('what opens another door: its tokens are no session here, and a session is no token there', async () => {
    const { tokens } = await enter(test, client, official)
    for (const token of [tokens.access_token, tokens.refresh_token as string])
      expect((await test.withToken(token).call('GET', '/workflow/inbox')).status).toBe(401)
    const { sub } = tokens.claims() as oidc.IDToken
    expect(await refusal(oidc.fetchUserInfo(client.config, official.token as string, sub))).toBe(401)
  })
})

describe('keys and registrations', () => {
  it('answers behind the headers of every answer, under its own host only, and in few words where there is nothing', async () => {
    const ask = (path: string, more: RequestInit = {}) => test.platform.app.request(path, more)
    const { headers, status } = await ask(`${issuer}/jwks`)
    expect([status, headers.get('x-content-type-options'), headers.get('x-request-id')?.length]).toEqual([
      200,
      'nosniff',
      36,
    ])
    expect((await ask('http://ke-gian.example/oidc/jwks')).status).toBe(421)
    const offered = await (await ask(`${issuer}/.well-known/openid-configuration`)).json()
    expect(offered).toMatchObject({
      response_modes_supported: ['query', 'fragment'],
      response_types_supported: ['code'],
    })
    expect((await ask(`${issuer}/reg`, { method: 'POST' })).status).toBe(404)
    const body = new URLSearchParams({ request: 'x'.repeat(70_000) })
    expect((await ask(`${issuer}/par`, { method: 'POST', body })).status).toBe(413)
  })

  it('signs with a key of its own that is kept encrypted', async () => {
    const { tokens } = await enter(test, client, official)
    const [kept] = await test.query<{ id: string; sealedKey: Buffer }>(
      `select id, sealed_key as "sealedKey" from identity.provider_key where purpose = 'signature'`,
    )
    const [header = ''] = (tokens.id_token as string).split('.')
    expect(JSON.parse(atob(header))).toMatchObject({ alg: 'ES256', kid: kept?.id })
    expect(() => createPrivateKey({ key: kept?.sealedKey as Buffer, format: 'der', type: 'pkcs8' })).toThrow()
  })

  it('publishes a new key each quarter a day before it signs, and the old one for a day after', async () => {
    const { db } = test.platform.connection
    const secrets = openSecrets({ secretsKey: undefined, dataDirectory: test.directory })
    const start = Date.now()
    const keysAfter = async (days: number) => {
      const at = new Date(start + days * 86_400_000)
      await db.transaction((tx) => renewProviderKeys(tx, secrets, at))
      return (await openProviderKeys(db, secrets, at)).signature.map(({ kid }) => kid)
    }
    const [old] = await keysAfter(1)
    const [first, fresh] = await keysAfter(91)
    expect(first).toBe(old)
    expect(await keysAfter(92.5)).toEqual([fresh, old])
    expect(await keysAfter(94)).toEqual([fresh])
  })

  it('takes public keys only, and addresses of one host over TLS', async () => {
    const [unit] = await test.query<{ id: string }>(`select id from directory.unit where code = 'SGTVT'`)
    const { publicKeys } = await newKey('k1')
    const register = (more: object) =>
      administrator.call('POST', '/identity/clients', { ...clientFacts, ownerId: unit?.id, publicKeys, ...more })
    for (const wrong of [
      { publicKeys: '{}' },
      { publicKeys: JSON.stringify({ ...JSON.parse(publicKeys), d: 'AAAA' }) },
      { publicKeys: JSON.stringify({ kty: 'oct', k: 'AAAA', kid: 'k1' }) },
      { redirectUris: ['http://phong-hop.bacgiang.example/tra-loi'] },
      { redirectUris: ['https://a.example/x', 'https://b.example/x'] },
      { redirectUris: ['https://*.example/x'] },
      { logoutUri: 'javascript:alert(1)' },
    ])
      expect((await register(wrong)).status, JSON.stringify(wrong)).toBe(422)
  })
})
