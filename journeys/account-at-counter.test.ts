import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requiredPapers } from '#engines/forms/contract.ts'
import { answersTo, completeProcedureOf, done, licenceExchange } from '../src/commands/testing/story.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let citizen: Person
let password = ''
const scanned = '024055000777|121234567|Giáp Văn Sáu|03021955|Nam|Thôn Hạ, Nghĩa Hưng, Lạng Giang, Bắc Giang|10052021'
const card = { fullName: 'Giáp Văn Sáu', personalId: '024055000777', birthDate: '1955-02-03' }

beforeAll(async () => {
  stage = await openStage()
  const procedure = completeProcedureOf(licenceExchange)
  const answers = await answersTo(stage.test, procedure)
  const counter = await stage.test.as('motcua.tinh')
  done(
    await counter.call('POST', `/services/reception/${licenceExchange}`, {
      answers,
      applicant: { ...card, phone: '0355123987' },
      paperOnly: requiredPapers(procedure.papers, answers).map((paper) => paper.id),
    }),
  )
  citizen = await stage.enter({ screen: 'phone', scripts: false })
}, 120_000)
afterAll(() => stage.stop())

describe('somebody who filed on paper wants to follow it online', { timeout: 60_000 }, () => {
  test('and is sent to a counter, with the card', async () => {
    await citizen.goTo('/dang-ky')
    await citizen.write({
      'Họ và tên': card.fullName,
      'Số định danh cá nhân': card.personalId,
      Ngày: '3',
      Tháng: '2',
      Năm: '1955',
      'Điện thoại': '0355123987',
      'Mật khẩu': 'con trau di truoc cai cay',
    })
    await citizen.press('Mở tài khoản')
    await citizen.sees(/mang thẻ căn cước đến bộ phận một cửa/)
    await citizen.picture('phone/dang-ky-tai-quay')
  })

  test('where an officer who sees the card gives a password for one use', async () => {
    const officer = await stage.enter({ screen: 'office' })
    await officer.signIn('motcua.tinh', '/can-bo/dang-nhap')
    await officer.goTo('/can-bo/quay/tai-khoan')
    await officer.write({ 'Số định danh cá nhân': scanned })
    await officer.page.getByLabel('Số định danh cá nhân').press('Enter')
    const read = ['Số định danh cá nhân', 'Họ và tên như trên thẻ', 'Ngày sinh'].map((label) =>
      officer.page.getByLabel(label).inputValue(),
    )
    expect(await Promise.all(read)).toEqual([card.personalId, card.fullName, '03/02/1955'])
    await officer.write({ 'Ngày sinh': '31/2/1955' })
    await officer.press('Mở tài khoản cho người này')
    await officer.sees('Không phải ngày có thật')
    for (const [width, height] of [
      [360, 740],
      [1440, 900],
    ] as const) {
      await officer.page.setViewportSize({ width, height })
      await officer.picture(`office/mo-tai-khoan-${width}`)
    }
    await officer.write({ 'Ngày sinh': '3/2/1955' })
    await officer.press('Mở tài khoản cho người này')
    await officer.sees(/Phải xem thẻ căn cước trước/)
    await officer.page.getByLabel(/Tôi đã xem thẻ căn cước/).check()
    await officer.press('Mở tài khoản cho người này')
    await officer.sees(`Đã mở tài khoản ${card.personalId}`)
    await officer.picture('office/tai-khoan-nguoi-dan')
    password = (await officer.page.locator('.citizen-account-once').textContent()) ?? ''
    expect(password.length).toBeGreaterThanOrEqual(12)
  })

  test('with which they set their own, and see what they filed', async () => {
    await citizen.goTo('/dang-nhap')
    await citizen.write({ 'Số định danh hoặc tên đăng nhập': card.personalId, 'Mật khẩu': password })
    await citizen.page.getByRole('button', { name: 'Đăng nhập' }).click()
    await citizen.sees('Đổi mật khẩu', /chỉ dùng một lần/)
    await citizen.picture('phone/mat-khau-mot-lan')
    await citizen.write({ 'Mật khẩu đang dùng': password, 'Mật khẩu mới': 'con trau di truoc cai cay' })
    await citizen.page.getByRole('button', { name: 'Đổi mật khẩu' }).click()
    await citizen.sees('Đổi bằng lái xe', 'Trong hạn')
    await citizen.picture('phone/trang-cua-nguoi-nop-giay')
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
