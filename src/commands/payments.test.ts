import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPaymentPlatform, type SimulatedPaymentPlatform } from '#sandbox/payment-platform/payment-platform.ts'
import type { PayingParts } from '#engines/payments/index.ts'
import { deliver, owe, payingDone, payingParts } from './testing/payments.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Every ending of a payment by the national platform: none is lost, none is taken twice. */

let bank: SimulatedPaymentPlatform
let test: TestPlatform
let citizen: Visitor
let parts: PayingParts
let clock = 0
const minutes = (count: number) => void (clock += count * 60_000)

beforeAll(async () => {
  bank = await startPaymentPlatform(0, 'http://localhost')
  test = await startTestPlatform({ environment: bank.variables, now: () => new Date(Date.now() + clock) })
  citizen = await test.as('congdan')
  parts = payingParts(test, bank.variables)
  await test.query(
    `insert into payments.beneficiary (unit_id, account_number, account_name, bank_code, changed_at)
      select id, '3511.0.1053742', 'Sở Tư pháp tỉnh Bắc Giang', 'KBNN', now() from directory.unit where code = 'STP'
      on conflict do nothing`,
  )
}, 240_000)
afterAll(async () => {
  await test.stop()
  await bank.close()
})

const orderOf = async (id: string) => done(await citizen.call('GET', `/payments/orders/${id}`))

/** Begins a payment and answers what it is called there, once the platform knows of it. */
async function pay(id: string): Promise<string> {
  const { reference } = done(await citizen.call('POST', `/payments/orders/${id}/attempts`))
  await payingDone(parts)
  return reference
}

const receiptsOf = (id: string) => test.query(`select number from payments.receipt where order_id = $1`, [id])
const paidEventsOf = (id: string) =>
  test.query(
    `select details from audit.entry where operation like 'payment c%' and exists (select from unnest(objects) o where o::text like '%' || $1 || '%')`,
    [id],
  )

describe('a payment by the national platform', () => {
  it('that is paid gives one receipt, however often the platform says so', async () => {
    const { id } = await owe(test)
    const reference = await pay(id)
    expect(await orderOf(id)).toMatchObject({
      state: 'due',
      canPayOnline: true,
      attempt: { state: 'pending', pageUrl: `${bank.url}/tra/${reference}` },
    })
    const said = await bank.end(reference, 'paid', false)
    const answers = await Promise.all(Array.from({ length: 6 }, () => deliver(test, said)))
    expect(answers).toEqual(Array.from({ length: 6 }, () => 200))
    const order = await orderOf(id)
    expect(order).toMatchObject({ state: 'paid', receipt: { amount: 200_000, payerName: 'Thân Thị Bích Phượng' } })
    expect(order.refunds).toEqual([])
    expect(await receiptsOf(id)).toHaveLength(1)
  })
})
