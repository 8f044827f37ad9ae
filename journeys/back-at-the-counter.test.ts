import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { done, licenceExchange, officialAt, receiveOnPaper, walkTo, type Filed } from '../src/commands/testing/story.ts'
import { smallPdf } from '../src/commands/testing/test-platform.ts'
import { officialOpens } from './at-work.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let counter: Person
let dossier: Filed

const pins = [
  { path: 'reason', reason: 'Lý do đổi không khớp với giấy phép đã nộp' },
  { path: 'licenceNumber', reason: 'Số giấy phép thiếu một chữ số' },
  { path: 'papers.licence', reason: 'Ảnh mờ, không đọc được số' },
]

beforeAll(async () => {
  stage = await openStage()
  const officer = await stage.test.as('motcua.tinh')
  dossier = await receiveOnPaper(stage.test, officer, licenceExchange)
  await walkTo(stage.test, dossier.id, 'appraise')
  const specialist = await officialAt(stage.test, dossier.id, 'appraise')
  done(await specialist.call('POST', `/services/dossiers/${dossier.id}/supplement`, { step: 'appraise', pins }))
  counter = await stage.enter({ screen: 'office', as: officer })
}, 120_000)
afterAll(() => stage.stop())

/** The page as it is on a desk and on a telephone. */
async function pictures(name: string): Promise<void> {
  for (const [width, height] of [
    [360, 740],
    [1440, 900],
  ] as const) {
    await counter.page.setViewportSize({ width, height })
    await counter.picture(`${name}-${width}`)
    expect(await counter.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
}

/** Whether a text stands within what is seen without moving the page. */
async function inSight(text: string | RegExp): Promise<boolean> {
  const box = await counter.page.getByText(text).first().boundingBox()
  const { height } = counter.page.viewportSize() ?? { height: 0 }
  return box !== null && box.y >= 0 && box.y + box.height <= height
}

const lastOf = (path: string) => counter.page.waitForURL((url) => url.pathname.endsWith(path))

describe('somebody who filed on paper comes back to the counter', { timeout: 60_000 }, () => {
  test('the officer finds the dossier by the name and sees what is asked', async () => {
    await counter.goTo('/can-bo/tra-ket-qua')
    await counter.sees('Người đến bổ sung, rút hồ sơ cũng tìm ở đây')
    await counter.write({ 'Mã hồ sơ hoặc họ tên': 'Giap Van Sau' })
    await counter.press('Tìm')
    await counter.sees('Chờ người nộp bổ sung')
    await counter.press(dossier.code)
    await counter.sees('Đang chờ người nộp bổ sung.')
    await pictures('counter-found')
    await counter.press('Bổ sung tại quầy…')
    await counter.sees(...pins.map((pin) => pin.reason))
  })

  test('types what was asked, also what the new answer brings up, and scans the paper', async () => {
    await counter.pick('Vì sao đổi', 'Thông tin trên thẻ sai hoặc đã đổi')
    await counter.write({ 'Chỗ nào sai, ghi đúng là gì': 'Sai ngày sinh', 'Số giấy phép': '240123456789' })
    await counter.press('Gửi bổ sung')
    await counter.sees('Chưa làm được', 'Còn thiếu: Giấy phép lái xe đang dùng')
    await counter.page
      .locator('input[type=file]')
      .setInputFiles({ name: 'the.pdf', mimeType: 'application/pdf', buffer: smallPdf('the') })
    await counter.sees('1 tệp')
    await counter.choose('Người được ủy quyền')
    await counter.write({ 'Họ và tên người được ủy quyền': 'Giáp Thị Bảy', 'Số định danh': '024 155 00' })
    await counter.sees(/Đã lưu lúc/)
  })

  test('finds all of it again where it was left, from the list of drafts too', async () => {
    const kept = counter.page.waitForResponse((answer) => answer.request().method() === 'PUT')
    await counter.write({ 'Số giấy phép': '24012345678x' })
    await kept
    await counter.goTo('/can-bo/quay')
    await counter.sees('Giáp Văn Sáu', /\(bổ sung\)/)
    await pictures('counter-drafts')
    await counter.press('Làm tiếp')
    await counter.sees('1 tệp', /Đã lưu lúc/)
    await counter.page.reload()
    await counter.sees('1 tệp', /Đã lưu lúc/)
    expect(
      await Promise.all(
        ['Chỗ nào sai, ghi đúng là gì', 'Số giấy phép', 'Họ và tên người được ủy quyền', 'Số định danh'].map((label) =>
          counter.page.getByLabel(label).inputValue(),
        ),
      ),
    ).toEqual(['Sai ngày sinh', '24012345678x', 'Giáp Thị Bảy', '024 155 00'])
    await counter.write({ 'Số giấy phép': '240123456789' })
  })

  test('is told what is wrong in its place, and sends it', async () => {
    await counter.press('Gửi bổ sung')
    await counter.sees('Số định danh có 12 chữ số (CMND cũ: 9)')
    await counter.write({ 'Số định danh': '024 155 000 778' })
    await pictures('counter-supplement')
    await counter.page.setViewportSize({ width: 360, height: 740 })
    await expect.poll(() => inSight(/Đã lưu lúc/)).toBe(true)
    expect(await inSight('Gửi bổ sung')).toBe(true)
    await counter.page.setViewportSize({ width: 1440, height: 900 })
    await counter.press('Gửi bổ sung')
    await lastOf(dossier.id)
    await counter.sees('Đã bổ sung tại quầy, hồ sơ tính giờ tiếp')
  })

  test('whoever works on it sees what it was and is, and where it came in', async () => {
    await stage.settle()
    const specialist = await officialOpens(stage, dossier, 'appraise')
    await specialist.sees('Người nộp sửa theo ghim', '240 123 456 789', 'Sai ngày sinh')
    await specialist.goTo(`/can-bo/ho-so/${dossier.id}?xem=lich-su`)
    await specialist.sees(/^Đã bổ sung tại .+: 3 chỗ, người được ủy quyền Giáp Thị Bảy/, /số định danh 024155000778/)
  })

  test('another day the applicant withdraws it with a signed request', async () => {
    await counter.goTo(`/can-bo/ho-so/${dossier.id}`)
    await pictures('counter-dossier')
    await counter.press('Rút hồ sơ tại quầy…')
    await counter.sees('Rút rồi thì hồ sơ dừng ở đây')
    await counter.write({ 'Lý do rút, ngày của đơn': 'Đơn ngày 26/11/2026: sẽ sát hạch lại' })
    await counter.press('Rút hồ sơ')
    await counter.sees('Nhận đơn rút hồ sơ có chữ ký trước')
    await counter.choose('Đã nhận đơn rút hồ sơ có chữ ký')
    await pictures('counter-withdrawal')
    await counter.press('Rút hồ sơ')
    await lastOf(dossier.id)
    await counter.sees('Đã rút hồ sơ theo đơn', /^Đã rút hồ sơ tại .+ theo đơn có chữ ký/)
    expect(await counter.reads()).not.toContain('tại quầy…')
    expect(readPdf(await counter.fetches('Phiếu kiểm soát')).join(' ')).toContain(dossier.code)
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
