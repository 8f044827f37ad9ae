import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let asker: Person
let reader: Person

beforeAll(async () => {
  stage = await openStage()
  asker = await stage.enter({ screen: 'phone' })
  reader = await stage.enter({ screen: 'desk' })
}, 120_000)
afterAll(() => stage.stop())

const title = 'Đổi bằng lái hạng B2 có phải khám sức khỏe lại không?'
const answer = 'Giấy khám sức khỏe có giá trị 12 tháng. Quá hạn thì khám lại trước khi nộp hồ sơ.'

describe('a question asked from the page of a procedure', { timeout: 60_000 }, () => {
  let lookUpCode = ''

  test('is sent without an account', async () => {
    await asker.goTo('/thu-tuc/1.002809')
    await asker.press('Hỏi về thủ tục này')
    await asker.sees(/Về thủ tục: /)
    await asker.write({
      'Muốn hỏi gì, trong một câu': title,
      'Nội dung': 'Tôi là Vi Văn Hỏi, số 0977345612. Giấy khám sức khỏe của tôi làm từ năm ngoái.',
      'Họ và tên': 'Vi Văn Hỏi',
      'Điện thoại': '0977 345 612',
    })
    await asker.picture('phone/hoi-1-viet', true)
    await asker.press('Gửi đi')
    await asker.sees('Mã tra cứu', 'Phòng Quản lý vận tải, phương tiện và người lái')
    lookUpCode = (await asker.page.locator('.receipt-value').first().innerText()).trim()
    expect(lookUpCode).toMatch(/^(\w{4}-){2}\w{4}$/)
    await asker.picture('phone/hoi-2-da-gui', true)
  })

  test('is accepted and drafted by the division', async () => {
    const specialist = await stage.enter({ screen: 'office', as: await stage.test.as('chuyenvien.gtvt') })
    await specialist.goTo('/can-bo/hoi-dap')
    await specialist.picture('office/hoi-1-danh-sach')
    await specialist.press(title)
    await specialist.sees('Lời người dân', 'Ai có thẩm quyền trả lời?')
    await specialist.picture('office/hoi-2-moi')
    await specialist.press('Nhận giải quyết')
    await specialist.write({ 'Câu trả lời': answer })
    await specialist.picture('office/hoi-3-du-thao')
    await specialist.press('Trình duyệt')
    await specialist.sees('Đang chờ lãnh đạo duyệt')
  })

  test('is answered and published by the head without a name', async () => {
    await stage.settle()
    const head = await stage.enter({ screen: 'office', as: await stage.test.as('truongphong.gtvt') })
    await head.goTo('/can-bo/hoi-dap')
    await head.sees('Chờ duyệt trả lời')
    await head.press(title)
    await head.press('Duyệt và gửi trả lời')
    await head.sees('Mọi người sẽ thấy')
    expect(await head.page.getByLabel('Câu hỏi').inputValue()).toMatch(/^Tôi là \[…\], số \[…\]\./)
    await head.picture('office/hoi-4-dang')
    await head.press(/^Đăng$/)
    await head.sees('Không còn hạn')
  })

  test('is read by whoever asked, by the code alone', async () => {
    await asker.goTo('/hoi-dap/tra-cuu')
    await asker.write({ 'Mã tra cứu': lookUpCode.toLowerCase() })
    await asker.press(/^Xem$/)
    await asker.sees('Đã trả lời', answer)
    await asker.picture('phone/hoi-3-tra-loi', true)
    await asker.press('Có, giúp được')
    await asker.sees('Cảm ơn ông/bà đã cho biết.')
  })

  test('is found by somebody else who types the same in other words', async () => {
    await reader.goTo('/hoi-dap')
    await reader.picture('desk/hoi-dap', true)
    await reader.write({ 'Ông/bà muốn biết gì?': 'kham suc khoe bang lai' })
    await reader.press('Tìm')
    await reader.press(title)
    await reader.sees(answer)
    expect(await reader.reads()).not.toMatch(/Vi Văn Hỏi|0977/)
    await reader.picture('desk/hoi-dap-mot-cau', true)
    await reader.goTo('/hoi-dap/gui')
    await reader.write({ 'Muốn hỏi gì, trong một câu': 'bằng lái có cần khám sức khỏe lại không' })
    await reader.sees('Đã có trả lời cho câu giống thế này')
    await reader.picture('desk/hoi-goi-y', true)
    await reader.goTo('/hoi-dap/gui?loai=to-cao')
    await reader.picture('desk/to-cao', true)
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
