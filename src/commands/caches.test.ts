import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listOperations } from '#engines/list-operations.ts'
import { browserOf } from './testing/browser.ts'
import { sampleCall } from './testing/sample-call.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** What a cache between could keep and give to somebody else, or be made to keep (cache deception and poisoning). */

let stage: TestPlatform
let citizen: Visitor
let administrator: Visitor

beforeAll(async () => {
  stage = await startTestPlatform({ pages: true, dossiers: 0 })
  citizen = await stage.as('congdan')
  administrator = await stage.as('quantri')
}, 240_000)
afterAll(() => stage.stop())

const ask = async (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  stage.platform.app.request(`http://localhost${path}`, { headers, redirect: 'manual' })

const reads = listOperations().filter(({ method }) => method === 'GET')
const isPublic = (operation: (typeof reads)[number]) => operation.meta.permission === 'anyone'

test.for(reads.filter((one) => !isPublic(one)))('what $name answers is kept nowhere', async (operation, { expect }) => {
  const { path } = sampleCall(operation)
  for (const who of [citizen, administrator, stage.nobody]) {
    const { headers } = await who.call('GET', path)
    expect(headers.get('cache-control')).toMatch(/^(private, )?no-store$/)
  }
})

test.for(reads.filter(isPublic))(
  'what $name answers is kept only where it is the same for all',
  async (operation, { expect }) => {
    const { path } = sampleCall(operation)
    const told = await stage.nobody.call('GET', path)
    const kept = told.headers.get('cache-control')
    expect(kept).toMatch(/^(no-store|public, max-age=\d+)$/)
    if (kept === 'no-store' || told.status !== 200) return
    const { body } = await citizen.call('GET', path)
    // Figures say when they were counted.
    expect({ ...body, at: '' }).toEqual({ ...told.body, at: '' })
    expect(told.headers.get('vary')?.toLowerCase()).toContain('accept-language')
  },
)

describe('a page of somebody', () => {
  test.each(['/trang-cua-toi', '/trang-cua-toi/thong-tin', '/trang-cua-toi/tin-nhan'])(
    '%s is kept nowhere',
    async (path) => {
      const page = await ask(path, browserOf(citizen))
      expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
    },
  )

  test.each([
    '/a.css',
    '/..%2fassets%2fa.css',
    ';a.css',
    '%3ba.css',
    '%00.css',
    '/a.js',
    '/favicon.ico',
    '%2fa.png',
    '%23a.css',
    '%3fa.css',
    '.css',
  ])('is not found with %s behind it', async (tail) => {
    for (const path of ['/trang-cua-toi', '/trang-cua-toi/thong-tin', '/api/identity/me']) {
      const answer = await ask(`${path}${tail}`, browserOf(citizen))
      expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([path, 404, 'no-store'])
    }
  })
})

test('a public page may be kept at the edge only as one who brings nothing of themselves sees it', async () => {
  const kept = async (headers: Record<string, string>, path = '/thu-tuc') =>
    (await ask(path, headers)).headers.get('cache-control')
  expect(await kept({})).toBe('public, s-maxage=5, must-revalidate')
  expect(await kept(browserOf(citizen))).toBe('no-store')
  expect(await kept({ Cookie: 'language=en' })).toBe('no-store')
  expect(await kept({ 'X-Language': 'en' })).toBe('no-store')
  expect(await kept({}, '/dang-nhap')).toBe('no-store')
  expect(await kept({}, '/khong-co-trang-nay')).toBe('no-store')
})

test.each([
  ['X-Forwarded-Host', 'evil.example'],
  ['X-Host', 'evil.example'],
  ['X-Forwarded-Server', 'evil.example'],
  ['Forwarded', 'host=evil.example'],
  ['X-Original-URL', '/evil.example'],
  ['X-Rewrite-URL', '/evil.example'],
  ['X-Forwarded-Prefix', '/evil.example'],
  ['X-Forwarded-Scheme', 'evil.example'],
  ['X-HTTP-Method-Override', 'POST'],
  ['Origin', 'https://evil.example'],
  ['Referer', 'https://evil.example/'],
])('a header that no cache looks at, %s, changes nothing of a page', async (name, value) => {
  for (const path of ['/', '/thu-tuc', '/trang-cua-toi', '/api/openapi.json']) {
    const [plain, poisoned] = [await ask(path), await ask(path, { [name]: value })]
    expect([poisoned.status, poisoned.headers.get('location')]).toEqual([plain.status, plain.headers.get('location')])
    expect(await poisoned.text()).not.toContain('evil.example')
  }
})

test.each(['text=a&text=b', 'limit=1&limit=2', 'view=all&view=all', 'view=all&view[]=open', 'text[]=a&text=b'])(
  'a parameter twice, %s, is refused: two readers would take different ones',
  async (query) => {
    const official = await stage.as('chuyenvien.gtvt')
    expect((await official.call('GET', `/services/dossiers?${query}`)).status).toBe(422)
  },
)
