import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dateAt, instantOf } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { runJob } from '../src/commands/testing/run-job.ts'
import { done, fileDossier, licenceExchange, walkTo, type Filed } from '../src/commands/testing/story.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

/** Shortly before midnight, whatever the hour is: sessions outlive the jump into the next day. */
let at = instantOf(dateAt(new Date()), 23 * 60 + 50)
const tomorrow = addDays(dateAt(at), 1)

let stage: Stage
let dossier: Filed
let administrator: Person
let head: Person
let specialist: Person
let specialistName: string

/** Somebody else in the division, and an empty post where the specialist goes. */
beforeAll(async () => {
  stage = await openStage({ now: () => at })
  const { test: province } = stage
  const admin = await province.as('quantri')
  const makePost = async (unit: string, name: string, title: string): Promise<string> => {
    const [found] = await province.query<{ id: string }>(`select id from directory.unit where code = $1`, [unit])
    return done(
      await admin.call('POST', '/directory/posts', { unitId: found?.id, function: name, title, from: '2020-01-01' }),
    ).id
  }
  await makePost('217.KTHT', 'deputy-head', 'Phó Trưởng phòng')
  const second = await makePost('SGTVT.QLVT', 'specialist', 'Chuyên viên phương tiện')
  const [clerk] = await province.query<{ id: string }>(
    `select person_id as id from identity.account where login = 'vanthu.gtvt'`,
  )
  const appointment = { personId: clerk?.id, from: dateAt(at) }
  done(await admin.call('POST', `/directory/posts/${second}/appointments`, appointment))
  dossier = await fileDossier(province, await province.as('congdan'), licenceExchange)
  await walkTo(province, dossier.id, 'appraise')
  const visitor = await province.as('chuyenvien.gtvt')
  const { rows } = done(await visitor.call('GET', '/workflow/inbox'))
  const [task] = rows.filter((row: { subjectId: string }) => row.subjectId === dossier.id)
  done(await visitor.call('POST', `/workflow/tasks/${task.id}/taking`))
  specialistName = done(await visitor.call('GET', '/identity/me')).name
  administrator = await stage.enter({ screen: 'office', as: admin })
  head = await stage.enter({ screen: 'office', as: await province.as('truongphong.gtvt') })
  specialist = await stage.enter({ screen: 'office', as: visitor })
}, 120_000)
afterAll(() => stage?.stop())

describe('a specialist of the department goes to the district', { timeout: 60_000 }, () => {
  test('the administrator looks ahead at what goes with the decision, then schedules it', async () => {
    await administrator.goTo('/quan-tri/dieu-dong')
    await administrator.write({ 'Tìm cán bộ: tên, chức danh, đơn vị': 'chuyen vien quan ly van tai' })
    await administrator.press('Tìm')
    await administrator.press(specialistName)
    await administrator.write({
      'Quyết định số': '1312/QĐ-SNV',
      'Hiệu lực từ ngày': tomorrow,
      'Lý do': 'Tăng cường cho huyện',
      'Tìm nơi nhận': 'kinh te va ha tang',
    })
    await administrator.press('Xem trước')
    await administrator.pick('Đơn vị nhận', 'Phòng Kinh tế và Hạ tầng · Ủy ban nhân dân huyện Lạng Giang')
    await administrator.press('Xem trước')
    await administrator.choose(/^Trưởng phòng/)
    await administrator.press('Thêm vị trí này')
    await administrator.sees(/còn giữ vào ngày ấy/)
    await administrator.choose('Phó Trưởng phòng')
    await administrator.press('Thêm vị trí này')
    await administrator.sees(/Phó Trưởng phòng, Phòng Kinh tế và Hạ tầng/)
    await administrator.page.getByLabel(/^Trưởng phòng, .*Bổ nhiệm/).uncheck()
    await administrator.press('Xem trước')
    await administrator.sees('Đi theo quyết định này', /thêm \d+, bớt \d+/, 'Ký thay (KT.), Phó Trưởng phòng')
    await administrator.press(/^Hẹn thực hiện 00:00/)
    await administrator.sees('Đã hẹn, chưa đổi gì', 'Bàn giao 1 việc')
    await administrator.showGuides('quan-tri-3-dieu-dong')
    await stage.settle()
  })

  test('the head gives the work to whoever stays, who accepts it', async () => {
    await head.goTo('/can-bo/ban-giao-viec')
    await head.press(`${specialistName} chuyển đi từ ${showDate(tomorrow)}`)
    await head.sees('Chưa có người nhận', dossier.code)
    await head.page.locator('input[name=task]').first().check()
    await head.showGuides('lanh-dao-4-ban-giao')
    await head.press('Giao việc đã chọn')
    await head.sees(/Chuyên viên phương tiện · chưa bấm nhận/)
    await stage.settle()
    const colleague = await stage.enter({ screen: 'phone', as: await stage.test.as('vanthu.gtvt') })
    await colleague.goTo('/can-bo/tin-nhan')
    await colleague.press(/việc của .* giao cho bạn/)
    await colleague.sees(dossier.code)
    await colleague.press('Nhận việc đã chọn')
    await colleague.sees(/nhận 23:50/)
    await colleague.goTo('/can-bo')
    await colleague.sees('Thân Thị Bích Phượng', 'Thẩm định hồ sơ')
    await head.press('Biên bản bàn giao')
    await head.sees('BIÊN BẢN BÀN GIAO CÔNG VIỆC', dossier.code)
    await head.picture('office/bien-ban-ban-giao', true)
  })

  test('until midnight the specialist sees the dossier; after it no longer, and works in the new post', async () => {
    await specialist.goTo(`/can-bo/ho-so/${dossier.id}`)
    await specialist.sees(dossier.code)
    at = instantOf(tomorrow, 1)
    await runJob(stage.test.platform, 'hand-over-tasks')
    specialist = await stage.enter({ screen: 'office', as: await stage.test.as('chuyenvien.gtvt') })
    await specialist.goTo('/can-bo')
    await specialist.sees('Phòng Kinh tế và Hạ tầng', 'Phó Trưởng phòng')
    await specialist.picture('office/sang-dau-o-vi-tri-moi')
    const old = await specialist.page.goto(`/can-bo/ho-so/${dossier.id}`)
    expect(old?.status()).toBe(404)
    await head.goTo('/can-bo/ban-giao-viec')
    await head.sees('Đã có người cho mọi việc')
  })

  test('no browser complained', () => expect(stage.complaints().filter((one) => !one.includes('404'))).toEqual([]))
})
