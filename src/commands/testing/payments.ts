import { runInBackground } from '#kernel/jobs/run-in-background.ts'
import { carryOn, letRead, openOrder, type PayingParts } from '#engines/payments/index.ts'
import type { PaymentPlatform } from '#kernel/payment-platform.ts'
import { readConfig } from '#kernel/config.ts'
import type { TestPlatform } from './test-platform.ts'

let orders = 0

/** Something that `congdan` owes to a body with an account, made as `services` makes it; answers its id and reference. */
export async function owe(test: TestPlatform, amount = 200_000): Promise<{ id: string; reference: string }> {
  const [person] = await test.query<{ id: string }>(
    `select person_id as id from identity.account where login = 'congdan'`,
  )
  const [unit] = await test.query<{ owner: string; counter: string }>(
    `select o.id as owner, c.id as counter from directory.unit o, directory.unit c where o.code = 'STP' and c.code = 'TTPVHCC'`,
  )
  const [payerId, ownerId, collectorId] = [person?.id ?? '', unit?.owner ?? '', unit?.counter ?? '']
  const reference = `test ${++orders}`
  let id = ''
  await runInBackground(test.platform.runner, { requestId: 'test' }, async (ctx) => {
    const order = await openOrder(ctx, {
      reference,
      fileCode: `H02.17-201124-${String(orders).padStart(4, '0')}`,
      serviceCode: '2.000488',
      serviceName: 'Làm lý lịch tư pháp',
      ownerId,
      collectorId,
      payerId,
      payerName: 'Thân Thị Bích Phượng',
      link: '/trang-cua-toi',
      items: [{ code: 'fee', name: { vi: 'Phí cấp phiếu', en: 'Fee' }, amount }],
    })
    await letRead(ctx.tx, order.id, payerId)
    id = order.id
  })
  return { id, reference }
}

/** What works in the background of a platform that is set up by these variables. */
export const payingParts = (test: TestPlatform, variables: Readonly<Record<string, string>>): PayingParts => ({
  ...test.platform.runner,
  platform: readConfig({ ...variables }).paymentPlatform as PaymentPlatform,
})

/** Whatever has to be told or asked now, until nothing is due. */
export async function payingDone(parts: PayingParts): Promise<void> {
  while ((await carryOn(parts)) > 0);
}

/** A message of the platform as it comes in; answers the status. */
export const deliver = async (test: TestPlatform, said: object): Promise<number> =>
  (
    await test.platform.app.request('http://localhost/nen-tang-thanh-toan/ket-qua', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(said),
    })
  ).status
