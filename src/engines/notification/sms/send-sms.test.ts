import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { rows, run, sql } from '#kernel/database/query.ts'
import { createLog } from '#kernel/log.ts'
import { startSmsc, type SimulatedSmsc } from '../../../../sandbox/smsc/smsc.ts'
import { writeReceipt, zeroEnded } from '../../../../sandbox/smsc/wire.ts'
import { createNotificationDatabase } from '../testing/notification-database.ts'
import { receiptKeeper } from './receipt.ts'
import { sendWaitingSms } from './send-sms.ts'
import { createSmppWay } from './smpp-way.ts'
import { insertSms } from './sms-row.ts'
import { smppSettingsOf } from './sms-settings.ts'
import type { SmsWay } from './sms-way.ts'

const database = await createNotificationDatabase()
const { db } = database
const log = createLog('silent')
let clock = new Date('2026-11-26T03:00:00Z')
const now = () => clock
let smsc: SimulatedSmsc
let way: SmsWay

beforeEach(async () => {
  smsc = await startSmsc(0)
  way = createSmppWay({
    ...smppSettingsOf(smsc.url),
    from: 'BACGIANG',
    now,
    onReceipt: receiptKeeper(db),
    answerMs: 60_000,
  })
})
afterEach(async () => {
  await way.close()
  await smsc.close()
  await run(db, sql`update notification.sms set state = 'failed' where state in ('waiting', 'sending')`)
})
afterAll(() => database.drop())

const enqueue = (text = 'Ho so 000.00.01.H02-261126-0001 da co ket qua.', phone = '84912345678') =>
  insertSms(db, { messageId: undefined, phone, text, unitId: undefined, nextAt: clock, isUrgent: true })

const send = () => sendWaitingSms(db, way, log, now)

const stateOf = async (id: string) =>
  (
    await rows(
      db,
      sql<{
        state: string
        error: string | null
        attempts: number
      }>`select state, error, attempts from notification.sms where id = ${id}`,
    )
  )[0]

/** Until it stands so: receipts come by themselves. */
const expectState = (id: string, state: string) =>
  expect.poll(async () => (await stateOf(id))?.state, { timeout: 20_000 }).toBe(state)

test('a message goes out under the registered name, and its receipt says that it arrived', async () => {
  const id = await enqueue()
  await send()
  expect(smsc.messages).toEqual([
    { to: '84912345678', from: 'BACGIANG', text: 'Ho so 000.00.01.H02-261126-0001 da co ket qua.', parts: 1 },
  ])
  await expectState(id, 'delivered')
})

test('a long text arrives as one, and counts as delivered once all of its parts are', async () => {
  const text =
    'Hồ sơ 000.00.01.H02-261126-0001 đã được tiếp nhận, hẹn trả kết quả ngày 04/12/2026. Tra cứu tại cổng dịch vụ công của tỉnh.'
  const id = await enqueue(text)
  await send()
  expect(smsc.messages.map((one) => [one.text, one.parts])).toEqual([[text, 2]])
  await expectState(id, 'delivered')
})

test('a receipt that comes before the answer, and twice, counts once', async () => {
  smsc.isHasty = true
  smsc.receiptTimes = 2
  const id = await enqueue()
  await send()
  await expectState(id, 'delivered')
  await expect.poll(() => smsc.receiptsTaken, { timeout: 20_000 }).toBe(2)
})

test('a message that did not arrive says why', async () => {
  smsc.fate = () => 'UNDELIV'
  const id = await enqueue()
  await send()
  await expectState(id, 'undelivered')
  expect((await stateOf(id))?.error).toBe('UNDELIV 027')
})

test.each(['throttle', 'full'] as const)(
  'a centre that says %s is left alone for a while, and nobody loses a try by it',
  async (manner) => {
    smsc.manner = (order) => (order === 0 ? manner : 'take')
    const id = await enqueue()
    await send()
    expect(await stateOf(id)).toMatchObject({ state: 'waiting', attempts: 0 })
    expect(await way.isReady()).toBe(false)
    await expect.poll(() => way.isReady(), { timeout: 20_000 }).toBe(true)
    clock = new Date(clock.getTime() + 5000)
    await send()
    await expectState(id, 'delivered')
    expect(smsc.messages).toHaveLength(1)
  },
)

