import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createNationalClient } from '#engines/identity/index.ts'
import { readConfig } from '#kernel/config.ts'
import { done } from './testing/story.ts'
import {
  startTamperingProvider,
  type Claims,
  type TamperingProvider,
  type Tampering,
} from './testing/tampering-provider.ts'
import { startTestPlatform, type TestPlatform } from './testing/test-platform.ts'

/** Signing in by the national portal: what its answer must prove, and whose account it opens. */

let test: TestPlatform
let national: TamperingProvider

beforeAll(async () => {
  national = await startTamperingProvider()
  test = await startTestPlatform({ environment: national.variables })
}, 240_000)
afterEach(() => void (national.tampering = {}))
afterAll(async () => {
  await test.stop()
  await national.close()
})

const post = (path: string, body: object) => test.nobody.call('POST', `/identity/national-sign-ons${path}`, body)
const start = async () => done(await post('', { next: '/thu-tuc' })) as { url: string; browser: string }

let born = 0
const somebody = (more: Claims = {}): Claims => ({
  sub: `national-${++born}`,
  number: `02419000${String(born).padStart(4, '0')}`,
  name: 'Hoàng Thị Lụa',
  born: '20/11/1990',
  phone: '0987654321',
  ...more,
})

const answerOf = async (person: Claims) => {
  const { url, browser } = await start()
  const answer = national.approve(url, person)
  return { browser, answer, finish: () => post('/answer', { browser, answer }) }
}
const comeBack = async (person: Claims) => {
  const { browser, finish } = await answerOf(person)
  return { browser, answered: await finish() }
}
const signInBy = async (person: Claims) => {
  const { browser, answered } = await comeBack(person)
  expect(answered).toMatchObject({ status: 200, body: { session: null } })
  return done(await post('/binding', { browser })).session as { token: string }
}
const as = (session: { token: string }) => (method: string, path: string, body?: unknown) =>
  test.nobody.call(method, path, body, { Authorization: `Bearer ${session.token}` })
const register = (given: object) =>
  test.nobody.call('POST', '/identity/register', { phone: '0912000999', password: 'cau nho ben bo song', ...given })
/** A passkey in the database, of an authenticator that nobody has. */
const addPasskey = (login: unknown) =>
  test.query(
    `insert into identity.passkey (id, account_id, name, public_key, counter, transports, added_at)
      select 'key-' || a.login, a.id, 'may la', '', 0, '{}', now() from identity.account a where a.login = $1`,
    [login],
  )
const accountsOf = (number: unknown) =>
  test.query<{ assurance: number; has: boolean }>(
    `select a.assurance, a.password_hash is not null as has from identity.account a
      join directory.person p on p.id = a.person_id where p.personal_id = $1 order by a.created_at`,
    [number],
  )

