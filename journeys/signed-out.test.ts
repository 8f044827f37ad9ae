import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileDossier } from '../src/commands/testing/story.ts'
import { demoPassword } from '../src/demo/accounts.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

const own = 'mua he nam ay ta di bien'

let stage: Stage
let official: Person
beforeAll(async () => {
  stage = await openStage()
  await stage.test.query(`update identity.account set must_change_password = true where login = 'chuyenvien.xa'`)
  official = await stage.enter({ screen: 'office' })
}, 120_000)
afterAll(() => stage.stop())

describe('an official who was given a password for one use', { timeout: 60_000 }, () => {
  test('is led to change it at the first sign-in, and on to where they wanted', async () => {
    await official.goTo('/can-bo/ho-so')
    await official.signIn('chuyenvien.xa')
    await official.sees('Mật khẩu này được cấp để dùng một lần')
    await official.write({ 'Mật khẩu đang dùng': demoPassword, 'Mật khẩu mới': own, 'Gõ lại mật khẩu mới': own })
    await official.press(/^Đổi mật khẩu$/)
    await official.page.waitForURL(/\/can-bo\/ho-so$/)
    await official.sees('Hồ sơ thủ tục')
  })

  test('and whoever is signed out meanwhile signs in again and reads on', async () => {
    await official.page.context().clearCookies({ name: 'session' })
    await official.press('Tin nhắn')
    await official.page.waitForURL(/dang-nhap/)
    await official.page.locator('[name=login]').fill('chuyenvien.xa')
    await official.page.locator('[name=password]').fill(own)
    await official.page.keyboard.press('Enter')
    await official.page.waitForURL(/\/can-bo\/tin-nhan$/)
    await official.sees('Tin nhắn')
  })

  test('and what was written when the session ended is still there, and sent after signing in elsewhere', async () => {
    const { id } = await fileDossier(stage.test, await stage.test.as('congdan'), '1.004873')
    await official.goTo(`/can-bo/ho-so/${id}?viec=opinion`)
    await official.write({ 'Ý kiến của bạn': 'Đã đối chiếu sổ hộ tịch.' })
    await official.page.context().clearCookies({ name: 'session' })
    await official.page.keyboard.press('Control+Enter')
    await official.sees(/Đã hết phiên đăng nhập/)
    const again = await official.page.context().newPage()
    await again.goto('/can-bo/dang-nhap')
    await again.locator('[name=login]').fill('chuyenvien.xa')
    await again.locator('[name=password]').fill(own)
    await again.keyboard.press('Enter')
    await again.waitForURL(/\/can-bo$/)
    await official.page.keyboard.press('Control+Enter')
    await official.page.waitForURL(/xong=/)
    await official.sees('Đã đối chiếu sổ hộ tịch.')
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
