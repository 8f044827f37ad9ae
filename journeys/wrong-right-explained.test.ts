import { afterAll, beforeAll, describe, test } from 'vitest'
import { addDays, dateAt } from '#values/plain-date.ts'
import { done, fileDossier, licenceExchange, walkTo, type Filed } from '../src/commands/testing/story.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

/** Somebody of the department of justice sees what is none of their business: it is reported, explained and corrected. */

let stage: Stage
let administrator: Person
let official: Person
let head: Person
let filed: Filed
let appointment: string

const login = 'chuyenvien.tuphap'
const purpose = 'Đối chiếu giấy phép với hồ sơ hộ tịch của cùng người'

/** By mistake they were seconded to a division of another department. */
async function appointWrongly(): Promise<string> {
  const admin = await stage.test.as('quantri')
  const [unit] = await stage.test.query<{ id: string }>(`select id from directory.unit where code = 'SGTVT.QLVT'`)
  const [person] = await stage.test.query<{ id: string }>(
    `select person_id as id from identity.account where login = $1`,
    [login],
  )
  const from = addDays(dateAt(new Date()), -3)
  const post = done(
    await admin.call('POST', '/directory/posts', {
      unitId: unit?.id,
      function: 'specialist',
      title: 'Chuyên viên biệt phái',
      from,
    }),
  )
  const body = { personId: person?.id, kind: 'secondment', from, decision: '45/QĐ-SNV' }
  return done(await admin.call('POST', `/directory/posts/${post.id}/appointments`, body)).id
}

beforeAll(async () => {
  stage = await openStage()
  filed = await fileDossier(stage.test, await stage.test.as('congdan'), licenceExchange)
  await walkTo(stage.test, filed.id, 'appraise')
  appointment = await appointWrongly()
  official = await stage.enter({ screen: 'office', as: await stage.test.as(login) })
  administrator = await stage.enter({ screen: 'office', as: await stage.test.as('quantri') })
  head = await stage.enter({ screen: 'office', as: await stage.test.as('truongphong.gtvt') })
}, 120_000)
afterAll(() => stage.stop())

describe('a wrong right', { timeout: 60_000 }, () => {
  test('is noticed by the official, whose page says by which post they see the dossier', async () => {
    await official.goTo(`/can-bo/ho-so/${filed.id}?xem=vi-sao`)
    await official.sees('Bạn thấy hồ sơ này', /Chuyên viên biệt phái, Phòng Quản lý vận tải/, 'Bạn làm được gì ở đây')
    await official.picture('wrong-right-own-page')
  })

  test('is explained to the administrator by the post and its decision', async () => {
    await administrator.goTo('/quan-tri/quyen')
    const [who] = await stage.test.query<{ name: string }>(
      `select p.full_name as name from identity.account a join directory.person p on p.id = a.person_id where a.login = $1`,
      [login],
    )
    await administrator.write({ 'Cán bộ được hỏi': `${who?.name} biệt phái`, 'Mã hồ sơ': filed.code })
    await administrator.press('Giải thích')
    await administrator.sees('Thấy hồ sơ này', 'PV-02', /quyết định 45\/QĐ-SNV/, 'Ai xem được hồ sơ này')
    await administrator.picture('wrong-right-explained')
  })

  test('ends with the appointment, and the explanation says so at once', async () => {
    const admin = await stage.test.as('quantri')
    done(await admin.call('POST', `/directory/appointments/${appointment}/end`, { on: dateAt(new Date()) }))
    await administrator.page.reload()
    await administrator.sees('Không mở được hồ sơ này', 'Không thấy thì không làm được việc nào.')
  })

  test('leaves the official a right way: asking, and being let read for some days', async () => {
    await official.goTo(`/can-bo/ho-so/${filed.id}`)
    await official.sees('Không mở được')
    await official.press('Xin xem hồ sơ')
    await official.write({ 'Mã hồ sơ': filed.code, 'Xem để làm gì': purpose })
    await official.press(/^Xin xem$/)
    await official.sees('Chờ trả lời')
    await head.goTo('/can-bo/xin-xem')
    await head.sees('Chờ bạn trả lời', filed.code, new RegExp(purpose))
    await head.picture('wrong-right-asked')
    await head.press('Cho xem')
    await head.sees('Đã trả lời. Người xin được báo ngay.')
    await official.goTo(`/can-bo/ho-so/${filed.id}?xem=vi-sao`)
    await official.sees(/được cho xem theo đề nghị, đến hết ngày/, /Ghi ý kiến: chỉ vị trí có quyền/)
  })

  test('is checked by looking as the official, who is told', async () => {
    await administrator.press(/^Xem thay/)
    await administrator.write({ 'Lý do xem thay': 'Kiểm tra lại sau khi gỡ biệt phái nhầm' })
    await administrator.press(/^Xem thay$/)
    await administrator.sees('Hộp việc của người này', /1 hồ sơ|\d+ hồ sơ/)
    await administrator.picture('wrong-right-seen-as')
    await official.goTo('/can-bo/mat-khau')
    await official.sees('Ai đã hỏi quyền của bạn, xem thay bạn', 'Xem thay một người')
    await official.goTo('/can-bo/tin-nhan')
    await official.sees(/Kiểm tra lại sau khi gỡ biệt phái nhầm/)
  })
})
