import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { codeOn } from './answer.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let citizen: Person
let code = ''

beforeAll(async () => {
  stage = await openStage()
}, 120_000)
afterAll(() => stage.stop())

describe('a driving licence is exchanged', { timeout: 60_000 }, () => {
  test('the citizen finds the procedure and signs in on the way', async () => {
    citizen = await stage.enter()
    await citizen.goTo('/')
    await citizen.write({ 'Cần làm thủ tục gì?': 'doi bang lai' })
    await citizen.press('Tìm')
    await citizen.press('Đổi giấy phép lái xe')
    await citizen.sees('135.000 ₫', 'Giấy khám sức khỏe của người lái xe')
    await citizen.press('Bắt đầu nộp hồ sơ')
    await citizen.signIn('congdan')
    await citizen.sees('Bước 1 trong')
  })

  test('what is known stands there already, and what is typed is saved while typing', async () => {
    const { page } = citizen
    expect(await page.locator('[name="applicant.fullName"]').inputValue()).toBe('Thân Thị Bích Phượng')
    await page.locator('[name="applicant.phone"]').pressSequentially('')
    await page.locator('[name="applicant.phone"]').fill('0979000218')
    await citizen.sees(/Đã lưu lúc \d\d:\d\d/)
    await page.reload()
    expect(await page.locator('[name="applicant.phone"]').inputValue()).toBe('0979000218')
    await citizen.picture('guide/nguoi-dan-cau-hoi')
    await citizen.press('Tiếp tục')
  })

  test('questions come as they are needed, and a mistake is said where it was made', async () => {
    const { page } = citizen
    await citizen.sees('Vì sao đổi')
    await citizen.choose('Thẻ bị hỏng')
    await citizen.press('Tiếp tục')
    await page.locator('[name=licenceNumber]').fill('24116800347')
    await citizen.choose('B2')
    for (const [part, text] of [['day', '5'], ['month', '5'], ['year', '2019']] as const) await page.locator(`[name="issuedOn.${part}"]`).fill(text)
    await citizen.press('Tiếp tục')
    await citizen.sees('Mới có 11 chữ số, cần đủ 12')
    await page.locator('[name=licenceNumber]').fill('241168003472')
    await citizen.press('Tiếp tục')
    await page.waitForURL(/\/delivery|\/nhan|\/giay-to|\/receive/)
  })

  test('papers go by the chooser of the phone', async () => {
    const { page } = citizen
    if (!page.url().endsWith('/giay-to')) {
      await citizen.choose('Tự đến')
      await citizen.press('Tiếp tục')
    }
    await page.waitForURL(/giay-to$/)
    for (const paper of ['Giấy phép lái xe đang dùng', 'Giấy khám sức khỏe của người lái xe']) {
      await citizen.give(paper)
      await page.locator('section', { hasText: paper }).getByText('Đã nhận đủ').waitFor()
    }
    await citizen.picture('guide/nguoi-dan-giay-to')
  })
})
