import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readConfig } from '#kernel/config.ts'
import { createLog } from '#kernel/log.ts'
import { createSecrets } from '#kernel/secrets/secrets.ts'
import { jpegSegment, jpegWith } from '#engines/files/testing/make-picture.ts'
import { offerTotp, takeTotpCode } from '#engines/identity/factors/totp-factor.ts'
import { openProviderKeys } from '#engines/identity/provider/provider-keys.ts'
import { getPushKey } from '#engines/notification/push/push-key.ts'
import { sealedColumns } from './secrets.ts'
import { startPlatform } from './start-platform.ts'
import { browserOf, drawnField } from './testing/browser.ts'
import { lienThong, runToEnd } from './testing/command-line.ts'
import { oneTimeCode } from './testing/one-time-code.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** The key of the installation is changed while it runs: nothing that it sealed is lost, and the old key opens nothing any more. */

const [old, next] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')]
const secretsOf = (key: string) => createSecrets(Buffer.from(key, 'base64'))
const sender = { fullName: 'Vi Thị Ẩn Danh', phone: '0977345612', email: null, address: 'Thôn Kín' }
const photo = jpegWith(jpegSegment(0xfe, Buffer.from('x')))

/** Has not changed yet, and reads both. */
let test: TestPlatform
let director: Visitor
let account: string
let offered: string
let petition: string
let file: string

beforeAll(async () => {
  test = await startTestPlatform({ pages: true, environment: { SECRETS_KEY: old, SECRETS_KEY_ALSO: next } })
  const { db } = test.platform.connection
  const now = test.platform.runner.now()
  director = await test.as('giamdoc.gtvt')
  const { lookUpCode } = done(
    await test.nobody.call('POST', '/petitions/denunciations', {
      title: 'Cán bộ nhận tiền khi sát hạch',
      body: 'Ngày 12/02/2026, tại trung tâm sát hạch, cán bộ coi thi nhận phong bì ở bãi xe.',
      procedureCode: '1.002809',
      fullName: sender.fullName,
      phone: sender.phone,
      address: sender.address,
    }),
  ) as { lookUpCode: string }
  await giveFile(lookUpCode)
  petition = (done(await director.call('GET', '/petitions/inbox')).rows as { id: string }[])[0]?.id as string
  file = (done(await director.call('GET', `/petitions/${petition}`)).files as { id: string }[])[0]?.id as string
  account = (await test.query<{ id: string }>(`select id from identity.account where login = 'giamdoc.gtvt'`))[0]
    ?.id as string
  offered = await offerTotp(db, secretsOf(old), account, now)
  await getPushKey(db, secretsOf(old), now)
  await openProviderKeys(db, secretsOf(old), now)
}, 120_000)
afterAll(() => test.stop())

async function giveFile(lookUpCode: string) {
  const form = new FormData()
  for (const [field, value] of Object.entries({ ...drawnField(), ma: lookUpCode })) form.append(field, value)
  form.append('file', new File([Uint8Array.from(photo)], 'a.jpg'))
  const body = new Response(form)
  const sent = await body.arrayBuffer()
  await test.platform.app.request('http://localhost/hoi-dap/tra-cuu/tep', {
    method: 'POST',
    body: sent,
    headers: {
      ...browserOf(undefined),
      'Content-Type': body.headers.get('content-type') ?? '',
      'Content-Length': String(sent.byteLength),
    },
  })
}

async function run(word: string, environment: Readonly<Record<string, string>>) {
  const { code, stdout, stderr } = await runToEnd(lienThong, ['secrets', word, '--json'], {
    DATABASE_URL: test.url,
    DATA_DIRECTORY: test.directory,
    ...environment,
  })
  expect(stderr).toBe('')
  return { code, said: JSON.parse(stdout) as Record<string, Record<string, number>> }
}

