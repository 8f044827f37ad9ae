import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPaymentPlatform, type SimulatedPaymentPlatform } from '#sandbox/payment-platform/payment-platform.ts'
import { statementOf } from '#sandbox/payment-platform/ledger.ts'
import type { PayingParts } from '#engines/payments/index.ts'
import { paidFigures, paidProcedures } from '#engines/services/index.ts'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { addDays, dateAt } from '#values/plain-date.ts'
import { deliver, owe, payingDone, payingParts } from './testing/payments.ts'
import { done, fileDossier, licenceExchange, receiveOnPaper } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** What is kept of money: receipts without gaps, desks, the platform's statement, what goes back. */

let bank: SimulatedPaymentPlatform
let test: TestPlatform
let accountant: Visitor
let officer: Visitor
let citizen: Visitor
let parts: PayingParts
// Noon: nothing of this happens over midnight.
const noon = new Date(`${dateAt(new Date())}T12:00:00+07:00`).getTime() - Date.now()
const now = () => new Date(Date.now() + noon)
const today = dateAt(now())

beforeAll(async () => {
  bank = await startPaymentPlatform(0, 'http://localhost')
  test = await startTestPlatform({ dossiers: 0, environment: bank.variables, now })
  ;[accountant, officer, citizen] = await Promise.all([
    test.as('ketoan.tinh'),
    test.as('motcua.tinh'),
    test.as('congdan'),
  ])
  parts = payingParts(test, bank.variables)
}, 240_000)
afterAll(async () => {
  await test.stop()
  await bank.close()
})

async function payOnline(amount?: number): Promise<{ id: string; reference: string }> {
  const { id } = await owe(test, amount)
  const { reference } = done(await citizen.call('POST', `/payments/orders/${id}/attempts`))
  await payingDone(parts)
  await deliver(test, await bank.end(reference, 'paid', false))
  return { id, reference }
}

/** A dossier whose fee this counter has taken; answers it and the receipt. */
async function takeAtCounter(method: 'cash' | 'transfer') {
  const { id } = await receiveOnPaper(test, officer, licenceExchange)
  const fee = done(await officer.call('POST', `/services/dossiers/${id}/fees`, { fee: 'fee', method }))
  return { id, receipt: await receiptWith(fee.receiptNumber), amount: fee.amount as number }
}

async function receiptWith(asked: string) {
  const listed = done(await accountant.call('GET', `/payments/receipts?day=${today}&limit=200`))
  return listed.rows.find(({ number }: { number: string }) => number === asked)
}

const reconciled = async () => done(await accountant.call('GET', `/payments/reconciliation?day=${today}`))
const feesOf = async (id: string) => done(await officer.call('GET', `/services/dossiers/${id}`)).fees

