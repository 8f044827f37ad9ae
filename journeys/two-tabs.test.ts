import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { done, licenceExchange, writeDraft } from '../src/commands/testing/story.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let here: Person
let there: Person
let page: string
let way: () => Promise<string>

beforeAll(async () => {
  stage = await openStage()
  const citizen = await stage.test.as('congdan')
  const draft = await writeDraft(stage.test, citizen, licenceExchange)
  page = `/nop/${draft}/delivery`
  way = async () => done(await citizen.call('GET', `/services/drafts/${draft}`)).answers.postAddress
  here = await stage.enter({ screen: 'phone', as: citizen })
  there = await stage.enter({ as: citizen })
}, 120_000)
afterAll(() => stage.stop())

describe('the same page is open in two windows', { timeout: 60_000 }, () => {
  test('what is saved in the one is not lost by what is typed in the other', async () => {
    await here.goTo(page)
    await there.goTo(page)
    await there.choose('Bưu điện mang đến nhà')
    await there.write({ 'Địa chỉ nhận': 'Xóm Chùa' })
    await there.sees('Đã lưu lúc')
    await here.choose('Bưu điện mang đến nhà')
    await here.write({ 'Địa chỉ nhận': 'Xóm Đình' })
    await here.sees('Trang này vừa được sửa ở nơi khác')
    expect(await here.page.getByLabel('Địa chỉ nhận').inputValue()).toBe('Xóm Đình')
    expect(await way()).toBe('Xóm Chùa')
    await here.picture('phone/sua-o-hai-noi')
    await there.write({ 'Địa chỉ nhận': 'Xóm Chùa, thôn Hạ' })
    await there.sees('Đã lưu lúc')
  })

  test('whoever wrote chooses, and what they choose is saved', async () => {
    await here.press('Lưu bản đang ở đây rồi tiếp tục')
    await here.sees('Giấy tờ gửi kèm')
    expect(await way()).toBe('Xóm Đình')
    await there.write({ 'Địa chỉ nhận': 'Xóm Chùa' })
    await there.sees('Trang này vừa được sửa ở nơi khác')
    await there.picture('desktop/sua-o-hai-noi')
    await there.press('Tải lại, lấy bản đã lưu')
    expect(await there.page.getByLabel('Địa chỉ nhận').inputValue()).toBe('Xóm Đình')
  })

  test('no browser complained', () => {
    // The refused saves themselves, as the browser logs them.
    expect(stage.complaints().filter((line) => !line.includes('412'))).toEqual([])
  })
})
