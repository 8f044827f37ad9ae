import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileDossier, walkTo, type Filed } from '../src/commands/testing/story.ts'
import { officialOpens, passesOn, resultIsIssued, stepIsDone } from './at-work.ts'
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

  test('the head reads it and keeps the proposal, the director decides, the clerk issues a notice', async () => {
    const head = await officialOpens(stage, dossier, 'review')
    await head.sees('Giấy phép quá hạn trên 3 tháng')
    await passesOn(head, 'Giữ đề nghị không chấp thuận')
    await stepIsDone(stage, dossier, 'sign', 'Giữ đề nghị không chấp thuận')
    await resultIsIssued(stage, dossier).catch(() => stepIsDone(stage, dossier, 'issue', 'Giữ đề nghị không chấp thuận'))
    await stage.settle()
  })

  test('the citizen reads why, on paper and on the page', async () => {
    await citizen.goTo(`/trang-cua-toi/ho-so/${dossier.id}`)
    await citizen.sees('Tải kết quả (PDF)')
    await citizen.picture('phone/khong-chap-thuan', true)
    expect((await citizen.fetches('Tải kết quả (PDF)')).subarray(0, 5).toString()).toBe('%PDF-')
    await citizen.sees(/quá hạn trên 3 tháng/)
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