describe('a receipt', () => {
  it('written by mistake is void, keeps its number, and the fee is owed again', async () => {
    const { id, receipt } = await takeAtCounter('cash')
    expect(receipt).toMatchObject({ method: 'cash', canUndo: true, voidedAt: null })
    const path = `/payments/receipts/${receipt.id}/voiding`
    const reason = { reason: 'Bấm nhầm, chưa thu tiền', kind: 'mistaken' }
    expect(done(await accountant.call('POST', path, reason))).toEqual({ replacedBy: null })
    expect((await accountant.call('POST', path, reason)).status).toBe(409)
    expect(await feesOf(id)).toMatchObject([{ paidAt: null, receiptNumber: null }])
    const again = done(await officer.call('POST', `/services/dossiers/${id}/fees`, { fee: 'fee', method: 'cash' }))
    expect(Number(again.receiptNumber)).toBe(Number(receipt.number) + 1)
    await test.settle()
    expect(
      (await test.query<{ kind: string }>(`select kind from services.dossier_event where dossier_id = $1`, [id])).map(
        ({ kind }) => kind,
      ),
    ).toContain('fee-undone')
  })

  it('that says a wrong name is replaced by another; one of money that came is not written by mistake', async () => {
    const { id } = await payOnline()
    const listed = done(await accountant.call('GET', `/payments/receipts?day=${today}&limit=200`))
    const receipt = listed.rows[0]
    const path = `/payments/receipts/${receipt.id}/voiding`
    const mistaken = await accountant.call('POST', path, { reason: 'Bấm nhầm, chưa thu tiền', kind: 'mistaken' })
    expect(mistaken).toMatchObject({ status: 409, body: { code: 'moneyThere' } })
    const { replacedBy } = done(
      await accountant.call('POST', path, {
        reason: 'Ghi sai tên người nộp',
        kind: 'replaced',
        payerName: 'Lò Văn Đúng',
      }),
    )
    expect(done(await citizen.call('GET', `/payments/orders/${id}`))).toMatchObject({
      state: 'paid',
      receipt: { number: replacedBy, payerName: 'Lò Văn Đúng' },
    })
  })

  it('is verified by its code, also when it is void', async () => {
    const { id } = await payOnline()
    const { receipt } = done(await citizen.call('GET', `/payments/orders/${id}`))
    const path = `/payments/verify/${receipt.verificationCode}`
    expect(done(await test.nobody.call('GET', path))).toMatchObject({ state: 'valid', payer: 'Thân T*** B*** P***' })
    await accountant.call('POST', `/payments/receipts/${receipt.id}/voiding`, {
      reason: 'Ghi sai nội dung',
      kind: 'replaced',
    })
    expect(done(await test.nobody.call('GET', path))).toMatchObject({ state: 'void' })
  })

  it('is no matter of those who keep no accounts, nor of another agency', async () => {
    const { receipt } = await takeAtCounter('transfer')
    const body = { reason: 'Thử hủy của nơi khác', kind: 'mistaken' }
    expect((await officer.call('POST', `/payments/receipts/${receipt.id}/voiding`, body)).status).toBe(403)
    const elsewhere = await test.as('ketoan.huyen')
    expect((await elsewhere.call('POST', `/payments/receipts/${receipt.id}/voiding`, body)).status).toBe(404)
    expect(done(await elsewhere.call('GET', `/payments/receipts?day=${today}`)).rows).toEqual([])
  })
})

describe('a cash desk', () => {
  it('is closed with what was counted, once, and signed off by somebody else; nothing of it is undone then', async () => {
    const { receipt } = await takeAtCounter('cash')
    const [desk] = done(await officer.call('GET', '/payments/desk'))
    expect(desk.cash).toBeGreaterThanOrEqual(135_000)
    const close = (counted: number, note?: string) =>
      officer.call('POST', '/payments/desk/closings', { unitId: desk.unitId, counted, ...(note && { note }) })
    expect((await close(desk.cash - 5000)).body.code).toBe('differenceUnsaid')
    const closed = done(await close(desk.cash - 5000, 'Trả nhầm tiền thừa 5.000 đồng'))
    expect(closed).toMatchObject({ cash: desk.cash, transfer: desk.transfer })
    expect((await close(0)).status).toBe(404)
    const undone = await accountant.call('POST', `/payments/receipts/${receipt.id}/voiding`, {
      reason: 'Hủy sau khi chốt quỹ',
      kind: 'mistaken',
    })
    expect(undone).toMatchObject({ status: 409, body: { code: 'moneyThere' } })
    expect((await reconciled()).closings).toMatchObject([
      { cash: desk.cash, counted: desk.cash - 5000, signedAt: null },
    ])
    done(await accountant.call('POST', `/payments/closings/${closed.id}/signature`))
    expect((await accountant.call('POST', `/payments/closings/${closed.id}/signature`)).status).toBe(409)
    expect((await reconciled()).closings[0].signedAt).not.toBeNull()
  })
})

