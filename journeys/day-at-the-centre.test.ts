import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dateAt, instantOf } from '#values/plain-date.ts'
import { answersTo, completeProcedureOf } from '../src/commands/testing/story.ts'
import { codeOn, fillPage, writingOn } from './answer.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

/** A day at the one-stop centre: from the kiosk to the board, the desk, the rating, and the head who sees it all. */

let stage: Stage
let kiosk: Person
let board: Person
let tablet: Person
let officer: Person
let head: Person
/** The first number that was taken. */
let followed = ''

/** Ten in the morning of today, going on from there; late in the evening not as early: a browser ends a session of eight hours by its own clock. */
const started = Date.now()
const morning = Math.max(instantOf(dateAt(new Date(started)), 600).getTime(), started - 7.5 * 3_600_000)

beforeAll(async () => {
  stage = await openStage({ now: () => new Date(morning + Date.now() - started) })
  kiosk = await stage.enter({ screen: 'kiosk' })
  board = await stage.enter({ screen: 'board' })
  tablet = await stage.enter({ screen: 'desk' })
  officer = await stage.enter({ screen: 'office' })
  head = await stage.enter({ screen: 'office' })
}, 120_000)
afterAll(() => stage.stop())

/** The head makes the machine at hand one of the hall, and is signed out there. */
async function becomes(machine: Person, kind: string, name: string, desk?: string): Promise<void> {
  await machine.goTo('/sanh')
  await machine.press('Đăng nhập để ghi máy')
  await machine.signIn('giamdoc.motcua')
  await machine.pick('Máy này làm gì', kind)
  await machine.write({ 'Tên máy, nơi đặt': name })
  if (desk) await machine.pick('Ở quầy (máy tính bảng)', desk)
  await machine.press('Biến máy này thành máy của sảnh')
}

