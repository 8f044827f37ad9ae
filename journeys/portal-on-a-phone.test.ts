import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileDossier, licenceExchange, writeDraft, type Filed } from '../src/commands/testing/story.ts'
import { demoPassword } from '../src/demo/accounts.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let citizen: Person
let draft = ''
let filed: Filed

beforeAll(async () => {
  stage = await openStage()
  const visitor = await stage.test.as('congdan')
  draft = await writeDraft(stage.test, visitor, licenceExchange, { papers: false })
  filed = await fileDossier(stage.test, visitor, licenceExchange)
  citizen = await stage.enter({ screen: 'phone', as: visitor })
}, 120_000)
afterAll(() => stage.stop())

const speak = (language: 'vi' | 'en') =>
  citizen.page.context().addCookies([{ name: 'language', value: language, url: stage.url }])

test('a procedure says how long and how much right after its start, before what to prepare', async () => {
  await citizen.goTo(`/thu-tuc/${licenceExchange}`)
  const heights = await Promise.all(
    ['Bắt đầu nộp hồ sơ', 'Bao lâu', 'Lệ phí', 'Cần chuẩn bị', 'Có phải thủ tục khác không?'].map(
      async (text) => (await citizen.page.getByText(text, { exact: true }).first().boundingBox())?.y,
    ),
  )
  expect(heights.every((height) => height !== undefined)).toBe(true)
  expect(heights).toEqual(heights.toSorted((a = 0, b = 0) => a - b))
})

test.each([
  ['/thu-tuc', 'Procedures'],
  ['/dang-ky', 'Open an account'],
  ['/kha-nang-tiep-can', 'Accessibility'],
  ['/du-lieu-ca-nhan', 'Your personal data'],
  ['/khong-co-trang-nay', 'There is no such page'],
  ['/trang-cua-toi', 'My page'],
  ['/trang-cua-toi/tin-nhan', 'Messages'],
  ['/trang-cua-toi/ai-da-xem', 'Who read my data'],
  ['/nop/{draft}/applicant', 'Applicant'],
  ['/nop/{draft}/giay-to', 'Papers'],
  ['/nop/{draft}/kiem-tra', 'Check and send'],
])('%s is titled in English for whoever reads English', async (path, title) => {
  await speak('en')
  await citizen.goTo(path.replace('{draft}', draft))
  expect(await citizen.page.title()).toBe(`${title} – Public Service Portal`)
})

test.each([
  ['vi', 'Cổng Dịch vụ công tỉnh Bắc Giang'],
  ['en', 'Public Service Portal of Bắc Giang Province'],
] as const)('in %s an application names the portal as one name', async (language, name) => {
  await speak(language)
  await citizen.goTo(`/nop/${draft}/kiem-tra`)
  expect(await citizen.page.locator('.brand small').textContent()).toBe(name)
})

test('a table on a phone names nothing that a row does not have', async () => {
  await speak('vi')
  await citizen.goTo('/lap-trinh')
  const cells = citizen.page.locator('.table-stack td[data-label="Giới hạn"]').filter({ visible: true })
  expect(await cells.count()).toBeGreaterThan(3)
  expect((await cells.allInnerTexts()).filter((text) => text.trim() === '')).toEqual([])
  await cells.first().scrollIntoViewIfNeeded()
  await citizen.picture('portal/lap-trinh-360')
})

test('a title says first that something is wrong', async () => {
  await speak('vi')
  await citizen.goTo('/dang-ky')
  await citizen.press('Mở tài khoản')
  await citizen.sees('Còn chỗ cần xem lại')
  expect(await citizen.page.title()).toBe('Lỗi: Mở tài khoản – Cổng Dịch vụ công')
})

test('whoever reads English reads the name of the procedure in English, wherever a dossier is shown', async () => {
  await speak('en')
  for (const path of [
    '/trang-cua-toi',
    `/trang-cua-toi/ho-so/${filed.id}`,
    `/trang-cua-toi/ho-so/${filed.id}/bien-nhan`,
    `/tra-cuu?ma=${filed.code}&dt=0218`,
  ]) {
    await citizen.goTo(path)
    await citizen.sees('Exchange a driving licence')
    expect(await citizen.reads()).not.toContain('Đổi bằng lái xe')
  }
})

test('a session that ends in the middle of a page costs nothing that is typed', async () => {
  await speak('vi')
  const { page } = citizen
  await citizen.goTo(`/nop/${draft}/licence`)
  await page.context().clearCookies({ name: 'session' })
  await page.locator('[name=licenceNumber]').fill('241168003488')
  await citizen.press('Tiếp tục')
  await citizen.sees('Đã hết phiên đăng nhập')
  await page.locator('[name=login]').fill('congdan')
  await page.locator('[name=password]').fill('not the password')
  await citizen.press('Đăng nhập lại')
  await citizen.sees('Chưa đăng nhập được')
  await page.locator('[name=password]').fill(demoPassword)
  await citizen.press('Đăng nhập lại')
  await citizen.sees('Nhận kết quả ở đâu')
  await citizen.goTo(`/nop/${draft}/licence`)
  expect(await page.locator('[name=licenceNumber]').inputValue()).toBe('241 168 003 488')
})

test('words typed while the line is away go on by themselves when it is back', async () => {
  const { page } = citizen
  await citizen.goTo(`/nop/${draft}/licence`)
  await page.context().setOffline(true)
  await page.locator('[name=licenceNumber]').fill('241168003477')
  await citizen.press('Tiếp tục')
  await citizen.sees('Chưa lưu được, đang thử lại; chữ vẫn còn trong máy này')
  await page.context().setOffline(false)
  await citizen.sees('Nhận kết quả ở đâu')
})

test('an application that is not there is answered in the portal’s frame, in the reader’s language', async () => {
  await citizen.goTo(`/nop/019b0000-0000-7000-8000-000000000000/licence`)
  await citizen.sees('Không mở được trang này', 'Tìm thủ tục')
})

test('an application that was begun can be thrown away, after it has been asked', async () => {
  await citizen.goTo('/trang-cua-toi')
  await citizen.press('Bỏ đơn này')
  await citizen.sees('Bỏ hẳn?')
  await citizen.press('Giữ lại')
  await citizen.press('Bỏ đơn này')
  await citizen.press('Bỏ hẳn')
  await citizen.page.waitForURL(({ search }) => search === '')
  expect(await citizen.reads()).not.toContain('Đơn đang viết dở')
})

test('a search that finds nothing says so, and shows what is spelt alike', async () => {
  await citizen.goTo('/thu-tuc?tim=khai+sihn')
  await citizen.sees('Không thấy “khai sihn”. Có phải:', 'Làm giấy khai sinh cho con')
  await citizen.goTo('/thu-tuc?tim=birth+certificate')
  await citizen.sees('Làm giấy khai sinh cho con', /thủ tục, gần nhất ở trên cùng/)
})