describe('a fee that is being paid online', () => {
  it('is not taken at a desk meanwhile; taken there later, what the platform brings then goes back whole', async () => {
    const { id } = await fileDossier(test, citizen, licenceExchange)
    const { orderId } = done(await citizen.call('POST', `/services/my/dossiers/${id}/payment`))
    // Two tabs, one payment.
    const [one, other] = await Promise.all(
      [1, 2].map(async () => done(await citizen.call('POST', `/payments/orders/${orderId}/attempts`))),
    )
    expect(one).toEqual(other)
    await payingDone(parts)
    const take = () => officer.call('POST', `/services/dossiers/${id}/fees`, { fee: 'fee', method: 'cash' })
    expect(await take()).toMatchObject({ status: 409, body: { code: 'paymentUnderWay' } })
    await test.query(
      `update payments.attempt set started_at = started_at - interval '16 minutes' where order_id = $1`,
      [orderId],
    )
    const taken = await Promise.all([take(), take(), take()])
    expect(new Set(taken.map((answer) => done(answer).receiptNumber)).size).toBe(1)
    await deliver(test, await bank.end(one.reference, 'paid', false))
    expect(done(await citizen.call('GET', `/payments/orders/${orderId}`))).toMatchObject({
      state: 'paid',
      receipt: { number: done(await take()).receiptNumber },
      refunds: [{ cause: 'paid-twice', returnedAt: null }],
    })
  })
})

describe('the reconciliation of a day', () => {
  it('finds what matches, what only one side has, and what differs', async () => {
    const [matched, differing, ours] = [await payOnline(), await payOnline(), await payOnline()]
    const payments = new Map(bank.payments)
    payments.delete(ours.reference)
    const wrong = payments.get(differing.reference)
    if (wrong !== undefined) payments.set(differing.reference, { ...wrong, amount: '199000' })
    const at = statementOf(payments.values()).replaceAll(/\d{14}$/gm, `${today.replaceAll('-', '')}120000`)
    const content = `${at}TT-KHONG-CO,GD-LA,70000,${today.replaceAll('-', '')}120000\n`
    const first = done(await accountant.call('POST', '/payments/statements', { content }))
    expect(done(await accountant.call('POST', '/payments/statements', { content }))).toEqual({ ...first, fresh: 0 })
    const { compared } = await reconciled()
    const stateOf = (reference: string) =>
      compared.find((row: { reference: string }) => row.reference === reference)?.state
    expect([matched, differing, ours, { reference: 'TT-KHONG-CO' }].map(({ reference }) => stateOf(reference))).toEqual(
      ['matched', 'differs', 'ours-only', 'theirs-only'],
    )
    const table = await accountant.call('GET', `/payments/reconciliation/export?day=${today}`)
    expect(Buffer.from(table.body as ArrayBuffer).toString('utf8')).toContain('Chỉ nền tảng có,TT-KHONG-CO')
  })

  it('puts what does not agree first, and says what both sides come to', async () => {
    const { compared, sums } = await reconciled()
    const states = (compared as { state: string }[]).map(({ state }) => state)
    expect(states.slice(0, states.lastIndexOf('differs') + 1)).not.toContain('matched')
    expect(states.filter((state) => state === 'matched')).toHaveLength(sums.matched)
    const total = (side: string) =>
      compared.reduce((sum: number, row: Record<string, number>) => sum + (row[side] ?? 0), 0)
    expect(sums).toMatchObject({ open: states.length - sums.matched, ours: total('ours'), theirs: total('theirs') })
  })

  it('counts money on the day on which it came, also when its receipt is replaced on another', async () => {
    const { receipt, amount } = await takeAtCounter('transfer')
    await test.query(
      `with r as (update payments.receipt set issued_at = issued_at - interval '1 day' where id = $1 returning attempt_id)
        update payments.attempt a set settled_at = settled_at - interval '1 day' from r where a.id = r.attempt_id`,
      [receipt.id],
    )
    const before = await reconciled()
    const replacing = { reason: 'Ghi sai tên người nộp', kind: 'replaced', payerName: 'Lò Văn Đúng' }
    done(await accountant.call('POST', `/payments/receipts/${receipt.id}/voiding`, replacing))
    expect((await reconciled()).desks).toEqual(before.desks)
    const yesterday = done(await accountant.call('GET', `/payments/reconciliation?day=${addDays(today, -1)}`))
    expect(yesterday.desks).toMatchObject([{ receipts: 1, transfer: amount }])
  })

  it('has what came at midnight on one day, that of the statement', async () => {
    const { reference } = await payOnline()
    const midnight = `${today}T00:00:00+07:00`
    await test.query(
      `update payments.attempt set settled_at = $2::timestamptz - interval '1 millisecond' where reference = $1`,
      [reference, midnight],
    )
    const states = async (day: string) =>
      done(await accountant.call('GET', `/payments/reconciliation?day=${day}`))
        .compared.filter((row: { reference: string }) => row.reference === reference)
        .map(({ state }: { state: string }) => state)
    const days = async () => [await states(addDays(today, -1)), await states(today)]
    expect(await days()).toEqual([['ours-only'], []])
    const [line = ''] = statementOf([...bank.payments.values()].filter((one) => one.reference === reference))
      .split('\n')
      .slice(1)
    const content = `MaThamChieu,MaGiaoDich,SoTien,ThoiGianGD\n${line.replace(/\d{14}$/, `${today.replaceAll('-', '')}000000`)}\n`
    done(await accountant.call('POST', '/payments/statements', { content }))
    expect(await days()).toEqual([[], ['matched']])
  })

  it('reads a statement with texts that hold the separator', async () => {
    const time = `${today.replaceAll('-', '')}120000`
    const head = '"MaThamChieu";"NguoiNop";"MaGiaoDich";"SoTien";"ThoiGianGD"'
    const content = `${head}\r\nTT-LA-2;"Hộ ""Bình; Minh""";GD-LA-2;70000.00;${time}\r\n`
    expect(done(await accountant.call('POST', '/payments/statements', { content }))).toEqual({ lines: 1, fresh: 1 })
    const { compared } = await reconciled()
    expect(compared.find((row: { reference: string }) => row.reference === 'TT-LA-2')).toMatchObject({ theirs: 70_000 })
  })

  it('refuses a statement that it cannot read, by its lines', async () => {
    const head = 'MaThamChieu,MaGiaoDich,SoTien,ThoiGianGD'
    const refused = await accountant.call('POST', '/payments/statements', { content: `${head}\nA,B,mot,20261127` })
    expect(refused).toMatchObject({ status: 422, body: { code: 'statementUnread', places: [{ path: 'content.2' }] } })
    expect((await accountant.call('POST', '/payments/statements', { content: 'a,b' })).status).toBe(422)
  })
})

