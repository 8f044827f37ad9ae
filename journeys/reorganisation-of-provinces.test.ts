import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startReorganizing } from '#engines/directory/index.ts'
import { followers } from '#engines/index.ts'
import { communesOf2020 } from '#systems/bac-giang/reorganizations/communes-of-2020.ts'
import { twoTiersOf2025 } from '#systems/bac-giang/reorganizations/two-tiers-of-2025.ts'
import { addDays, dateAt, instantOf, type PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { provinceOf2019 } from '../src/commands/testing/province-of-2019.ts'
import { fileDossier, walkTo, type Filed } from '../src/commands/testing/story.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

/** The two days that the province has been through, as an administrator, a citizen and an official live them. */

const householdBusiness = '1.001612'

describe('districts end, and 99 communes are left', { timeout: 60_000 }, () => {
  let stage: Stage
  let dossier: Filed
  let mover: { stop(): Promise<void> } | undefined
  let at = new Date()

  beforeAll(async () => {
    stage = await openStage({ dossiers: 800, now: () => at })
    dossier = await fileDossier(stage.test, await stage.test.as('congdan'), householdBusiness)
    await walkTo(stage.test, dossier.id, 'appraise')
  }, 120_000)
  afterAll(async () => {
    await mover?.stop()
    await stage.stop()
  })

  test('on the eve the administrator looks at the plan that was decided, and schedules it', async () => {
    const [plan] = await stage.test.query<{ day: PlainDate }>(
      'select effective_on as day from directory.reorganization',
    )
    const day = plan?.day as PlainDate
    at = instantOf(addDays(day, -1), 23 * 60 + 50)
    const administrator = await administratorOf(stage)
    await administrator.goTo('/quan-tri/sap-xep')
    await administrator.press(twoTiersOf2025.title)
    await administrator.sees('Sẽ đụng tới', 'Không còn gì phải quyết.', new RegExp(`Hiệu lực 00:00 .*${showDate(day)}`))
    await administrator.picture('office/sap-xep-2025')
    await administrator.press(/^Hẹn thực hiện/)
    await administrator.sees(/Tự thực hiện lúc 00:00/)
    at = instantOf(day, 1)
  })

  test('after midnight it is carried out by itself', async () => {
    mover = startReorganizing({ ...stage.test.platform.runner, followers })
    const administrator = await administratorOf(stage)
    await administrator.goTo('/quan-tri/sap-xep')
    await administrator.press(twoTiersOf2025.title)
    await administrator.sees('Đã thực hiện', 'Xem trong nhật ký')
    await administrator.picture('office/sap-xep-2025-xong')
  })

  test('the citizen’s link names the commune that goes on with what the district began', async () => {
    const citizen = await stage.enter({ screen: 'phone', as: await stage.test.as('congdan') })
    await citizen.goTo(`/trang-cua-toi/ho-so/${dossier.id}`)
    await citizen.sees(/Từ nay do Ủy ban nhân dân xã .* giải quyết/)
    await citizen.picture('phone/ho-so-sau-2025', true)
  })

  test('whoever of the district went on with it is an official of the commune, and finds the work', async () => {
    const [task] = await stage.test.query<{ key: number }>(
      `select assignee as key from workflow.task where subject_id = $1 and is_open`,
      [dossier.id],
    )
    const official = await stage.enter({ screen: 'office', as: await stage.test.asHolderOf(task?.key ?? 0) })
    await official.goTo(`/can-bo?hop=phong&chon=${dossier.id}`)
    await official.sees('Mở cửa hàng, hộ kinh doanh', dossier.code)
    await official.picture('office/hop-viec-sau-2025')
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})

describe('230 communes become 209', { timeout: 60_000 }, () => {
  let stage: Stage
  let mover: { stop(): Promise<void> } | undefined
  let at = instantOf(dateAt(new Date()), 23 * 60 + 50)
  const day = addDays(dateAt(at), 1)

  beforeAll(async () => {
    stage = await openStage({ dossiers: 800, now: () => at, organization: provinceOf2019 })
  }, 120_000)
  afterAll(async () => {
    await mover?.stop()
    await stage.stop()
  })

  test('the resolution comes as a file: what was understood is shown before it is kept', async () => {
    const administrator = await administratorOf(stage)
    await administrator.goTo('/quan-tri/sap-xep/moi')
    await administrator.write({
      'Tên đợt sắp xếp': communesOf2020.title,
      'Văn bản quyết định': communesOf2020.document,
      'Ngày hiệu lực': day,
      'Nội dung bảng': JSON.stringify({ ...communesOf2020, effectiveOn: day }),
    })
    await administrator.press('Tiếp tục')
    await administrator.sees('Nơi nhập vào nơi khác, hoặc bị chia')
    await administrator.press('Lưu những gì đã hiểu')
    await administrator.sees('Sẽ đụng tới', 'Không còn gì phải quyết.')
    await administrator.picture('office/sap-xep-2020')
    await administrator.press(/^Hẹn thực hiện/)
    await administrator.sees(/Tự thực hiện lúc 00:00/)
    at = instantOf(day, 1)
  })

  test('after midnight it is done', async () => {
    mover = startReorganizing({ ...stage.test.platform.runner, followers })
    const administrator = await administratorOf(stage)
    await administrator.goTo('/quan-tri/sap-xep')
    await administrator.press(communesOf2020.title)
    await administrator.sees('Đã thực hiện', 'Xem trong nhật ký')
    await administrator.picture('office/sap-xep-2020-xong')
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})

const administratorOf = async (stage: Stage): Promise<Person> =>
  stage.enter({ screen: 'office', as: await stage.test.as('quantri') })
