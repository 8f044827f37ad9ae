import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createLog } from '#kernel/log.ts'
import { sessionLimits } from '#engines/identity/session.ts'
import { sendWaitingEmails } from '#engines/notification/send-email.ts'
import { verifyTrail } from '#engines/audit/verify-trail.ts'
import { sealEntries } from '#engines/audit/seal-entries.ts'
import { demoPassword } from '../demo/accounts.ts'
import {
  copyDraft,
  done,
  fileDossier,
  licenceExchange,
  submit,
  walkTo,
  writeDraft,
  type Filed,
} from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** The clock of the machine is set an hour or a day ahead or back, and later right again. */

const hour = 3_600_000
const jumps = [
  ['an hour ahead', hour],
  ['an hour back', -hour],
  ['a day ahead', 24 * hour],
  ['a day back', -24 * hour],
] as const

const right = new Date()
let clock = right
let platform: TestPlatform
let citizen: Visitor
let specialist: Visitor

beforeAll(async () => {
  platform = await startTestPlatform({ now: () => clock })
}, 120_000)
afterAll(() => platform.stop())
beforeEach(async () => {
  setClock(0)
  citizen = await platform.as('congdan')
  specialist = await platform.as('chuyenvien.gtvt')
})

/** So far from the right time; whoever was known for a moment is asked for anew. */
function setClock(byMs: number) {
  clock = new Date(right.getTime() + byMs)
  platform.platform.runner.onRightsChanged?.()
}

const isSignedIn = async (who: Visitor) => (await who.call('GET', '/identity/me')).body.kind !== 'nobody'

test.each(jumps)(
  '%s: sessions live on, or end and stay ended; one that was signed out never comes back',
  async (_, by) => {
    const left = await platform.as('congdan')
    expect((await left.call('POST', '/identity/sign-out', {})).status).toBeLessThan(300)
    setClock(by)
    const isOver = by >= sessionLimits.staff.idle * 1000
    expect([await isSignedIn(citizen), await isSignedIn(specialist), await isSignedIn(left)]).toEqual([
      !isOver,
      !isOver,
      false,
    ])
    setClock(0)
    expect([await isSignedIn(citizen), await isSignedIn(specialist), await isSignedIn(left)]).toEqual([
      !isOver,
      !isOver,
      false,
    ])
  },
)

test.each(jumps)('%s: wrong passwords typed meanwhile hold nobody up when the clock is right', async (_, by) => {
  const signIn = (password: string) =>
    platform.nobody.call('POST', '/identity/sign-in', { login: 'vanthu.gtvt', password })
  setClock(by)
  for (let time = 0; time < 12; time += 1) await signIn('sai mật khẩu')
  expect((await signIn(demoPassword)).status).toBe(429)
  setClock(0)
  expect((await signIn(demoPassword)).status).toBe(200)
})

test('whatever the clock: no number is given twice, each dossier is told of once, what was promised stands', async () => {
  const drafts = await copyDraft(platform, await writeDraft(platform, citizen, licenceExchange), 6)
  const read = (id: string) =>
    platform.query<{ deadline: Date; filedAt: Date }>(
      `select deadline, filed_at as "filedAt" from services.dossier where id = $1`,
      [id],
    )
  const filed: Filed[] = []
  const promised = new Map<string, object>()
  for (const [i, by] of [0, hour, -hour, 24 * hour, -24 * hour, 0].entries()) {
    setClock(by)
    const one = await submit(await platform.as('congdan'), drafts[i]!)
    filed.push(one)
    const [row] = await read(one.id)
    promised.set(one.id, row!)
    expect([row!.filedAt, row!.deadline > clock]).toEqual([clock, true])
  }
  await platform.settle()
  expect(new Set(filed.map(({ code }) => code)).size).toBe(filed.length)
  for (const { id } of filed) expect((await read(id))[0]).toEqual(promised.get(id))
  const told = await platform.query<{ link: string; count: number }>(
    `select link, count(*)::int from notification.message where kind = 'dossier.filed' and link = any($1) group by link`,
    [filed.map(({ id }) => `/trang-cua-toi/ho-so/${id}`)],
  )
  expect(told.map(({ count }) => count)).toEqual(filed.map(() => 1))
})

test('a clock that stood while the machine was set back runs again, and no task is due earlier for it', async () => {
  const { id } = await fileDossier(platform, citizen, licenceExchange)
  await walkTo(platform, id, 'appraise')
  const dueOf = () =>
    platform.query<{ due: Date }>(`select due from workflow.task where subject_id = $1 and is_open order by id`, [id])
  const before = await dueOf()
  const pins = [{ path: 'papers.licence', reason: 'Ảnh mờ, không đọc được số' }]
  done(await specialist.call('POST', `/services/dossiers/${id}/supplement`, { step: 'appraise', pins, days: 10 }))
  setClock(-hour)
  const file = await platform.upload(citizen)
  const paper = { paper: 'licence', fileId: file }
  done(await citizen.call('POST', `/services/my/dossiers/${id}/supplement/papers`, paper))
  done(await citizen.call('POST', `/services/my/dossiers/${id}/supplement/submission`, {}))
  const stops = await platform.query<{ stood: number }>(
    `select extract(epoch from resumed_at - stopped_at)::int as stood from services.clock_stop where dossier_id = $1`,
    [id],
  )
  expect(stops).toEqual([{ stood: 0 }])
  expect((await dueOf()).map(({ due }, i) => due >= before[i]!.due)).toEqual(before.map(() => true))
})

test('mail that was to wait by a clock a day ahead does not wait for that day', async () => {
  await platform.query(`update notification.email set state = 'sent'`)
  await platform.query(
    `insert into notification.email (id, address, subject, body, next_at) values (gen_random_uuid(), 'a@example.vn', 's', 'b', $1)`,
    [new Date(right.getTime() + 24 * hour)],
  )
  // A relay that is not there: it was tried, and is tried again within the hour.
  const relay = { smtpUrl: 'smtp://127.0.0.1:1', from: 'x@example.vn' }
  await sendWaitingEmails(platform.platform.connection.db, relay, createLog('silent'), () => clock)
  const [mail] = await platform.query<{ attempts: number; nextAt: Date }>(
    `select attempts, next_at as "nextAt" from notification.email where address = 'a@example.vn'`,
  )
  expect(mail?.attempts).toBe(1)
  expect(mail!.nextAt.getTime() - right.getTime()).toBeLessThanOrEqual(hour)
})

test('the trail of all this is whole; it only says that clocks ran oddly', async () => {
  const { db } = platform.platform.connection
  while ((await sealEntries(db, true))?.more) await Promise.resolve()
  const report = await verifyTrail(db)
  expect(report.ok).toBe(true)
  expect(new Set(report.findings.map(({ kind }) => kind))).toEqual(new Set(['clock']))
})
