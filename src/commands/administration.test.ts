import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '#kernel/operations/context.ts'
import { openHeads, startSealing } from '#engines/audit/index.ts'
import { stateOfDisk } from '#engines/operations/platform-state.ts'
import { done, licenceExchange } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

let platform: TestPlatform
let admin: Visitor

beforeAll(async () => {
  platform = await startTestPlatform({ settings: { auditHeadsMail: ['kiemtoan@example.vn'] } })
  admin = await platform.as('quantri')
}, 120_000)
afterAll(() => platform.stop())

test('the state of every part of the platform is told to whoever runs it, and to nobody else', async () => {
  await platform.settle()
  expect(done(await admin.call('GET', '/operations/state'))).toMatchObject({
    database: { state: 'good', version: expect.stringMatching(/^\d+/), bytes: expect.any(Number) },
    jobs: { state: 'good', failed: 0 },
    events: { state: 'good', waiting: 0, oldest: null },
    // The test platform has no relay: mail waits, and somebody should look.
    emails: { state: 'watch', sendsMail: false, failed: 0 },
    // Nor a scanner: files are taken without a scan.
    files: { state: 'watch', scans: false, waiting: 0, oldest: null },
    disk: { freeBytes: expect.any(Number) },
  })
  expect((await (await platform.as('chuyenvien.gtvt')).call('GET', '/operations/state')).status).toBe(403)
})

test('a part that waits too long is not called good', async () => {
  const { pool } = platform.platform.connection
  await pool.query(
    `insert into pgboss.job (name, data, created_on, start_after) values ('failed', '{"job": "x"}', now() - interval '1 hour', now() + interval '1 day')`,
  )
  expect(done(await admin.call('GET', '/operations/state')).jobs).toMatchObject({ state: 'watch', failed: 1 })
})

test('a disk is watched before it is full', () => {
  const gib = 1024 ** 3
  expect([200, 79, 21, 19].map((free) => stateOfDisk(free * gib, 400 * gib))).toEqual([
    'good',
    'watch',
    'watch',
    'wrong',
  ])
  expect([9, 1].map((free) => stateOfDisk(free * gib, 20 * gib))).toEqual(['watch', 'wrong'])
})

test('anybody reads the signed heads of the trail and may keep the answer; auditors get those of yesterday by mail, once', async () => {
  const { connection, runner, engines } = platform.platform
  const heads = await openHeads({
    dataDirectory: platform.directory,
    auditKeyFile: undefined,
    auditHeadsFile: undefined,
  })
  await startSealing({ db: connection.db, log: runner.log, heads }).stop()
  const feed = await platform.nobody.call('GET', '/audit/heads')
  expect(feed.headers.get('cache-control')).toBe('public, max-age=30')
  expect(done(feed)).toMatchObject({
    rows: [{ size: expect.any(Number), signature: expect.stringMatching(/^\w{128}$/) }],
  })

  const tomorrow = new Date(Date.now() + 86_400_000)
  const job = engines.flatMap((engine) => engine.jobs ?? []).find(({ name }) => name === 'mail-heads')
  for (const _ of [1, 2]) await connection.db.transaction((tx) => job!.run({ tx, now: () => tomorrow } as Context))
  const mails = await platform.query<{ subject: string; body: string }>(
    `select subject, body from notification.email where address = 'kiemtoan@example.vn'`,
  )
  expect(mails).toHaveLength(1)
  expect(mails[0]!.body).toContain(JSON.stringify({ head: feed.body.rows[0] }))
})

test('each printed form is shown with its document, version, procedures and a sample in PDF', async () => {
  const forms = done(await admin.call('GET', '/services/printed-forms'))
  expect(forms).toHaveLength(11)
  for (const form of forms) {
    expect(form.digest).toMatch(/^[0-9a-f]{64}$/)
    const sample = await admin.call('GET', `/services/printed-forms/${form.form}/sample`)
    expect(sample.headers.get('content-type')).toBe('application/pdf')
    expect(
      Buffer.from(sample.body as ArrayBuffer)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  }
  const codesOf = (name: string): string[] =>
    forms.find(({ form }: { form: string }) => form === name).procedures.map(({ code }: { code: string }) => code)
  // 36 procedures and a bundle of three.
  expect(codesOf('receipt-slip')).toHaveLength(37)
  expect(codesOf('supplement-request')).toContain(licenceExchange)
}, 60_000)
