import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleLicence } from '#sandbox/national-portal/samples.ts'
import { startNationalPortal, type SimulatedNationalPortal } from '#sandbox/national-portal/national-portal.ts'
import { startLinked, type Linked } from './testing/national-link.ts'
import { licenceExchange, receiveOnPaper, walkTo } from './testing/story.ts'

const national = 'https://dichvucong.example.gov.vn/'
let linked: Linked<SimulatedNationalPortal>

beforeAll(async () => {
  linked = await startLinked(await startNationalPortal(0), { pages: true, settings: { citizensAt: national } })
}, 240_000)
afterAll(() => linked.stop())

const open = (path: string) => linked.test.platform.app.request(`http://localhost${path}`)

test('a province that has only the national portal sends citizens there from every page of theirs', async () => {
  for (const path of [
    '/',
    '/thu-tuc',
    '/thu-tuc/1.002809',
    '/dang-nhap',
    '/dang-ky',
    '/trang-cua-toi',
    '/nop/bat-dau/1.002809',
  ]) {
    const answer = await open(path)
    expect([path, answer.status, answer.headers.get('location')]).toEqual([path, 302, '/noi-nop'])
  }
  const page = await open('/noi-nop')
  expect(page.status).toBe(200)
  expect(await page.text()).toContain(`href="${national}"`)
})

test('papers that were issued are checked here as ever, and dossiers of counters are looked up', async () => {
  for (const path of ['/kiem-tra', '/tra-cuu', '/so-lieu']) expect((await open(path)).status).toBe(200)
})

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
