import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answersTo, completeProcedureOf, licenceExchange } from '../src/commands/testing/story.ts'
import { smallPdf } from '../src/commands/testing/test-platform.ts'
import { codeOn, fillPage, writingOn } from './answer.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let officer: Person
let code: string

beforeAll(async () => {
  stage = await openStage()
  officer = await stage.enter({ screen: 'office' })
}, 120_000)
afterAll(() => stage.stop())

/** Every paper is scanned: what is filed online has no paper. */
async function scansPapers(): Promise<void> {
  const { page } = officer
  const fields = page.locator('#reception input[type=file]')
  for (let at = 0; at < (await fields.count()); at++) {
    await fields.nth(at).setInputFiles({ name: `${at}.pdf`, mimeType: 'application/pdf', buffer: smallPdf(String(at)) })
    await page.getByText('1 tệp').nth(at).waitFor()
  }
}

describe('a commune officer helps to file online what the province decides', { timeout: 90_000 }, () => {
  test('the counter does not receive it, and offers to help', async () => {
    await officer.signIn('motcua.xa', '/can-bo/dang-nhap')
    await officer.goTo(`/can-bo/quay?thu-tuc=${licenceExchange}`)
    await officer.press('Hỗ trợ nộp trực tuyến thủ tục này')
    await officer.sees('Tôi cam đoan những điều khai trên là đúng')
    await officer.page.locator('#the').fill('024168009123')
    await officer.page.locator('#the').press('Enter')
    await officer.sees('Đã có trong hệ thống')
  })

  test('what is missing is said, the declaration last', async () => {
    const answers = await answersTo(stage.test, completeProcedureOf(licenceExchange))
    await fillPage(officer.page, answers, await writingOn(stage.test), '#reception')
    await officer.press('Còn thiếu gì…')
    await officer.sees(/Chưa nhận được: còn \d+ chỗ/)
    await scansPapers()
    await officer.press('Còn thiếu gì…')
    await officer.sees('In tờ khai để người nộp ký')
    await officer.press('Gửi hồ sơ trực tuyến')
    await officer.sees('Cần cam đoan những điều khai là đúng')
    await officer.picture('office/quay-ho-tro')
  })

  test('the citizen reads it and agrees; it is filed in their name and the receipt comes out', async () => {
    await officer.choose('Đã đọc trên màn hình')
    await officer.press('Gửi hồ sơ trực tuyến')
    await officer.sees('Đã nộp trực tuyến', 'In biên nhận cho người nộp', 'Người hỗ trợ')
    await officer.picture('office/quay-da-nop-ho')
    code = codeOn(await officer.reads())
    await stage.settle()
  })

  test('the citizen finds it on their own page, with who helped', async () => {
    const citizen = await stage.enter({ screen: 'phone' })
    await citizen.signIn('congdan', '/dang-nhap')
    await citizen.goTo('/trang-cua-toi')
    await citizen.press(code)
    await citizen.sees(/hỗ trợ nộp; người nộp đọc lời cam đoan trên màn hình/)
  })

  test('nothing is left at the counter', async () => {
    await officer.goTo('/can-bo/quay')
    await officer.sees('Không có hồ sơ nào nhập dở')
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
