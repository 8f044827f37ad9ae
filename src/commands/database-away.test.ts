import { afterAll, beforeAll, expect, test } from 'vitest'
import { setTimeout as pause } from 'node:timers/promises'
import { formTokenField } from '#values/form-token.ts'
import { readConfig } from '#kernel/config.ts'
import { createLog } from '#kernel/log.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#kernel/postgres/start-postgres.ts'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { install } from './install.ts'
import { startPlatform, type Platform } from './start-platform.ts'

/** A PostgreSQL of this test alone, which goes away and comes back. */
const directory = makeTestDirectory('database-away')
const data = makeTestDirectory('database-away-data')
let server: EmbeddedPostgres
let platform: Platform
let token: string

const start = () => startEmbeddedPostgres({ directory, lasting: false })
const ask = (path: string, init: RequestInit = {}) => platform.app.request(`http://localhost${path}`, init)
const page = async (path: string, init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {}) => {
  const answer = await ask(path, { ...init, headers: { Accept: 'text/html', ...init.headers } })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}
const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  ask(`/api${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

beforeAll(async () => {
  server = await start()
  await install(server.url)
  const config = readConfig({}, { dataDirectory: data, publicUrl: 'http://localhost', databasePool: 4 })
  platform = await startPlatform(config, server.url, createLog('silent'), { loopDelayMs: () => 0 })
  const opened = await post('/identity/register', {
    fullName: 'Nguyễn Văn An',
    personalId: '024190000017',
    birthDate: '1990-05-06',
    phone: '0912000777',
    password: 'cau nho ben bo song',
  })
  token = ((await opened.json()) as { token: string }).token
}, 240_000)

afterAll(async () => {
  await platform?.close()
  await server?.stop()
  removeTestDirectory(directory)
  removeTestDirectory(data)
})

test('while the database is away public pages stay, nothing claims to be filed, and it all comes back by itself', async () => {
  const session = { Cookie: `session=${token}` }
  const begun = await post('/services/drafts', { code: '1.001193' }, { Authorization: `Bearer ${token}` })
  const draft = (await begun.json()) as { id: string; firstPage: string }
  const form = `/nop/${draft.id}/${draft.firstPage}`
  const { communes } = (await (await ask('/api/services/lookups')).json()) as { communes: { code: string }[] }
  const drawn = await page(form, { headers: session })
  const [, formToken = ''] = new RegExp(`name="${formTokenField}" value="([^"]+)"`).exec(drawn.text) ?? []
  const browser = { Cookie: `${session.Cookie}; ${drawn.headers.get('set-cookie')?.split(';')[0]}` }
  for (const path of ['/', '/thu-tuc', form]) expect((await page(path, { headers: session })).status).toBe(200)
  for (const path of ['/', '/thu-tuc', '/thu-tuc/1.001193']) expect((await page(path)).status).toBe(200)
  expect((await ask('/readyz')).status).toBe(200)

  await server.stop()

  const began = performance.now()
  expect((await ask('/livez')).status).toBe(200)
  expect((await ask('/readyz')).status).toBe(503)
  expect(performance.now() - began).toBeLessThan(400)
  for (const path of ['/', '/thu-tuc', '/thu-tuc/1.001193']) {
    for (const headers of [{}, session]) {
      const copy = await page(path, { headers })
      expect([path, copy.status]).toEqual([path, 200])
      expect(copy.text).toContain('Lúc này chưa nộp được hồ sơ')
      expect(copy.text).not.toContain('Nguyễn Văn An')
    }
  }
  // What was never drawn, and what is one person's own, has no copy.
  expect((await page('/so-lieu')).status).toBe(503)
  // Whether there is a place of a name is known without the database for a while; what else the page shows is not.
  const filled = (place: string) => ({
    method: 'POST',
    body: new URLSearchParams({ [formTokenField]: formToken, place }),
  })
  for (const init of [{}, filled(communes[0]?.code ?? ''), filled('xã không có')]) {
    const asked = await page(form, { ...init, headers: browser })
    expect([asked.status, Number(asked.headers.get('retry-after')) > 0]).toEqual([503, true])
    expect(asked.text).toContain('Hồ sơ CHƯA được nộp')
    expect(asked.text).not.toMatch(/[A-Z]\d\d\.\d\d-\d{6}-\d{4}/)
  }
  const submitted = await post(
    `/services/drafts/${draft.id}/submission`,
    { declared: true },
    { Authorization: `Bearer ${token}` },
  )
  expect(submitted.status).toBe(503)

  server = await start()
  for (let waited = 0; !(await ask('/readyz')).ok; waited += 100) {
    expect(waited).toBeLessThan(10_000)
    await pause(100)
  }
  const again = await page('/thu-tuc')
  expect([again.status, again.text.includes('bản lưu')]).toEqual([200, false])
  expect((await page(form, { headers: session })).text).toContain('Nguyễn Văn An')
}, 120_000)