describe('what goes back', () => {
  it('is decided, then returned, each once; of what was paid rightly never more than came', async () => {
    const { id } = await owe(test)
    const { reference } = done(await citizen.call('POST', `/payments/orders/${id}/attempts`))
    await payingDone(parts)
    await deliver(test, await bank.end(reference, 'differs', false))
    const [refund] = done(await accountant.call('GET', '/payments/refunds?limit=200')).rows.filter(
      (row: { attemptReference: string }) => row.attemptReference === reference,
    )
    const path = `/payments/refunds/${refund.id}`
    expect((await accountant.call('POST', `${path}/return`, { transferCode: 'UNC 12' })).status).toBe(409)
    done(await accountant.call('POST', `${path}/decision`, { decision: '15/QĐ-TTPVHCC' }))
    expect((await accountant.call('POST', `${path}/decision`, { decision: '16/QĐ-TTPVHCC' })).status).toBe(409)
    done(await accountant.call('POST', `${path}/return`, { transferCode: 'UNC 12' }))
    expect((await accountant.call('POST', `${path}/return`, { transferCode: 'UNC 12' })).status).toBe(409)
    expect(done(await citizen.call('GET', `/payments/orders/${id}`)).refunds[0].returnedAt).not.toBeNull()

    const { id: dossierId, receipt } = await takeAtCounter('transfer')
    const back = (amount: number, decision: string) =>
      accountant.call('POST', `/payments/receipts/${receipt.id}/refund`, {
        amount,
        decision,
        reason: 'Thu sai mức phí',
      })
    expect((await back(receipt.amount + 1, '17/QĐ')).body.code).toBe('tooMuchBack')
    done(await back(35_000, '17/QĐ'))
    expect((await back(receipt.amount, '18/QĐ')).body.code).toBe('tooMuchBack')
    expect(await back(5000, '17/QĐ')).toMatchObject({ status: 409, body: { code: 'decidedAlready' } })
    // Given back by a decision, it was taken: nobody says that it was not.
    const undone = await accountant.call('POST', `/payments/receipts/${receipt.id}/voiding`, {
      reason: 'Bấm nhầm, chưa thu tiền',
      kind: 'mistaken',
    })
    expect(undone).toMatchObject({ status: 409, body: { code: 'moneyThere' } })
    expect((await receiptWith(receipt.number)).canUndo).toBe(false)

    const [decided] = done(await accountant.call('GET', '/payments/refunds?limit=200')).rows.filter(
      (row: { decision: string }) => row.decision === '17/QĐ',
    )
    done(await accountant.call('POST', `/payments/refunds/${decided.id}/return`, { transferCode: 'UNC 13' }))
    await test.settle()
    const told = await test.query<{ text: string }>(
      `select words->>'vi' as text from notification.message where kind like 'payment.refund%' and link like $1 order by kind`,
      [`%${dossierId}`],
    )
    expect(told.map(({ text }) => text.replace(/^[^:]*: /, ''))).toEqual([
      'đã có quyết định hoàn lại 35.000\u00a0₫. Cơ quan thu sẽ chuyển trả.',
      'đã hoàn lại 35.000\u00a0₫, chứng từ UNC 13.',
    ])
  })

  it('stands in the accounts of the day on which it went', async () => {
    expect((await reconciled()).returned).toMatchObject([
      { amount: 199_000, cause: 'amount-differs', decision: '15/QĐ-TTPVHCC', transferCode: 'UNC 12' },
      { amount: 35_000, cause: 'decided', decision: '17/QĐ', transferCode: 'UNC 13' },
    ])
    const table = await accountant.call('GET', `/payments/reconciliation/export?day=${today}`)
    const text = Buffer.from(table.body as ArrayBuffer).toString('utf8')
    for (const part of [
      '199000,Số tiền đến khác số phải trả.,15/QĐ-TTPVHCC,UNC 12',
      'Trả nhầm tiền thừa 5.000 đồng',
      'Cộng,',
    ])
      expect(text).toContain(part)
    const yesterday = `/payments/reconciliation?day=${addDays(today, -1)}`
    expect(done(await accountant.call('GET', yesterday)).returned).toEqual([])
  })
})

