import { afterAll, afterEach, beforeAll, beforeEach, expect, test as it } from 'vitest'
import { createLog } from '#kernel/log.ts'
import { passOn } from '#engines/notification/delivery/pass-on.ts'
import { sendingParts } from '#engines/notification/testing/sending-parts.ts'
import { startSending } from '#engines/notification/index.ts'
import { startPushService, type SimulatedPushService } from '../../sandbox/push-service/push-service.ts'
import { startSmsc, type SimulatedSmsc } from '../../sandbox/smsc/smsc.ts'
import { dateAt } from '#values/plain-date.ts'
import { publishProcedures } from '#engines/services/index.ts'
import { completeProcedureOf, done, fileDossier, licenceExchange, officialAt, walkTo } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Applicants are told of their dossier at their phone, by the template for it, and everybody sees how far that came. */

let test: TestPlatform
let citizen: Visitor
let smsc: SimulatedSmsc
let pushService: SimulatedPushService
let sending: Awaited<ReturnType<typeof startSending>>

beforeAll(async () => {
  test = await startTestPlatform()
  citizen = await test.as('congdan')
  // The hour of the day is no matter here.
  await test.query('update notification.quiet_hours set begins = 0, ends = 0')
}, 240_000)
afterAll(() => test.stop())

beforeEach(async () => {
  smsc = await startSmsc(0)
  pushService = await startPushService(0)
  const { platform } = test
  sending = await startSending(
    platform.connection.db,
    sendingParts({ sms: { url: smsc.url, from: 'BACGIANG' }, insideHosts: [pushService.host] }),
    createLog('silent'),
    platform.runner.now,
  )
})
afterEach(async () => {
  await sending.stop()
  await smsc.close()
  await pushService.close()
})

const received = async () => {
  const filed = await fileDossier(test, citizen, licenceExchange)
  const counter = await officialAt(test, filed.id, 'receive')
  await walkTo(test, filed.id, 'appraise')
  await test.settle()
  return { ...filed, counter }
}

const toldOf = async (id: string) => done(await citizen.call('GET', `/services/my/dossiers/${id}`)).told

it('an applicant is told of the reception by SMS, with the code and the day alone, and sees that it arrived', async () => {
  const { id, code, counter } = await received()
  await expect.poll(() => smsc.messages.length, { timeout: 30_000 }).toBe(1)
  expect(smsc.messages[0]).toMatchObject({ from: 'BACGIANG', parts: 1 })
  expect(smsc.messages[0]?.text).toMatch(
    new RegExp(`^Ho so ${code} da duoc tiep nhan, hen tra ket qua ngay \\d\\d/\\d\\d/\\d{4}\\. Theo doi tai \\S+$`),
  )
  const sms = async () => (await toldOf(id)).find((one: { channel: string }) => one.channel === 'sms')
  await expect.poll(async () => (await sms())?.state, { timeout: 30_000 }).toBe('delivered')
  expect((await sms()).to).toMatch(/^09\d\d\*\*\*\d{3}$/)
  const atOffice = done(await counter.call('GET', `/services/dossiers/${id}`)).told
  expect(atOffice.map((one: { channel: string; state: string }) => [one.channel, one.state])).toContainEqual([
    'sms',
    'delivered',
  ])
})

it('what an SMS lost is told by e-mail, once', async () => {
  smsc.fate = () => 'UNDELIV'
  const { id } = await received()
  const mails = async () => (await toldOf(id)).filter((one: { channel: string }) => one.channel === 'email').length
  const before = await mails()
  await expect
    .poll(async () => (await toldOf(id)).some((one: { state: string }) => one.state === 'undelivered'), {
      timeout: 30_000,
    })
    .toBe(true)
  const pass = () => passOn(test.platform.connection.db, new Date(), 'https://dvc.example')
  await pass()
  await pass()
  expect(await mails()).toBe(before + 1)
})

it('whoever wants no SMS is told by e-mail in its place', async () => {
  done(await citizen.call('PUT', '/notification/my/wishes', { push: true, sms: false, email: true }))
  const { id } = await received()
  expect((await toldOf(id)).map((one: { channel: string }) => one.channel)).toEqual(['email', 'email'])
  done(await citizen.call('PUT', '/notification/my/wishes', { push: true, sms: true, email: true }))
})

it('what failed is listed with its middle hidden, and sent again by hand', async () => {
  const manager = await test.as('quantri')
  const list = async () => done(await manager.call('GET', '/notification/deliveries/troubled'))
  const before = (await list()).rows.length
  smsc.manner = () => 'refuse'
  await received()
  await expect.poll(async () => (await list()).rows.length, { timeout: 30_000 }).toBe(before + 1)
  const [failed] = (await list()).rows
  expect(failed).toMatchObject({
    channel: 'sms',
    state: 'failed',
    error: 'invalid destination address, status 0xb',
    canRetry: true,
  })
  expect(failed.to).toContain('***')
  smsc.manner = () => 'take'
  const again = () => manager.call('POST', `/notification/deliveries/sms/${failed.id}/retry`, {})
  done(await again())
  await expect.poll(() => smsc.messages.length, { timeout: 30_000 }).toBe(1)
  await expect.poll(async () => (await again()).body.code, { timeout: 30_000 }).toBe('stillRunning')
  expect((await list()).rows).toHaveLength(before)
  const missing = `/notification/deliveries/sms/019b0000-0000-7000-8000-000000000000/retry`
  expect((await manager.call('POST', missing, {})).status).toBe(404)
})

