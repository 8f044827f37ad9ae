import type { RouteConfigEntry } from '@react-router/dev/routes'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleLicence } from '#sandbox/national-portal/samples.ts'
import { startNationalPortal, type SimulatedNationalPortal } from '#sandbox/national-portal/national-portal.ts'
import { listOperations, type ListedOperation } from '#engines/list-operations.ts'
import { portalRoutes } from '../sites/portal/routes.ts'
import { staying } from '../sites/portal/where-citizens-file.ts'
import { nothing, sampleCall, type SampleCall } from './testing/sample-call.ts'
import { startLinked, type Linked } from './testing/national-link.ts'
import { licenceExchange, receiveOnPaper, walkTo } from './testing/story.ts'

const national = 'https://dichvucong.example.gov.vn/'
let linked: Linked<SimulatedNationalPortal>

beforeAll(async () => {
  linked = await startLinked(await startNationalPortal(0), { pages: true, settings: { citizensAt: national } })
}, 240_000)
afterAll(() => linked.stop())

const ask = (path: string, init?: RequestInit) => linked.test.platform.app.request(`http://localhost${path}`, init)

interface Page {
  readonly id: string
  /** As `routes.ts` writes it; empty = the home page. */
  readonly pattern: string
}

const pagesOf = (routes: readonly RouteConfigEntry[], above = ''): Page[] =>
  routes.flatMap((one) => {
    const pattern = [above, one.path].filter(Boolean).join('/')
    const id = one.id ?? one.file.replace(/\.tsx?$/, '')
    return [...(one.index || one.path ? [{ id, pattern }] : []), ...pagesOf(one.children ?? [], pattern)]
  })

/** Every address of the citizens' site, now and later: from its own list. */
const pages = pagesOf(portalRoutes)
const pathOf = ({ pattern }: Page) =>
  `/${pattern.replace(':code', licenceExchange).replace(':language', 'en').replace('*', 'khong-co').replaceAll(/:\w+/g, nothing)}`

