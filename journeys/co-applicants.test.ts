import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { housePermit, marriage, thang, writeTogether } from '../src/commands/testing/co-applicants.ts'
import { answersTo, completeProcedureOf, type Filed } from '../src/commands/testing/story.ts'
import type { Visitor } from '../src/commands/testing/test-platform.ts'
import { answerQuestions, codeOn, fillPage, givePapers, writingOn, type Writing } from './answer.ts'
import { officialOpens } from './at-work.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let visitor: Visitor
let bride: Person
let groom: Person
let answers: Record<string, unknown>
let write: Writing
let dossier: Filed
let invitation = ''

beforeAll(async () => {
  stage = await openStage()
  visitor = await stage.test.as('congdan')
  bride = await stage.enter({ as: visitor })
  groom = await stage.enter({ screen: 'phone', scripts: false })
  write = await writingOn(stage.test)
  answers = { ...(await answersTo(stage.test, completeProcedureOf(marriage))), proof: 'here' }
}, 120_000)
afterAll(() => stage.stop())

async function pictures({ page, picture }: Person, name: string): Promise<void> {
  const before = page.viewportSize()
  for (const [width, height] of [
    [360, 740],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height })
    await picture(`${name}-${width}`, true)
  }
  if (before) await page.setViewportSize(before)
}

