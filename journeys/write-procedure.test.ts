import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { openTasksOf, type Filed } from '../src/commands/testing/story.ts'
import { answerQuestions, codeOn, givePapers, writingOn } from './answer.ts'
import { officialOpens, passesOn, resultIsDrafted, resultIsHandedOut } from './at-work.ts'
import type { Person } from './person.ts'
import { screens } from './open-browser.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let editor: Person
let controller: Person
let applicant: Person
let draft: string
let dossier: Filed

beforeAll(async () => {
  stage = await openStage()
  editor = await stage.enter({ screen: 'office', as: await stage.test.as('thutuc.congthuong') })
}, 120_000)
afterAll(() => stage.stop())

/** Opens an element; what was typed in the one before is kept first. */
async function opens(text: string, element: string): Promise<void> {
  await editor.press(text)
  await editor.page.waitForURL(({ searchParams }) => searchParams.get('o') === element)
  await editor.reads()
}

describe('a decision announces a procedure that the department has not had', { timeout: 90_000 }, () => {
  test('its procedure editor begins it from the usual one, and reads what is still missing', async () => {
    await editor.goTo('/can-bo')
    await editor.press('Quản trị thủ tục')
    await editor.write({ 'Tên thủ tục': 'Xác nhận tham gia hội chợ xuân', 'Mã thủ tục': 'BG.901' })
    await editor.press('Bắt đầu soạn')
    await editor.sees('Mô tả thủ tục', /Gửi duyệt, còn \d+ lỗi/)
    draft = new URL(editor.page.url()).pathname
  })

  test('says what it is, what is asked, who works on it and what is issued, each saved as it is typed', async () => {
    await editor.write({ 'Lĩnh vực': 'Xúc tiến thương mại', 'Kết quả': 'Giấy xác nhận tham gia' })
    await editor.write({ 'Căn cứ pháp lý': '81/2018/NĐ-CP' })
    await editor.press('Biểu mẫu')
    await editor.page.waitForURL(/phan=bieu-mau/)
    await editor.page.getByRole('button', { name: 'Thêm trường' }).nth(1).click()
    await editor.page.waitForURL(/o=form\.pages\.1\.fields\.0/)
    await editor.write({ 'Câu hỏi người dân đọc': 'Tên gian hàng', 'Tên dữ liệu': 'stall' })
    await editor.press('Quy trình')
    await editor.page.waitForURL(/phan=quy-trinh/)
    await opens('Thẩm định hồ sơ', 'process.steps.appraise')
    await editor.write({ Phòng: 'QLTM', 'Số giờ làm việc': '12' })
    await opens('Trưởng phòng xem xét', 'process.steps.review')
    await editor.write({ Phòng: 'QLTM' })
    await editor.showGuides('chu-quy-trinh-2-quy-trinh')
    await editor.press('Kết quả')
    await editor.page.waitForURL(/phan=ket-qua/)
    await opens('Văn bản chưa đặt tên', 'results.0')
    await editor.write({ 'Tên văn bản': 'Giấy xác nhận', 'Ký hiệu sau số': 'GXN-SCT' })
    await opens('Đồng ý cho {applicant}.', 'results.0.blocks.0')
    await editor.write({ 'Đoạn văn': 'Xác nhận gian hàng {answers.stall} của {applicant}.' })
    await editor.sees('Không có lỗi')
    await editor.showGuides('chu-quy-trinh-3-ket-qua')
    // Whoever goes on leaves nothing unsaved, so that the telephone finds it.
    await editor.press('Biểu mẫu')
    await editor.page.waitForURL(/phan=bieu-mau/)
  })

  test('asks for a promise in a case that lines alone cannot say, on a telephone without a script', async () => {
    const phone = await stage.enter({ screen: 'phone', scripts: false, as: await stage.test.as('thutuc.congthuong') })
    const { page } = phone
    const asks = async (label: string, name: string, type: string) => {
      await phone.goTo(`${draft}?phan=bieu-mau&o=form.pages.1`)
      await page.getByRole('button', { name: 'Thêm trường' }).nth(1).click()
      await phone.write({ 'Câu hỏi người dân đọc': label, 'Tên dữ liệu': name })
      await phone.pick('Kiểu', type)
      await phone.press('Lưu')
    }
    await asks('Có bán đồ ăn, thức uống', 'food', 'Có – không')
    await asks('Số gian hàng', 'stalls', 'Số')
    await asks('Bán mấy ngày', 'days', 'Số')
    await asks('Cơ sở chế biến đồ ăn', 'kitchen', 'Chữ, một dòng')
    // Each time a line knows its question it can be asked how and with what.
    const line = async (name: string, question: string, ...[how, value]: [string, string] | [string]) => {
      await page.locator(`[name="${name}.field"]`).selectOption({ label: question })
      await phone.press('Lưu')
      if (value !== undefined) await page.locator(`[name="${name}.op"]`).selectOption({ label: how })
      const given = page.locator(`[name="${name}.value"]`)
      await (value === undefined ? given.selectOption({ label: how }) : given.fill(value))
      await phone.press('Lưu')
    }
    await line('when.0', 'Có bán đồ ăn, thức uống', 'Có')
    await line('when.1', 'Số gian hàng', 'từ', '2')
    await phone.press('Đưa dòng 2 vào nhóm con')
    expect(new URL(page.url()).hash).toBe('#o-when')
    await line('when.1.1', 'Bán mấy ngày', 'từ', '3')
    await phone.press(/^Thêm nhóm con$/)
    await phone.sees(/Chỉ khi/, /nhóm 3 chưa có dòng nào; chọn câu hỏi trong nhóm, hoặc bỏ nhóm/)
    await phone.press('Bỏ nhóm 3')
    await phone.sees('Không có lỗi')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await phone.picture('write-procedure-nested-360', true)
    const { body } = await (
      await stage.test.as('thutuc.congthuong')
    ).call('GET', `/services/procedure-drafts/${draft.split('/').at(-1)}`)
    expect(body.declaration.form.pages[1].fields.at(-1).when).toEqual({
      all: [
        { field: 'food', is: true },
        {
          any: [
            { field: 'stalls', atLeast: 2 },
            { field: 'days', atLeast: 3 },
          ],
        },
      ],
    })
    await editor.goTo(`${draft}?phan=bieu-mau&o=form.pages.1.fields.4`)
    await editor.showGuides('chu-quy-trinh-6-dieu-kien')
  })

  test('words what applicants are told, sees it as a phone shows it while typing, and is told what cannot be filled in', async () => {
    await editor.press('Tin báo')
    await editor.page.waitForURL(/phan=tin-nhan/)
    await editor.press('Thêm tin')
    await editor.page.waitForURL(/o=messages\.0/)
    await editor.write({ 'Tin SMS không dấu': 'Ho so {code} xong, moi {name} den nhan gian hang' })
    await editor.write({ 'Thông báo có dấu trên máy': 'Hồ sơ {code} xong, mời đến nhận gian hàng' })
    await editor.sees(/Ở tin này không có \{name\}; điền được: \{code\}, \{site\}/)
    await editor.write({ 'Tin SMS không dấu': 'Ho so {code} xong, moi den nhan gian hang' })
    await editor.sees(/Ho so 000\.00\.24\.H02-\S+ xong, moi den nhan gian hang \(1 tin ghép/, 'Không có lỗi')
    await editor.picture('write-procedure-messages')
    await editor.page.setViewportSize({ width: 360, height: 740 })
    await editor.picture('write-procedure-messages-360', true)
    expect(await editor.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await editor.page.setViewportSize(screens.office)
  })

  test('looks at the form as a citizen, and sends it for approval', async () => {
    await editor.goTo(draft.replace('/can-bo/thu-tuc/soan/', '/xem-thu/').concat('?trang=2'))
    await editor.sees('Bước 2 trong 2', 'Tên gian hàng')
    await editor.press('Về trang soạn')
    await editor.press('Gửi duyệt')
    await editor.sees('Chờ duyệt', /Người đã soạn không tự duyệt/)
  })

  test('the province approves it by the number of the decision', async () => {
    controller = await stage.enter({ screen: 'office', as: await stage.test.as('thutuc.tinh') })
    await controller.goTo('/can-bo/thu-tuc')
    await controller.press('Xác nhận tham gia hội chợ xuân')
    await controller.showGuides('chu-quy-trinh-4-duyet')
    await controller.write({ 'Quyết định công bố số': '1312/QĐ-UBND' })
    await controller.press('Duyệt và công bố')
    await controller.sees('Bản 1', /1312\/QĐ-UBND/)
  })

  test('a citizen finds it and files by it the same day', async () => {
    applicant = await stage.enter({ as: await stage.test.as('congdan') })
    await applicant.goTo('/thu-tuc/BG.901')
    await applicant.press('Bắt đầu nộp hồ sơ')
    const answers = {
      stall: 'Vải thiều Lục Ngạn',
      food: true,
      stalls: 1,
      days: 5,
      kitchen: 'Bếp Hợp tác xã Hồng Giang',
    }
    await answerQuestions(applicant, { applicant: undefined, ...answers }, await writingOn(stage.test))
    await givePapers(applicant)
    await applicant.choose('Tôi cam đoan')
    await applicant.press('Gửi hồ sơ')
    await applicant.sees('Đã gửi hồ sơ')
    const id = new URL(applicant.page.url()).pathname.split('/').at(-2) ?? ''
    dossier = { id, code: codeOn(await applicant.reads()) }
    await stage.settle()
    const [filed] = await stage.test.query<{ answers: object }>('select answers from services.dossier where id = $1', [
      id,
    ])
    expect(filed?.answers).toMatchObject(answers)
  })

  test.each(['receive', 'appraise', 'review', 'sign', 'issue'])('it passes %s', async (step) => {
    const official = await officialOpens(stage, dossier, step)
    if (step === 'review') await resultIsDrafted(official)
    await passesOn(official)
  })

  test('and its result is what the department wrote', async () => {
    await resultIsHandedOut(stage, dossier)
    expect(await openTasksOf(stage.test, dossier.id)).toEqual([])
    await applicant.goTo(`/trang-cua-toi/ho-so/${dossier.id}`)
    const paper = readPdf(await applicant.fetches('Tải kết quả (PDF)'))
      .join(' ')
      .replaceAll(/\s+/g, ' ')
    expect(paper).toContain('Xác nhận gian hàng Vải thiều Lục Ngạn của')
    expect(paper).toMatch(/GXN-SCT/)
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
