import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visitor } from '../src/commands/testing/test-platform.ts'
import { done, fileDossier, walkTo, type Filed } from '../src/commands/testing/story.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

/** A promotion notice of the department of industry and trade. */
const promotion = '2.000033'

let stage: Stage
let writer: Visitor
let editor: Person
let dossier: Filed
let draft: string

beforeAll(async () => {
  stage = await openStage()
  writer = await stage.test.as('thutuc.congthuong')
  dossier = await fileDossier(stage.test, await stage.test.as('doanhnghiep'), promotion)
  await walkTo(stage.test, dossier.id, 'review')
  draft = done(await writer.call('POST', `/services/procedures/${promotion}/drafts`, {})).id
  const { declaration, revision } = done(await writer.call('GET', `/services/procedure-drafts/${draft}`))
  const { review, ...kept } = declaration.process.steps
  const checked = { ...review, name: { vi: 'Lãnh đạo Sở kiểm tra', en: 'Leader checks' }, by: kept.sign.by }
  const value = {
    ...kept,
    appraise: { ...kept.appraise, next: 'check' },
    check: checked,
    sign: { ...kept.sign, back: ['check', 'appraise'] },
  }
  const edits = [{ do: 'set', path: 'process.steps', value }]
  done(await writer.call('PUT', `/services/procedure-drafts/${draft}`, { revision, edits }))
  editor = await stage.enter({ screen: 'office', as: writer })
}, 180_000)
afterAll(() => stage.stop())

const widths = () =>
  editor.page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth] as const)

describe('a new version changes steps while dossiers are under way', { timeout: 90_000 }, () => {
  test('its owner lets open dossiers go by it too, and is told which step leads nowhere yet', async () => {
    await editor.goTo(`/can-bo/thu-tuc/soan/${draft}`)
    await editor.press('Chọn cho hồ sơ đang mở')
    await editor.choose('Cả hồ sơ đang mở')
    await editor.press('Lưu cách chuyển')
    await editor.sees('Còn phải chọn', /bước “Trưởng phòng.*: quy trình mới không có bước này; chọn bước đi tiếp/)
  })

  test('chooses it, and sees how many change hands and that no date moves', async () => {
    await editor.page.getByLabel(/^Từ Trưởng phòng.* đi tiếp ở bước$/).selectOption('Lãnh đạo Sở kiểm tra')
    await editor.press('Lưu cách chuyển')
    await editor.sees('Hồ sơ đi tiếp theo bản mới', 'Việc đổi người làm', /ngày đã hẹn của hồ sơ không dời/)
    await editor.picture('open-dossiers')
    await editor.showGuides('chu-quy-trinh-5-ho-so-dang-mo')
    await editor.page.setViewportSize({ width: 360, height: 780 })
    const [wide, seen] = await widths()
    expect(wide).toBeLessThanOrEqual(seen)
    await editor.picture('open-dossiers-narrow', true)
    await editor.page.setViewportSize({ width: 1440, height: 900 })
  })

  test('the draft says so, it is sent, and the province approves it', async () => {
    await editor.goTo(`/can-bo/thu-tuc/soan/${draft}`)
    await editor.sees('Hồ sơ đang mở, đi tiếp theo bản mới')
    await editor.press('Gửi duyệt')
    await editor.sees('Chờ duyệt')
    const controller = await stage.enter({ screen: 'office', as: await stage.test.as('thutuc.tinh') })
    await controller.goTo(`/can-bo/thu-tuc/soan/${draft}/ho-so-dang-mo`)
    await controller.sees('Hồ sơ đi tiếp theo bản mới')
    await controller.goTo(`/can-bo/thu-tuc/soan/${draft}`)
    await controller.write({ 'Quyết định công bố số': '77/QĐ-UBND' })
    await controller.press('Duyệt và công bố')
    await controller.sees('Bản 2', /77\/QĐ-UBND/)
    await stage.settle()
  })

  test('the page says what became of them, and the applicant reads it in the history', async () => {
    await editor.goTo(`/can-bo/thu-tuc/soan/${draft}/ho-so-dang-mo`)
    await editor.sees('Hồ sơ đã chuyển', 'Không có hồ sơ nào ở lại.')
    await editor.picture('moved-dossiers')
    const applicant = await stage.enter({ as: await stage.test.as('doanhnghiep') })
    await applicant.goTo(`/trang-cua-toi/ho-so/${dossier.id}`)
    expect(await applicant.reads()).toMatch(/quy trình bản 2 \(77\/QĐ-UBND/)
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
