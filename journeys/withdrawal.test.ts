import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileDossier, officialAt, walkTo, type Filed } from '../src/commands/testing/story.ts'
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
  citizen = await stage.enter({ screen: 'phone', scripts: false, as: visitor })
}, 120_000)
afterAll(() => stage.stop())

describe('a dossier is withdrawn', { timeout: 60_000 }, () => {
  test('by the citizen alone, with a reason or none, and it stops there', async () => {
    const specialist = await stage.enter({ screen: 'office', as: await officialAt(stage.test, dossier.id, 'appraise') })
    await specialist.goTo('/can-bo')
    await specialist.sees(dossier.code)
    await citizen.goTo(`/trang-cua-toi/ho-so/${dossier.id}`)
    await citizen.press('Rút hồ sơ')
    await citizen.sees('Rút rồi thì hồ sơ dừng ở đây')
    await citizen.write({ 'Lý do (không bắt buộc)': 'Tôi sẽ sát hạch lại.' })
    await citizen.press('Tôi muốn rút hồ sơ')
    await citizen.sees('Đã kết thúc')
    expect(await citizen.reads()).not.toContain('Tôi muốn rút hồ sơ')
    await stage.settle()
    await specialist.goTo('/can-bo')
    expect(await specialist.reads()).not.toContain(dossier.code)
    await specialist.goTo(`/can-bo/ho-so/${dossier.id}?xem=lich-su`)
    await specialist.sees('Tôi sẽ sát hạch lại.')
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
