import { afterAll, beforeAll, expect, it } from 'vitest'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { dateAt } from '#values/plain-date.ts'
import { done, licenceExchange, receiveOnPaper } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** What a period used of the books of receipts: every number is accounted for, those that were voided too. */

let test: TestPlatform
let accountant: Visitor
let officer: Visitor
// Noon: nothing of this happens over midnight.
const noon = new Date(`${dateAt(new Date())}T12:00:00+07:00`).getTime() - Date.now()
const today = dateAt(new Date(Date.now() + noon))
const listed: { id: string; number: string }[] = []

beforeAll(async () => {
  test = await startTestPlatform({ dossiers: 0, now: () => new Date(Date.now() + noon) })
  ;[accountant, officer] = await Promise.all([test.as('ketoan.tinh'), test.as('motcua.tinh')])
  for (const method of ['cash', 'transfer', 'cash']) {
    const { id } = await receiveOnPaper(test, officer, licenceExchange)
    done(await officer.call('POST', `/services/dossiers/${id}/fees`, { fee: 'fee', method }))
  }
  listed.push(...done(await accountant.call('GET', `/payments/receipts?day=${today}`)).rows.reverse())
  const voiding = { reason: 'Bấm nhầm, chưa thu tiền', kind: 'mistaken' }
  done(await accountant.call('POST', `/payments/receipts/${listed[1]?.id}/voiding`, voiding))
}, 240_000)
afterAll(() => test.stop())

const pages = (pdf: unknown): string[] =>
  readPdf(Buffer.from(pdf as ArrayBuffer)).map((page) => page.replaceAll('\u200b', '').replaceAll(/\s+/g, ' '))
const period = `from=${today}&to=${today}`
const use = async (asked = period, who = accountant) => who.call('GET', `/payments/receipt-use?${asked}`)

it('says from which number to which, how many were voided, and what came in for those that hold', async () => {
  const [book] = done(await use())
  const numbers = listed.map(({ number }) => number)
  expect(book).toMatchObject({ before: null, first: numbers[0], last: numbers[2], used: 3, voided: 1, amount: 270_000 })
  expect(Number(book.last) - Number(book.first) + 1).toBe(book.used)
})

it('names each that was voided, by whom and why, and pages through them', async () => {
  const { rows, next } = done(await accountant.call('GET', `/payments/void-receipts?${period}&limit=1`))
  expect(rows).toMatchObject([{ number: listed[1]?.number, voidReason: 'Bấm nhầm, chưa thu tiền' }])
  expect(next).toBeUndefined()
})

it('a later period begins behind the last number of the one before, and counts what is voided in it', async () => {
  await test.query(`update payments.receipt set issued_at = issued_at - interval '100 days' where id = $1`, [
    listed[0]?.id,
  ])
  const [book] = done(await use())
  expect(book).toMatchObject({ before: listed[0]?.number, first: listed[1]?.number, used: 2, voided: 1 })
  await test.query(`update payments.receipt set issued_at = issued_at + interval '100 days' where id = $1`, [
    listed[0]?.id,
  ])
})

it('is printed with its totals, books and void numbers', async () => {
  const [page = ''] = pages(done(await accountant.call('GET', `/payments/receipt-use/print?${period}`)))
  expect(page).toContain('BÁO CÁO TÌNH HÌNH SỬ DỤNG BIÊN LAI')
  expect(page).toMatch(/Tổng cộng ?3 ?1 ?270\.000 đồng/)
  expect(page).toMatch(new RegExp(`Biên lai đã hủy trong kỳ.*${listed[1]?.number}.*Bấm nhầm, chưa thu tiền`))
})

it('a receipt is printed in two copies with symbol, number, form of payment and who took the money', async () => {
  const [first = '', second = '', ...more] = pages(
    done(await officer.call('GET', `/payments/desk/receipts/${listed[0]?.id}`)),
  )
  expect(more).toEqual([])
  expect([first, second].map((page) => /\(Liên [^)]+\)/.exec(page)?.[0])).toEqual([
    '(Liên 1: Lưu tại cơ quan thu)',
    '(Liên 2: Giao cho người nộp tiền)',
  ])
  for (const text of [
    `Ký hiệu: BG-${today.slice(2, 4)}E`,
    `Số: ${listed[0]?.number}`,
    'Tiền mặt',
    'NGƯỜI THU TIỀN',
    'Trần Kim Ly',
  ])
    expect(second).toContain(text)
  expect(second).not.toContain('ĐÃ HỦY')
})

it('the tax code of the counter, or of the nearest unit above, stands on the receipt and in the report, from its day on', async () => {
  const printed = async () => pages(done(await officer.call('GET', `/payments/desk/receipts/${listed[0]?.id}`)))[0]
  const report = async () => pages(done(await accountant.call('GET', `/payments/receipt-use/print?${period}`)))[0]
  expect(await printed()).not.toContain('Mã số thuế')
  const give = async (unit: string, code: string) => {
    const given = `update directory.unit_version v set tax_code = $2 from directory.unit u where u.id = v.unit_id and u.code = $1`
    await test.query(given, [unit, code])
    // Units are kept in memory for a moment.
    await expect.poll(printed, { timeout: 40_000, interval: 1000 }).toContain(`Mã số thuế: ${code}`)
  }
  const [{ above } = { above: '' }] = await test.query<{ above: string }>(
    `select p.code as above from directory.unit u join directory.unit_version v on v.unit_id = u.id join directory.unit p on p.id = v.parent_id where u.code = 'TTPVHCC'`,
  )
  await give(above, '2400111222')
  await give('TTPVHCC', '2400111222-003')
  expect(await report()).toContain('MST: 2400111222-003')
}, 90_000)

it('one that was voided says so on each copy', async () => {
  const copies = pages(done(await accountant.call('GET', `/payments/receipts/${listed[1]?.id}/print`)))
  expect(copies).toHaveLength(2)
  for (const copy of copies) expect(copy).toMatch(/ĐÃ HỦY lúc .*Lý do: Bấm nhầm, chưa thu tiền/)
})

it('is no matter of whoever keeps no accounts; an officer prints what they took themselves', async () => {
  expect((await use(period, officer)).status).toBe(403)
  expect((await officer.call('GET', `/payments/receipts/${listed[0]?.id}/print`)).status).toBe(403)
  const other = await test.as('motcua.huyen')
  expect((await other.call('GET', `/payments/desk/receipts/${listed[0]?.id}`)).status).toBe(404)
})

it.each([
  ['the last day before the first', 'from=2026-03-02&to=2026-03-01'],
  ['more than a year', 'from=2024-01-01&to=2026-01-01'],
  ['no days', 'from=&to='],
])('is refused for %s', async (_, asked) => expect((await use(asked)).status).toBe(422))
