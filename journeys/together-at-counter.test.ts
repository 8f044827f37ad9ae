import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { marriage, thang } from '../src/commands/testing/co-applicants.ts'
import { answersTo, completeProcedureOf } from '../src/commands/testing/story.ts'
import { codeOn, fillPage, writingOn } from './answer.ts'
import { screens } from './open-browser.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let officer: Person
let code = ''

beforeAll(async () => {
  stage = await openStage()
  officer = await stage.enter({ screen: 'office' })
}, 120_000)
afterAll(() => stage.stop())

const field = (part: string) => officer.page.locator(`[name="co-applicants.0.${part}"]`)

describe('two people who marry come to the counter', { timeout: 90_000 }, () => {
  test('the officer takes the other of the two from the form, for both stand there', async () => {
    await officer.signIn('motcua.xa', '/can-bo/dang-nhap')
    await officer.goTo(`/can-bo/quay?thu-tuc=${marriage}`)
    await officer.page.locator('#the').fill('024168009123')
    await officer.page.locator('#the').press('Enter')
    await officer.sees('Đã có trong hệ thống')
    const answers = await answersTo(stage.test, completeProcedureOf(marriage))
    const groom = { ...(answers['groom'] as object), fullName: thang.name, personalId: thang.personalId }
    await fillPage(officer.page, { ...answers, proof: 'here', groom }, await writingOn(stage.test), '#reception')
    for (const box of await officer.page.locator('input[name=ban-giay]').all()) await box.check()
    await officer.sees('Bên kia: có mặt thì đọc hồ sơ và xác nhận tại đây')
    await officer.press(`Ghi ${thang.name}, có trong tờ khai`)
    expect(await field('personalId').inputValue()).toBe(thang.personalId)
  })

  test('nothing is received before it is said how he confirmed', async () => {
    await officer.press('Tiếp nhận, in giấy hẹn')
    await officer.sees('Chưa nhận được: còn 1 chỗ', `Ghi cách ${thang.name} xác nhận: có mặt, hoặc đã ký tờ khai giấy`)
    await field('fullName').scrollIntoViewIfNeeded()
    await officer.picture('office/quay-cung-nop')
    await officer.page.setViewportSize(screens.phone)
    await officer.picture('office/quay-cung-nop-360', true)
    await officer.page.setViewportSize(screens.office)
  })

  test('who is named is kept with the draft, letter by letter, also half a number', async () => {
    const kept = officer.page.waitForResponse(
      (answer) => answer.ok() && (answer.request().postData()?.includes('0.confirmed=present') ?? false),
    )
    await field('personalId').fill('024 080 00')
    await officer.choose('Có mặt, đã xác nhận')
    await kept
    await officer.goTo(officer.page.url())
    expect(await field('personalId').inputValue()).toBe('02408000')
    expect(await officer.page.locator('[name="co-applicants.0.confirmed"][value=present]').isChecked()).toBe(true)
  })

  test('his card is read into the same place', async () => {
    await field('personalId').fill(
      `${thang.personalId}||${thang.name}|04071980|Nam|Thôn Hạ, xã Nghĩa Hưng, huyện Lạng Giang, tỉnh Bắc Giang|01012021`,
    )
    await field('personalId').press('Enter')
    expect(await field('birthDate').inputValue()).toBe('04/07/1980')
    await officer.press('Tiếp nhận, in giấy hẹn')
    await officer.sees('In giấy hẹn (Mẫu 01)', /Thân Thị Bích Phượng, Ngô Văn Thắng/)
    code = codeOn(await officer.reads())
    await stage.settle()
  })

  test('he finds it on his page, with who confirmed and how', async () => {
    const groom = await stage.enter({ screen: 'phone', as: await stage.test.as('doanhnghiep') })
    await groom.goTo('/trang-cua-toi')
    await groom.press(code)
    await groom.sees(
      'Ông/bà cùng nộp hồ sơ này với Thân Thị Bích Phượng',
      `Cùng nộp, đã xác nhận tại quầy: ${thang.name}`,
    )
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
