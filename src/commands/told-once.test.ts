import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test as it } from 'vitest'
import { startBrandname, type SimulatedBrandname } from '#sandbox/brandname/brandname.ts'
import { startMailRelay, type SimulatedMailRelay } from '#sandbox/mail-relay/mail-relay.ts'
import {
  startPushService,
  type SimulatedBrowser,
  type SimulatedPushService,
} from '#sandbox/push-service/push-service.ts'
import { startSmsc, type SimulatedSmsc } from '#sandbox/smsc/smsc.ts'
import { startSending } from '#engines/notification/index.ts'
import { passOn } from '#engines/notification/delivery/pass-on.ts'
import { sendingParts } from '#engines/notification/testing/sending-parts.ts'
import { createLog } from '#kernel/log.ts'
import { readConfig, type Config } from '#kernel/config.ts'
import { minutesAt } from '#values/plain-date.ts'
import { done, fileDossier, licenceExchange, officialAt, walkTo } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** One event goes out by notification, else by SMS, else by e-mail, each against a simulator that fails in its way; nobody hears of it twice. */

let test: TestPlatform
let citizen: Visitor
let smsc: SimulatedSmsc
let brandname: SimulatedBrandname
let relay: SimulatedMailRelay
let pushService: SimulatedPushService
let browser: SimulatedBrowser
let sending: Awaited<ReturnType<typeof startSending>> | undefined
/** How much later it is than the clock of the machine says. */
let ahead = 0
const minutes = (count: number) => count * 60_000
const now = () => new Date(Date.now() + ahead)

beforeAll(async () => {
  test = await startTestPlatform({ dossiers: 0, now })
  citizen = await test.as('congdan')
  await test.query('update notification.quiet_hours set begins = 0, ends = 0')
  await test.query(
    `update notification.template set channels = '{push,sms,email}', takes = 'first' where kind = 'dossier.received'`,
  )
  // Of the filing nothing goes out: one event is looked at.
  await test.query(`update notification.template set channels = '{}' where kind = 'dossier.filed'`)
}, 240_000)
afterAll(() => test.stop())

beforeEach(async () => {
  ahead = 0
  ;[smsc, brandname, relay, pushService] = await Promise.all([
    startSmsc(0),
    startBrandname(0),
    startMailRelay(0),
    startPushService(0),
  ])
  await send()
  const { pushKey } = done(await citizen.call('GET', '/notification/my/wishes'))
  browser = pushService.subscribe(pushKey)
  await citizen.call('DELETE', '/notification/my/browsers')
})
afterEach(async () => {
  await stop()
  await Promise.all([smsc.close(), brandname.close(), relay.close(), pushService.close()])
  await test.query(`update notification.message set plan = null`)
  await test.query('update notification.quiet_hours set begins = 0, ends = 0')
  await test.query(
    `update notification.template set channels = '{push,sms,email}', is_urgent = false where kind = 'dossier.received'`,
  )
  await test.query(`update notification.push set state = 'failed' where state <> 'sent'`)
})

async function send(sms: Config['sms'] = { url: smsc.url, from: 'BACGIANG' }) {
  await stop()
  const parts = sendingParts({ sms, smtpUrl: relay.url, from: 'dvc@example.vn', insideHosts: [pushService.host] })
  sending = await startSending(test.platform.connection.db, parts, createLog('silent'), now)
}

async function stop() {
  await sending?.stop()
  sending = undefined
}

const letIn = async () => done(await citizen.call('POST', '/notification/my/browsers', browser.subscription))

/** A dossier that is received: the event of which the applicant is told. */
async function received(): Promise<string> {
  const { id } = await fileDossier(test, citizen, licenceExchange)
  await officialAt(test, id, 'receive')
  await walkTo(test, id, 'appraise')
  await test.settle()
  return id
}

interface Told {
  readonly channel: string
  readonly state: string
}

/** How the applicant's page of the dossier says it was told: `sms undelivered`. */
const told = async (id: string) =>
  (done(await citizen.call('GET', `/services/my/dossiers/${id}`)).told as Told[])
    .map(({ channel, state }) => `${channel} ${state}`)
    .toSorted()

const expectTold = (id: string, ...states: string[]) =>
  expect.poll(() => told(id), { timeout: 30_000 }).toEqual(states.toSorted())

