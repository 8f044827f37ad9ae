import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { marriage, thang } from '../src/commands/testing/co-applicants.ts'
import { answersTo, completeProcedureOf } from '../src/commands/testing/story.ts'
import { smallPdf } from '../src/commands/testing/test-platform.ts'
import { officerOfTwoCounters } from '../src/commands/testing/two-counters.ts'
import { fillPage, writingOn } from './answer.ts'
import { screens } from './open-browser.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let officer: Person

beforeAll(async () => {
  stage = await openStage()
  officer = await stage.enter({ screen: 'office', as: (await officerOfTwoCounters(stage.test)).officer })
}, 120_000)
afterAll(() => stage.stop())

const place = () => officer.page.locator('#noi-nop').inputValue()

describe('an officer of two counters helps two people to file online', { timeout: 90_000 }, () => {
  test('they say at which counter they sit today, and the place of filing follows', async () => {
    await officer.goTo(`/can-bo/quay?thu-tuc=${marriage}&cach=truc-tuyen`)
    await officer.sees('Hỗ trợ tại quầy')
    const [first, second] = ['Bộ phận Một cửa xã Nghĩa Hưng', 'Bộ phận Một cửa xã Quang Thịnh']
    await officer.choose(first)
    expect(await place()).toContain('Nghĩa Hưng')
    await officer.choose(second)
    expect(await place()).toContain('Quang Thịnh')
  })

  test('both sign in print: the sheet bears the counter, all answers, the declaration and a place for each name', async () => {
    const { page } = officer
    await page.locator('#the').fill('024168009123')
    await page.locator('#the').press('Enter')
    await officer.sees('Đã có trong hệ thống')
    const answers = await answersTo(stage.test, completeProcedureOf(marriage))
    const groom = { ...(answers['groom'] as object), fullName: thang.name, personalId: thang.personalId }
    await fillPage(page, { ...answers, proof: 'here', groom }, await writingOn(stage.test), '#reception')
    const fields = page.locator('#reception input[type=file]')
    for (let at = 0; at < (await fields.count()); at++) {
      await fields.nth(at).setInputFiles({ name: `${at}.pdf`, mimeType: 'application/pdf', buffer: smallPdf(`${at}`) })
      await page.getByText('1 tệp').nth(at).waitFor()
    }
    await officer.press(`Ghi ${thang.name}, có trong tờ khai`)
    await officer.press('Còn thiếu gì…')
    await officer.sees('In tờ khai để người nộp ký')
    await page.emulateMedia({ media: 'print' })
    await officer.sees(
      'Nộp trực tuyến, được hỗ trợ tại Bộ phận Một cửa xã Quang Thịnh',
      `${thang.name}, số định danh ${thang.personalId}`,
      'Chứng minh còn độc thân',
      'Người nộp ký, ghi rõ họ tên',
      'Người cùng nộp ký, ghi rõ họ tên',
    )
    expect(
      await page.locator('.sheet-to-sign blockquote, .sheet-to-sign p', { hasText: 'Tôi cam đoan' }).isVisible(),
    ).toBe(true)
    expect(await page.locator('#reception').isVisible()).toBe(false)
    // Nothing but the sheet is printed.
    const printed = await page.locator('body').innerText()
    expect(printed).not.toMatch(/Ngày hẹn trả|Chưa nhận được|hỗ trợ nộp trực tuyến/)
    await page.setViewportSize({ width: 794, height: 1123 })
    await officer.picture('office/quay-ban-in', true)
    await page.setViewportSize(screens.office)
    await page.emulateMedia({ media: 'screen' })
  })

  test('signed, it is filed, with the counter that helped', async () => {
    await officer.choose('Đã ký tờ khai giấy')
    await officer.choose('Đã ký bản in')
    await officer.press('Gửi hồ sơ trực tuyến')
    await officer.sees('Đã nộp trực tuyến', /Bộ phận Một cửa xã Quang Thịnh/, /Thân Thị Bích Phượng, Ngô Văn Thắng/)
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
