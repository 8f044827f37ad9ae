import { tellBackupState } from '#kernel/backup/backup-state.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runInBackground } from '#kernel/jobs/run-in-background.ts'
import { namesOfGravest } from '#engines/operations/index.ts'
import { browserOf } from './testing/browser.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** The health page as those who run the platform read it, by operation, at the administration port and as figures. */

const [minute, day] = [60_000, 86_400_000]
const started = Date.now()
let now = started
let platform: TestPlatform
let admin: Visitor

beforeAll(async () => {
  platform = await startTestPlatform({ now: () => new Date(now), pages: true })
  // Nobody looks but these tests, by their clock.
  await platform.query(`delete from pgboss.schedule where key = 'operations.check-health'`)
  admin = await platform.as('quantri')
}, 120_000)
afterAll(() => platform.stop())

/** The look of every minute, at this time from the start. */
async function lookAt(ms: number) {
  now = started + ms
  await runInBackground(platform.platform.runner, { requestId: 'look' }, (ctx) => look().run(ctx))
}
const look = () =>
  platform.platform.engines.flatMap(({ jobs = [] }) => jobs).find(({ name }) => name === 'check-health')!
const health = async () => done(await admin.call('GET', '/operations/health'))
const codes = async (): Promise<string[]> => (await health()).troubles.map(({ code }: { code: string }) => code)
const find = (list: { code: string }[], code: string) => list.find((one) => one.code === code)

test('before anybody has looked the page does not say that all is well', async () => {
  const page = async () =>
    (await platform.platform.app.request('http://localhost/quan-tri/suc-khoe', { headers: browserOf(admin) })).text()
  expect(await page()).toContain('Chưa biết hệ thống có khỏe không')
  await lookAt(0)
  expect(await page()).not.toContain('Chưa biết hệ thống có khỏe không')
})

test('what is wrong is told with its meaning and first step, to those who run the platform and to nobody else', async () => {
  await lookAt(0)
  const { troubles, checkedAt } = await health()
  expect(checkedAt).toBe(new Date(started).toISOString())
  expect(find(troubles, 'backup-unknown')).toMatchObject({
    gravity: 'today',
    since: new Date(started).toISOString(),
    what: { vi: 'Chưa thấy bản sao lưu nào của hệ thống này' },
    meaning: { vi: 'Hỏng máy lúc này là mất toàn bộ hồ sơ.' },
    firstStep: { say: { vi: expect.stringContaining('Sao lưu') } },
    runbook: '/quan-tri/su-co#backup-unknown',
  })
  expect((await (await platform.as('chuyenvien.gtvt')).call('GET', '/operations/health')).status).toBe(403)
})

test('a trouble keeps when it began while it lasts, and stands in the history when it has ended', async () => {
  await lookAt(1 * minute)
  await lookAt(2 * minute)
  expect(find((await health()).troubles, 'backup-unknown')).toMatchObject({ since: new Date(started).toISOString() })
  const { db } = platform.platform.connection
  await tellBackupState(db, '/backup', { baseAt: new Date(now), coveredUntil: new Date(now) })
  await lookAt(3 * minute)
  const { troubles, ended } = await health()
  expect(find(troubles, 'backup-unknown')).toBeUndefined()
  expect(find(ended, 'backup-unknown')).toMatchObject({
    since: new Date(started).toISOString(),
    endedAt: new Date(started + 3 * minute).toISOString(),
  })
  await tellBackupState(db, '/backup', { baseAt: new Date(now - 4 * day), coveredUntil: new Date(now - day) })
  await lookAt(4 * minute)
  expect(await codes()).toEqual(expect.arrayContaining(['backup-old', 'archive-late']))
})

test('the gravest stands first, names itself to monitoring, and reaches the administrator once', async () => {
  now = started + 5 * minute
  // In the transaction of the look: else the relay would take it away.
  for (const _ of [1, 2])
    await runInBackground(platform.platform.runner, { requestId: 'look' }, async (ctx) => {
      await ctx.tx.client.query(
        `insert into kernel.outbox (event, payload, request_id, at) values ('nobody.listens', '{}', 'x', $1)`,
        [new Date(started - 60 * minute)],
      )
      await look().run(ctx)
    })
  const { troubles } = await health()
  expect(troubles[0]).toMatchObject({ gravity: 'now' })
  expect(find(troubles, 'events-late')).toMatchObject({
    gravity: 'now',
    since: new Date(started - 60 * minute).toISOString(),
  })
  expect(await namesOfGravest(platform.platform.connection.db, new Date(now))).toContain('events-late')
  const figures = await platform.platform.metrics.registry.metrics()
  expect(figures).toContain('lienthong_trouble{code="events-late",gravity="now",machine=""} 1')
  const told = await platform.query(
    `select person_id from notification.message where kind = 'operations.trouble' and dedupe like 'trouble events-late%'`,
  )
  expect(told).toHaveLength(1)
})

test('that nobody looks any more is said without anybody looking', async () => {
  now = started + 9 * minute
  expect((await health()).troubles[0]).toMatchObject({ code: 'background-stopped', gravity: 'now' })
  await lookAt(9 * minute)
  expect(await codes()).not.toContain('background-stopped')
})