describe('a day at the centre', { timeout: 90_000 }, () => {
  test('the head registers kiosk, board and tablet, each on the machine itself', async () => {
    await becomes(kiosk, 'Kiosk lấy số', 'Kiosk cửa chính')
    await kiosk.sees('Chạm vào việc cần làm', 'Giao thông vận tải')
    await kiosk.picture('hall/kiosk')
    await becomes(board, 'Bảng gọi số', 'Bảng sảnh tầng 1')
    await board.sees('Chưa gọi số nào')
    await becomes(tablet, 'Máy tính bảng ở quầy', 'Máy quầy 7', 'Quầy 7')
    await tablet.sees('Quầy đang nghỉ')
    // Nothing of the official is left on it.
    await tablet.page.goto('/can-bo')
    expect(new URL(tablet.page.url()).pathname).toBe('/can-bo/dang-nhap')
    await tablet.goTo('/sanh')
  })

  test('a number is taken by one touch', async () => {
    await kiosk.press(/Giao thông vận tải/)
    await kiosk.sees('G 001', '0 người')
    await kiosk.picture('hall/ticket')
    followed = await kiosk.page.locator('input[name=so]').inputValue()
  })

  test('its slip is one page of a roll of 80 millimetres, with nothing on it but the number', async () => {
    const slip = await kiosk.page.pdf({ preferCSSPageSize: true })
    const sizes = [
      ...Buffer.from(slip)
        .toString('latin1')
        .matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g),
    ]
    const millimetres = sizes.map(([, wide, high]) =>
      [wide, high].map((points) => Math.round((Number(points) / 72) * 25.4)),
    )
    expect(millimetres).toEqual([[80, 150]])
    await kiosk.page.emulateMedia({ media: 'print' })
    for (const unseen of ['Làm việc khác', 'In phiếu', 'Tôi được ưu tiên'])
      expect(await kiosk.page.getByText(unseen).isVisible()).toBe(false)
    await kiosk.page.emulateMedia({ media: 'screen' })
  })

  test('an elderly person only shows their card', async () => {
    await kiosk.press('Làm việc khác')
    await kiosk.sees('Chạm vào việc cần làm')
    // As a scanner does: it types, and nobody has pressed anything.
    await kiosk.page.keyboard.type(
      '024050001234|123456789|Ngô Thị Vui|08031950|Nữ|Thôn Hạ, Nghĩa Hưng, Lạng Giang, Bắc Giang|01012022',
    )
    await kiosk.page.keyboard.press('Enter')
    await kiosk.sees(/N\*\*\* T\*\*\* V\*\*\*: từ 60 tuổi, được gọi trước/)
    expect(await kiosk.reads()).not.toContain('024050001234')
    await kiosk.press(/Giao thông vận tải/)
    await kiosk.sees('G 002', 'Được gọi trước: Người cao tuổi')
  })

  test('whoever scans the slip follows the number on a phone, without a script and without an account', async () => {
    const phone = await stage.enter({ screen: 'phone', scripts: false })
    await phone.goTo(`/xep-hang/${followed}`)
    await phone.sees('Số của ông/bà: G 001', '1 người', 'chưa biết: quầy chưa mở')
    await phone.picture('portal/place-in-queue')
  })

  test('the officer sits down and calls; the board shows it at once, priority first', async () => {
    await officer.signIn('motcua.tinh', '/can-bo/dang-nhap')
    await officer.goTo('/can-bo/quay/goi-so')
    await officer.press('Ngồi quầy 7')
    await officer.sees('G 001', 'G 002')
    await officer.page.keyboard.press('F2')
    await officer.sees(/Ưu tiên: Người cao tuổi/)
    await officer.picture('office/desk')
    await officer.showGuides('can-bo-4-goi-so')
    await board.sees('Mời số', /^\s*Quầy 7$/)
    expect(await board.page.locator('.board-code').innerText()).toBe('G 002')
    await board.picture('hall/board')
    await tablet.sees('G 002')
  })

  test('a dossier received from the desk is tied to the number', async () => {
    await officer.press('Tiếp nhận hồ sơ')
    await officer.goTo('/can-bo/quay?thu-tuc=1.002809')
    await officer.sees('Đọc thẻ căn cước, hoặc gõ số định danh')
    await officer.page.keyboard.type('024168009123')
    await officer.page.keyboard.press('Enter')
    await officer.sees('Đã có trong hệ thống')
    const answers = await answersTo(stage.test, completeProcedureOf('1.002809'))
    await fillPage(officer.page, answers, await writingOn(stage.test), '#reception')
    for (const box of await officer.page.locator('input[name=ban-giay]').all()) await box.check()
    await officer.press('Tiếp nhận, in giấy hẹn')
    await officer.sees('In giấy hẹn (Mẫu 01)')
    const code = codeOn(await officer.reads())
    await officer.goTo('/can-bo/quay/goi-so')
    await officer.sees(code)
  })

  test('served and rated, once, at the desk; then the next number is called', async () => {
    await officer.page.keyboard.press('F5')
    await officer.sees('Chưa gọi ai')
    await tablet.sees('Vừa được phục vụ, thấy thế nào?')
    await tablet.picture('hall/tablet')
    await tablet.page.setViewportSize({ width: 800, height: 1280 })
    await tablet.picture('hall/tablet-upright')
    await tablet.press('Rất hài lòng')
    await tablet.sees('Cảm ơn ông/bà đã cho biết.')
    await officer.page.keyboard.press('F2')
    await officer.sees('Phục vụ xong')
    await officer.page.keyboard.press('F4')
    await officer.sees('Lỡ lượt')
    await officer.press('Nhận lại')
    await officer.sees('1 người')
    await officer.page.keyboard.press('F2')
    await board.sees('G 001')
  })

  test('the head sees desks, queues, ratings and times', async () => {
    await head.signIn('giamdoc.motcua', '/can-bo/dang-nhap')
    await head.goTo('/can-bo/trung-tam')
    await head.sees(/0 người đang chờ, 1 trong 10 quầy mở/, 'Rất hài lòng')
    await head.picture('office/centre')
    await head.showGuides('trung-tam-1-luc-nay')
    await head.press('Thời gian chờ')
    await head.sees('G · Giao thông vận tải')
    await head.picture('office/centre-times')
    await head.press('Việc và quầy')
    await head.press('Giao thông vận tải')
    await head.write({ 'Thường mấy phút': '8' })
    await head.press('Lưu')
    await head.picture('office/centre-services')
    await head.press('Máy của sảnh')
    await head.sees('Kiosk cửa chính')
    await head.picture('office/centre-devices')
  })

  test('a citizen books a time on the web, and their code is read at the kiosk on its day only', async () => {
    const citizen = await stage.enter({ as: await stage.test.as('congdan') })
    await citizen.goTo('/dat-hen')
    await citizen.press('Giao thông vận tải')
    await citizen.sees('Chọn giờ hẹn: Giao thông vận tải')
    await citizen.picture('portal/slots')
    // The last day that is offered lies ahead, whatever day today is.
    await citizen.page.locator('.slots a').last().click()
    await citizen.press(/08:00/)
    await citizen.sees('Lịch hẹn của tôi', 'Đã hẹn', /08:00 thứ/)
    await citizen.picture('portal/appointments')
    const code = /DL-\w{8}/.exec(await citizen.reads())?.[0] ?? ''
    await kiosk.page.keyboard.type(code)
    await kiosk.page.keyboard.press('Enter')
    await kiosk.sees('Không có lịch hẹn hôm nay ở đây với mã này. Xin lấy số như thường.')
    await citizen.press('Hủy hẹn')
    await citizen.sees('Đã hủy')
  })

  test('the state of a dossier is told at the kiosk by its slip', async () => {
    await kiosk.page.keyboard.type('https://dvc.example/tra-cuu/H02.14-201124-0037')
    await kiosk.page.keyboard.press('Enter')
    await kiosk.sees('4 số cuối điện thoại đã khai')
    for (const digit of '0218') await kiosk.press(digit)
    await kiosk.picture('hall/look-up')
    await kiosk.press('Xem hồ sơ')
    await kiosk.sees(/Không thấy hồ sơ nào/)
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
