import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { licenceExchange, submit, walkTo, writeDraft } from '../src/commands/testing/story.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

/** The post collects a citizen's papers and brings the result to the door. */

let stage: Stage
let citizen: Person
let officer: Person
let dossier: { id: string; code: string }

beforeAll(async () => {
  stage = await openStage()
  const visitor = await stage.test.as('congdan')
  const otherwise = { receiveBy: 'post', postAddress: 'Thôn Hạ, xã Tân Mỹ' }
  dossier = await submit(visitor, await writeDraft(stage.test, visitor, licenceExchange, { otherwise }))
  citizen = await stage.enter({ screen: 'phone', as: visitor })
  officer = await stage.enter({ screen: 'office' })
}, 120_000)
afterAll(() => stage.stop())

describe('papers and result go by post', { timeout: 60_000 }, () => {
  test('the citizen asks the post to come, without scripts, and is told what is wrong', async () => {
    await citizen.goTo(`/trang-cua-toi/ho-so/${dossier.id}`)
    await citizen.press('Bưu điện: nhờ đến nhận giấy tờ, theo dõi bưu gửi')
    await citizen.press('Nhờ bưu điện đến')
    await citizen.sees('Còn chỗ cần xem lại')
    await citizen.page.fill('[name=address]', 'Số 12, thôn Hạ, xã Tân Mỹ')
    await citizen.page.fill('[name=phone]', '0979000218')
    await citizen.page.locator('[name=on]').first().check()
    await citizen.press('Nhờ bưu điện đến')
    await citizen.sees('Đã nhờ bưu điện đến nhận giấy tờ')
    await citizen.picture('story/nguoi-dan-buu-dien')
  })

  test('the counter tells the post and writes down that the papers came', async () => {
    await officer.signIn('motcua.tinh', '/can-bo/dang-nhap')
    await officer.goTo('/can-bo/buu-dien')
    await officer.page.getByLabel(dossier.code, { exact: true }).check()
    await officer.press('Giao cho bưu điện')
    await officer.sees('Giấy tờ đã đến quầy')
    await officer.press('Giấy tờ đã đến quầy')
    await officer.sees('Bưu điện không giữ gì của quầy này')
  })

  test('the result is given to the post with its number, and the citizen follows it', async () => {
    await walkTo(stage.test, dossier.id, 'deliver')
    await officer.goTo(`/can-bo/tra-ket-qua/${dossier.id}`)
    await officer.sees('Kết quả này gửi bưu điện')
    await officer.press('Tiền mặt')
    await officer.press('Giao cho bưu điện')
    await officer.page.getByLabel(dossier.code, { exact: true }).check()
    await officer.page.getByLabel(`Số hiệu bưu gửi của ${dossier.code}`).fill('RA123456785VN')
    await officer.picture('office/quay-buu-dien')
    await officer.press('Giao cho bưu điện')
    await officer.sees('Số hiệu RA123456785VN')
    await officer.picture('office/quay-buu-dien-dang-giu')
    await citizen.goTo(`/trang-cua-toi/ho-so/${dossier.id}/buu-dien`)
    await citizen.sees('Bưu điện đang mang kết quả đến')
    await officer.press('Bưu điện đã phát')
    await officer.sees('Bưu điện không giữ gì của quầy này')
    await citizen.goTo(`/trang-cua-toi/ho-so/${dossier.id}/buu-dien`)
    await citizen.sees('Bưu điện đã phát kết quả')
    expect(await citizen.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  })
})
