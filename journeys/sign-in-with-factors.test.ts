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
  stage = await openStage({ host: 'localhost', dossiers: 5, now: () => clock })
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
})

describe('an official with a passkey', { timeout: 60_000 }, () => {
  let keeper: Person

  test('adds it under a name of its own', async () => {
    keeper = await stage.enter({ screen: 'office' })
    await plugIn(keeper)
    await keeper.signIn('giamdoc.gtvt', '/can-bo/dang-nhap')
    await keeper.goTo('/can-bo/tai-khoan')
    await keeper.write({ 'Đặt tên cho khóa mới': 'Điện thoại' })
    await keeper.press('Thêm khóa truy cập')
    await keeper.sees('Mã dự phòng của bạn', 'chưa dùng')
    await keeper.picture('office/khoa-truy-cap', true)
  })

  test('signs in with it alone, and on to where they wanted', async () => {
    await keeper.page.context().clearCookies({ name: 'session' })
    await keeper.goTo('/can-bo/tin-nhan')
    await keeper.picture('office/dang-nhap')
    await keeper.press('Dùng khóa truy cập')
    await keeper.page.waitForURL(/\/can-bo\/tin-nhan$/)
  })

  test('or takes it as the second step, and for a fresh proof', async () => {
    await keeper.page.context().clearCookies({ name: 'session' })
    await keeper.goTo('/can-bo/tai-khoan')
    await keeper.page.locator('[name=login]').fill('giamdoc.gtvt')
    await keeper.page.locator('[name=password]').fill(demoPassword)
    await keeper.page.keyboard.press('Enter')
    await keeper.page.waitForURL(/xac-thuc/)
    await keeper.press('Dùng khóa truy cập')
    await keeper.page.waitForURL(/\/can-bo\/tai-khoan$/)
    later(11 * 60)
    await keeper.press(/^Gỡ$/)
    await keeper.sees('Xin xác nhận lại')
    await keeper.press('Dùng khóa truy cập')
    await keeper.sees('Đã xác nhận')
    await keeper.press(/^Gỡ$/)
    await keeper.page.getByText('Điện thoại', { exact: true }).waitFor({ state: 'detached' })
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})

/** A phone or token that verifies its owner, within reach of the browser. */
async function plugIn({ page }: Person): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}
