import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startReorganizing } from '#engines/directory/index.ts'
import { followers } from '#engines/index.ts'
import { dateAt } from '#values/plain-date.ts'
import { fileDossier, walkTo, type Filed } from '../src/commands/testing/story.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

const birthRegistration = '1.001193'

let stage: Stage
let administrator: Person
let citizen: Person
let dossier: Filed
/** While it works, what is due is moved as in a province. */
let mover: { stop(): Promise<void> } | undefined

beforeAll(async () => {
  stage = await openStage()
  dossier = await fileDossier(stage.test, await stage.test.as('congdan'), birthRegistration)
  await walkTo(stage.test, dossier.id, 'record')
  administrator = await stage.enter({ screen: 'office', as: await stage.test.as('quantri') })
  citizen = await stage.enter({ screen: 'phone', as: await stage.test.as('congdan') })
}, 120_000)
afterAll(async () => {
  await mover?.stop()
  await stage.stop()
})

const link = () => `/trang-cua-toi/ho-so/${dossier.id}`

describe('the communes of Nghĩa Hưng and Tiên Lục become one', { timeout: 60_000 }, () => {
  test('the administrator writes down the plan; a name that means several is answered with which', async () => {
    await administrator.goTo('/quan-tri/to-chuc')
    await administrator.press('Sắp xếp tổ chức')
    await administrator.press('Phương án mới')
    await administrator.write({
      'Tên đợt sắp xếp': 'Sắp xếp xã, huyện Lạng Giang',
      'Văn bản quyết định': 'Nghị quyết 813/NQ-UBTVQH14',
      'Ngày hiệu lực': dateAt(new Date()),
    })
    await administrator.press('Tiếp tục')
    await administrator.sees('Phương án chưa có thay đổi nào. Thêm ở trên.')
    await administrator.press('Nhập xã, phường')
    await administrator.write({ 'Những nơi được nhập': 'nghia h', 'Nhập vào, giữ mã của': 'tien luc' })
    await administrator.press('Thêm vào phương án')
    await administrator.sees(/“nghia h” có nhiều nơi, ghi cả mã: Xã Nghĩa Hòa, .*Xã Nghĩa Hưng, .*\(07381\)/)
    await administrator.write({ 'Những nơi được nhập': 'nghia hung', 'Tên mới (nếu đổi)': 'Xã Tiên Nghĩa' })
    await administrator.press('Thêm vào phương án')
    await administrator.sees('Xã Tiên Nghĩa', 'Sẽ đụng tới')
  })

  test('nothing can be scheduled before it is decided who is head', async () => {
    await administrator.sees('Còn 1 việc phải quyết', 'Lãnh đạo cơ quan: 2 người, chọn 1')
    await administrator.showGuides('quan-tri-4-sap-xep')
    const [chief = ''] = await chiefOf('UBND-07381')
    await administrator.press(chief)
    await administrator.sees('Không còn gì phải quyết.', `Lãnh đạo cơ quan: ${chief}`)
    await administrator.press(/người về đâu$/)
    await administrator.sees(/^Ủy ban nhân dân xã Tiên Nghĩa$/)
    await administrator.press('Về bảng chung')
  })

  test('it is carried out from today: progress, then proof', async () => {
    await administrator.press('Thực hiện từ hôm nay')
    await administrator.sees('Đang thực hiện', /Đang chuyển: 0 trên khoảng/)
    mover = startReorganizing({ ...stage.test.platform.runner, followers })
    await administrator.sees('Đã thực hiện', 'Đã chuyển', 'Xem trong nhật ký')
    await administrator.picture('office/sap-xep-xong')
  })

  test('the citizen’s link still works, and names who handles it now', async () => {
    await citizen.goTo(link())
    await citizen.sees(/Từ nay do Ủy ban nhân dân xã Tiên Nghĩa giải quyết, theo Nghị quyết 813/)
    await citizen.picture('phone/ho-so-sau-sap-xep', true)
  })

  test('the official of the commune that is no more finds the work', async () => {
    const official = await stage.enter({ screen: 'office', as: await stage.test.as('chuyenvien.xa') })
    await official.goTo(`/can-bo?chon=${dossier.id}`)
    await official.sees(dossier.code)
    await official.goTo(`/can-bo/ho-so/${dossier.id}?xem=lich-su`)
    await official.sees(/Từ nay do Ủy ban nhân dân xã Tiên Nghĩa giải quyết/)
  })

  test('nobody has worked by it yet: it is taken back, and the old commune handles the dossier again', async () => {
    await administrator.press('Hoàn tác')
    await administrator.sees('Đã hoàn tác')
    await citizen.goTo(link())
    await citizen.sees(/Lại do Ủy ban nhân dân xã Nghĩa Hưng giải quyết: .* đã hoàn tác/)
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})

const chiefOf = async (unit: string): Promise<string[]> =>
  (
    await stage.test.query<{ name: string }>(
      `select person.full_name as name from directory.unit u join directory.post p on p.unit_id = u.id and p.function = 'leader'
        join directory.appointment a on a.post_id = p.id and a.valid_to is null
        join directory.person on person.id = a.person_id where u.code = $1`,
      [unit],
    )
  ).map(({ name }) => name)
