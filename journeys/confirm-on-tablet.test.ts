import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answersTo, completeProcedureOf, licenceExchange } from '../src/commands/testing/story.ts'
import { fillPage, writingOn } from './answer.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

/** Confirmed on the tablet of the desk in place of a signature: what was typed is read by the one it is about, and the dossier says so. */

let stage: Stage
let officer: Person
let tablet: Person

beforeAll(async () => {
  stage = await openStage({ dossiers: 0 })
  officer = await stage.enter({ screen: 'office', as: await stage.test.as('motcua.tinh') })
  tablet = await stage.enter({ screen: 'desk' })
}, 120_000)
afterAll(() => stage.stop())

describe('an application at the counter', { timeout: 120_000 }, () => {
  test('stands on the tablet of the desk as it was typed', async () => {
    await tablet.goTo('/sanh')
    await tablet.press('Đăng nhập để ghi máy')
    await tablet.signIn('giamdoc.motcua')
    await tablet.pick('Máy này làm gì', 'Máy tính bảng ở quầy')
    await tablet.write({ 'Tên máy, nơi đặt': 'Máy quầy 7' })
    await tablet.pick('Ở quầy (máy tính bảng)', 'Quầy 7')
    await tablet.press('Biến máy này thành máy của sảnh')
    await officer.goTo('/can-bo/quay/goi-so')
    await officer.press('Ngồi quầy 7')
    await officer.goTo(`/can-bo/quay?thu-tuc=${licenceExchange}`)
    await officer.sees('Đọc thẻ căn cước, hoặc gõ số định danh')
    await officer.page.keyboard.type('024168009123')
    await officer.page.keyboard.press('Enter')
    await officer.sees('Đã có trong hệ thống')
    const answers = await answersTo(stage.test, completeProcedureOf(licenceExchange))
    await fillPage(officer.page, answers, await writingOn(stage.test), '#reception')
    for (const box of await officer.page.locator('input[name=ban-giay]').all()) await box.check()
    await officer.press('Chưa nhận được…')
    await officer.press('Đưa lên máy tính bảng ở quầy')
    await officer.sees('Người nộp đang đọc trên máy tính bảng')
    await tablet.sees(
      'Xin đọc kỹ. Đúng thì bấm Đúng, chưa đúng chỗ nào thì nói cán bộ sửa.',
      'Thân Thị Bích Phượng, 024168009123',
    )
    await tablet.picture('hall/xac-nhan')
  })

  test('is confirmed there, and what is received says so', async () => {
    await tablet.press(/^Đúng$/)
    await tablet.sees('Đã xác nhận.')
    // Longer than the page takes to load anew.
    await tablet.page.waitForTimeout(4000)
    await tablet.sees('Đã xác nhận.')
    expect(await tablet.reads()).not.toContain('024168009123')
    await officer.sees(/Người nộp bấm Đúng lúc/)
    await officer.picture('office/xac-nhan-may-tinh-bang', true)
    await officer.press('Tiếp nhận, in giấy hẹn')
    await officer.sees('In giấy hẹn (Mẫu 01)')
    const [bound] = await stage.test.query<{ words: string }>(
      `select e.words->>'vi' as words from queue.confirmation c join services.dossier_event e on e.dossier_id = c.dossier_id and e.kind = 'confirmed'`,
    )
    expect(bound?.words).toContain('xác nhận nội dung trên máy tính bảng ở quầy 7')
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