describe('a sign-in by the national portal', () => {
  it('asks for a code with PKCE, state, nonce and assurance, at the configured address', async () => {
    const { url } = await start()
    expect(url.startsWith(`${national.issuer}/oauth2/authorize?`)).toBe(true)
    const asked = Object.fromEntries(new URL(url).searchParams)
    expect(asked).toMatchObject({
      response_type: 'code',
      scope: 'openid',
      acr_values: 'LoA1',
      code_challenge_method: 'S256',
      redirect_uri: 'http://localhost/dang-nhap/quoc-gia/tra-loi',
    })
    expect([asked['state'], asked['nonce'], asked['code_challenge']].every((one) => (one?.length ?? 0) >= 43)).toBe(
      true,
    )
  })

  it.each<[string, Tampering]>([
    ['another issuer in the token', { claims: { iss: 'https://other.example' } }],
    ['another audience', { claims: { aud: 'somebody-else' } }],
    ['several audiences without our name as the party', { claims: { aud: ['nen-tang', 'somebody-else'] } }],
    ['another authorised party', { claims: { azp: 'somebody-else' } }],
    ['another nonce', { claims: { nonce: 'of-another-sign-in' } }],
    ['no nonce', { claims: { nonce: undefined } }],
    ['a token that has ended', { claims: { exp: Math.floor(Date.now() / 1000) - 60 } }],
    ['no subject', { claims: { sub: undefined } }],
    ['the hash of another access token', { claims: { at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' } }],
    ['less assurance than asked for', { claims: { acr: 'LoA0' } }],
    ['an unsigned token', { alg: 'none' }],
    ['a token signed with a shared key', { alg: 'HS256' }],
    ['the signature of a stranger', { alg: 'stranger' }],
    ['facts of another subject', { userinfo: { sub: 'somebody-else' } }],
  ])('is refused on %s', async (_, tampering) => {
    national.tampering = tampering
    const person = somebody()
    expect((await comeBack(person)).answered).toMatchObject({ status: 409, body: { code: 'nationalUnproven' } })
    expect(await accountsOf(person['number'])).toEqual([])
  })

  it('is refused on another state, and on the name of another issuer in the answer (mix-up)', async () => {
    for (const change of [
      (query: URLSearchParams) => query.set('state', 'x'.repeat(43)),
      (query: URLSearchParams) => query.delete('state'),
      (query: URLSearchParams) => query.set('iss', 'https://other.example'),
    ]) {
      const { url, browser } = await start()
      const query = new URLSearchParams(national.approve(url, somebody()))
      change(query)
      expect((await post('/answer', { browser, answer: query.toString() })).body.code).toBe('nationalUnproven')
    }
  })

  it('is answered once: not again, not with the code in another sign-in, not from another browser', async () => {
    const first = await answerOf(somebody())
    expect((await first.finish()).status).toBe(200)
    expect((await first.finish()).body.code).toBe('nationalOver')
    const other = await start()
    const state = new URL(other.url).searchParams.get('state') as string
    const replayed = new URLSearchParams(first.answer)
    replayed.set('state', state)
    expect((await post('/answer', { browser: other.browser, answer: replayed.toString() })).body.code).toBe(
      'nationalUnproven',
    )
    const stolen = await answerOf(somebody())
    expect((await post('/answer', { browser: 'A'.repeat(43), answer: stolen.answer })).body.code).toBe('nationalOver')
    expect((await post('/binding', { browser: stolen.browser })).body.code).toBe('nationalOver')
  })

  it('says that the portal is away when it fails or answers without end, and that somebody turned back', async () => {
    for (const tampering of [{ status: 503 }, { long: true }]) {
      const { finish } = await answerOf(somebody())
      national.tampering = tampering
      expect(await finish()).toMatchObject({ status: 503, body: { code: 'nationalDown' } })
      expect(await post('', {})).toMatchObject({ status: 503, body: { code: 'nationalDown' } })
      national.tampering = {}
    }
    const { url, browser } = await start()
    const state = new URL(url).searchParams.get('state')
    const answer = `error=access_denied&state=${state}&iss=${encodeURIComponent(national.issuer)}`
    expect((await post('/answer', { browser, answer })).body.code).toBe('nationalCancelled')
  })

  it('takes no incomplete person', async () => {
    for (const missing of ['number', 'born', 'name'])
      expect((await comeBack(somebody({ [missing]: undefined }))).answered.body.code).toBe('nationalIncomplete')
  })

  it('asks nobody but the configured hosts', async () => {
    const sso = readConfig(national.variables).nationalSso
    if (sso === undefined) throw new Error('not set up')
    const elsewhere = { ...sso, endpoints: undefined, issuer: `${national.issuer}/elsewhere` }
    await expect(createNationalClient(elsewhere, 'http://localhost').begin()).rejects.toThrow()
  })
})

describe('whose account it opens', () => {
  it('a new person gets one of assurance 3, without a password, and comes in at once the next time', async () => {
    const person = somebody()
    const session = await signInBy(person)
    expect(done(await as(session)('GET', '/identity/me'))).toMatchObject({ kind: 'citizen', name: 'Hoàng Thị Lụa' })
    expect(await accountsOf(person['number'])).toEqual([{ assurance: 3, has: false }])
    expect((await comeBack(person)).answered.body).toMatchObject({ next: '/thu-tuc', session: { kind: 'citizen' } })
    expect(await accountsOf(person['number'])).toHaveLength(1)
  })

  it('an account that anybody could have opened stays the person’s, but its password and sessions end, and they are told', async () => {
    const person = somebody({ name: 'Đồng Thị Chín', born: '1961-07-08' })
    const card = { fullName: 'Đồng Thị Chín', personalId: person['number'], birthDate: '1961-07-08' }
    const stranger = done(await register(card))
    await addPasskey(card.personalId)
    const session = await signInBy(person)
    expect(await test.query(`select from identity.passkey`)).toEqual([])
    expect((await as(stranger)('GET', '/services/my/dossiers')).status).toBe(401)
    expect(
      (await test.nobody.call('POST', '/identity/sign-in', { login: card.personalId, password: 'cau nho ben bo song' }))
        .status,
    ).toBe(401)
    expect(await accountsOf(card.personalId)).toEqual([{ assurance: 3, has: false }])
    await test.settle()
    const told = done(await as(session)('GET', '/notification/messages')).rows
    expect(told[0].words.vi).toMatch(/mật khẩu cũ .*không dùng được nữa/)
  })

  it('an account whose card an officer saw keeps its password, and its second factor is still asked for', async () => {
    const person = somebody({ name: 'Đồng Thị Mười', born: '1962-07-08' })
    const card = { fullName: 'Đồng Thị Mười', personalId: person['number'] as string, birthDate: '1962-07-08' }
    const counter = await test.as('motcua.tinh')
    const { oncePassword } = done(
      await counter.call('POST', '/identity/accounts-at-counter', { ...card, cardSeen: true }),
    )
    const first = done(
      await test.nobody.call('POST', '/identity/sign-in', { login: card.personalId, password: oncePassword }),
    )
    done(await as(first)('POST', '/identity/password', { current: oncePassword, next: 'con trau di truoc cai cay' }))
    await signInBy(person)
    expect(await accountsOf(card.personalId)).toEqual([{ assurance: 3, has: true }])
    await addPasskey(card.personalId)
    expect((await comeBack(person)).answered.body.session).toMatchObject({ awaitsFactor: true, hasPasskey: true })
    await test.query(`delete from identity.passkey`)
  })

  it('another name or birth date than the province knows binds nothing and leads to a counter', async () => {
    const known = { number: '024168009123', name: 'Thân Thị Bích Phượng', born: '14/08/1968' }
    for (const other of [{ name: 'Thân Thị Bích Hường' }, { born: '15/08/1968' }]) {
      const { answered, browser } = await comeBack(somebody({ ...known, ...other }))
      expect(answered.body).toMatchObject({ code: 'nationalOtherFacts', title: expect.stringMatching(/quầy một cửa/) })
      expect((await post('/binding', { browser })).body.code).toBe('nationalOver')
    }
    expect(
      await test.query(
        `select from identity.binding b join identity.account a on a.id = b.account_id where a.login = 'congdan'`,
      ),
    ).toEqual([])
  })

  it('who opened an account under the number as somebody else is shut out, and what they filed is not the owner’s', async () => {
    const person = somebody({ name: 'Đồng Thị Một', born: '1963-07-08' })
    const claimed = { fullName: 'Kẻ Lạ Mặt', personalId: person['number'] as string, birthDate: '1990-01-01' }
    const stranger = done(await register(claimed))
    const { browser } = await comeBack(person)
    expect(done(await post('/facts', { browser }))).toMatchObject({ account: null, shutsOut: true })
    expect((await as(stranger)('GET', '/services/my/dossiers')).status).toBe(200)
    const { session } = done(await post('/binding', { browser }))
    expect(done(await as(session)('GET', '/identity/me'))).toMatchObject({ name: 'Đồng Thị Một' })
    expect((await as(stranger)('GET', '/services/my/dossiers')).status).toBe(401)
    expect(await accountsOf(claimed.personalId)).toEqual([{ assurance: 3, has: false }])
    await test.settle()
    const told: { kind: string }[] = done(await as(session)('GET', '/notification/messages')).rows
    expect(told.map(({ kind }) => kind)).toContain('identity.shutOut')
  })

  it('one national account opens one account here, and one account here is opened by one', async () => {
    const person = somebody()
    await signInBy(person)
    expect((await comeBack({ ...person, number: somebody()['number'] })).answered.body.code).toBe(
      'nationalBoundElsewhere',
    )
    expect((await comeBack({ ...person, sub: 'national-new' })).answered.body.code).toBe('accountBoundElsewhere')
  })

  it('in the name of an enterprise it makes its representative, whom that lets act for it; a personal account does not', async () => {
    const company = { company: '2400987654', companyName: 'Công ty TNHH Sông Cầu' }
    const enterprises = async (person: Claims) => {
      const session = await signInBy(person)
      return done(await as(session)('GET', '/directory/mandates')).enterprises as { name: string }[]
    }
    expect(await enterprises(somebody({ ...company, type: 'personal' }))).toEqual([])
    expect(await enterprises(somebody({ ...company, type: 'business' }))).toMatchObject([
      { name: 'Công ty TNHH Sông Cầu' },
    ])
  })

  it('none where an administrator has shut it', async () => {
    const person = somebody()
    await signInBy(person)
    await test.query(`update identity.account set status = 'disabled' where login = $1`, [person['number']])
    expect((await comeBack(person)).answered.body.code).toBe('accountShut')
  })
})
