import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settleDossier } from '../src/commands/testing/settle-dossier.ts'
import {
  completeProcedureOf,
  copyDraft,
  done,
  licenceExchange,
  submit,
  writeDraft,
} from '../src/commands/testing/story.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

/** Somebody who has their result rates it on the way out, at a kiosk where nobody sits; the machine forgets them. */

let stage: Stage
let kiosk: Person
let codes: string[]

const card = '024168009123||Thân Thị Bích Phượng|14081968|Nữ|Thôn Hạ, Nghĩa Hưng, Lạng Giang, Bắc Giang|01012022'
const start = 'Nhận kết quả rồi, ông/bà thấy thế nào?'

beforeAll(async () => {
  stage = await openStage({ dossiers: 0 })
  const citizen = await stage.test.as('congdan')
  const first = await writeDraft(stage.test, citizen, licenceExchange)
  codes = []
  for (const draft of [first, ...(await copyDraft(stage.test, first, 2))]) {
    const filed = await submit(citizen, draft)
    await settleDossier(stage.test, citizen, filed.id, completeProcedureOf(licenceExchange))
    codes.push(filed.code)
  }
  kiosk = await stage.enter({ screen: 'kiosk' })
}, 120_000)
afterAll(() => stage?.stop())

/** As a scanner does: it types, and nobody has pressed anything. */
async function scan(text: string, end: 'Enter' | 'Tab' = 'Enter'): Promise<void> {
  await kiosk.page.keyboard.type(text)
  await kiosk.page.keyboard.press(end)
}
const slip = (at: number) => `${stage.url}/tra-cuu/${codes[at]}`
/** Nothing of whoever stood here is on the page: not in its text, its fields, its address. */
async function forgets(): Promise<void> {
  const page = `${await kiosk.page.content()} ${kiosk.page.url()}`
  const fields = await kiosk.page
    .locator('input:not([name^=_])')
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value).join(' '))
  for (const personal of [...codes, '024168009123', 'T*** T*** B*** P***', '0218'])
    expect(`${page} ${fields}`, personal).not.toContain(personal)
}