/** What the whole house would do for a day: three looks for what was lost. */
const pass = async () => {
  for (let turn = 0; turn < 3; turn += 1) await passOn(test.platform.connection.db, now(), 'https://dvc.example')
}

const notices = () => new Set(browser.shown.map((one) => (JSON.parse(one) as { id: string }).id)).size

it('a notification that was shown is the only thing that is told', async () => {
  await letIn()
  const id = await received()
  await expectTold(id, 'push sent')
  ahead += minutes(120)
  await pass()
  expect([notices(), smsc.messages.length, relay.letters.length]).toEqual([1, 0, 0])
})

it.each([404, 410])(
  'a browser that is gone (%s) is forgotten, an SMS that did not arrive is told by e-mail: one of each, and the dossier says so',
  async (status) => {
    await letIn()
    pushService.refusal = status
    smsc.fate = () => 'UNDELIV'
    // The centre repeats itself.
    smsc.receiptTimes = 3
    const id = await received()
    await expectTold(id, 'push failed')
    expect(done(await citizen.call('GET', '/notification/my/wishes')).browsers).toBe(0)
    await pass()
    await expectTold(id, 'push failed', 'sms undelivered')
    await pass()
    await expectTold(id, 'email sent', 'push failed', 'sms undelivered')
    await pass()
    expect([notices(), smsc.messages.length, relay.letters.length]).toEqual([0, 1, 1])
  },
)

it(
  'a push service that fails is tried six times, then the SMS goes; it shows nothing afterwards',
  { timeout: 90_000 },
  async () => {
    await letIn()
    pushService.refusal = 500
    const id = await received()
    await expect.poll(() => told(id), { timeout: 30_000 }).toEqual(['push waiting'])
    for (let tries = 1; tries < 6; tries += 1) {
      // Written down as well: when it is tried again is counted from then.
      await expect
        .poll(async () => [await triesOf(id), ...(await told(id))], { timeout: 30_000 })
        .toEqual([tries, 'push waiting'])
      ahead += minutes(17)
    }
    await expectTold(id, 'push failed')
    pushService.refusal = undefined
    await pass()
    await expectTold(id, 'push failed', 'sms delivered')
    const manager = await test.as('quantri')
    const { channels } = done(await manager.call('GET', '/notification/deliveries/state'))
    const push = channels.find((one: { channel: string }) => one.channel === 'push')
    expect(push.troubled).toBeGreaterThan(0)
    ahead += minutes(60)
    await pass()
    expect([notices(), smsc.messages.length, relay.letters.length]).toEqual([0, 1, 0])
  },
)

const triesOf = async (id: string) =>
  (
    await test.query<{ attempts: number }>(
      `select p.attempts from notification.push p join notification.message m on m.id = p.message_id where m.about = $1`,
      [id],
    )
  )[0]?.attempts ?? 0

it('a notification that a killed sender may have handed over is handed over again, and shown once', async () => {
  await letIn()
  const id = await received()
  await expectTold(id, 'push sent')
  await test.query(
    `update notification.push p set state = 'sending', sent_at = null, claimed_at = $2 from notification.message m where m.id = p.message_id and m.about = $1`,
    [id, now()],
  )
  await pass()
  await expectTold(id, 'push unsure')
  ahead += minutes(11)
  await expectTold(id, 'push sent')
  expect([browser.shown.length, notices(), smsc.messages.length]).toEqual([2, 1, 0])
})

it('an SMS that is refused goes by e-mail, and is sent again by nobody', async () => {
  smsc.manner = () => 'refuse'
  const id = await received()
  await expectTold(id, 'sms failed')
  await pass()
  await expectTold(id, 'email sent', 'sms failed')
  smsc.manner = () => 'take'
  const manager = await test.as('quantri')
  const [failed] = done(await manager.call('GET', '/notification/deliveries/troubled')).rows
  expect(failed).toMatchObject({ channel: 'sms', state: 'failed', canRetry: false })
  expect((await manager.call('POST', `/notification/deliveries/sms/${failed.id}/retry`, {})).body.code).toBe(
    'stillRunning',
  )
  expect([smsc.messages.length, relay.letters.length]).toEqual([0, 1])
})

