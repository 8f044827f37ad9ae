import type { RouteConfigEntry } from '@react-router/dev/routes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { adminRoutes } from '../sites/admin/routes.ts'
import { hallRoutes } from '../sites/hall/routes.ts'
import { officeRoutes } from '../sites/office/routes.ts'
import { portalRoutes } from '../sites/portal/routes.ts'
import { fileDossier, licenceExchange, walkTo, writeDraft } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Pages under addresses and bodies that no browser of ours sends: refused in words, never a failure of ours. */

const pathsOf = (routes: readonly RouteConfigEntry[], above = ''): string[] =>
  routes.flatMap((one) => {
    const path = one.path === undefined ? above : `${above}/${one.path}`
    return [...(one.index || one.path ? [path || '/'] : []), ...pathsOf(one.children ?? [], path)]
  })

const paths = pathsOf([...portalRoutes, ...officeRoutes, ...adminRoutes, ...hallRoutes]).filter(
  (path) => !path.includes('dang-xuat'),
)

let platform: TestPlatform
let visitors: Record<'nobody' | 'citizen' | 'officer' | 'administrator', Visitor | undefined>
let ids: { draft: string; dossier: string }

beforeAll(async () => {
  platform = await startTestPlatform({ pages: true })
  const citizen = await platform.as('congdan')
  visitors = {
    nobody: undefined,
    citizen,
    officer: await platform.as('motcua.tinh'),
    administrator: await platform.as('quantri'),
  }
  const { id } = await fileDossier(platform, citizen, licenceExchange)
  await walkTo(platform, id, 'appraise')
  ids = { dossier: id, draft: await writeDraft(platform, citizen, licenceExchange) }
}, 240_000)
afterAll(() => platform.stop())

const addressOf = (path: string, wrong?: string) =>
  path
    .replace(':id', wrong ?? (path.startsWith('/nop') ? ids.draft : ids.dossier))
    .replace(':code', wrong ?? licenceExchange)
    .replace(':form', wrong ?? 'application')
    .replace(':page', wrong ?? 'reason')
    .replace(':language', wrong ?? 'vi')
    .replace('*', 'x')

/** Who is let in there, and who is not. */
const visitorsOf = (path: string) =>
  path.startsWith('/can-bo') || path.startsWith('/quan-tri')
    ? [visitors.officer, visitors.administrator]
    : [visitors.nobody, visitors.citizen]

interface Sent {
  readonly method?: string
  readonly type?: string
  readonly body?: string
}