test('only the part that was refused is sent again', async () => {
  smsc.manner = (order) => (order === 1 ? 'throttle' : 'take')
  const text = 'a'.repeat(300)
  const id = await enqueue(text)
  await send()
  expect((await stateOf(id))?.state).toBe('waiting')
  await expect.poll(() => way.isReady(), { timeout: 20_000 }).toBe(true)
  clock = new Date(clock.getTime() + 5000)
  await send()
  await expectState(id, 'delivered')
  expect(smsc.taken).toHaveLength(2)
  expect(smsc.messages[0]?.text).toBe(text)
})

test('a number that the centre does not know has failed, without another try', async () => {
  smsc.manner = () => 'refuse'
  const id = await enqueue()
  await send()
  expect(await stateOf(id)).toMatchObject({ state: 'failed', error: 'invalid destination address, status 0xb' })
})

test.each(['swallow', 'drop', 'garbage'] as const)(
  'where a centre does %s before its answer, the message is not sent again blindly',
  async (manner) => {
    smsc.manner = (order) => (order === 0 ? manner : 'take')
    const unsure = await enqueue()
    await send()
    expect((await stateOf(unsure))?.state).toBe('sending')
    const next = await enqueue('Ho so sau')
    await send()
    await expectState(next, 'delivered')
    expect(smsc.binds).toBe(2)
    expect(smsc.taken.filter((one) => one.to === '84912345678').length).toBeLessThanOrEqual(2)
    expect((await stateOf(unsure))?.state).toBe('sending')
  },
)

test('a centre that never answers is given up, and the line opened anew', async () => {
  const impatient = createSmppWay({
    ...smppSettingsOf(smsc.url),
    from: 'BACGIANG',
    now,
    onReceipt: receiptKeeper(db),
    answerMs: 300,
  })
  smsc.manner = (order) => (order === 0 ? 'mute' : 'take')
  const id = await enqueue()
  await sendWaitingSms(db, impatient, log, now)
  expect(await stateOf(id)).toMatchObject({ state: 'sending', error: 'no answer in time' })
  expect(await impatient.isReady()).toBe(true)
  await impatient.close()
})

test('while no centre is there, messages wait without losing tries', async () => {
  const id = await enqueue()
  await smsc.close()
  await expect(send()).rejects.toThrow()
  expect(await stateOf(id)).toMatchObject({ state: 'waiting', attempts: 0 })
})

test('a wrong password is said, and nothing is sent', async () => {
  const stranger = createSmppWay({
    ...smppSettingsOf(smsc.url.replace('mat-khau', 'khac')),
    from: 'BACGIANG',
    now,
    onReceipt: receiptKeeper(db),
  })
  await expect(stranger.isReady()).rejects.toThrow('status 0xe')
})

test('hundreds of messages go out by several senders at once, each of them once', async () => {
  smsc.delayMs = 1
  const ids = await Promise.all(
    Array.from({ length: 300 }, (_, at) => enqueue(`So ${at}`, `8491${String(at).padStart(7, '0')}`)),
  )
  const other = createSmppWay({ ...smppSettingsOf(smsc.url), from: 'BACGIANG', now, onReceipt: receiptKeeper(db) })
  const sendAll = async (by: SmsWay) => {
    while ((await sendWaitingSms(db, by, log, now)) > 0);
  }
  await Promise.all([sendAll(way), sendAll(other)])
  await expect.poll(() => smsc.receiptsTaken, { timeout: 20_000 }).toBe(300)
  expect(new Set(smsc.messages.map((one) => one.text)).size).toBe(300)
  expect(smsc.messages).toHaveLength(300)
  const states = await rows(
    db,
    sql<{ state: string }>`select distinct state from notification.sms where id = any(${ids}::uuid[])`,
  )
  expect(states).toEqual([{ state: 'delivered' }])
  await other.close()
})