describe('two people who marry file one application', { timeout: 90_000 }, () => {
  test('she names him, and leaves his page to him', async () => {
    await bride.goTo(`/thu-tuc/${marriage}`)
    await bride.press('Bắt đầu nộp hồ sơ')
    await fillPage(bride.page, { place: '07381' }, write)
    await bride.press('Tiếp tục')
    await bride.sees('Ai cùng nộp với ông/bà?')
    await bride.write({ 'Họ và tên': thang.name, 'Số định danh cá nhân': '024 080 0047' })
    await bride.choose('Bên nam')
    await bride.press('Tiếp tục')
    await bride.sees('Còn chỗ cần xem lại', /12 chữ số/, /Hệ thống chưa nhắn tin đến điện thoại/)
    await bride.write({ 'Số định danh cá nhân': thang.personalId, 'Điện thoại': thang.phone })
    await bride.press('Tiếp tục')
    await bride.press('Quay lại')
    await bride.sees(thang.name, 'Chờ xác nhận', 'Tự khai: Bên nam', /Ông\/bà báo người đó đăng nhập/)
    await pictures(bride, 'together/ghi-ten')
    await bride.showGuides('nguoi-dan-5-cung-nop')
    await bride.press('Tiếp tục')
  })

  test('she answers the rest, and is told why it cannot be sent yet', async () => {
    await answerQuestions(bride, answers, write)
    await givePapers(bride)
    await bride.choose('Tôi cam đoan')
    await bride.press('Gửi hồ sơ')
    await bride.sees('Chưa gửi được, còn 1 chỗ', 'Ngô Văn Thắng chưa khai phần của mình và chưa xác nhận')
    await bride.sees(/Ông\/bà báo người đó đăng nhập/)
    await bride.picture('together/chua-gui', true)
  })

  test('he finds the invitation on an old phone, and reads what she wrote', async () => {
    await groom.goTo('/trang-cua-toi')
    await groom.signIn('doanhnghiep')
    await groom.sees('Cùng nộp: Làm giấy kết hôn', 'Thân Thị Bích Phượng mời ông/bà')
    await groom.picture('together/trang-cua-toi')
    await groom.press('Đọc và trả lời')
    await groom.sees('Ông/bà tự khai phần: Bên nam', String(answers['brideHome']))
    expect(await groom.page.locator('script').count()).toBe(0)
    invitation = new URL(groom.page.url()).pathname
    await groom.picture('together/loi-moi', true)
  })

  test('he cannot confirm before his page is answered; then he answers it and confirms', async () => {
    await groom.choose('Tôi đã đọc cả hồ sơ')
    await groom.press(/^Xác nhận$/)
    await groom.sees('Chưa làm được')
    await groom.press('Khai phần của tôi')
    expect(await groom.page.getByLabel('Họ, chữ đệm, tên').inputValue()).toBe(thang.name)
    await fillPage(groom.page, answers, write)
    await groom.picture('together/khai')
    await groom.press('Lưu phần của tôi')
    await groom.sees(String(answers['groomHome']))
    await groom.choose('Tôi đã đọc cả hồ sơ')
    await groom.press(/^Xác nhận$/)
    await groom.sees('Ông/bà đã xác nhận')
  })

  test('she changes where she lives, and he confirms again', async () => {
    await bride.goTo('/trang-cua-toi')
    await bride.sees('Ngô Văn Thắng đã xác nhận cùng nộp')
    await bride.press('Viết tiếp')
    await bride.sees('Đã xác nhận')
    await bride.goTo(bride.page.url().replace('kiem-tra', 'bride?ve=kiem-tra'))
    await bride.page.locator('[name=brideHome]').fill('Thôn Đông, xã Nghĩa Hưng')
    await bride.press('Tiếp tục')
    await bride.sees('Phải xác nhận lại')
    await groom.goTo('/trang-cua-toi')
    await groom.sees('Hồ sơ cùng nộp đã sửa sau khi ông/bà xác nhận')
    await groom.press('Đọc và trả lời')
    await groom.sees('Hồ sơ đã sửa', 'Thôn Đông, xã Nghĩa Hưng')
    await groom.choose('Tôi đã đọc cả hồ sơ')
    await groom.press(/^Xác nhận$/)
    await groom.sees('Ông/bà đã xác nhận')
  })

  test('she sends it, and both follow it', async () => {
    await bride.goTo(bride.page.url())
    await bride.sees('Đã xác nhận')
    await bride.picture('together/san-sang', true)
    await bride.choose('Tôi cam đoan')
    await bride.press('Gửi hồ sơ')
    await bride.sees('Đã gửi hồ sơ', 'Cùng nộp: Ngô Văn Thắng')
    const id = new URL(bride.page.url()).pathname.split('/').at(-2) ?? ''
    dossier = { id, code: codeOn(await bride.reads()) }
    // The message that invited him leads to where the dossier is now.
    await groom.goTo(invitation)
    await groom.sees(dossier.code, /Cùng nộp với Thân Thị Bích Phượng/)
    await groom.goTo(`/trang-cua-toi/ho-so/${id}`)
    await groom.sees('Ông/bà cùng nộp hồ sơ này với Thân Thị Bích Phượng', 'Ai phải làm')
    expect(await groom.reads()).not.toContain('Tôi muốn rút hồ sơ')
    await groom.picture('together/ho-so', true)
    const application = readPdf(await groom.fetches('Đơn, tờ khai đã gửi (PDF)'))
      .join(' ')
      .replaceAll(/\s+/g, ' ')
    expect(application).toMatch(/Người cùng nộp.*Ngô Văn Thắng, xác nhận/)
  })

  test('the office sees the two of them', async () => {
    const clerk = await officialOpens(stage, dossier, 'receive')
    await clerk.sees(/Thân Thị Bích Phượng, Ngô Văn Thắng/)
    await clerk.picture('together/can-bo')
  })

  test('he declines another, and she takes his name out', async () => {
    const { draft } = await writeTogether(stage.test, visitor, housePermit, thang)
    await groom.goTo('/trang-cua-toi')
    await groom.press('Đọc và trả lời')
    await groom.press('Tôi không đồng ý')
    await groom.press(/^Từ chối$/)
    await groom.sees('Ghi vài chữ vì sao')
    await groom.write({ 'Lý do': 'Đất này tôi đã bán' })
    await groom.press(/^Từ chối$/)
    await groom.sees('Chào Ngô Văn Thắng')
    expect(await groom.reads()).not.toContain('Đọc và trả lời')
    await bride.goTo(`/nop/${draft}/nguoi-cung-nop`)
    await bride.sees('Không đồng ý', 'Lời nhắn: Đất này tôi đã bán')
    await bride.picture('together/tu-choi', true)
    await bride.write({ 'Họ và tên': 'Đỗ Thị Hoa' })
    await bride.press(/^Bỏ tên/)
    await bride.page.getByText('Không đồng ý').waitFor({ state: 'detached' })
    expect(await bride.page.getByLabel('Họ và tên').inputValue()).toBe('Đỗ Thị Hoa')
  })

  test('she discards a third one, and his invitation says so', async () => {
    const { invitation: third } = await writeTogether(stage.test, visitor, marriage, thang)
    await groom.goTo('/trang-cua-toi')
    await groom.press('Đọc và trả lời')
    await groom.sees('giay-to.pdf')
    // A paper shows what it is, not an empty box.
    expect(await groom.page.locator('.thumb:empty').count()).toBe(0)
    await groom.picture('together/giay-to', true)
    await bride.goTo('/trang-cua-toi')
    const draft = bride.page.locator('.records > li', { hasText: 'Làm giấy kết hôn' }).filter({ hasText: 'Bỏ' })
    await draft.getByRole('link', { name: 'Bỏ đơn này' }).click()
    await bride.sees(/Ai được mời cùng nộp sẽ được báo/)
    await bride.picture('together/bo-nhap')
    await draft.getByRole('button', { name: 'Bỏ hẳn' }).click()
    await draft.waitFor({ state: 'detached' })
    await groom.choose('Tôi đã đọc cả hồ sơ')
    await groom.press(/^Xác nhận$/)
    await groom.sees(/Thân Thị Bích Phượng đã bỏ hồ sơ này/, /không được gửi đi/)
    await groom.picture('together/da-bo')
    await groom.goTo('/trang-cua-toi')
    await groom.press(/đã bỏ hồ sơ mời ông\/bà cùng nộp/)
    expect(new URL(groom.page.url()).pathname).toBe(`/trang-cua-toi/loi-moi/${third}`)
    await groom.sees('Lời mời không còn')
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
