import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { fileDossier, officialAt, walkTo, type Filed } from '../src/commands/testing/story.ts'
import { smallPdf } from '../src/commands/testing/test-platform.ts'
import { officialOpens, passesOn, resultIsDrafted, stepIsDone } from './at-work.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let trader: Person
let dossier: Filed

beforeAll(async () => {
  stage = await openStage()
  const visitor = await stage.test.as('doanhnghiep')
  dossier = await fileDossier(stage.test, visitor, '2.000033')
  await walkTo(stage.test, dossier.id, 'appraise')
  trader = await stage.enter({ as: visitor })
}, 120_000)
afterAll(() => stage.stop())

describe('a notice of a promotion is supplemented', { timeout: 60_000 }, () => {
  test('the specialist pins a field and a paper, each with a reason', async () => {
    const specialist = await officialOpens(stage, dossier, 'appraise')
    await specialist.press('Yêu cầu bổ sung…')
    await specialist.sees('Chỉ được yêu cầu một lần')
    await specialist.choose('Tổng giá trị giải thưởng', 'Thể lệ chương trình')
    const [total, rules] = await specialist.page.locator('textarea[name^="reason."]').all()
    await total?.fill('Chưa cộng phần giảm giá. Đề nghị ghi lại tổng giá trị.')
    await rules?.fill('Phần đã ghi chưa đủ thể lệ. Đề nghị gửi bản đầy đủ.')
    await specialist.sees('Hồ sơ cần sửa 2 chỗ')
    await specialist.showGuides('can-bo-3-bo-sung')
    await specialist.press('Gửi yêu cầu bổ sung')
    await specialist.page.waitForURL(/xong=supplement/)
    await stage.settle()
  })

  test('the trader sees exactly these two places, and the slip says the same', async () => {
    await trader.goTo('/trang-cua-toi')
    await trader.sees('Chờ ông/bà')
    await trader.goTo(`/trang-cua-toi/ho-so/${dossier.id}`)
    await trader.sees('Cần bổ sung 2 chỗ', 'Chưa cộng phần giảm giá')
    expect(
      readPdf(await trader.fetches('Phiếu yêu cầu bổ sung (PDF)'))
        .join(' ')
        .replaceAll(/\s+/g, ' '),
    ).toContain('Chưa cộng phần giảm giá')
    await trader.showGuides('nguoi-dan-4-bo-sung')
    await trader.press('Bổ sung ngay')
    expect(await trader.page.locator('main :is(input, textarea, select):not([type=hidden], [type=file])').count()).toBe(
      1,
    )
  })

  test('answers in place and sends it back', async () => {
    await trader.page.locator('[name=prizeTotal]').fill('250.000.000')
    await trader.press('Gửi bổ sung')
    await trader.sees('Còn thiếu', 'đã làm')
    expect(await trader.page.locator('[name=prizeTotal]').inputValue()).toBe('250.000.000')
    await trader.page
      .locator('form[data-paper=rules] input[type=file]')
      .setInputFiles({ name: 'the-le.pdf', mimeType: 'application/pdf', buffer: smallPdf('the le') })
    await trader.sees('the-le.pdf')
    await trader.press('Gửi bổ sung')
    await trader.page.waitForURL(/ho-so\/[^/]+$/)
    await trader.sees('Ai phải làm')
  })

  test('the specialist sees what it was and what it is now', async () => {
    const specialist = await stage.enter({ screen: 'office', as: await officialAt(stage.test, dossier.id, 'appraise') })
    await specialist.goTo(`/can-bo?chon=${dossier.id}`)
    await specialist.sees('Người nộp vừa sửa', /250\.000\.000/)
    await specialist.showGuides('can-bo-2-hop-viec')
    await passesOn(specialist)
  })

  test('and the notice is acknowledged', async () => {
    const head = await officialOpens(stage, dossier, 'review')
    await resultIsDrafted(head)
    await passesOn(head)
    await stepIsDone(stage, dossier, 'sign')
    await stepIsDone(stage, dossier, 'issue')
    await trader.goTo(`/trang-cua-toi/ho-so/${dossier.id}`)
    await trader.sees('Tải kết quả (PDF)')
    expect(readPdf(await trader.fetches('Tải kết quả (PDF)')).join(' ')).toContain('250.000.000')
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
