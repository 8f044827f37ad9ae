import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dateAt } from '#values/plain-date.ts'
import { fileDossier, walkTo, type Filed } from '../src/commands/testing/story.ts'
import { passesOn } from './at-work.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let dossier: Filed

beforeAll(async () => {
  stage = await openStage()
  dossier = await fileDossier(stage.test, await stage.test.as('congdan'), '1.002809')
  await walkTo(stage.test, dossier.id, 'sign')
}, 120_000)
afterAll(() => stage.stop())

describe('the director is away', { timeout: 60_000 }, () => {
  test('and gives the work to the deputy until a day', async () => {
    const director = await stage.enter({ screen: 'office' })
    await director.signIn('giamdoc.gtvt', '/can-bo/dang-nhap')
    await director.goTo('/can-bo/uy-quyen')
    await director.write({ 'Tìm người nhận': 'pho giam doc' })
    await director.press(/^Tìm$/)
    await director.choose('Sở Giao thông vận tải')
    await director.write({ 'Đến hết ngày': addDays(dateAt(new Date()), 3), 'Lý do': 'Đi công tác' })
    await director.showGuides('lanh-dao-3-uy-quyen')
    await director.press(/^Giao$/)
    await director.page.waitForURL(/xong=done/)
    await director.sees('Thay khi vắng', 'Đi công tác')
    await stage.settle()
  })

  test('and lets a head of division sign by order, which stays what it is', async () => {
    const director = await stage.enter({ screen: 'office', as: await stage.test.as('giamdoc.gtvt') })
    await director.goTo('/can-bo/uy-quyen?nguoi=truong+phong+quan+ly+van+tai')
    await director.choose('Trưởng phòng', 'Ký thừa lệnh')
    await director.write({
      'Đến hết ngày': addDays(dateAt(new Date()), 3),
      'Số văn bản': '3/QC',
    })
    await director.press(/^Giao$/)
    await director.page.waitForURL(/xong=done/)
    await director.sees(/Ký thừa lệnh/, '3/QC')
    const kinds = await stage.test.query(`select kind from directory.delegation where document = '3/QC'`)
    expect(kinds).toEqual([{ kind: 'order' }])
  })

  test('who finds it under what is delegated, and signs on behalf', async () => {
    const { rows } = await stage.test.platform.connection.pool.query<{ id: string }>(
      `select acc.id from directory.delegation d join directory.appointment a on a.post_id = d.to_post_id and a.valid_to is null
        join identity.account acc on acc.person_id = a.person_id and acc.kind = 'staff' limit 1`,
    )
    const deputy = await stage.enter({
      screen: 'office',
      as: await stage.test.asAccount({ id: rows[0]?.id ?? '', kind: 'staff' }),
    })
    await deputy.goTo('/can-bo')
    await deputy.press(/^Được ủy quyền/)
    await deputy.sees('Thân Thị Bích Phượng')
    await deputy.goTo(`/can-bo?hop=uy-quyen&chon=${dossier.id}`)
    await deputy.sees(dossier.code)
    await passesOn(deputy)
    await deputy.goTo(`/can-bo/ho-so/${dossier.id}?xem=lich-su`)
    await deputy.sees(/[Tt]hay|ủy quyền|KT\./)
    expect(await deputy.reads()).toContain('Ký duyệt')
    await walkTo(stage.test, dossier.id, 'deliver')
    const [result] = await stage.test.query(
      `select signer_capacity as capacity, signer_position as position from services.result where dossier_id = $1`,
      [dossier.id],
    )
    expect(result).toEqual({ capacity: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC' })
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