/** What the guide says is left. */
const guide = readFileSync('docs/huong-dan/lien-ket-quoc-gia.md', 'utf8')
const [, left = ''] = guide.split('## Tỉnh chỉ dùng Cổng quốc gia')
const documented = [...left.split('\n## ')[0]!.matchAll(/`\/([^`]*)`/g)].map((found) => found[1]!)

test('what is left is what the guide lists, and each of it is an address of the site', () => {
  // An address that is nowhere is not found, which needs no line.
  expect([...staying].filter((one) => one !== '*').toSorted()).toEqual(documented.toSorted())
  const patterns = new Set(pages.map(({ pattern }) => pattern))
  expect([...staying].filter((one) => !patterns.has(one))).toEqual([])
  expect(pages.length).toBeGreaterThan(60)
})

/** Whose session it is, though a citizen's counts for nothing: what is told of them here would be a leak. */
const personal = /Thân Thị Bích Phượng|024168009123|0979000218/

async function askedEachWay(path: string, ids: string): Promise<{ how: string; answer: Response; text: string }[]> {
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const { token } = await linked.test.as('congdan')
  const session = { Cookie: `session=${token}` }
  const data = `${path === '/' ? '/_' : path}.data`
  const ways: [string, string, RequestInit][] = [
    ['by a stranger', path, {}],
    ['by a session', path, { headers: session }],
    ['by a token', path, { headers: { Authorization: `Bearer ${token}` } }],
    ['as a head', path, { method: 'HEAD', headers: session }],
    ['by a form', path, { method: 'POST', headers: { ...session, ...form }, body: 'a=1' }],
    [
      'by a form with a token',
      path,
      { method: 'POST', headers: { Authorization: `Bearer ${token}`, ...form }, body: 'a=1' },
    ],
    ['for data', data, { headers: session }],
    ['for the data of one route', `${data}?_routes=${encodeURIComponent(ids)}`, { headers: session }],
    ['for data by a form', data, { method: 'POST', headers: { ...session, ...form }, body: 'a=1' }],
  ]
  return Promise.all(
    ways.map(async ([how, address, init]) => {
      const answer = await ask(address, init)
      return { how, answer, text: await answer.text() }
    }),
  )
}

/** 302 of a page; of its data, which a script reads, 202 with the same said in it. */
const isSentOn = ({ answer, text }: { answer: Response; text: string }): boolean =>
  (answer.status === 302 && answer.headers.get('location') === '/noi-nop' && text === '') ||
  (answer.status === 202 && text.length < 300 && text.includes('"/noi-nop"'))

test.each(pages.filter(({ pattern }) => !staying.has(pattern)).map((page) => [pathOf(page), page.id] as const))(
  '%s is sent on to the national portal, however it is asked',
  { timeout: 60_000 },
  async (path, id) => {
    for (const one of await askedEachWay(path, id))
      expect([one.how, one.answer.status, isSentOn(one)]).toEqual([one.how, one.answer.status, true])
  },
)

test.each(pages.filter(({ pattern }) => staying.has(pattern)).map((page) => [pathOf(page), page.id] as const))(
  '%s answers here as to a stranger, and knows no citizen',
  { timeout: 60_000 },
  async (path, id) => {
    for (const one of await askedEachWay(path, id)) {
      expect([one.how, isSentOn(one), one.answer.status < 500]).toEqual([one.how, false, true])
      expect([one.how, personal.test(one.text)]).toEqual([one.how, false])
    }
  },
)

test('the page on which it is sent on says where, and what is public is read', async () => {
  const page = await ask('/noi-nop')
  expect(page.status).toBe(200)
  expect(await page.text()).toContain(`href="${national}"`)
  for (const path of ['/kiem-tra', '/tra-cuu', '/so-lieu', '/hoi-dap', '/hoi-dap/gui', '/hai-long', '/so-niem-phong'])
    expect([path, (await ask(path)).status]).toEqual([path, 200])
  expect((await ask('/khong-co')).status).toBe(404)
})

test('officials come and go by the pages that they share with citizens', async () => {
  const { token } = await linked.test.as('motcua.tinh')
  const out = await ask('/dang-xuat', { method: 'POST', headers: { Authorization: `Bearer ${token}` } })
  expect([out.status, out.headers.get('location')]).toEqual([302, '/can-bo/dang-nhap'])
  for (const path of [`/dang-nhap/he-thong/${nothing}`, '/dang-xuat/he-thong'])
    expect([path, (await ask(path)).headers.get('location')]).toEqual([path, null])
})

/** What passes by the pages, by whether it answers a citizen's session; what is missing here fails. */
const streams: Readonly<Record<string, 'refused' | 'stays'>> = {
  'GET /livez': 'stays',
  'GET /readyz': 'stays',
  'GET /api/openapi.json': 'stays',
  'OPTIONS /uploads': 'stays',
  'OPTIONS /uploads/:id': 'stays',
  'POST /uploads/form': 'refused',
  'POST /uploads': 'refused',
  'PATCH /uploads/:id': 'refused',
  'DELETE /uploads/:id': 'refused',
  'GET /uploads/:id': 'refused',
  'POST /uploads/join': 'refused',
  'GET /files/:id': 'refused',
  'GET /files/:id/preview': 'refused',
  'GET /files/:id/pages/:page': 'refused',
  'GET /petitions/sealed/:id': 'refused',
  // By a code, whoever shows it.
  'GET /hoi-dap/tra-cuu/tep': 'stays',
  'POST /hoi-dap/tra-cuu/tep': 'stays',
  'GET /hoi-dap/tra-cuu/tep/:id': 'stays',
  'POST /hoi-dap/tra-cuu/tep/:id': 'stays',
  'GET /queue/board/events': 'refused',
  'GET /queue/tickets/:id/voice': 'refused',
  // By its signature.
  'GET /cong-quoc-gia/ho-so/:dossier/:kind/:id': 'refused',
}

test('whatever else the process serves is closed to citizens, or needs none', async () => {
  const citizen = await linked.test.as('congdan')
  const served = linked.test.platform.app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`)
  expect([...new Set(served)].toSorted()).toEqual(Object.keys(streams).toSorted())
  const [file] = await linked.test.query<{ id: string }>(
    `select p.file_id as id from services.dossier_paper p join services.dossier d on d.id = p.dossier_id
      join identity.account a on a.person_id = d.applicant_id where a.login = 'congdan' limit 1`,
  )
  for (const [route, how] of Object.entries(streams)) {
    const [method, path] = route.split(' ') as [string, string]
    const answer = await ask(path.replace(/:page/, '1').replaceAll(/:\w+/g, file?.id ?? nothing), {
      method,
      headers: { Authorization: `Bearer ${citizen.token}`, 'Tus-Resumable': '1.0.0' },
    })
    if (how === 'refused') expect([route, answer.status >= 400 && answer.status < 500]).toEqual([route, true])
    expect([route, answer.status < 500, personal.test(await answer.text())]).toEqual([route, true, false])
  }
})

