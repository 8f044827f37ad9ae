import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { addDays, dateAt, weekdayOf } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { workingTimeOf } from '#engines/calendar/working-time.ts'
import { calendar } from '#systems/bac-giang/calendar.ts'
import { fileDossier, walkTo, type Filed } from '../src/commands/testing/story.ts'
import { officialOpens } from './at-work.ts'
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
  // The promised day is weeks ago.
  const { pool } = stage.test.platform.connection
  await pool.query(
    `update services.dossier set deadline = deadline - interval '30 days', promised = promised - interval '30 days' where id = $1`,
    [dossier.id],
  )
  await pool.query(`update workflow.task set due = due - interval '30 days' where subject_id = $1 and is_open`, [
    dossier.id,
  ])
  citizen = await stage.enter({ screen: 'phone', as: visitor })
}, 120_000)
afterAll(() => stage.stop())

describe('a dossier is overdue', { timeout: 60_000 }, () => {
  test('the citizen is told so and whom to call', async () => {
    await citizen.goTo(`/trang-cua-toi/ho-so/${dossier.id}`)
    await citizen.sees('Hồ sơ đã quá ngày hẹn', 'Quá hạn')
  })

  test('whoever is late apologises in writing with a new date', async () => {
    const specialist = await officialOpens(stage, dossier, 'appraise')
    await specialist.sees(/[Qq]uá|[Tt]rễ/)
    await specialist.press('Xin lỗi, hẹn lại ngày…')
    const why = 'Phải xác minh với nơi cấp giấy phép cũ'
    const dayOff = addDays(dateAt(new Date()), 13 - weekdayOf(dateAt(new Date())))
    await specialist.write({ 'Hẹn lại ngày': dayOff, 'Lý do': why })
    await specialist.press(/^Xin lỗi, hẹn lại ngày/)
    await specialist.sees(/Ngày hẹn lại phải là ngày làm việc/)
    expect(await specialist.page.getByLabel('Lý do').inputValue()).toBe(why)
    const newDate = workingTimeOf(calendar).addWorkingDays(dateAt(new Date()), 4)
    await specialist.write({ 'Hẹn lại ngày': newDate })
    await specialist.press(/^Xin lỗi, hẹn lại ngày/)
    await specialist.page.waitForURL(/xong=/)
    await stage.settle()
    await citizen.goTo(`/trang-cua-toi/ho-so/${dossier.id}`)
    await citizen.sees(
      'Xin lỗi ông/bà vì hồ sơ bị chậm',
      /Phải xác minh với nơi cấp giấy phép cũ/,
      new RegExp(showDate(newDate)),
    )
    await citizen.picture('phone/xin-loi')
    const slip = await specialist.page.request.get(`/can-bo/ho-so/${dossier.id}/xem/apology-notice`)
    expect(
      readPdf(await slip.body())
        .join(' ')
        .replaceAll(/\s+/g, ' '),
    ).toContain('xác minh với nơi cấp')
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