it('a provider by HTTP that refuses is followed by e-mail', async () => {
  await send(readConfig({ SMS_URL: brandname.url, SMS_FROM: 'BACGIANG', SMS_HTTP: brandname.shapes.json }).sms)
  brandname.mood = 'refuse'
  const id = await received()
  await expectTold(id, 'sms failed')
  await pass()
  await expectTold(id, 'email sent', 'sms failed')
})

it('a centre that refuses the bind has an hour; what went by e-mail then is not sent when it comes back', async () => {
  await send({ url: smsc.url.replace('mat-khau', 'khac'), from: 'BACGIANG' })
  const id = await received()
  ahead += minutes(50)
  await pass()
  await expectTold(id, 'sms waiting')
  ahead += minutes(20)
  await pass()
  await expectTold(id, 'email sent', 'sms failed')
  await send()
  await pass()
  expect([smsc.messages.length, relay.letters.length]).toEqual([0, 1])
})

it('what a killed sender may have sent is told by nothing else, until somebody has looked', async () => {
  await stop()
  smsc.manner = () => 'mute'
  const id = await received()
  const script = fileURLToPath(new URL('../engines/notification/testing/sender-process.ts', import.meta.url))
  const sender = spawn(process.execPath, [script, test.url, smsc.url], { stdio: 'inherit' })
  await expect.poll(() => smsc.taken.length, { timeout: 30_000, interval: 5 }).toBe(1)
  sender.kill('SIGKILL')
  await once(sender, 'exit')
  smsc.manner = () => 'take'
  await send()
  ahead += minutes(180)
  await pass()
  await expectTold(id, 'sms unsure')
  expect([smsc.messages.length, relay.letters.length]).toEqual([1, 0])
  const manager = await test.as('quantri')
  const [unsure] = done(await manager.call('GET', '/notification/deliveries/troubled')).rows
  expect(unsure).toMatchObject({ channel: 'sms', state: 'unsure', canRetry: true, canDecide: true })

  // They asked at the centre: it never left. The next channel has its turn, once.
  const decide = (decision: 'left' | 'lost') =>
    manager.call('POST', `/notification/deliveries/sms/${unsure.id}/decision`, { decision })
  expect(
    (await citizen.call('POST', `/notification/deliveries/sms/${unsure.id}/decision`, { decision: 'lost' })).status,
  ).toBe(403)
  done(await decide('lost'))
  expect((await decide('left')).body.code).toBe('stillRunning')
  await pass()
  await expectTold(id, 'email sent', 'sms failed')
  expect([smsc.messages.length, relay.letters.length]).toEqual([1, 1])
})

it('an e-mail whose relay took the text and fell silent may have left: it is sent once, and somebody says that it arrived', async () => {
  await test.query(`update notification.template set channels = '{email}' where kind = 'dossier.received'`)
  relay.manner = 'swallow'
  const id = await received()
  await expect.poll(() => relay.letters.length, { timeout: 30_000 }).toBe(1)
  relay.manner = 'take'
  ahead += minutes(180)
  await pass()
  await expectTold(id, 'email unsure')
  const manager = await test.as('quantri')
  const unsure = done(await manager.call('GET', '/notification/deliveries/troubled')).rows.find(
    (row: Told) => row.channel === 'email' && row.state === 'unsure',
  )
  expect(unsure).toMatchObject({ canDecide: true })
  done(await manager.call('POST', `/notification/deliveries/email/${unsure.id}/decision`, { decision: 'left' }))
  await expectTold(id, 'email sent')
  expect(relay.letters).toHaveLength(1)
})

