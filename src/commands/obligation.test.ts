import { afterAll, beforeAll, expect, it } from 'vitest'
import { startPaymentPlatform, type SimulatedPaymentPlatform } from '#sandbox/payment-platform/payment-platform.ts'
import { deliver, payingDone, payingParts } from './testing/payments.ts'
import { doNextStep } from './testing/settle-dossier.ts'
import { completeProcedureOf, done, fileDossier, officialAt, openTasksOf, type Filed } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** A notice to pay stops the clock of a dossier; paid, it goes on by itself. */

const landTransfer = '2.000889'
const notice = {
  step: 'duties',
  notice: 'LTB2624017-TK001',
  issuedBy: 'Chi cục Thuế khu vực Lạng Giang',
  items: [
    { name: 'Thuế thu nhập cá nhân', amount: 10_000_000 },
    { name: 'Lệ phí trước bạ', amount: 2_500_000 },
  ],
}

let bank: SimulatedPaymentPlatform
let test: TestPlatform
let citizen: Visitor

beforeAll(async () => {
  bank = await startPaymentPlatform(0, 'http://localhost')
  test = await startTestPlatform({ environment: bank.variables })
  citizen = await test.as('congdan')
}, 240_000)
afterAll(async () => {
  await test.stop()
  await bank.close()
})

/** A dossier at the step in which taxes are waited for, and whoever has it. */
async function atDuties(): Promise<{ dossier: Filed; official: Visitor }> {
  const dossier = await fileDossier(test, citizen, landTransfer)
  for (let turn = 0; !(await openTasksOf(test, dossier.id)).some(({ step }) => step === 'duties'); turn++) {
    if (turn > 10) throw new Error('the step is never reached')
    await doNextStep(test, dossier.id, completeProcedureOf(landTransfer))
  }
  return { dossier, official: await officialAt(test, dossier.id, 'duties') }
}

const mine = async (id: string) => done(await citizen.call('GET', `/services/my/dossiers/${id}`))
const stopsOf = (id: string) =>
  test.query<{ ground: string; over: boolean }>(
    `select ground, resumed_at is not null as over from services.clock_stop where dossier_id = $1`,
    [id],
  )

it('stops the clock until everything of the notice is paid online, and then goes on by itself', async () => {
  const { dossier, official } = await atDuties()
  const path = `/services/dossiers/${dossier.id}/obligations`
  expect(done(await official.call('POST', path, notice))).toEqual({ status: 'paused' })
  expect((await official.call('POST', path, notice)).status).toBe(409)
  expect(await stopsOf(dossier.id)).toEqual([{ ground: 'financial-obligation', over: false }])
  expect(await mine(dossier.id)).toMatchObject({ status: 'paused', toPay: { total: 12_500_000 } })
  const seen = async () => done(await official.call('GET', `/services/dossiers/${dossier.id}`)).obligations
  for (const due of await seen()) expect(due).toMatchObject({ paidAt: null, receiptNumber: null })

  const { orderId } = done(await citizen.call('POST', `/services/my/dossiers/${dossier.id}/payment`))
  const { reference } = done(await citizen.call('POST', `/payments/orders/${orderId}/attempts`))
  await payingDone(payingParts(test, bank.variables))
  await deliver(test, await bank.end(reference, 'paid', false))
  await test.settle()
  expect(await stopsOf(dossier.id)).toEqual([{ ground: 'financial-obligation', over: true }])
  expect((await seen()).length).toBeGreaterThan(0)
  for (const due of await seen())
    expect(due).toMatchObject({ method: 'online', receiptNumber: expect.stringMatching(/^\d{7}$/) })
  const after = await mine(dossier.id)
  expect(after).toMatchObject({ status: 'open', toPay: { total: 0 } })
  expect(after.history.map(({ words }: { words: { vi: string } }) => words.vi)).toContain(
    'Đã nộp đủ nghĩa vụ tài chính, tính giờ tiếp',
  )
})

it('paid elsewhere, as an official saw who lets the clock go on, is owed here no more', async () => {
  const { dossier, official } = await atDuties()
  done(await official.call('POST', `/services/dossiers/${dossier.id}/obligations`, notice))
  const { orderId } = done(await citizen.call('POST', `/services/my/dossiers/${dossier.id}/payment`))
  done(await official.call('POST', `/services/dossiers/${dossier.id}/actions`, { act: { action: 'resume' } }))
  await test.settle()
  expect((await mine(dossier.id)).toPay.total).toBe(0)
  expect((await citizen.call('POST', `/payments/orders/${orderId}/attempts`)).body.code).toBe('notDue')
})

it('is written down by whoever has the step, and nobody else', async () => {
  const { dossier } = await atDuties()
  const stranger = await test.as('chuyenvien.gtvt')
  expect((await stranger.call('POST', `/services/dossiers/${dossier.id}/obligations`, notice)).status).toBe(404)
})