it('is printed by whoever takes money at the counter that wrote it, and by nobody of another', async () => {
  const { id } = await takeAtCounter('cash')
  const [fee] = done(await officer.call('GET', `/services/dossiers/${id}`)).fees
  const path = `/payments/desk/receipts/${fee.receiptId}`
  const { status, body, headers } = await officer.call('GET', path)
  expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect(readPdf(Buffer.from(body as ArrayBuffer)).join(' ')).toContain(fee.receiptNumber)
  expect((await (await test.as('motcua.xa')).call('GET', path)).status).toBe(404)
  expect((await citizen.call('GET', path)).status).toBe(403)
  expect((await test.nobody.call('GET', path)).status).toBe(401)
})

it('counts what was paid online among what was paid, by dossier and procedure', async () => {
  const figures = () => paidFigures(test.platform.connection.db, { from: today, to: today })
  const before = await figures()
  await takeAtCounter('cash')
  const { id } = await fileDossier(test, citizen, licenceExchange)
  const { orderId } = done(await citizen.call('POST', `/services/my/dossiers/${id}/payment`))
  const { reference } = done(await citizen.call('POST', `/payments/orders/${orderId}/attempts`))
  await payingDone(parts)
  await deliver(test, await bank.end(reference, 'paid', false))
  const after = await figures()
  expect([after.dossiers - before.dossiers, after.dossiersOnline - before.dossiersOnline]).toEqual([2, 1])
  const paid = await paidProcedures(test.platform.connection.db, { from: today, to: today })
  expect(paid.filter(({ isOnline }) => isOnline).map(({ code }) => code)).toEqual([licenceExchange])
})
