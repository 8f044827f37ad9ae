import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import type { Filed } from '../../src/commands/testing/story.ts'
import { codeOn } from '../answer.ts'
import { officialOpens, passesOn, resultIsDrafted, resultIsHandedOut, stepIsDone } from '../at-work.ts'
import type { Person } from '../person.ts'
import { openStage, type Stage } from '../stage.ts'

let stage: Stage
let citizen: Person
let dossier: Filed = { id: '', code: '' }

beforeAll(async () => {
  stage = await openStage()
}, 120_000)
afterAll(() => stage.stop())

describe('a driving licence is exchanged', { timeout: 60_000 }, () => {
  test('the citizen finds the procedure and signs in on the way', async () => {
    citizen = await stage.enter()
    await citizen.goTo('/')
    await citizen.write({ 'Cần làm thủ tục gì?': 'doi bang lai' })
    await citizen.press('Tìm')
    await citizen.press('Đổi bằng lái xe')
    await citizen.sees('135.000 ₫', 'Giấy khám sức khỏe của người lái xe')
    await citizen.press('Bắt đầu nộp hồ sơ')
    await citizen.signIn('congdan')
    await citizen.sees('Bước 1 trong')
  })

  test('what is known stands there already, and what is typed is saved while typing', async () => {
    const { page } = citizen
    expect(await page.locator('[name="applicant.fullName"]').inputValue()).toBe('Thân Thị Bích Phượng')
    const saved = page.waitForResponse((answer) => answer.request().headers()['x-autosave'] === 'yes')
    await page.locator('[name="applicant.phone"]').fill('0912345678')
    await saved
    await citizen.sees(/Đã lưu lúc \d\d:\d\d/)
    await page.reload()
    expect(await page.locator('[name="applicant.phone"]').inputValue()).toBe('0912 345 678')
    await citizen.picture('story/nguoi-dan-cau-hoi')
    await citizen.press('Tiếp tục')
  })

  test('questions come as they are needed, and a mistake is said where it was made', async () => {
    const { page } = citizen
    await citizen.sees('Vì sao đổi')
    await citizen.choose('Thẻ bị hỏng')
    await citizen.press('Tiếp tục')
    await citizen.sees('Số giấy phép')
    await page.locator('[name=licenceNumber]').fill('24116800347')
    await citizen.choose('B2')
    for (const [part, text] of Object.entries({ day: '5', month: '5', year: '2019' }))
      await page.locator(`[name="issuedOn.${part}"]`).fill(text)
    await citizen.press('Tiếp tục')
    await citizen.sees('Mới có 11 chữ số, cần đủ 12')
    await page.locator('[name=licenceNumber]').fill('241168003472')
    await citizen.press('Tiếp tục')
    await citizen.sees('Nhận kết quả ở đâu')
    await citizen.choose('Tại quầy')
    await citizen.press('Tiếp tục')
  })

  test('papers are chosen from the computer and counted as received', async () => {
    await citizen.sees('Chụp rõ, đủ bốn góc')
    for (const paper of ['Giấy phép lái xe đang dùng', 'Giấy khám sức khỏe của người lái xe', 'Chứng minh nhân dân']) {
      await citizen.give(paper)
      await citizen.page.locator('section', { hasText: paper }).getByText('Đã nhận đủ').waitFor()
    }
    await citizen.showGuides('nguoi-dan-2-giay-to')
    await citizen.press('Tiếp tục')
  })

  test('after a last look it is sent, and the receipt bears a code and a QR', async () => {
    await citizen.sees('Kiểm tra rồi gửi', 'Thẻ bị hỏng', '135.000 ₫')
    await citizen.choose('Tôi cam đoan')
    await citizen.press('Gửi hồ sơ')
    await citizen.sees('Đã gửi hồ sơ')
    const code = codeOn(await citizen.reads())
    expect(code).toMatch(/^H02\./)
    expect(await citizen.page.getByRole('img', { name: 'Mã QR dẫn đến trang tra cứu hồ sơ' }).count()).toBe(1)
    await citizen.showGuides('nguoi-dan-3-bien-nhan')
    await citizen.press('Xem hồ sơ này')
    await citizen.sees('Ai phải làm')
    dossier = { id: new URL(citizen.page.url()).pathname.split('/').at(-1) ?? '', code }
    await stage.settle()
  })

  test('the counter receives what was filed online', async () => {
    const counter = await stage.enter({ screen: 'office' })
    await counter.signIn('motcua.tinh', '/can-bo/dang-nhap')
    await counter.goTo('/can-bo/quay/truc-tuyen')
    await counter.picture('story/can-bo-truc-tuyen')
    await counter.press(dossier.code)
    await counter.sees('Thân Thị Bích Phượng')
    await passesOn(counter)
  })

  test('the specialist appraises and drafts, the head reviews, the director signs', async () => {
    const specialist = await officialOpens(stage, dossier, 'appraise')
    await specialist.picture('story/can-bo-ho-so')
    await resultIsDrafted(specialist)
    await passesOn(specialist)
    await stepIsDone(stage, dossier, 'review')
    const director = await officialOpens(stage, dossier, 'sign')
    await director.showGuides('lanh-dao-1-ky')
    await passesOn(director)
  })

  test('the clerk issues the result and the counter hands it out for the fee', async () => {
    await stepIsDone(stage, dossier, 'issue')
    const counter = await officialOpens(stage, dossier, 'deliver')
    await counter.sees('Trả kết quả…')
    await counter.page.locator('body').press('t')
    await counter.sees('2. Người nhận', 'Thu đủ phí, lệ phí trước')
    expect(new URL(counter.page.url()).pathname).toBe(`/can-bo/tra-ket-qua/${dossier.id}`)
    await resultIsHandedOut(stage, dossier)
    await stage.settle()
  })

  test('the citizen sees the result, downloads it, and anyone can verify it', async () => {
    await citizen.goTo('/trang-cua-toi')
    await citizen.press(/Đổi bằng lái xe|Đổi giấy phép lái xe/)
    await citizen.sees('Tải kết quả (PDF)')
    const text = readPdf(await citizen.fetches('Tải kết quả (PDF)')).join('\n')
    expect(text).toContain('Thân Thị Bích Phượng')
    const paper = await citizen.page.getByRole('link', { name: 'Trang kiểm tra giấy này' }).getAttribute('href')
    const anyone = await stage.enter({ screen: 'phone', scripts: false })
    await anyone.goTo(paper ?? '')
    await anyone.sees('Giấy này do cơ quan nhà nước cấp', /GPLX-SGTVT/)
  })

  test('the citizen rates the service and sees who read the data', async () => {
    await citizen.choose('Rất hài lòng')
    await citizen.press('Gửi đánh giá')
    await citizen.sees('Cảm ơn ông/bà đã chấm 5/5')
    await citizen.goTo('/trang-cua-toi/ai-da-xem')
    await citizen.sees(/Xem hồ sơ/, /Sở Giao thông vận tải|Quản lý vận tải/)
    await citizen.picture('story/nguoi-dan-ai-da-xem')
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
