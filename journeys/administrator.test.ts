import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishProcedures } from '#engines/services/index.ts'
import { currentCalendar } from '#engines/calendar/index.ts'
import { addDays, dateAt, instantOf, type PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import {
  completeProcedureOf,
  fileDossier,
  licenceExchange,
  walkTo,
  writeDraft,
  type Filed,
} from '../src/commands/testing/story.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let clock = new Date()
let stage: Stage
let administrator: Person
let dossier: Filed
let draft: string
const tomorrow = addDays(dateAt(clock), 1)

/** From tomorrow on the exchange costs less and asks for a portrait. */
async function announceChange(): Promise<void> {
  const today = completeProcedureOf(licenceExchange)
  const changed = {
    ...today,
    fees: [{ ...today.fees[0]!, amount: 99_000 }],
    papers: [
      ...today.papers,
      {
        id: 'portrait',
        name: { vi: 'Ảnh chân dung', en: 'Portrait' },
        form: 'copy' as const,
        accept: ['image' as const, 'pdf' as const],
      },
    ],
    effective: { from: tomorrow },
  }
  const { db } = stage.test.platform.connection
  await db.transaction((tx) => publishProcedures(tx, [changed], clock))
}

beforeAll(async () => {
  stage = await openStage({ now: () => clock })
  const citizen = await stage.test.as('congdan')
  dossier = await fileDossier(stage.test, citizen, licenceExchange)
  await walkTo(stage.test, dossier.id, 'appraise')
  draft = await writeDraft(stage.test, citizen, licenceExchange)
  await announceChange()
  administrator = await stage.enter({ screen: 'office', as: await stage.test.as('quantri') })
}, 120_000)
afterAll(() => stage.stop())

describe('the administrator', { timeout: 60_000 }, () => {
  test('sees how every part of the platform does', async () => {
    await administrator.goTo('/quan-tri')
    await administrator.sees('Cơ sở dữ liệu', /PostgreSQL \d+/, 'Niêm phong nhật ký', /còn trống/)
    await administrator.picture('guide/quan-tri-tinh-trang')
  })

  test('looks at a procedure that changes tomorrow, and at what will be different', async () => {
    await administrator.goTo(`/quan-tri/thu-tuc/${licenceExchange}`)
    await administrator.sees('Đang áp dụng', 'Chờ đến ngày', `Từ ${showDate(tomorrow)}`)
    await administrator.press(/^Bản 2/)
    await administrator.page.waitForURL(/ban=2/)
    await administrator.press(/^So sánh/)
    await administrator.sees(/99\.000/, 'Ảnh chân dung', 'chưa có')
    await administrator.showGuides('quan-tri-6-so-sanh')
  })

  test('looks at each form as it is printed', async () => {
    await administrator.goTo('/quan-tri/mau-in')
    await administrator.sees('Thông tư 01/2018/TT-VPCP', 'Thủ tục dùng mẫu này')
    await administrator.press('Phiếu xin lỗi')
    const pdf = await administrator.fetches('Mở riêng một trang')
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  })
})

describe('a storm', { timeout: 90_000 }, () => {
  let day: PlainDate

  test('closes the offices: the day is declared by its document, and the deadlines that it moves are seen first', async () => {
    const { workingTime } = await currentCalendar(stage.test.platform.connection.db)
    day = workingTime.nextWorkingDay(tomorrow)
    await administrator.goTo(`/quan-tri/lich?nam=${day.slice(0, 4)}`)
    await administrator.press('Khai ngày theo văn bản')
    await administrator.page.locator('#ngay').fill(day)
    await administrator.write({
      'Tên ngày': 'Nghỉ phòng chống bão số 9',
      'Số, ký hiệu văn bản': '88/CĐ-UBND',
      'Lý do': 'Bão đổ bộ',
    })
    await administrator.press(/^Xem trước/)
    await administrator.sees('Nếu khai, sẽ đổi', /trước: 07:30/, 'Ngày hẹn trả sẽ dời, người nộp được báo')
    await administrator.showGuides('quan-tri-7-khai-ngay')
    await administrator.sees('Hạn nộp bổ sung sẽ dời, người nộp được báo')
    await administrator.press('Khai và tính lại hạn')
    await administrator.page.waitForURL((url) => !url.searchParams.has('loai'))
    await administrator.sees('Nghỉ phòng chống bão số 9', /88\/CĐ-UBND/)
  })

  test('is told to the applicant with the new day', async () => {
    const citizen = await stage.enter({ as: await stage.test.as('congdan') })
    await expect
      .poll(
        async () => {
          await stage.settle()
          await citizen.goTo(`/trang-cua-toi/ho-so/${dossier.id}`)
          return citizen.reads()
        },
        { timeout: 40_000, interval: 500 },
      )
      .toMatch(/Lịch làm việc thay đổi theo 88\/CĐ-UBND: hẹn trả chuyển từ/)
    await citizen.goTo('/trang-cua-toi/tin-nhan')
    await citizen.sees(/vì lịch làm việc thay đổi/)
  })

  test('is previewed on a phone where the reader stands, not below twelve months', async () => {
    const phone = await stage.enter({ screen: 'phone', as: await stage.test.as('quantri') })
    await phone.goTo(`/quan-tri/lich?nam=${day.slice(0, 4)}`)
    await phone.press('Khai ngày theo văn bản')
    await phone.page.locator('#ngay').fill(day)
    await phone.write({ 'Tên ngày': 'Nghỉ thêm', 'Số, ký hiệu văn bản': '89/CĐ-UBND', 'Lý do': 'Bão đổ bộ' })
    await phone.press(/^Xem trước/)
    const refusal = phone.page.getByText('Ngày này đã khai theo một văn bản khác')
    await refusal.waitFor()
    await expect.poll(() => refusal.evaluate((said) => said.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0)
    expect(await refusal.evaluate((said) => said.getBoundingClientRect().bottom)).toBeLessThanOrEqual(740)
  })

  test('that turns away is taken back', async () => {
    await administrator.goTo(`/quan-tri/lich?nam=${day.slice(0, 4)}`)
    await administrator.press(/^Hủy.*Nghỉ phòng chống bão/)
    await administrator.sees('Đã hủy')
  })
})

describe('a counter', { timeout: 60_000 }, () => {
  test('gets hours of its own: found by name, previewed, declared, seen and taken back', async () => {
    await administrator.goTo('/quan-tri/gio-lam-viec')
    await administrator.write({ 'Tìm đơn vị, quầy': 'trung tam phuc vu hanh chinh cong' })
    await administrator.press('Tìm')
    await administrator.press('Trung tâm Phục vụ hành chính công tỉnh')
    await administrator.sees('07:30–11:30, 13:00–17:00')
    const fill = (id: string, value: string) => administrator.page.locator(`#${id}`).fill(value)
    await fill('tu-ngay', addDays(tomorrow, 30))
    await fill('sang-tu', '07:00')
    await administrator.press('Ngày có giờ khác các ngày còn lại')
    await administrator.page.locator('[name=thu-sau]').check()
    await fill('thu-sau-sang-tu', '07:00')
    await fill('thu-sau-sang-den', '11:30')
    await fill('chot', '16:00')
    await administrator.page.locator('#thu-bay').selectOption('reception')
    await fill('bay-tu', '07:30')
    await fill('bay-den', '11:30')
    await administrator.write({ 'Số, ký hiệu văn bản': '31/QĐ-UBND', 'Lý do': 'Mở cửa sáng thứ Bảy' })
    await administrator.press(/^Xem trước/)
    await administrator.sees(
      'Thứ Hai đến thứ Năm: 07:00–11:30, 13:00–17:00; Thứ Sáu: 07:00–11:30',
      'Nhận sau 16:00',
      'Thứ Bảy: 07:30–11:30 (chỉ tiếp nhận và trả kết quả)',
      'Ngày hẹn trả sẽ dời, người nộp được báo',
    )
    const shown = administrator.page.getByText(/^Nếu khai, giờ của/)
    await expect.poll(() => shown.evaluate((preview) => preview.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0)
    await administrator.showGuides('quan-tri-8-gio-lam-viec')
    await administrator.press('Khai và tính lại hạn')
    await administrator.sees(`Từ ngày ${showDate(addDays(tomorrow, 30))}`, /31\/QĐ-UBND/)
    await administrator.press(/^Hủy.*Trung tâm Phục vụ/)
    await administrator.sees('Đã hủy')
  })
})

describe('the day of the change', { timeout: 60_000 }, () => {
  test('meets a citizen who began before: the answers are kept, the new paper is asked for', async () => {
    clock = instantOf(tomorrow, 8 * 60)
    const citizen = await stage.enter({ screen: 'phone', as: await stage.test.as('congdan') })
    await citizen.goTo(`/nop/${draft}/kiem-tra`)
    await citizen.sees(`Quy định đã thay đổi từ ${showDate(tomorrow)}`, /99\.000/, 'Ảnh chân dung')
    await citizen.picture('guide/nguoi-dan-quy-dinh-thay-doi', true)
    await citizen.choose('Tôi cam đoan')
    await citizen.press('Gửi hồ sơ')
    await citizen.sees('Còn thiếu: Ảnh chân dung')
    await citizen.goTo(`/nop/${draft}/giay-to`)
    await citizen.give('Ảnh chân dung', 'chan-dung.pdf')
    await citizen.page.locator('section', { hasText: 'Ảnh chân dung' }).getByText('Đã nhận đủ').waitFor()
    await citizen.press('Tiếp tục')
    await citizen.choose('Tôi cam đoan')
    await citizen.press('Gửi hồ sơ')
    await citizen.page.waitForURL(/bien-nhan/)
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