it('a browser that is let in shows what is told, in place of an SMS that costs, until it is gone', async () => {
  const { pushKey } = done(await citizen.call('GET', '/notification/my/wishes'))
  const browser = pushService.subscribe(pushKey)
  done(await citizen.call('POST', '/notification/my/browsers', browser.subscription))
  const { id, code } = await received()
  await expect.poll(() => browser.shown.length, { timeout: 30_000 }).toBe(2)
  const shown = browser.shown.map((one) => JSON.parse(one) as { text: string; link: string })
  expect(shown.map((one) => one.text).toSorted()[0]).toContain(`Hồ sơ ${code} đã`)
  expect(shown[0]?.link).toBe(`/trang-cua-toi/ho-so/${id}`)
  expect((await toldOf(id)).map((one: { channel: string }) => one.channel)).toEqual(['push', 'push'])
  expect(smsc.messages).toEqual([])

  browser.isGone = true
  const next = await received()
  const states = async () =>
    (await toldOf(next.id)).map((one: { channel: string; state: string }) => `${one.channel} ${one.state}`)
  await expect.poll(states, { timeout: 30_000 }).toEqual(['push failed', 'push failed'])
  expect(done(await citizen.call('GET', '/notification/my/wishes')).browsers).toBe(0)
  await passOn(test.platform.connection.db, new Date(), 'https://dvc.example')
  await expect.poll(() => smsc.messages.length, { timeout: 30_000 }).toBe(1)
  expect(smsc.messages[0]?.text).toContain(next.code)
})

it('no browser is taken whose keys are none, nor one that would have us ask the own network', async () => {
  const good = pushService.subscribe('x').subscription
  const add = (more: object) => citizen.call('POST', '/notification/my/browsers', { ...good, ...more })
  expect((await add({ publicKey: 'AAAA' })).body.code).toBe('notABrowser')
  expect((await add({ endpoint: 'ftp://example.vn/a' })).body.code).toBe('notABrowser')
  done(await add({ endpoint: 'https://169.254.169.254/latest' }))
  await received()
  await expect
    .poll(async () => done(await citizen.call('GET', '/notification/my/wishes')).browsers, { timeout: 30_000 })
    .toBe(0)
})

it('a procedure tells in words of its own, those of the version a dossier began with, unless administrators say otherwise', async () => {
  const before = await fileDossier(test, citizen, licenceExchange)
  const messages = [
    {
      event: 'dossier.received' as const,
      plain: 'Ho so {code}: mang bang goc den ngay {due}',
      accented: 'Hồ sơ {code}: mang bằng gốc đến ngày {due}',
      line: { vi: 'Hồ sơ {code}: mang bằng gốc đến.', en: 'Dossier {code}: bring the licence.' },
    },
  ]
  const everydayName = { vi: 'Đổi bằng, bản mới', en: 'Exchange, the new version' }
  const own = { ...completeProcedureOf(licenceExchange), everydayName, messages }
  await test.platform.connection.db.transaction((tx) => publishProcedures(tx, [own], new Date()))
  // Which version counts is kept for a moment.
  const inForce = async () =>
    done(await test.nobody.call('GET', `/services/procedures/${licenceExchange}`)).everydayName.vi
  await expect.poll(inForce, { timeout: 40_000 }).toBe(everydayName.vi)
  const texts = async (id: string) =>
    (
      await test.query<{ text: string; line: string }>(
        `select s.text, m.words->>'vi' as line from notification.message m join notification.sms s on s.message_id = m.id where m.about = $1`,
        [id],
      )
    )[0]
  const { id, code } = await received()
  const told = await texts(id)
  expect(told?.text).toMatch(new RegExp(`^Ho so ${code}: mang bang goc den ngay \\d\\d/\\d\\d/\\d{4}$`))
  expect(told?.line).toBe(`Hồ sơ ${code}: mang bằng gốc đến.`)
  await walkTo(test, before.id, 'appraise')
  await test.settle()
  expect((await texts(before.id))?.text).toContain('da duoc tiep nhan')
  await test.query(
    `insert into notification.template (kind, procedure_code, valid_from, plain, accented, is_accented, channels, takes, is_urgent, changed_at, changed_by)
      select kind, $1, $2, 'Tinh bao {code}', accented, is_accented, channels, takes, is_urgent, now(), 'quantri' from notification.template
      where kind = 'dossier.received' and procedure_code = '' order by valid_from desc limit 1`,
    [licenceExchange, dateAt(new Date())],
  )
  const next = await received()
  expect((await texts(next.id))?.text).toBe(`Tinh bao ${next.code}`)
})