/** What anybody may change, by whether it is open where citizens file elsewhere; what is missing here fails. */
const changes: Readonly<Record<string, 'closed' | 'stays'>> = {
  'identity.register': 'closed',
  'identity.startNationalSignOn': 'closed',
  'identity.finishNationalSignOn': 'closed',
  'identity.viewNationalFacts': 'closed',
  'identity.bindNationalAccount': 'closed',
  // Officials sign in by the same; a citizen's session counts for nothing.
  'identity.signIn': 'stays',
  'identity.passSecondStep': 'stays',
  'identity.askForPasskey': 'stays',
  'identity.signInWithPasskey': 'stays',
  // By a link or a code.
  'services.rateByLink': 'stays',
  'petitions.ask': 'stays',
  'petitions.denounce': 'stays',
  'petitions.supplyPetition': 'stays',
  'petitions.judgeAnswer': 'stays',
}

/** What a sample does not know, and is looked at before who calls. */
const ticket = 'A'.repeat(43)
const rightInputs: Readonly<Record<string, Record<string, unknown>>> = {
  'identity.proveByPasskey': { ticket },
  'identity.addPasskey': { ticket },
  'identity.finishNationalSignOn': { browser: ticket },
  'identity.viewNationalFacts': { browser: ticket },
  'identity.bindNationalAccount': { browser: ticket },
  'notification.addMyBrowser': { endpoint: 'https://push.example/1' },
  'petitions.attachToOwnPetition': { fileId: nothing },
}
const rightCall = (operation: ListedOperation): SampleCall => {
  const call = sampleCall(operation, rightInputs[operation.name])
  // Of two ways to prove it a sample knows neither.
  return operation.name === 'identity.proveIdentity' ? { ...call, body: { password: 'mo cua xem tinh mau' } } : call
}

const own = new Set(['citizen', 'own-account', 'signed-in'])

test('no operation knows a citizen, whatever it is', { timeout: 120_000 }, async () => {
  const citizen = await linked.test.as('congdan')
  const operations = listOperations()
  const open = operations.filter(({ meta }) => meta.permission === 'anyone')
  const changing = open.filter(({ meta }) => meta.kind === 'write').map(({ name }) => name)
  expect(changing.toSorted()).toEqual(Object.keys(changes).toSorted())
  const known: unknown[] = []
  for (const operation of operations.filter(({ meta }) => own.has(meta.permission))) {
    const { method, path, body } = rightCall(operation)
    const said = await citizen.call(method, path, body)
    if (said.status !== 401 || said.body.code !== 'notSignedIn') known.push([operation.name, said.status, said.body])
  }
  for (const operation of open) {
    const isWrite = operation.meta.kind === 'write'
    if (isWrite && changes[operation.name] === 'stays') continue
    const { method, path, body } = rightCall(operation)
    const theirs = await citizen.call(method, path, body)
    const strangers = await linked.test.nobody.call(method, path, body)
    const [seen, shown] = [theirs, strangers].map((said) => JSON.stringify([said.status, withoutRequest(said.body)]))
    if (seen !== shown || (isWrite && ![403, 404].includes(theirs.status)))
      known.push([operation.name, theirs.status, theirs.body])
  }
  expect(known).toEqual([])
})

const withoutRequest = (body: object) => ({ ...body, requestId: undefined, at: undefined })

test('nobody files here as a citizen, nor opens an account', async () => {
  const citizen = await linked.test.as('congdan')
  expect((await citizen.call('POST', '/services/drafts', { code: licenceExchange })).status).toBe(401)
  const account = {
    fullName: 'Lương Thị Mận',
    personalId: '024190007788',
    birthDate: '1990-02-14',
    phone: '0987000112',
    password: 'ba con meo den nhay',
  }
  const { status, body } = await linked.test.nobody.call('POST', '/identity/register', account)
  expect([status, body.code]).toEqual([403, 'citizensElsewhere'])
})

test(
  'counters and offices go on, and what is filed on the national portal comes in',
  { timeout: 120_000 },
  async () => {
    const counter = await linked.test.as('motcua.tinh')
    const received = await receiveOnPaper(linked.test, counter, licenceExchange)
    await walkTo(linked.test, received.id, 'review')
    linked.portal.file(sampleLicence('G22.99-201123-000001', linked.portal.url))
    const filed = () =>
      linked.test.query<{ id: string }>(
        `select dossier_id as id from national_portal.incoming where state = 'filed' and code = 'G22.99-201123-000001'`,
      )
    await linked.until(async () => (await filed()).length === 1)
    const [dossier] = await filed()
    await walkTo(linked.test, dossier?.id ?? '', 'review')
  },
)
