import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { receiptOf, startBrandname, type SimulatedBrandname, type ToldReceipt } from '#sandbox/brandname/brandname.ts'
import { createWay } from '#engines/notification/sms/create-way.ts'
import { sendWaitingSms } from '#engines/notification/sms/send-sms.ts'
import { insertSms } from '#engines/notification/sms/sms-row.ts'
import { readConfig } from '#kernel/config.ts'
import { createLog } from '#kernel/log.ts'
import { startTestPlatform, type TestPlatform } from './testing/test-platform.ts'

/** A provider by HTTP tells what became of messages: by itself, again and again, in any order, and nobody else does. */

let provider: SimulatedBrandname
let test: TestPlatform
const log = createLog('silent')

beforeAll(async () => {
  provider = await startBrandname(0)
  test = await startTestPlatform({
    dossiers: 0,
    environment: environment(),
  })
}, 120_000)
afterEach(() => void (provider.mood = 'well'))
afterAll(async () => {
  await test.stop()
  await provider.close()
})

const environment = () => ({ SMS_URL: provider.url, SMS_FROM: 'BACGIANG', SMS_HTTP: provider.shapes.json })
const now = () => new Date()
async function send(text = 'Ho so 000.00.01.H02-261126-0001 da co ket qua.'): Promise<string> {
  const { db } = test.platform.connection
  const id = await insertSms(db, {
    messageId: undefined,
    phone: '84912345678',
    text,
    unitId: undefined,
    nextAt: now(),
    isUrgent: true,
  })
  const { sms } = readConfig(environment())
  const way = createWay(sms!, { now, onReceipt: () => Promise.resolve() })
  await sendWaitingSms(db, way, log, now)
  return id
}
const stateOf = async (id: string) =>
  (
    await test.query<{ state: string; error: string | null }>(
      `select state, error from notification.sms where id = $1`,
      [id],
    )
  )[0]
const idOf = async (id: string) =>
  (await test.query<{ id: string }>(`select centre_id as id from notification.sms_part where sms_id = $1`, [id]))[0]
    ?.id as string
const tell = async (receipt: ToldReceipt, secret?: string) => {
  const answer = await test.platform.app.request(
    'http://localhost/tin-nhan/bao-phat',
    receiptOf('json', receipt, secret),
  )
  return answer.status
}

it('tells that a message arrived, also a long one that it cut itself, and tells it once', async () => {
  for (const text of ['Da co ket qua.', 'Hồ sơ của ông/bà đã có kết quả, mời đến nhận. '.repeat(4)]) {
    const id = await send(text)
    expect(await stateOf(id)).toMatchObject({ state: 'sent' })
    const receipt = { SMSID: await idOf(id), status: '1' } as const
    for (const _ of [1, 2, 3]) expect(await tell(receipt)).toBe(200)
    expect(await stateOf(id)).toEqual({ state: 'delivered', error: null })
    // What was told stands: a late word that contradicts it changes nothing.
    expect(await tell({ ...receipt, status: '2', reason: 'thue bao tat may' })).toBe(200)
    expect(await stateOf(id)).toMatchObject({ state: 'delivered' })
  }
})

it('tells that it was lost, and why; on its way says nothing', async () => {
  const id = await send()
  const SMSID = await idOf(id)
  expect(await tell({ SMSID, status: '0' })).toBe(200)
  expect(await stateOf(id)).toMatchObject({ state: 'sent' })
  expect(await tell({ SMSID, status: '3', reason: 'thue bao tat may' })).toBe(200)
  expect(await stateOf(id)).toEqual({ state: 'undelivered', error: 'thue bao tat may' })
  expect(await tell({ SMSID, status: '0' })).toBe(200)
  expect(await stateOf(id)).toMatchObject({ state: 'undelivered' })
})

it('may be quicker than its own answer, and may name a message that nobody knows', async () => {
  const next = `bn-${provider.messages.length + 1}`
  expect(await tell({ SMSID: next, status: '1' })).toBe(200)
  const id = await send()
  expect(await idOf(id)).toBe(next)
  expect(await stateOf(id)).toMatchObject({ state: 'delivered' })
  const before = await test.query(`select * from notification.sms order by id`)
  expect(await tell({ SMSID: 'bn-of-nobody', reference: crypto.randomUUID(), status: '2' })).toBe(200)
  expect(await test.query(`select * from notification.sms order by id`)).toEqual(before)
})

it('answers for a message whose answer was lost on the way: it is unsure no more, and counted among the costs once', async () => {
  provider.mood = 'cut'
  const id = await send()
  expect(await stateOf(id)).toMatchObject({ state: 'sending' })
  const reference = provider.messages.at(-1)?.reference as string
  expect(reference).toBe(id)
  const costs = async () => {
    const admin = await test.as('quantri')
    const month = new Date().toISOString().slice(0, 7)
    const { body } = await admin.call('GET', `/notification/costs?month=${month}`)
    return (body.units ?? body.rows ?? body).reduce((sum: number, one: { messages: number }) => sum + one.messages, 0)
  }
  const counted = await costs()
  for (const _ of [1, 2]) expect(await tell({ SMSID: 'bn-late', reference, status: '1' })).toBe(200)
  expect(await stateOf(id)).toEqual({ state: 'delivered', error: null })
  expect(await costs()).toBe(counted + 1)
})

it.each([
  ['a wrong secret', () => receiptOf('json', { SMSID: 'x', status: '1' }, 'khac')],
  [
    'no proof',
    () => ({ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"data":{"SMSID":"x"}}' }),
  ],
  ['a proof of another message', () => ({ ...receiptOf('json', { SMSID: 'a', status: '1' }), body: swapped() })],
  ['no JSON', () => ({ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{' })],
  ['nothing', () => ({ method: 'GET' })],
] as const)('from whoever has %s is not taken', async (_what, request) => {
  const id = await send()
  known = await idOf(id)
  const answer = await test.platform.app.request('http://localhost/tin-nhan/bao-phat', request())
  expect(answer.status).toBe(403)
  expect(await stateOf(id)).toMatchObject({ state: 'sent' })
})

let known = ''
const swapped = () => receiptOf('json', { SMSID: 'a', status: '1' }).body.replace('"SMSID":"a"', `"SMSID":"${known}"`)

it('has whoever guesses at a proof wait, and not the provider', async () => {
  const guess = receiptOf('json', { SMSID: 'x', status: '1' }, 'khac')
  const answers: number[] = []
  for (let at = 0; at < 25; at++)
    answers.push((await test.platform.app.request('http://localhost/tin-nhan/bao-phat', guess)).status)
  expect(answers.at(-1)).toBe(429)
  expect(await tell({ SMSID: 'of-the-provider', status: '1' })).toBe(200)
})
