import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { fileDossier, walkTo, type Filed } from '../src/commands/testing/story.ts'
import { officialOpens, passesOn, stepIsDone } from './at-work.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let citizen: Person
let dossier: Filed

beforeAll(async () => {
  stage = await openStage()
  const visitor = await stage.test.as('congdan')
  dossier = await fileDossier(stage.test, visitor, '1.002809')
  await walkTo(stage.test, dossier.id, 'appraise')
  citizen = await stage.enter({ screen: 'phone', as: visitor })
}, 120_000)
afterAll(() => stage.stop())

describe('an application is refused', { timeout: 60_000 }, () => {
  test('the specialist cannot refuse without a reason', async () => {
    const specialist = await officialOpens(stage, dossier, 'appraise')
    await specialist.press('Không chấp thuận…')
    await specialist.press(/^Không chấp thuận/)
    expect(new URL(specialist.page.url()).searchParams.has('xong')).toBe(false)
    await specialist.write({ 'Lý do': 'Giấy phép quá hạn trên 3 tháng, phải sát hạch lại theo Điều 36.' })
    await passesOn(specialist, /^Không chấp thuận/)
  })

  test('the head reads it, keeps the proposal, and writes the reason into the notice', async () => {
    const head = await officialOpens(stage, dossier, 'review')
    await head.sees('Giấy phép quá hạn trên 3 tháng')
    await head.press('Kết quả dự thảo')
    await head.press('Soạn từ mẫu')
    await head.sees('Nơi nhận, mỗi dòng một nơi')
    await head.page
      .locator('textarea', { hasText: 'vì: Giấy phép quá hạn trên 3 tháng' })
      .fill('Sở Giao thông vận tải không giải quyết được, vì giấy phép đã quá hạn trên 3 tháng.')
    await head.press('Lưu dự thảo')
    await head.sees(/Đã lưu .* bản 1/)
    await passesOn(head, 'Giữ đề nghị không chấp thuận')
  })

  test('the director decides, the clerk issues the notice', async () => {
    await stepIsDone(stage, dossier, 'sign', 'Giữ đề nghị không chấp thuận')
    await stepIsDone(stage, dossier, 'issue', 'Giữ đề nghị không chấp thuận')
    await stage.settle()
  })

  test('the citizen reads why, on paper and on the page', async () => {
    await citizen.goTo(`/trang-cua-toi/ho-so/${dossier.id}`)
    await citizen.sees('Tải kết quả (PDF)')
    await citizen.picture('phone/khong-chap-thuan', true)
    await citizen.sees('Thông báo về việc không giải quyết hồ sơ')
    expect(
      readPdf(await citizen.fetches('Tải kết quả (PDF)'))
        .join(' ')
        .replaceAll(/\s+/g, ' '),
    ).toMatch(/quá hạn trên 3 tháng/)
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
