import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPerson } from '#engines/directory/index.ts'
import { createAccount } from '#engines/identity/index.ts'
import type { Visitor } from '../src/commands/testing/test-platform.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let officer: Person
let colleague: Person
let address: string

beforeAll(async () => {
  stage = await openStage()
  officer = await stage.enter({ screen: 'office' })
  colleague = await stage.enter({ screen: 'office', as: await secondOfficer() })
}, 120_000)
afterAll(() => stage.stop())

/** Somebody else with a post at the counter of the commune. */
async function secondOfficer(): Promise<Visitor> {
  const { db, pool } = stage.test.platform.connection
  const personId = await createPerson(db, { fullName: 'Lương Thị Hạnh' })
  await pool.query(
    `insert into directory.appointment (id, post_id, person_id, kind, valid_from)
      select gen_random_uuid(), p.id, $1, 'acting', current_date - 9 from directory.post p join directory.unit u on u.id = p.unit_id
      where u.code = '07381.MC' and p.function = 'receiver' limit 1`,
    [personId],
  )
  const id = await createAccount(db, { kind: 'staff', personId, login: 'luong.hanh', passwordHash: '' })
  return stage.test.asAccount({ id, kind: 'staff' })
}

const written = (who: Person, name: string) => who.page.locator(`[name="${name}"]`).inputValue()

describe('what is typed at the counter is not lost', { timeout: 90_000 }, () => {
  test('it is saved as it is typed, and the screen says when', async () => {
    await officer.signIn('motcua.xa', '/can-bo/dang-nhap')
    await officer.goTo('/can-bo/quay')
    await officer.sees('Không có hồ sơ nào nhập dở')
    await officer.press(/^Làm giấy khai sinh cho con$/)
    await officer.sees('Tự lưu khi bắt đầu gõ')
    await officer.page.locator('[name="nguoi-nop.fullName"]').fill('Giáp Văn Sáu')
    await officer.page.locator('[name="nguoi-nop.birthDate"]').fill('3/1990 hay 4')
    await officer.page.locator('input[name=ban-giay]').first().check()
    await officer.sees(/Đã lưu lúc \d\d:\d\d/)
    address = officer.page.url()
  })

  test('the computer is turned off and on: it stands there letter by letter', async () => {
    await officer.page.goto('about:blank')
    await officer.goTo('/can-bo/quay')
    await officer.sees('Giáp Văn Sáu')
    await officer.picture('office/quay-dang-nhap-do')
    await officer.press('Làm tiếp')
    await officer.sees(/Đã lưu lúc \d\d:\d\d/)
    expect(await written(officer, 'nguoi-nop.fullName')).toBe('Giáp Văn Sáu')
    expect(await written(officer, 'nguoi-nop.birthDate')).toBe('3/1990 hay 4')
    expect(await officer.page.locator('input[name=ban-giay]').first().isChecked()).toBe(true)
  })

  test('what was typed last is kept when one goes to another page at once', async () => {
    await officer.page.locator('[name="nguoi-nop.phone"]').fill('0912345678')
    const kept = officer.page.waitForResponse((answer) => answer.url().includes('/counter-drafts/') && answer.ok())
    await officer.press('Trả kết quả')
    await officer.sees('Quét mã trên giấy hẹn')
    await kept
    await officer.goTo(address)
    expect(await written(officer, 'nguoi-nop.phone')).toBe('0912345678')
  })

  test('the shift ends; a colleague of the counter takes it over and goes on', async () => {
    await colleague.goTo('/can-bo/quay')
    await colleague.sees('Đồng nghiệp đang nhập dở')
    await colleague.press('Nhận làm tiếp')
    await colleague.sees(/Đã lưu lúc \d\d:\d\d/)
    expect(await written(colleague, 'nguoi-nop.fullName')).toBe('Giáp Văn Sáu')
  })

  test('the first officer, still at the open page, is told who goes on with it', async () => {
    await officer.page.locator('[name="nguoi-nop.email"]').fill('sau@example.vn')
    await officer.sees('Lương Thị Hạnh đang làm hồ sơ này')
    await officer.picture('office/quay-nguoi-khac-lam')
  })

  test('a draft that is not needed is discarded, in two presses', async () => {
    await colleague.goTo('/can-bo/quay')
    await colleague.press('Bỏ…')
    await colleague.press('Bỏ hẳn, không lấy lại được')
    await colleague.sees('Không có hồ sơ nào nhập dở')
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