describe('a kiosk where results are rated', { timeout: 60_000 }, () => {
  test('is made one by the head of the centre on the machine itself', async () => {
    await kiosk.goTo('/sanh/cham-diem')
    await kiosk.sees('Máy này chưa được ghi vào sảnh')
    await kiosk.press('Đăng nhập để ghi máy')
    await kiosk.signIn('giamdoc.motcua')
    await kiosk.pick('Máy này làm gì', 'Kiosk chấm điểm, tra cứu')
    await kiosk.write({ 'Tên máy, nơi đặt': 'Kiosk cửa ra' })
    await kiosk.press('Biến máy này thành máy của sảnh')
    await kiosk.sees(start)
    await kiosk.picture('hall/rating')
  })

  test('asks for the digits after the slip was read, and refuses wrong ones', async () => {
    await scan(slip(0))
    for (const digit of '9999') await kiosk.press(digit)
    await kiosk.press('Tiếp tục')
    await kiosk.sees('Không thấy hồ sơ nào khớp.')
    await kiosk.picture('hall/rating-refused')
    for (let digit = 0; digit < 4; digit++) await kiosk.press('Xóa một chữ')
    for (const digit of '0218') await kiosk.press(digit)
    await kiosk.press('Tiếp tục')
    await kiosk.sees(new RegExp(`hồ sơ ${codes[0]}`))
    await kiosk.picture('hall/rating-faces')
    for (const face of await kiosk.page.locator('.face').all()) {
      const box = await face.boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThan(88)
    }
    await kiosk.press('Rất hài lòng')
    await kiosk.sees('Cảm ơn ông/bà đã chấm 5/5.')
    await kiosk.picture('hall/rating-thanks')
  })

  test('keeps nothing of whoever stood there: by the button, or going back', async () => {
    await kiosk.press('Làm việc khác')
    await kiosk.sees(start)
    await forgets()
    await kiosk.page.goBack()
    await kiosk.goTo('/sanh/cham-diem')
    await forgets()
  })

  test('takes slip and card without typing, wherever the cursor is and however the scanner ends, and one mark a dossier', async () => {
    // The spaces of a name would press the key that was touched last.
    await kiosk.page.getByRole('button', { name: '5', exact: true }).focus()
    await scan(card)
    await kiosk.sees(/Đã đọc thẻ của T\*\*\* T\*\*\* B\*\*\* P\*\*\*/)
    expect(await kiosk.reads()).not.toContain('024168009123')
    await scan(slip(0))
    await kiosk.sees('Hồ sơ này đã được chấm điểm.')
    await kiosk.press('Làm việc khác')
    await kiosk.sees(start)
    await forgets()
    await scan(slip(1))
    const phone = kiosk.page.getByLabel('4 số cuối điện thoại đã khai')
    await phone.fill('02')
    await phone.focus()
    await scan('DL-7K3M9QXA', 'Tab')
    await kiosk.sees('Chưa đọc được mã này')
    expect(await phone.inputValue()).toBe('02')
    await phone.fill('')
    await phone.focus()
    await scan(card, 'Tab')
    await kiosk.sees(new RegExp(`hồ sơ ${codes[1]}`))
    await kiosk.press('Rất không hài lòng')
    await kiosk.sees('Cảm ơn ông/bà đã chấm 1/5.', /Lãnh đạo đơn vị sẽ trả lời/)
  })

  test('lies down on a screen of 1366 by 768, with everything in sight', async () => {
    await kiosk.page.setViewportSize({ width: 1366, height: 768 })
    await kiosk.press('Làm việc khác')
    await kiosk.sees(start)
    await kiosk.picture('hall/rating-lying')
    await scan(slip(2))
    for (const digit of '0218') await kiosk.press(digit)
    const go = await kiosk.page.getByRole('button', { name: 'Tiếp tục' }).boundingBox()
    expect((go?.y ?? 999) + (go?.height ?? 0)).toBeLessThanOrEqual(768)
    await kiosk.picture('hall/rating-lying-typed')
    await kiosk.press('Tiếp tục')
    await kiosk.sees(new RegExp(`hồ sơ ${codes[2]}`))
    await kiosk.picture('hall/rating-lying-faces')
  })

  test('returns by itself when whoever stood there has gone', async () => {
    // As if nobody touched it for a while; the clock of the page goes on by itself, the rest is not waited for.
    await kiosk.page.clock.install()
    await kiosk.goTo('/sanh/cham-diem')
    await scan(slip(2))
    await kiosk.sees(/Tự đóng sau/)
    await kiosk.page.clock.runFor(30_000)
    await kiosk.sees('4 số cuối điện thoại đã khai', /Tự đóng sau/)
    await kiosk.page.clock.runFor(11_000)
    await kiosk.page.getByText(/Tự đóng sau/).waitFor({ state: 'detached' })
    await forgets()
  })

  test('looks a dossier up as well, and comes back to rating', async () => {
    await kiosk.press('Hồ sơ đến đâu rồi?')
    await scan(slip(2))
    for (const digit of '0218') await kiosk.press(digit)
    await kiosk.press('Xem hồ sơ')
    await kiosk.sees('Đổi bằng lái xe')
    await kiosk.press('Làm việc khác')
    await kiosk.sees(start)
  })

  test('was heard: the marks are of their dossiers, by this kiosk, and no browser complained', async () => {
    const marks = await stage.test.query(
      `select d.code, r.mark, r.channel, r.kiosk_name as kiosk from services.rating r join services.dossier d on d.id = r.dossier_id order by d.code`,
    )
    expect(marks).toEqual([
      { code: codes[0], mark: 5, channel: 'kiosk', kiosk: 'Kiosk cửa ra' },
      { code: codes[1], mark: 1, channel: 'kiosk', kiosk: 'Kiosk cửa ra' },
    ])
    const head = await stage.test.as('giamdoc.motcua')
    expect(done(await head.call('GET', '/queue/devices'))[0]).toMatchObject({
      kind: 'rating-kiosk',
      name: 'Kiosk cửa ra',
    })
    expect(stage.complaints()).toEqual([])
  })
})