/** What is shown through the front door of a platform: who denounces, and the file. */
async function read(app: TestPlatform['platform']['app']) {
  const headers = { Authorization: `Bearer ${director.token}`, 'Content-Type': 'application/json' }
  const body = JSON.stringify({ reason: 'Xác minh theo Quyết định 15/QĐ-SGTVT' })
  const said = await app.request(`http://localhost/api/petitions/${petition}/identity`, {
    method: 'POST',
    headers,
    body,
  })
  const picture = await app.request(`http://localhost/petitions/sealed/${file}`, { headers: browserOf(director) })
  return { who: said.status === 200 ? await said.json() : said.status, picture: (await picture.text()).slice(0, 400) }
}

it('every column that holds something sealed is among those that are sealed anew', async () => {
  const found = await test.query<{ place: string }>(
    `select format('%s.%s', attrelid::regclass, attname) as place from pg_attribute join pg_class c on c.oid = attrelid
      where atttypid = 'bytea'::regtype and attname ~ 'sealed' and c.relkind in ('r', 'p') order by 1`,
  )
  expect(found.map(({ place }) => place)).toEqual(
    sealedColumns.map(({ table, column }) => `${table}.${column}`).toSorted(),
  )
})

const places = [...sealedColumns.map(({ table }) => table), 'files of denouncers']

it('status tells which key opens what, and fails where none does', async () => {
  const { code, said } = await run('status', { SECRETS_KEY: next, SECRETS_KEY_ALSO: old })
  expect(code).toBe(0)
  expect(Object.keys(said)).toEqual(places)
  for (const place of places) {
    expect(said[place], place).toMatchObject({ key: 0, none: 0 })
    expect(said[place]?.['other'], place).toBeGreaterThan(0)
  }
  expect((await run('status', { SECRETS_KEY: next })).code).toBe(1)
})

it('without the other key there is nothing to seal anew', async () => {
  const { code, stdout, stderr } = await runToEnd(lienThong, ['secrets', 'seal-anew'], {
    DATABASE_URL: test.url,
    DATA_DIRECTORY: test.directory,
    SECRETS_KEY: next,
  })
  expect([code, stdout + stderr]).toEqual([2, expect.stringContaining('SECRETS_KEY_ALSO')])
})

it('all that the old key sealed opens with the new one alone, also for a process that has not changed yet', async () => {
  const before = await read(test.platform.app)
  expect(before.who).toMatchObject({ fullName: sender.fullName })
  const first = await run('seal-anew', { SECRETS_KEY: next, SECRETS_KEY_ALSO: old })
  expect(first).toMatchObject({ code: 0, said: { left: {} } })
  for (const place of places) expect(first.said['done']?.[place], place).toBeGreaterThan(0)
  // Called again, there is nothing left to do.
  const again = await run('seal-anew', { SECRETS_KEY: next, SECRETS_KEY_ALSO: old })
  expect(Object.values(again.said['done'] ?? {})).toEqual(places.map(() => 0))
  expect((await run('status', { SECRETS_KEY: next })).code).toBe(0)
  expect(await read(test.platform.app)).toEqual(before)

  const config = readConfig({ SECRETS_KEY: next }, { dataDirectory: test.directory, publicUrl: 'http://localhost' })
  const changed = await startPlatform(config, test.url, createLog('silent'), { pages: true })
  try {
    expect(await read(changed.app)).toEqual(before)
    const now = test.platform.runner.now()
    const code = oneTimeCode(offered, now)
    expect(await takeTotpCode(changed.connection.db, secretsOf(next), account, code, now, 'offered')).toBe(true)
    await getPushKey(changed.connection.db, secretsOf(next), now)
  } finally {
    await changed.close()
  }
  const unchanged = await startPlatform({ ...config, secretsKey: old }, test.url, createLog('silent'), { pages: true })
  try {
    expect((await read(unchanged.app)).who).toBe(500)
  } finally {
    await unchanged.close()
  }
})

it('says in the trail that it was done, and who sat at the shell', async () => {
  const entries = await test.query<{ objects: string[] }>(
    `select objects from audit.entry where request_id = 'command:secrets'`,
  )
  expect(entries.length).toBeGreaterThanOrEqual(places.length)
})
