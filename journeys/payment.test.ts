import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPaymentPlatform, type SimulatedPaymentPlatform } from '#sandbox/payment-platform/payment-platform.ts'
import { startPaying } from '#engines/payments/index.ts'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { payingParts } from '../src/commands/testing/payments.ts'
import {
  copyDraft,
  licenceExchange,
  receiveOnPaper,
  submit,
  writeDraft,
  type Filed,
} from '../src/commands/testing/story.ts'
import type { Visitor } from '../src/commands/testing/test-platform.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let bank: SimulatedPaymentPlatform
let paying: ReturnType<typeof startPaying>
let citizen: Person
let visitor: Visitor
let dossiers: Filed[]

beforeAll(async () => {
  stage = await openStage({
    environment: async (url) => {
      bank = await startPaymentPlatform(0, url)
      return bank.variables
    },
  })
  paying = startPaying(payingParts(stage.test, bank.variables))
  visitor = await stage.test.as('congdan')
  const draft = await writeDraft(stage.test, visitor, licenceExchange)
  const drafts = [draft, ...(await copyDraft(stage.test, draft, 2))]
  dossiers = []
  for (const one of drafts) dossiers.push(await submit(visitor, one))
  citizen = await stage.enter({ screen: 'phone', scripts: false, as: visitor })
}, 120_000)
afterAll(async () => {
  await paying.stop()
  await stage.stop()
  await bank.close()
})

const filed = (at: number): Filed => dossiers[at] as Filed

/** From the page of a dossier to the page of the bank, which the browser reaches by itself. */
async function goToBank(dossier: Filed): Promise<void> {
  await citizen.goTo(`/trang-cua-toi/ho-so/${dossier.id}`)
  await citizen.press('Trả phí')
  await citizen.sees('Trả phí 135.000 ₫', 'Tổng cộng', 'Thu cho')
  await citizen.picture('phone/tra-phi', true)
  await citizen.press('Sang trang ngân hàng')
  await citizen.page.waitForURL(`${bank.url}/tra/*`)
}

describe('a citizen pays a fee by the national platform, without a script', { timeout: 60_000 }, () => {
  test('turns back, pays after all, and holds a receipt that anybody can verify', async () => {
    await goToBank(filed(0))
    await citizen.press('Thôi, không trả')
    await citizen.sees('Chưa trả được 135.000 ₫', 'không bị trừ')
    await citizen.press('Trả lại')
    await citizen.page.waitForURL(`${bank.url}/tra/*`)
    await citizen.press(/^Trả$/)
    await citizen.sees('Đã nhận 135.000 ₫', 'Một trăm ba mươi lăm nghìn đồng', /Số 00\d+/)
    await citizen.picture('phone/da-tra', true)
    const pdf = await citizen.page.request.get(
      (await citizen.page.getByRole('link', { name: 'Tải PDF' }).getAttribute('href')) as string,
    )
    expect(
      readPdf(await pdf.body())
        .join(' ')
        .replaceAll(/\s+/g, ' '),
    ).toContain('Thân Thị Bích Phượng')
    const code = /[2-9A-HJ-NP-Z]{16}/.exec(await citizen.reads())?.[0] ?? ''
    const stranger = await stage.enter({ screen: 'phone' })
    await stranger.goTo(`/kiem-tra/${code}`)
    await stranger.sees('Biên lai thu phí, lệ phí', '135.000 ₫', 'Thân T*** B*** P***')
  })

  test('does not pay twice while nothing is known, and hears when the message of the bank was lost', async () => {
    await goToBank(filed(1))
    await citizen.press('Ngân hàng chưa trả lời')
    await citizen.sees('Chưa biết tiền đã đi chưa. Đừng trả lần nữa', 'Đóng trang này được.')
    await citizen.picture('phone/cho-ngan-hang', true)
    const reference = /TT-\d{6}-[2-9A-Z]{10}/.exec(await citizen.reads())?.[0] ?? ''
    await bank.end(reference, 'lost')
    await citizen.goTo(`/thanh-toan/tro-ve?MaThamChieu=${reference}`)
    await stage.test.query(
      `update payments.attempt set next_ask_at = now() where reference = $1 and state = 'pending'`,
      [reference],
    )
    await expect
      .poll(() => citizen.page.reload().then(() => citizen.reads()), { timeout: 20_000 })
      .toContain('Đã nhận 135.000')
  })

  test('learns that what the bank took twice goes back', async () => {
    await goToBank(filed(2))
    await citizen.press('Trả, ngân hàng trừ hai lần')
    await citizen.sees('Đã nhận 135.000 ₫', '135.000 ₫ được hoàn lại', 'Ngân hàng đã trừ hai lần.')
  })

  test('and reads of it among the messages; the counter sees it paid', async () => {
    await stage.settle()
    await citizen.goTo('/trang-cua-toi/tin-nhan')
    await citizen.sees('Đã nhận 135.000 ₫ của hồ sơ', 'đã nhận thừa 135.000 ₫')
    const [receiver] = await stage.test.query<{ key: number }>(
      `select assignee as key from workflow.task where subject_id = $1 and is_open limit 1`,
      [filed(0).id],
    )
    const officer = await stage.enter({ as: await stage.test.asHolderOf(receiver?.key ?? 0) })
    await officer.goTo(`/can-bo/ho-so/${filed(0).id}`)
    await officer.sees('Đã trả 135.000 ₫ qua mạng')
  })

  test('the accountant compares the day with the statement, and returns what came twice by a decision', async () => {
    const accountant = await stage.enter({ as: await stage.test.as('ketoan.tinh') })
    await accountant.goTo('/can-bo')
    await accountant.press('Đối soát thu phí')
    await accountant.sees('4 cần xem', 'Ngân hàng đã trừ hai lần.')
    const statement = await (await fetch(`${bank.url}/so-ke`)).text()
    await accountant.write({ 'Nội dung sao kê': statement })
    await accountant.press('Nhập sao kê')
    await accountant.sees('4 khớp, 0 cần xem')
    await accountant.write({ 'Số quyết định': '15/QĐ-TTPVHCC' })
    await accountant.press('Ghi quyết định')
    await accountant.sees('Quyết định 15/QĐ-TTPVHCC')
    await accountant.picture('desk/doi-soat')
    await accountant.write({ 'Số chứng từ chuyển tiền': 'UNC 0012' })
    await accountant.press('Ghi đã hoàn')
    await accountant.sees('Không có khoản nào.')
    await citizen.goTo(`/trang-cua-toi/ho-so/${filed(2).id}`)
    await citizen.sees('Đã trả 135.000 ₫ qua mạng')
  })

  test('an officer closes the desk with what they counted', async () => {
    const officer = await stage.enter({ as: await stage.test.as('motcua.tinh') })
    const received = await receiveOnPaper(stage.test, await stage.test.as('motcua.tinh'), licenceExchange)
    await officer.goTo(`/can-bo/quay/da-nhan/${received.id}`)
    await officer.press('Tiền mặt')
    await officer.sees(/biên lai 0/)
    await officer.goTo('/can-bo/thu-phi')
    await officer.sees('135.000 ₫')
    await officer.write({ 'Tiền mặt đếm được (đồng)': '135.000' })
    await officer.picture('desk/chot-quy')
    await officer.press('Chốt quỹ')
    await officer.sees('Không có khoản nào chưa chốt')
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
