import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../demo/accounts.ts'
import { formTokenField } from '../values/form-token.ts'
import { browserOf, drawnField } from './testing/browser.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** What keeps pages of other sites, and texts of strangers, from acting in somebody's browser. */

let stage: TestPlatform
let citizen: Visitor

beforeAll(async () => {
  stage = await startTestPlatform({ pages: true, dossiers: 0 })
  citizen = await stage.as('congdan')
}, 240_000)
afterAll(() => stage.stop())

const ask = (path: string, headers: Record<string, string>, form?: Record<string, string>): Promise<Response> =>
  Promise.resolve(
    stage.platform.app.request(`http://localhost${path}`, {
      method: form ? 'POST' : 'GET',
      headers,
      ...(form && { body: new URLSearchParams(form) }),
    }),
  )
const isSignedIn = async () => (await ask('/trang-cua-toi', browserOf(citizen))).status === 200

test.each([
  ['without a token', {}],
  ['with a token of another browser', { [formTokenField]: 'c2FsdA.c2lnbmVkIGVsc2V3aGVyZQ' }],
  ['with a token and nothing signed', { [formTokenField]: 'c2FsdA' }],
])('a form %s does nothing and says what to do', async (_, form) => {
  const refused = await ask('/dang-xuat', browserOf(citizen), { ...form, everywhere: 'yes' })
  expect([refused.status, await refused.text()]).toEqual([
    403,
    expect.stringContaining('Xin tải lại trang rồi gửi lại') as string,
  ])
  expect(await isSignedIn()).toBe(true)
})

test.each(['Basic Y29uZ2RhbjpzYWk=', 'Bearer short'])(
  'a form with the header %s is still one of the cookies beside it',
  async (header) => {
    const refused = await ask('/dang-xuat', { ...browserOf(citizen), Authorization: header }, { everywhere: 'yes' })
    expect([refused.status, await isSignedIn()]).toEqual([403, true])
  },
)

test('nobody is signed in by a form of another site', async () => {
  const typed = { login: 'congdan', password: demoPassword }
  const refused = await ask('/dang-nhap', {}, typed)
  expect([refused.status, refused.headers.get('set-cookie')]).toEqual([403, null])
  const page = await ask('/dang-nhap', {})
  const cookie = /^form=[\w-]{32}/.exec(page.headers.get('set-cookie') ?? '')?.[0] ?? ''
  const token = /name="form-token" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
  const signedIn = await ask('/dang-nhap', { Cookie: cookie }, { ...typed, [formTokenField]: token })
  expect([signedIn.status, signedIn.headers.get('set-cookie')]).toEqual([
    302,
    expect.stringContaining('session=') as string,
  ])
})

test('a page for strangers is the same for all and gives them nothing to keep', async () => {
  const page = await ask('/thu-tuc/1.002809', {})
  expect([page.status, page.headers.get('set-cookie')]).toEqual([200, null])
  expect(await page.text()).not.toContain(formTokenField)
})

test('a form that was drawn for this browser is taken, also after signing in anew beside it', async () => {
  const again = await stage.as('congdan')
  expect((await ask('/dang-xuat', browserOf(again), drawnField())).status).toBe(302)
  expect(await isSignedIn()).toBe(true)
})

test('a page lets no text become script or markup in the browser, and no script run but its own', async () => {
  const { headers } = await ask('/trang-cua-toi', browserOf(citizen))
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(
    /script-src 'self' 'nonce-[\w+/=]{24}';.*require-trusted-types-for 'script'; trusted-types 'none'/,
  )
  expect(policy).not.toContain('unsafe')
})
