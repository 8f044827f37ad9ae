import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  done,
  fileDossier,
  licenceExchange,
  submit,
  walkTo,
  writeDraft,
  type Filed,
} from '../src/commands/testing/story.ts'
import { openStage, type Stage } from './stage.ts'

/** What was handed in once is not asked for again: on an old phone without JavaScript, and at the counter. */

let stage: Stage
let earlier: Filed
let again: Filed

beforeAll(async () => {
  stage = await openStage({ dossiers: 0 })
  earlier = await fileDossier(stage.test, await stage.test.as('congdan'), licenceExchange)
  await walkTo(stage.test, earlier.id, 'appraise')
}, 120_000)
afterAll(() => stage.stop())

/** A dossier of the same person whose licence is asked for anew. */
async function askedAnew(): Promise<string> {
  const { id } = await fileDossier(stage.test, await stage.test.as('congdan'), licenceExchange)
  await walkTo(stage.test, id, 'appraise')
  const specialist = await stage.test.as('chuyenvien.gtvt')
  const pins = [{ path: 'papers.licence', reason: 'Ảnh mờ, không đọc được số' }]
  done(
    await specialist.call('POST', `/services/dossiers/${id}/supplement`, {
      step: 'appraise',
      pins,
      basis: 'Điều 37 Thông tư 12/2017/TT-BGTVT',
      days: 10,
    }),
  )
  return id
}

describe('a paper that the province has', { timeout: 90_000 }, () => {
  test('is taken by one button of a plain form, with its dossier and day', async () => {
    const visitor = await stage.test.as('congdan')
    const id = await writeDraft(stage.test, visitor, licenceExchange, { papers: false })
    const citizen = await stage.enter({ screen: 'phone', scripts: false, as: visitor })
    await citizen.goTo(`/nop/${id}/giay-to`)
    await citizen.sees('Tỉnh đã có, không phải nộp lại', new RegExp(`Nộp ở hồ sơ ${earlier.code}`))
    await citizen.picture('phone/dung-lai', true)
    await citizen.press(/^Dùng bản này/)
    await citizen.sees('Đã nhận đủ', new RegExp(`Dùng lại từ hồ sơ ${earlier.code}`))
    await citizen.picture('phone/da-dung-lai', true)
    const wide = await stage.enter({ screen: 'desk', as: visitor })
    await wide.goTo(`/nop/${id}/giay-to`)
    await wide.picture('desk/da-dung-lai', true)
    again = await submit(visitor, id)
    await citizen.goTo(`/trang-cua-toi/ho-so/${again.id}`)
    await citizen.press('Xem mọi thứ đã gửi')
    await citizen.sees(new RegExp(`Dùng lại từ hồ sơ ${earlier.code}`))
  })

  test('is told to whoever looks the application through', async () => {
    const officer = await stage.enter({ screen: 'office', as: await stage.test.as('motcua.tinh') })
    await officer.goTo(`/can-bo/ho-so/${again.id}`)
    await officer.press(/^Giấy phép lái xe đang dùng/)
    await officer.sees(new RegExp(`Dùng lại từ hồ sơ ${earlier.code}`))
    await officer.picture('office/nguon-giay-to')
  })

  test('is used again at the counter for whoever stands there', async () => {
    const counter = await stage.enter({ screen: 'office', as: await stage.test.as('motcua.tinh') })
    await counter.goTo(`/can-bo/quay?thu-tuc=${licenceExchange}&nhap=${randomUUID()}`)
    await counter.page.keyboard.type('024168009123')
    await counter.page.keyboard.press('Enter')
    await counter.sees('Đã có trong hệ thống')
    await counter.press('Dùng lại giấy tờ tỉnh đã có')
    await counter.sees('Thân Thị Bích Phượng', earlier.code)
    await counter.picture('office/dung-lai-o-quay')
    await counter.showGuides('can-bo-11-dung-lai')
    await counter.page.setViewportSize({ width: 360, height: 780 })
    await counter.picture('office/dung-lai-o-quay-360', true)
    expect(await counter.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await counter.page.setViewportSize({ width: 1440, height: 900 })
    await counter.press(/^Dùng lại$/)
    await counter.sees('1 tệp')
    await counter.picture('office/da-dung-lai-o-quay')
  })

  test('is taken when it is asked for anew: on the phone by one button of a plain form', async () => {
    const visitor = await stage.test.as('congdan')
    const id = await askedAnew()
    const citizen = await stage.enter({ screen: 'phone', scripts: false, as: visitor })
    await citizen.goTo(`/trang-cua-toi/ho-so/${id}/bo-sung`)
    await citizen.sees('Tỉnh đã có, không phải nộp lại', /Nộp ở hồ sơ/)
    await citizen.picture('phone/bo-sung-dung-lai', true)
    await citizen.press(/^Dùng bản này/)
    await citizen.sees(/Dùng lại từ hồ sơ/)
    await citizen.picture('phone/bo-sung-da-dung-lai', true)
    const wide = await stage.enter({ screen: 'office', as: visitor })
    await wide.goTo(`/trang-cua-toi/ho-so/${id}/bo-sung`)
    await wide.picture('desk/bo-sung-da-dung-lai', true)
    await citizen.press('Gửi bổ sung')
    await citizen.press('Xem mọi thứ đã gửi')
    await citizen.sees(/Dùng lại từ hồ sơ/)
  })

  test('is taken when it is asked for anew at the counter', async () => {
    const id = await askedAnew()
    const counter = await stage.enter({ screen: 'office', as: await stage.test.as('motcua.tinh') })
    await counter.goTo(`/can-bo/quay/ho-so/${id}/bo-sung`)
    await counter.press('Dùng lại giấy tờ tỉnh đã có')
    await counter.sees('Của Thân Thị Bích Phượng, cho phần cần bổ sung')
    await counter.picture('office/bo-sung-dung-lai')
    await counter.press(/^Dùng lại$/)
    await counter.sees('1 tệp')
    await counter.picture('office/bo-sung-da-dung-lai')
    await counter.press('Gửi bổ sung')
    await counter.sees(/Đã bổ sung tại/)
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
