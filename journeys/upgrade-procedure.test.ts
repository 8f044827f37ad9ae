import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dateAt } from '#values/plain-date.ts'
import { publishProcedures } from '#engines/services/index.ts'
import { completeProcedureOf } from '../src/commands/testing/story.ts'
import { demoPassword } from '../src/demo/accounts.ts'
import type { Person } from './person.ts'
import { screens } from './open-browser.ts'
import { openStage, type Stage } from './stage.ts'

/** A promotion notice of the department of industry and trade. */
const code = '2.000033'
const declared = completeProcedureOf(code)

let stage: Stage
let editor: Person
let controller: Person

beforeAll(async () => {
  stage = await openStage()
  editor = await stage.enter({ screen: 'office', as: await stage.test.as('thutuc.congthuong') })
  controller = await stage.enter({ screen: 'office', as: await stage.test.as('thutuc.tinh') })
}, 120_000)
afterAll(() => stage.stop())

/** What everybody reads of it now. */
const inForce = async () => (await stage.test.nobody.call('GET', `/services/procedures/${code}`)).body

/** The draft that waits is approved by the province, who read its notice; whoever decides proves who they are. */
async function isApproved(document: string): Promise<void> {
  await stage.settle()
  await controller.goTo('/can-bo/thu-tuc')
  await controller.page.getByRole('row').filter({ hasText: 'Chờ duyệt' }).getByRole('link').first().click()
  await controller.write({ 'Quyết định công bố số': document })
  await controller.press('Duyệt và công bố')
  if (await controller.page.locator('[name=password]').isVisible()) {
    await controller.page.locator('[name=password]').fill(demoPassword)
    await controller.page.locator('form [name=password]').press('Enter')
  }
  await controller.sees(new RegExp(document))
}

/** In so many places the editor has chosen what the draft says. */
const chosen = () => editor.page.getByText('Đã chọn: Bản đang soạn').count()

