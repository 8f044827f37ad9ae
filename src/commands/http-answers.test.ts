import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestPlatform, type TestPlatform } from './testing/test-platform.ts'

/** What answers say beside their content: allowed methods, languages, limits. */

let platform: TestPlatform
beforeAll(async () => {
  platform = await startTestPlatform({ pages: false })
}, 240_000)
afterAll(() => platform.stop())

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET', body?: unknown) =>
  platform.platform.app.request(`http://localhost${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

const left = ({ headers }: Response) =>
  ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset', 'Retry-After'].map((name) => headers.get(name))

test.each([
  ['POST', '/api/identity/me', 'GET, HEAD'],
  ['DELETE', '/api/identity/sign-in', 'POST'],
  ['GET', '/api/identity/sign-in', 'POST'],
  ['PUT', '/api/files/01931f6e-2f00-7000-8000-0000000000a1', 'GET, HEAD'],
  ['DELETE', '/api/openapi.json', 'GET, HEAD'],
])('%s %s: not this method, but %s', async (method, path, allowed) => {
  const answer = await ask(path, {}, method)
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, allowed])
  expect(await answer.json()).toMatchObject({ code: 'methodNotAllowed', status: 405 })
})

test('what is sent to a path that only answers is refused for its method, not for what it is', async () => {
  for (const body of ['<xml/>', '{"a": 1, "a": 2}']) {
    const answer = await platform.platform.app.request('http://localhost/api/identity/me', {
      method: 'POST',
      headers: { 'Content-Type': 'text/xml' },
      body,
    })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  }
})

test('a path that is none of ours has no methods either', async () => {
  const answer = await ask('/api/identity/nothing', {}, 'POST')
  expect([answer.status, answer.headers.get('allow')]).toEqual([404, null])
})

test.each([
  ['/api/identity/sessions', 401],
  ['/api/nothing', 404],
  ['/api/identity/sign-in', 405],
  ['/files/01931f6e-2f00-7000-8000-0000000000a1', 404],
])('a refusal of %s speaks the language that was asked for, and tells caches so', async (path, status) => {
  const titles = new Set<string>()
  for (const [language, headers] of [
    ['vi', {}],
    ['en', { 'Accept-Language': 'en-GB,en;q=0.9,vi;q=0.5' }],
    ['vi', { 'Accept-Language': 'en', 'X-Language': 'vi' }],
    ['vi', { 'Accept-Language': 'en', Cookie: 'language=vi' }],
  ] as const) {
    const answer = await ask(path, headers)
    const { title, words } = (await answer.json()) as { title: string; words: Record<string, string> }
    expect([answer.status, title]).toEqual([status, words[language]])
    expect(answer.headers.get('content-language')).toBe(language)
    for (const name of ['Accept-Language', 'X-Language', 'Cookie']) expect(answer.headers.get('vary')).toContain(name)
    titles.add(title)
  }
  expect(titles.size).toBe(2)
})

test('an answer of an operation tells its language too', async () => {
  const answer = await ask('/api/identity/me', { 'Accept-Language': 'en' })
  expect([answer.status, answer.headers.get('content-language')]).toEqual([200, 'en'])
  expect(answer.headers.get('vary')).toContain('Accept-Language')
})

test('signing in tells how many tries are left, and when the next one is looked at', async () => {
  const signIn = (password: string) => ask('/api/identity/sign-in', {}, 'POST', { login: 'congdan', password })
  for (const remaining of ['4', '3', '2', '1']) {
    const answer = await signIn('sai mật khẩu')
    expect([answer.status, ...left(answer)]).toEqual([401, '5', remaining, '3600', null])
  }
  expect(left(await signIn('mo cua xem tinh mau'))).toEqual(['5', '5', '0', null])
  for (let time = 0; time < 7; time += 1) await signIn('sai mật khẩu')
  const refused = await signIn('sai mật khẩu')
  const [limit, remaining, reset, retry] = left(refused)
  expect([refused.status, limit, remaining]).toEqual([429, '5', '0'])
  expect(Number(reset)).toBeGreaterThan(0)
  expect(retry).toBe(reset)
})

test('looking a dossier up and registering tell what is left too; what has no limit tells nothing', async () => {
  const lookUp = await ask('/api/services/look-up?code=H02.99.99-261126-0001&phoneEnd=0000')
  expect([lookUp.status, ...left(lookUp).slice(0, 2)]).toEqual([404, '5', '4'])
  const taken = await ask('/api/identity/register', {}, 'POST', {
    fullName: 'Trần Thị Bưởi',
    personalId: '024190000001',
    birthDate: '1990-01-01',
    phone: '0912345678',
    password: 'con voi di cau ca',
  })
  expect(left(taken).slice(0, 2)).toEqual(['40', '39'])
  expect(left(await ask('/api/identity/me'))).toEqual([null, null, null, null])
})
