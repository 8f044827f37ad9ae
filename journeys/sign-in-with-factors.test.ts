import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoPassword } from '../src/demo/accounts.ts'
import { oneTimeCode } from '../src/commands/testing/one-time-code.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let clock = new Date()
const later = (seconds: number) => void (clock = new Date(clock.getTime() + seconds * 1000))

let stage: Stage
let official: Person
let secret: string
let recoveryCode: string

beforeAll(async () => {
  stage = await openStage({ dossiers: 5, now: () => clock })
  official = await stage.enter({ screen: 'office' })
}, 120_000)
afterAll(() => stage.stop())

/** Signs in by password; on to the second step. */
async function firstStep(path: string): Promise<void> {
  await official.page.context().clearCookies({ name: 'session' })
  await official.goTo(path)
  await official.page.locator('[name=login]').fill('quantri')
  await official.page.locator('[name=password]').fill(demoPassword)
  await official.page.keyboard.press('Enter')
  await official.page.waitForURL(/xac-thuc/)
}

describe('an official with an authenticator app', { timeout: 60_000 }, () => {
  test('sets it up from the account page, by QR code or key, and keeps the recovery codes', async () => {
    await official.signIn('quantri', '/can-bo/dang-nhap')
    await official.goTo('/can-bo/mat-khau')
    await official.press('Xem và đổi')
    await official.sees('Đăng nhập hai bước', 'chưa có')
    await official.press('Thêm ứng dụng')
    await official.sees('1. Quét mã QR này')
    secret = (await official.page.locator('.factor-secret').innerText()).replaceAll(' ', '')
    await official.picture('office/ung-dung-tao-ma')
    await official.write({ '2. Nhập mã 6 số': '000000' })
    await official.press('Bật')
    await official.sees('Mã không đúng')
    await official.write({ '2. Nhập mã 6 số': oneTimeCode(secret, clock) })
    await official.press('Bật')
    await official.sees('Mã dự phòng của bạn', 'còn 10 mã')
    recoveryCode = await official.page.locator('.factor-codes li').first().innerText()
    await official.picture('office/ma-du-phong')
  })

  test('is asked for its code after the password, and led on to where they wanted', async () => {
    later(60)
    await firstStep('/can-bo/tin-nhan')
    await official.picture('office/buoc-hai')
    await official.write({ 'Mã 6 số': '000000' })
    await official.press('Đăng nhập')
    await official.sees('Mã không đúng')
    await official.write({ 'Mã 6 số': oneTimeCode(secret, clock) })
    await official.press('Đăng nhập')
    await official.page.waitForURL(/\/can-bo\/tin-nhan$/)
  })

  test('gets in without the phone by a recovery code, once', async () => {
    await firstStep('/can-bo/tai-khoan')
    await official.write({ 'Mã 6 số': recoveryCode })
    await official.press('Đăng nhập')
    await official.page.waitForURL(/\/can-bo\/tai-khoan$/)
    await official.sees('còn 9 mã')
  })

  test('confirms who they are before a dangerous act, on the same screen, and what they typed is still there', async () => {
    later(11 * 60)
    await official.goTo('/quan-tri/tai-khoan?nguoi=Nguyen')
    await official.page.locator('#login-moi').fill('nguoi.moi')
    await official.press('Cấp tài khoản')
    await official.sees('Xin xác nhận lại', 'Những gì đã điền vẫn còn nguyên.')
    await official.picture('office/xac-nhan-lai')
    await official.write({ 'Mật khẩu, hoặc mã 6 số': 'khong phai mat khau' })
    await official.press('Xác nhận')
    await official.sees('Mật khẩu hoặc mã không đúng')
    await official.write({ 'Mật khẩu, hoặc mã 6 số': oneTimeCode(secret, clock) })
    await official.press('Xác nhận')
    await official.sees('Đã xác nhận')
    expect(await official.page.locator('#login-moi').inputValue()).toBe('nguoi.moi')
    await official.press('Cấp tài khoản')
    await official.sees(/Mật khẩu dùng một lần/)
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