describe('what waits for its turn', () => {
  const wish = (wishes: object) =>
    citizen.call('PUT', '/notification/my/wishes', { push: true, sms: true, email: true, ...wishes })

  it('by a channel that its person has taken back meanwhile goes by the next one, and nobody sends it again', async () => {
    await stop()
    const id = await received()
    await expectTold(id, 'sms waiting')
    done(await wish({ sms: false }))
    await send()
    await expectTold(id, 'sms withdrawn')
    await pass()
    await expectTold(id, 'email sent', 'sms withdrawn')
    const [row] = await test.query<{ id: string }>(`select id from notification.sms where state = 'withdrawn'`)
    const again = await (await test.as('quantri')).call('POST', `/notification/deliveries/sms/${row?.id}/retry`)
    expect(again.body.code).toBe('stillRunning')
    expect([smsc.messages.length, relay.letters.length]).toEqual([0, 1])
    done(await wish({}))
  })

  it('of one who wants nothing outside any more stays on their page', async () => {
    await letIn()
    await stop()
    const id = await received()
    done(await wish({ push: false, sms: false, email: false }))
    await send()
    await expectTold(id, 'push withdrawn')
    await pass()
    await expectTold(id, 'push withdrawn')
    expect([notices(), smsc.messages.length, relay.letters.length]).toEqual([0, 0, 0])
    expect(JSON.stringify(done(await citizen.call('GET', '/notification/messages')).rows)).toContain(id)
    done(await wish({}))
  })

  it('until phones are quiet waits for the morning, also over midnight; what is urgent goes', async () => {
    await stop()
    const waiting = await received()
    await test.query(`update notification.template set is_urgent = true where kind = 'dossier.received'`)
    const urgent = await received()
    const clock = minutesAt(now())
    const [begins, ends] = [(clock + 1438) % 1440, (clock + 58) % 1440]
    await test.query('update notification.quiet_hours set begins = $1, ends = $2', [begins, ends])
    await send()
    await expectTold(urgent, 'sms delivered')
    expect([await told(waiting), smsc.messages.length]).toEqual([['sms waiting'], 1])
    ahead += minutes(59)
    await expectTold(waiting, 'sms delivered')
  })
})

it('whoever watches the installation reads how many of each channel wait and need a look', async () => {
  await letIn()
  const figure = async () =>
    Number(
      /^lienthong_messages\{channel="push",state="troubled"\} (\d+)$/m.exec(
        await test.platform.metrics.registry.metrics(),
      )?.[1],
    )
  const before = await figure()
  pushService.refusal = 410
  await expectTold(await received(), 'push failed')
  expect(await figure()).toBe(before + 1)
})

it.each(['refuse', 'reject'] as const)(
  'an e-mail that the relay refuses for good (%s) has failed at once, and the SMS has its turn',
  async (manner) => {
    await test.query(`update notification.template set channels = '{email,sms}' where kind = 'dossier.received'`)
    relay.manner = manner
    const id = await received()
    await expectTold(id, 'email failed')
    await pass()
    await expectTold(id, 'email failed', 'sms delivered')
    relay.manner = 'take'
    await pass()
    expect([smsc.messages.length, relay.letters.length]).toEqual([1, 0])
  },
)

it('a relay that says later keeps the e-mail waiting, and it goes by itself', async () => {
  await test.query(`update notification.template set channels = '{email,sms}' where kind = 'dossier.received'`)
  relay.manner = 'later'
  const id = await received()
  await expectTold(id, 'email waiting')
  relay.manner = 'take'
  ahead += minutes(2)
  await expectTold(id, 'email sent')
  expect([smsc.messages.length, relay.letters.length]).toEqual([0, 1])
})

it('a month costs the parts that the centre took, of a message that was refused midway too, and nothing that it did not take', async () => {
  const manager = await test.as('quantri')
  const month = `${now().getFullYear()}-${String(now().getMonth() + 1).padStart(2, '0')}`
  const cost = async () =>
    (done(await manager.call('GET', `/notification/costs?month=${month}`)).units as { parts: number }[]).reduce(
      (sum, { parts }) => sum + parts,
      0,
    )
  const before = await cost()
  await test.query(
    `update notification.template set plain = '{code} ' || repeat('Mang theo ban goc. ', 12) where kind = 'dossier.received'`,
  )
  smsc.manner = (order) => (order === 1 ? 'refuse' : 'take')
  const half = await received()
  await expectTold(half, 'sms failed')
  expect([await cost(), smsc.taken.length]).toEqual([before + 1, 1])
  smsc.manner = () => 'refuse'
  await expectTold(await received(), 'sms failed')
  expect(await cost()).toBe(before + 1)
  smsc.manner = () => 'take'
  await expectTold(await received(), 'sms delivered')
  expect(await cost()).toBe(before + smsc.taken.length)
})