describe('a department words a procedure of its own, and an upgrade changes it too', { timeout: 90_000 }, () => {
  test('the department changes the name that people use and the hours of a step', async () => {
    await editor.goTo(`/can-bo/thu-tuc?tim=${code}`)
    await editor.page.getByRole('row').filter({ hasText: code }).getByRole('button', { name: 'Soạn bản mới' }).click()
    await editor.write({ 'Tên người dân gọi': 'Báo khuyến mại với Sở' })
    await editor.press('Quy trình')
    await editor.page.waitForURL(/phan=quy-trinh/)
    await editor.press('Thẩm định')
    await editor.page.waitForURL(/o=process\.steps\.appraise/)
    await editor.write({ 'Số giờ làm việc': '3' })
    await editor.sees('Không có lỗi')
    await editor.press('Gửi duyệt')
    await editor.sees('Chờ duyệt')
    await isApproved('21/QĐ-UBND')
    expect((await inForce()).everydayName.vi).toBe('Báo khuyến mại với Sở')
  })

  test('an upgrade that changes the same name waits, and the editor sees that it does', async () => {
    const steps = declared.process.steps
    const upgraded = {
      ...declared,
      everydayName: { vi: 'Thông báo khuyến mại qua mạng', en: 'Promotion notice online' },
      process: { ...declared.process, steps: { ...steps, sign: { ...steps['sign']!, hours: 2 } } },
    }
    await stage.test.platform.connection.db.transaction((tx) => publishProcedures(tx, [upgraded], new Date()))
    expect((await inForce()).everydayName.vi).toBe('Báo khuyến mại với Sở')
    await editor.goTo(`/can-bo/thu-tuc?tim=${code}`)
    await editor.press('Hợp nhất nâng cấp')
  })

  test('what one side alone changed is taken, what both changed is chosen place by place, and only then sent', async () => {
    await editor.sees('Hai bên cùng đổi', 'Báo khuyến mại với Sở', 'Thông báo khuyến mại qua mạng')
    await editor.picture('upgrade-procedure-conflicts')
    await editor.showGuides('chu-quy-trinh-7-hop-nhat')
    await editor.page.setViewportSize(screens.phone)
    expect(await editor.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await editor.picture('upgrade-procedure-conflicts-360', true)
    await editor.page.setViewportSize(screens.office)
    await editor.sees(/Gửi duyệt, còn \d+ lỗi/)
    const places = await editor.page.getByRole('button', { name: 'Lấy bản nâng cấp' }).count()
    for (let at = 0; at < places; at++) {
      await editor.page.getByRole('button', { name: 'Lấy bản nâng cấp' }).nth(at).click()
      await editor.page.getByText('Đã chọn: Bản nâng cấp').nth(at).waitFor()
    }
    await editor.sees('Không có lỗi')
    await editor.press('Gửi duyệt')
    await editor.sees('Chờ duyệt')
    await isApproved('22/QĐ-UBND')
    const merged = await inForce()
    expect(merged.everydayName.vi).toBe('Thông báo khuyến mại qua mạng')
    const [now] = await stage.test.query<{ appraise: number; sign: number }>(
      `select (v.declaration #>> '{process,steps,appraise,hours}')::int as appraise, (v.declaration #>> '{process,steps,sign,hours}')::int as sign
       from services.procedure_version v where v.code = $1 order by v.number desc limit 1`,
      [code],
    )
    expect(now).toEqual({ appraise: 3, sign: 2 })
  })

  test('an earlier version holds again, and the office still hears of it', async () => {
    await editor.goTo(`/quan-tri/thu-tuc/${code}?ban=1`)
    await editor.press('Soạn để áp dụng lại bản 1')
    await editor.sees('Gửi duyệt')
    await editor.press('Gửi duyệt')
    await editor.sees('Chờ duyệt')
    await isApproved('23/QĐ-UBND')
    expect((await inForce()).everydayName?.vi).toBe(declared.everydayName?.vi)
    await stage.settle()
    await editor.goTo('/can-bo/tin-nhan')
    await editor.sees(/đã duyệt và công bố bản \d+ của thủ tục 2\.000033/)
  })

  test('what a ministry announces while the office writes is merged into its draft, and nobody undoes the other', async () => {
    await editor.goTo(`/can-bo/thu-tuc?tim=${code}`)
    await editor.page.getByRole('row').filter({ hasText: code }).getByRole('button', { name: 'Soạn bản mới' }).click()
    await editor.page.waitForURL(/thu-tuc\/soan/)
    const kept = editor.page.waitForResponse((answer) => answer.request().method() !== 'GET')
    await editor.write({ 'Tên người dân gọi': 'Báo khuyến mại tại Sở' })
    await kept
    await editor.sees('Không có lỗi')
    const [row] = await stage.test.query<{ declaration: typeof declared }>(
      `select v.declaration from services.procedure_version v where v.code = $1 order by v.number desc limit 1`,
      [code],
    )
    const announced = {
      ...row!.declaration,
      everydayName: { vi: 'Báo khuyến mại với Bộ', en: 'Tell the ministry of a promotion' },
      field: { vi: 'Xúc tiến thương mại', en: 'Trade promotion' },
    }
    await stage.test.platform.connection.db.transaction((tx) =>
      publishProcedures(tx, [announced], new Date(), 'imported'),
    )
    await editor.page.reload()
    await editor.sees(/^Ghép bản \d+ vào$/)
    await editor.picture('upgrade-procedure-newer')
    await editor.press(/^Ghép bản \d+ vào$/)
    await editor.sees('Hai bên cùng đổi', 'Báo khuyến mại tại Sở', 'Báo khuyến mại với Bộ')
    while ((await editor.page.getByRole('button', { name: 'Giữ bản đang soạn' }).count()) > (await chosen())) {
      const before = await chosen()
      await editor.page.getByRole('button', { name: 'Giữ bản đang soạn' }).nth(before).click()
      await editor.page.getByText('Đã chọn: Bản đang soạn').nth(before).waitFor()
    }
    await editor.sees('Không có lỗi')
    await editor.write({ 'Hồ sơ nộp từ ngày': '2020-01-02' })
    const readAnew = editor.page.waitForResponse(
      (answer) => answer.request().method() === 'GET' && answer.url().includes('.data'),
    )
    // On a telephone what was refused stands far below: whoever pressed is led there.
    await editor.page.setViewportSize(screens.phone)
    await editor.press('Gửi duyệt')
    await readAnew
    // The page is read anew after a refusal, and its reason is still there.
    expect(await editor.reads()).toContain('Chưa làm được')
    const seen = await editor.page.getByText('Chưa làm được').evaluate((note) => note.getBoundingClientRect())
    expect([seen.top >= 0, seen.bottom <= screens.phone.height]).toEqual([true, true])
    await editor.page.setViewportSize(screens.office)
    expect(await editor.page.getByLabel('Hồ sơ nộp từ ngày').inputValue()).toBe('2020-01-02')
    await editor.write({ 'Hồ sơ nộp từ ngày': dateAt(new Date()) })
    await editor.press('Gửi duyệt')
    await editor.sees('Chờ duyệt')
    await isApproved('24/QĐ-UBND')
    const now = await inForce()
    expect(now.everydayName.vi).toBe('Báo khuyến mại tại Sở')
    expect(now.field.vi).toBe('Xúc tiến thương mại')
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
