import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestPlatform, type TestPlatform } from './testing/test-platform.ts'

/** Titles are read aloud first, and name the tabs: in the language that the reader chose. */

let platform: TestPlatform
beforeAll(async () => {
  platform = await startTestPlatform({ pages: true })
}, 240_000)
afterAll(() => platform.stop())

async function titleOf(login: string, path: string, language: string): Promise<string | undefined> {
  const { token } = await platform.as(login)
  const headers = { Cookie: `session=${token}; language=${language}` }
  const page = await (await platform.platform.app.request(`http://localhost${path}`, { headers })).text()
  return /<title>([^<]*)<\/title>/.exec(page)?.[1]
}

test.each([
  ['motcua.xa', '/can-bo', 'Inbox – Liên Thông', 'Hộp việc – Liên Thông'],
  ['motcua.xa', '/can-bo/quay', 'Reception at the counter – Liên Thông', 'Tiếp nhận hồ sơ tại quầy – Liên Thông'],
  ['motcua.xa', '/can-bo/phim-tat', 'Keys – Liên Thông', 'Phím tắt – Liên Thông'],
  ['quantri', '/quan-tri/viec-nen', 'Background work – Administration', 'Việc nền – Quản trị'],
  [
    'quantri',
    '/quan-tri/thu-tuc/1.004873',
    'Certificate of marital status – Administration',
    'Cấp Giấy xác nhận tình trạng hôn nhân – Quản trị',
  ],
])('%s at %s', async (login, path, en, vi) => {
  expect([await titleOf(login, path, 'en'), await titleOf(login, path, 'vi')]).toEqual([en, vi])
})
