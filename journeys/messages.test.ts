import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendingParts } from '#engines/notification/testing/sending-parts.ts'
import { startSending } from '#engines/notification/index.ts'
import { startPushService, type SimulatedPushService } from '../sandbox/push-service/push-service.ts'
import { startSmsc, type SimulatedSmsc } from '../sandbox/smsc/smsc.ts'
import { done, fileDossier, licenceExchange, walkTo } from '../src/commands/testing/story.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

/** An administrator writes a text, an applicant gets it on the phone, and both they and the official see that it arrived. */

let stage: Stage
let smsc: SimulatedSmsc
let pushService: SimulatedPushService
let sending: Awaited<ReturnType<typeof startSending>>
let administrator: Person
let dossier: { id: string; code: string }

beforeAll(async () => {
  stage = await openStage()
  smsc = await startSmsc(0)
  pushService = await startPushService(0)
  const { connection, runner } = stage.test.platform
  await stage.test.query('update notification.quiet_hours set begins = 0, ends = 0')
  sending = await startSending(
    connection.db,
    sendingParts({ sms: { url: smsc.url, from: 'BACGIANG' }, publicUrl: stage.url }),
    runner.log,
    runner.now,
  )
  administrator = await stage.enter({ screen: 'office', as: await stage.test.as('quantri') })
}, 240_000)
afterAll(async () => {
  await sending.stop()
  await smsc.close()
  await pushService.close()
  await stage.stop()
})

test('the administrator changes what is told at the reception and sees what it costs before it counts', async () => {
  await administrator.goTo('/quan-tri/tin-nhan/mau')
  await administrator.press('Hồ sơ được tiếp nhận')
  await administrator.write({ 'Bản không dấu': 'Ho so {code} da nhan, tra ngay {due}, nguoi nop {name}' })
  await administrator.press(/^Ghi$/)
  await administrator.sees(/Ở tin này không có \{name\}; điền được: \{code\}/)
  await administrator.write({ 'Bản không dấu': 'Ho so {code} da duoc nhan. Hen tra {due}' })
  await administrator.sees(/^1 tin ghép/)
  await administrator.choose('Gửi SMS bản có dấu')
  await administrator.write({
    'Bản có dấu': 'Hồ sơ {code} đã được tiếp nhận, hẹn trả ngày {due}. Theo dõi tại {site}',
  })
  await administrator.sees(/^2 tin ghép/)
  await administrator.picture('messages/mau-tin')
  await administrator.choose('Gửi SMS bản có dấu')
  await administrator.sees(/^1 tin ghép/)
  await administrator.press(/^Ghi$/)
  await administrator.page.waitForURL(/chon=dossier.received/)
  await administrator.showGuides('quan-tri-10-mau-tin')
})

test('the applicant is told so at the phone, and sees on the page of the dossier that it arrived', async () => {
  const who = await stage.test.as('congdan')
  dossier = await fileDossier(stage.test, who, licenceExchange)
  await walkTo(stage.test, dossier.id, 'appraise')
  await stage.settle()
  await expect.poll(() => smsc.messages.map((one) => one.text), { timeout: 30_000 }).toHaveLength(1)
  expect(smsc.messages[0]?.text).toMatch(
    new RegExp(`^Ho so ${dossier.code} da duoc nhan\\. Hen tra \\d\\d/\\d\\d/\\d{4}$`),
  )
  const told = async () => done(await who.call('GET', `/services/my/dossiers/${dossier.id}`)).told
  await expect.poll(async () => (await told()).at(-1)?.state, { timeout: 30_000 }).toBe('delivered')
  const citizen = await stage.enter({ screen: 'phone', as: who })
  await citizen.goTo(`/trang-cua-toi/ho-so/${dossier.id}`)
  await citizen.sees('Đã báo cho ông/bà', /^Tin nhắn SMS đến 0979\*\*\*218: đã tới máy lúc \d\d:\d\d/)
  await citizen.picture('messages/ho-so-cua-toi', true)
  await citizen.press('Chọn cách nhận tin')
  await citizen.sees('Báo thêm cho tôi bằng')
  await citizen.showGuides('nguoi-dan-6-cach-nhan-tin')
  await citizen.choose('Tin nhắn SMS')
  await citizen.press(/^Ghi$/)
  await citizen.sees('Đã ghi.')
  expect(done(await who.call('GET', '/notification/my/wishes')).sms).toBe(false)
  expect(done(await who.call('GET', '/notification/my/wishes')).email).toBe(true)
})

test('a browser is let in by one press, with the worker that shows what comes', async () => {
  const who = await stage.test.as('congdan')
  const { page, ...citizen } = await stage.enter({ screen: 'phone', as: who })
  // The browsers of tests know no push service: the simulated one stands for it.
  const { pushKey } = done(await who.call('GET', '/notification/my/wishes'))
  const { endpoint, publicKey: p256dh, auth } = pushService.subscribe(pushKey).subscription
  await page.addInitScript(
    (subscription) => {
      Object.assign(PushManager.prototype, { subscribe: () => Promise.resolve({ toJSON: () => subscription }) })
    },
    { endpoint, keys: { p256dh, auth } },
  )
  await citizen.goTo('/trang-cua-toi/nhan-tin')
  await citizen.press('Nhận trên máy này')
  await citizen.sees('Đang nhận trên 1 máy.')
  await citizen.picture('messages/cach-nhan-tin', true)
  const worker = await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.scriptURL)
  expect(worker).toBe(`${stage.url}/thong-bao.js`)
  await citizen.press('Thôi nhận trên mọi máy')
  await expect
    .poll(async () => done(await who.call('GET', '/notification/my/wishes')).browsers, { timeout: 15_000 })
    .toBe(0)
})

test('the official sees that it arrived, too', async () => {
  const specialist = await stage.enter({ screen: 'office', as: await stage.test.as('chuyenvien.gtvt') })
  await specialist.goTo(`/can-bo/ho-so/${dossier.id}`)
  await specialist.sees('Đã báo cho người nộp', /^Tin nhắn SMS đến 0979\*\*\*218: đã tới máy/)
  await specialist.picture('messages/ho-so-can-bo')
})

test('what failed is tried again by hand, and the month says what it cost', async () => {
  await administrator.goTo('/quan-tri/tin-nhan')
  await administrator.sees('Các đường gửi', 'Tin nhắn SMS', 'Không có tin nào hỏng')
  await stage.test.query(`update notification.sms set state = 'failed', error = 'status 0xb' where state = 'delivered'`)
  await administrator.goTo('/quan-tri/tin-nhan')
  await administrator.sees('không gửi được', '0979***218')
  await administrator.picture('messages/tinh-trang')
  await administrator.press('Gửi lại')
  await administrator.sees('Không có tin nào hỏng')
  await administrator.goTo('/quan-tri/tin-nhan/chi-phi')
  await administrator.write({ 'Đồng một tin ghép': '350' })
  await administrator.press(/^Ghi$/)
  await administrator.sees(/^350\s₫$/)
  await administrator.picture('messages/chi-phi')
})

test('no browser had anything to complain of', () => {
  expect(stage.complaints()).toEqual([])
})