test('a centre that says good-bye is answered and called anew; what it had not answered is unsure, what waits goes out', async () => {
  smsc.manner = (order) => (order === 0 ? 'mute' : 'take')
  const [open, waiting] = [await enqueue(), await enqueue('Tin sau')]
  await run(db, sql`update notification.sms set next_at = next_at + interval '1 second' where id = ${waiting}`)
  const under = send()
  await expect.poll(() => smsc.taken.length, { timeout: 20_000 }).toBe(1)
  smsc.say('unbind')
  await expect.poll(() => smsc.answers).toEqual([{ to: 'unbind', status: 0 }])
  smsc.dropLines()
  await under
  expect((await stateOf(open))?.state).toBe('sending')
  clock = new Date(clock.getTime() + 2000)
  await send()
  await expectState(waiting, 'delivered')
  expect(smsc.binds).toBe(2)
  expect(smsc.messages.map(({ text }) => text)).toEqual(['Ho so 000.00.01.H02-261126-0001 da co ket qua.', 'Tin sau'])
})

test('a centre that asks whether the line lives is told so; one that is slow to bind is waited for', async () => {
  smsc.bindDelayMs = 400
  const id = await enqueue()
  await send()
  smsc.say('enquire')
  await expect.poll(() => smsc.answers).toEqual([{ to: 'enquire', status: 0 }])
  await expectState(id, 'delivered')
})

test('a bind that takes too long loses no message and no try', async () => {
  const slow = createSmppWay({
    ...smppSettingsOf(smsc.url),
    from: 'BACGIANG',
    now,
    onReceipt: receiptKeeper(db),
    answerMs: 200,
  })
  smsc.bindDelayMs = 1000
  const id = await enqueue()
  await expect(sendWaitingSms(db, slow, log, now)).rejects.toThrow('no answer in time')
  expect(await stateOf(id)).toMatchObject({ state: 'waiting', attempts: 0 })
  await slow.close()
})

test('a receipt is read also where fields are filled with nulls, or its text stands behind; what cannot be read is not asked for again', async () => {
  smsc.fate = () => undefined
  smsc.manner = () => 'take'
  const id = await enqueue()
  await send()
  const [part] = await rows(
    db,
    sql<{ centreId: string }>`select centre_id from notification.sms_part where sms_id = ${id}`,
  )
  const whole = writeReceipt('khong-ai-biet', '84912345678', 'BACGIANG', 'DELIVRD', '000')
  const option = (tag: number, value: Buffer) => Buffer.concat([Buffer.of(tag >> 8, tag & 255, 0, value.length), value])
  const bare = Buffer.from(whole.subarray(0, whole.indexOf('id:')))
  bare[bare.length - 1] = 0
  for (const deliver of [
    whole,
    whole.subarray(0, 40),
    Buffer.concat([bare, option(0x0424, Buffer.from(`id:${part?.centreId} stat:ENROUTE err:000`))]),
    Buffer.concat([bare, option(0x001e, Buffer.from(`${part?.centreId}\0\0\0`)), option(0x0427, Buffer.of(2))]),
  ])
    smsc.say({ deliver })
  await expect.poll(() => smsc.answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([0, 0, 0, 0x65])
  await expectState(id, 'delivered')
})

test('parts that a centre takes without an id are taken, and no receipt of another says that they arrived', async () => {
  smsc.givesIds = false
  smsc.fate = () => undefined
  const ids = [await enqueue(), await enqueue('a'.repeat(300))]
  await send()
  const receipt = writeReceipt('', '84912345678', 'BACGIANG', 'DELIVRD', '000')
  smsc.say({ deliver: Buffer.concat([receipt, Buffer.of(0, 0x1e, 0, 1), zeroEnded('')]) })
  await expect.poll(() => smsc.answers).toHaveLength(1)
  for (const id of ids) expect((await stateOf(id))?.state).toBe('sent')
})