async function send(path: string, who: Visitor | undefined, { method = 'GET', type, body }: Sent = {}) {
  const answer = await platform.platform.app.request(`http://localhost${path}`, {
    method,
    headers: {
      ...(who ? { Authorization: `Bearer ${who.token}` } : {}),
      ...(type === undefined ? {} : { 'Content-Type': type }),
    },
    ...(body === undefined ? {} : { body }),
  })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

const wrongPieces = ['%00', '%', '%E0%A4%A', '%22%3E%3Cscript%3Ealert(1)%3C/script%3E', '2147483648', '0000-00-00']
const asked = [
  'after',
  'tu',
  'tiep',
  'view',
  'code',
  'fact',
  'nam',
  'thang',
  'ngay',
  'chon',
  'hop',
  'xem',
  'tim',
  'sau',
  'ban',
  'so-sanh',
]
const formType = 'application/x-www-form-urlencoded'
const forms = ['', '%00=%00', 'a=%E0%A4%A', '__proto__=1', 'act=complete&act=return', `reason=${'x'.repeat(100_000)}`]
const strange: Sent[] = [
  { method: 'POST' },
  { method: 'POST', type: 'application/json', body: '{}' },
  { method: 'POST', type: 'text/plain', body: 'x' },
  { method: 'POST', type: 'multipart/form-data; boundary=x', body: '--x\r\ngarbage' },
  { method: 'POST', type: 'multipart/form-data', body: 'x' },
  ...['PUT', 'PATCH', 'DELETE', 'OPTIONS'].map((method) => ({ method })),
]

test(
  'whatever a page is asked or sent, the answer is in words, leads nowhere else and is no failure of ours',
  { timeout: 240_000 },
  async () => {
    const wrong: string[] = []
    let sent = 0
    const look = async (path: string, who: Visitor | undefined, what: Sent = {}) => {
      const { status, headers, text } = await send(path, who, what)
      sent++
      const leadsAway = !/^\/(?![/\\])/.test(headers.get('location') ?? '/')
      const type = headers.get('content-type') ?? ''
      const isPage = type.startsWith('text/html')
      const isRefusal = status < 400 || isPage || /x-script|problem\+json/.test(type)
      const tells = /node_modules|at .*\.(js|ts):\d|TypeError/.test(text) || (isPage && text.includes('<script>alert'))
      if (status >= 500 || leadsAway || !isRefusal || tells)
        wrong.push(`${status} ${path} ${JSON.stringify(what)}`.slice(0, 300))
    }
    for (const path of paths)
      for (const who of visitorsOf(path)) {
        if (path.includes(':')) for (const piece of wrongPieces) await look(addressOf(path, piece), who)
        for (const piece of wrongPieces.slice(0, 4))
          await look(`${addressOf(path)}?${asked.map((name) => `${name}=${piece}`).join('&')}`, who)
        await look(`${addressOf(path)}.data`, who)
      }
    // What is sent is looked at before who sends it, and by whoever is let in.
    for (const path of paths) {
      const who = visitorsOf(path).at(-1)
      for (const body of forms) await look(addressOf(path), who, { method: 'POST', type: formType, body })
      for (const one of strange) await look(addressOf(path), who, one)
    }
    expect(wrong).toEqual([])
    expect(sent).toBeGreaterThan(1000)
  },
)

test('a button that sends nothing with itself is pressed all the same', async () => {
  const leaving = await platform.as('congdan')
  const out = await send('/dang-xuat', leaving, { method: 'POST' })
  expect({ status: out.status, cookie: out.headers.get('set-cookie') }).toEqual({
    status: 302,
    cookie: expect.stringContaining('Max-Age=0') as string,
  })
  expect((await send('/trang-cua-toi', leaving)).headers.get('location')).toContain('/dang-nhap')
})

test('a route without a page refuses as operations do, with a request id', async () => {
  const { officer } = visitors
  const said = await send('/can-bo/ho-so/00000000-0000-7000-8000-000000000000/xem/application', officer)
  expect({ status: said.status, type: said.headers.get('content-type') }).toEqual({
    status: 404,
    type: 'application/problem+json; charset=utf-8',
  })
  expect(JSON.parse(said.text)).toMatchObject({ code: 'notFound', requestId: said.headers.get('x-request-id') })
})

test('an official with a password for one use is led to change it, from every page', async () => {
  const [account] = await platform.query<{ id: string }>(`select id from identity.account where login = 'lanhdao.xa'`)
  const official = await platform.asAccount({ id: account?.id ?? '', kind: 'staff' })
  await platform.query(`update identity.account set must_change_password = true where login = 'lanhdao.xa'`)
  for (const path of ['/can-bo', '/can-bo/ho-so?view=all', '/quan-tri/tai-khoan'])
    expect((await send(path, official)).headers.get('location')).toBe(
      `/can-bo/mat-khau?phai=1&tiep=${encodeURIComponent(path)}`,
    )
  expect((await send('/can-bo/mat-khau?phai=1', official)).status).toBe(200)
  // What a script fetches for that page has an address of its own, and must not lead in a circle.
  expect((await send('/can-bo/mat-khau.data?phai=1', official)).text).not.toContain('tiep=')
})

test('whoever was signed out meanwhile comes back to the page, not to what a script fetched for it', async () => {
  for (const path of ['/can-bo/tin-nhan.data?_routes=office%2Coffice-messages', '/trang-cua-toi/tin-nhan.data']) {
    const { text } = await send(path, undefined)
    expect(text).toMatch(/dang-nhap\?tiep=%2F[\w-]+%2Ftin-nhan"/)
  }
})

test('a link from another site begins no application', async () => {
  const { citizen } = visitors
  const drafts = () => platform.query(`select from services.draft`)
  const before = (await drafts()).length
  const answer = await platform.platform.app.request(`http://localhost/nop/bat-dau/${licenceExchange}`, {
    headers: { Authorization: `Bearer ${citizen?.token}`, 'Sec-Fetch-Site': 'cross-site' },
  })
  expect(answer.headers.get('location')).toBe(`/thu-tuc/${licenceExchange}`)
  expect((await drafts()).length).toBe(before)
})

test.each(['x', '1.999999', "1'--", 'a'.repeat(80)])('the page of the procedure %s is not found', async (code) => {
  const answer = await send(`/thu-tuc/${code}`, undefined)
  expect(answer.status).toBe(404)
})
