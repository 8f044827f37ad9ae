import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { answersTo, completeProcedureOf, officialAt, walkTo, type Filed } from '../src/commands/testing/story.ts'
import { codeOn, fillPage, writingOn } from './answer.ts'
import { resultIsHandedOut } from './at-work.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let counter: Person
let dossier: Filed

beforeAll(async () => {
  stage = await openStage()
  counter = await stage.enter({ screen: 'office' })
}, 120_000)
afterAll(() => stage.stop())

/** Each paper is compared at the counter and stays paper. */
async function looksAtPapers(): Promise<void> {
  for (const box of await counter.page.locator('input[name=ban-giay]').all()) await box.check()
}

describe('a birth is registered at the counter of the commune', { timeout: 90_000 }, () => {
  test('the officer chooses the procedure in everyday words and reads who came', async () => {
    await counter.signIn('motcua.xa', '/can-bo/dang-nhap')
    await counter.goTo('/can-bo/quay')
    await counter.write({ 'Tên thủ tục, mã, hoặc lời người dân nói': 'khai sinh' })
    await counter.press('Tìm')
    await counter.page.waitForURL(/tim=/)
    await counter.press(/^Làm giấy khai sinh cho con$/)
    await counter.sees('Đọc thẻ căn cước, hoặc gõ số định danh')
    // As a scanner does: it types where the cursor is, and nobody has pressed anything.
    await counter.page.keyboard.type('024168009123')
    await counter.page.keyboard.press('Enter')
    await counter.sees('Đã có trong hệ thống')
    expect(await counter.page.getByLabel('Họ và tên').first().inputValue()).toBe('Thân Thị Bích Phượng')
    // Another one ends with Tab, and the cursor stood elsewhere.
    const number = counter.page.locator('[name="nguoi-nop.personalId"]')
    await number.fill('')
    await counter.page.keyboard.insertText(
      '024168009123|121234567|Thân Thị Bích Phượng|14081968|Nữ|Thôn Hạ, Nghĩa Hưng, Lạng Giang, Bắc Giang|01012022'.normalize(
        'NFD',
      ),
    )
    await counter.page.keyboard.press('Tab')
    await counter.page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[name="nguoi-nop.personalId"]')?.value === '024168009123',
    )
  })

  test('what is missing is listed before anything is received', async () => {
    await counter.press('Chưa nhận được…')
    await counter.sees(/Chưa nhận được: còn \d+ chỗ/)
  })

  test('filled in on one screen, received, and form 01 comes out', async () => {
    const answers = { ...(await answersTo(stage.test, completeProcedureOf('1.001193'))), bornAt: 'clinic' }
    await fillPage(counter.page, answers, await writingOn(stage.test), '#reception')
    // Papers that only these answers ask for stand there as soon as they are given.
    await counter.sees('Giấy chứng sinh')
    await looksAtPapers()
    await counter.page.getByAltText('Giấy hẹn theo những gì đã gõ').waitFor()
    await counter.showGuides('can-bo-1-quay')
    await counter.press('Tiếp nhận, in giấy hẹn')
    await counter.sees('In giấy hẹn (Mẫu 01)')
    const { pathname } = new URL(counter.page.url())
    dossier = { id: pathname.split('/').at(-1) ?? '', code: codeOn(await counter.reads()) }
    const slip = readPdf(await counter.fetches('In giấy hẹn (Mẫu 01)')).join('\n')
    expect(slip).toContain('GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ')
    expect(slip).toContain(dossier.code)
    await stage.settle()
  })

  test('papers are handed over on a numbered list, which the other side confirms', async () => {
    await counter.goTo('/can-bo/ban-giao')
    await counter.sees(dossier.code)
    await counter.press(/^Lập danh sách/)
    await counter.sees('Bên nhận chưa bấm')
    const registrar = await stage.enter({ screen: 'office', as: await officialAt(stage.test, dossier.id, 'record') })
    await registrar.goTo('/can-bo/ban-giao')
    await registrar.press('Đã nhận đủ')
    await registrar.sees(/nhận .*\d\d:\d\d/)
  })

  test('once signed and issued, the result is handed out', async () => {
    await walkTo(stage.test, dossier.id, 'deliver')
    await resultIsHandedOut(stage, dossier)
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
