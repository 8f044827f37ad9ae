import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answersTo, completeProcedureOf } from '../src/commands/testing/story.ts'
import { smallPdf } from '../src/commands/testing/test-platform.ts'
import { answerQuestions, codeOn, writingOn } from './answer.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

const single = '1.004873'

let stage: Stage
let citizen: Person
let code = ''

beforeAll(async () => {
  stage = await openStage()
  citizen = await stage.enter({ screen: 'phone', scripts: false })
}, 120_000)
afterAll(() => stage.stop())

describe('an old phone without JavaScript', { timeout: 60_000 }, () => {
  test('finds a procedure by words without tone marks, and reads about it', async () => {
    await citizen.goTo('/')
    await citizen.write({ 'Cần làm thủ tục gì?': 'xac nhan doc than' })
    await citizen.press('Tìm')
    await citizen.press('Xin giấy xác nhận độc thân')
    await citizen.sees('Cần chuẩn bị', 'Bắt đầu nộp hồ sơ', single)
    expect(await citizen.page.locator('script').count()).toBe(0)
  })

  test('starts, signs in on the way, and answers page after page', async () => {
    await citizen.press('Bắt đầu nộp hồ sơ')
    await citizen.signIn('congdan')
    const answers = {
      ...(await answersTo(stage.test, completeProcedureOf(single))),
      status: 'never',
      spouse: undefined,
      endedBy: undefined,
      filedBy: 'self',
      hadBefore: true,
      proof: 'here',
    }
    await answerQuestions(citizen, answers, await writingOn(stage.test))
    await citizen.sees('Giấy tờ gửi kèm')
    expect(await citizen.reads()).not.toContain('tự gửi tiếp')
    await citizen.picture('phone/giay-to')
  })

  test('sends a paper by a plain form', async () => {
    await citizen.page
      .locator('form[data-paper=before] input[type=file]')
      .setInputFiles({ name: 'giay-cu.pdf', mimeType: 'application/pdf', buffer: smallPdf('cu') })
    await citizen.press('Gửi tệp này')
    await citizen.sees('Đã nhận đủ', /giay-cu\.pdf/)
    await citizen.press('Tiếp tục')
  })

  test('looks it over, sends it, and gets a code', async () => {
    await citizen.sees('Kiểm tra rồi gửi')
    await citizen.choose('Tôi cam đoan')
    await citizen.press('Gửi hồ sơ')
    await citizen.sees('Đã gửi hồ sơ')
    code = codeOn(await citizen.reads())
    expect(code).not.toBe('')
  })

  test('whoever has the code and the end of the phone number sees how it stands, and nothing more', async () => {
    const relative = await stage.enter({ screen: 'phone', scripts: false })
    await relative.goTo('/')
    await relative.write({ 'Mã hồ sơ trên giấy hẹn': code })
    await relative.press(/^Xem$/)
    await relative.write({ '4 số cuối điện thoại đã khai': '0218' })
    await relative.press('Xem hồ sơ')
    await relative.sees(code, 'Ai đang làm')
    expect(await relative.reads()).not.toContain('Phượng')
    await relative.write({ '4 số cuối điện thoại đã khai': '9999' })
    await relative.press('Xem hồ sơ')
    await relative.sees('Không thấy hồ sơ nào có mã và số điện thoại này')
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
