import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { png } from '#engines/files/testing/make-picture.ts'
import { licenceExchange, writeDraft } from '../src/commands/testing/story.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let citizen: Person
let draft = ''

beforeAll(async () => {
  stage = await openStage()
  const visitor = await stage.test.as('congdan')
  draft = await writeDraft(stage.test, visitor, licenceExchange, { papers: false })
  citizen = await stage.enter({ screen: 'phone', as: visitor })
}, 120_000)
afterAll(() => stage.stop())

const give = (name: string, mimeType: string, buffer: Buffer) =>
  citizen.page.locator('form[data-paper=licence] input[type=file]').setInputFiles({ name, mimeType, buffer })
const step = () => new URL(citizen.page.url()).pathname.split('/').at(-1)

describe('papers are sent over a thin line', { timeout: 60_000 }, () => {
  test('a file that is refused says why, and stays until it is taken away', async () => {
    await citizen.goTo(`/nop/${draft}/giay-to`)
    await give('anh.pdf', 'application/pdf', Buffer.from('not a PDF'))
    await citizen.sees('Chưa gửi được', /không đọc được hoặc không phải ảnh, PDF/)
    await citizen.press('Tiếp tục')
    await citizen.sees('Có tệp chưa gửi được. Gửi lại hoặc bỏ tệp đó rồi làm tiếp.')
    expect(step()).toBe('giay-to')
    await citizen.press(/^Bỏ Giấy phép/)
  })

  test('whoever is signed out meanwhile is told so, and nothing else is blamed', async () => {
    const cookies = await citizen.page.context().cookies()
    await citizen.page.context().clearCookies({ name: 'session' })
    await give('giay-phep.png', 'image/png', png(600, 400))
    await citizen.sees('Chưa gửi được', 'Cần đăng nhập để làm việc này.')
    await citizen.page.context().addCookies(cookies)
    await citizen.press(/^Bỏ Giấy phép/)
  })

  test('going on waits for the file under way, says so, and then goes on by itself', async () => {
    let letThrough = () => {}
    const line = new Promise<void>((resolve) => (letThrough = resolve))
    await citizen.page.route('**/uploads/*', async (route) => {
      if (route.request().method() === 'PATCH') await line
      await route.continue()
    })
    await give('giay-phep.png', 'image/png', png(600, 400))
    await citizen.sees('giay-phep.png')
    await citizen.press('Tiếp tục')
    await citizen.sees('Còn tệp đang gửi. Gửi xong sẽ tự làm tiếp.')
    expect(step()).toBe('giay-to')
    await citizen.picture('phone/giay-to-dang-gui', true)
    letThrough()
    await citizen.page.waitForURL(/kiem-tra$/)
  })

  test('the last look shows each paper with its picture, how much it is, and nothing where there is none', async () => {
    await citizen.sees('1 ảnh, 1 KB', 'Chưa có tệp')
    const picture = citizen.page.locator('.summary-files img')
    await picture.scrollIntoViewIfNeeded()
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(600)
    await citizen.picture('phone/kiem-tra-giay-to', true)
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
