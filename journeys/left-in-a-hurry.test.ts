import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillPage, writingOn } from './answer.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let citizen: Person
beforeAll(async () => {
  stage = await openStage({ dossiers: 0 })
  citizen = await stage.enter({ screen: 'phone', as: await stage.test.as('congdan') })
}, 120_000)
afterAll(() => stage.stop())

describe('a question page that is left in a hurry', { timeout: 60_000 }, () => {
  test('keeps the last word typed, though nothing was pressed and no second passed', async () => {
    await citizen.goTo('/thu-tuc/1.004873')
    await citizen.press('Bắt đầu nộp hồ sơ')
    await fillPage(citizen.page, { place: '07381' }, await writingOn(stage.test))
    await citizen.press('Tiếp tục')
    await citizen.sees('Người cần xác nhận')
    const question = citizen.page.url()
    await citizen.page.locator('[name="applicant.residence.detail"]').fill('Xóm Mới, cạnh đình')
    await citizen.press('Quay lại')
    await citizen.sees('Nộp hồ sơ ở đâu?')
    await citizen.goTo(question)
    expect(await citizen.page.locator('[name="applicant.residence.detail"]').inputValue()).toBe('Xóm Mới, cạnh đình')
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
