import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { done, fileDossier, licenceExchange, officialAt, walkTo } from '../src/commands/testing/story.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let head: Person

beforeAll(async () => {
  stage = await openStage()
  const citizen = await stage.test.as('congdan')
  for (let count = 0; count < 2; count++) {
    const { id } = await fileDossier(stage.test, citizen, licenceExchange)
    await walkTo(stage.test, id, 'appraise')
  }
  head = await stage.enter({ screen: 'office', as: await stage.test.as('truongphong.gtvt') })
}, 120_000)
afterAll(() => stage.stop())

/** The line of what no specialist took yet. */
const unassigned = () =>
  head.page.locator('tr', { hasText: 'Chuyên viên' }).filter({ hasText: 'Chưa ai nhận' }).getByRole('link')

describe('a head shares out work that nobody took', { timeout: 60_000 }, () => {
  test('work that waits for an applicant is not late, neither in the count nor in the list', async () => {
    const { id } = await fileDossier(stage.test, await stage.test.as('congdan'), licenceExchange)
    await walkTo(stage.test, id, 'appraise')
    const specialist = await officialAt(stage.test, id, 'appraise')
    const pins = [{ path: 'papers.licence', reason: 'Ảnh mờ' }]
    done(await specialist.call('POST', `/services/dossiers/${id}/supplement`, { step: 'appraise', pins }))
    await stage.test.platform.connection.pool.query(
      `update workflow.task set due = now() - interval '6 days' where subject_id = $1 and is_open`,
      [id],
    )
    await head.goTo('/can-bo/tai-viec')
    await head.sees(/, 0 việc quá hạn/, 'Đang chờ, chưa tính hạn')
    const bars = await head.page.locator('.chart-stack').evaluateAll((all) => all.map((bar) => bar.ariaLabel))
    expect(bars).toContainEqual(
      expect.stringMatching(/^Chưa ai nhận: 0 quá hạn, 0 hạn hôm nay, \d+ trong 7 ngày, \d+ sau đó, 1 đang chờ$/),
    )
    for (const [width, height] of [
      [360, 740],
      [1440, 900],
    ] as const) {
      await head.page.setViewportSize({ width, height })
      await head.picture(`office/tai-viec-dang-cho-${width}`)
    }
    await unassigned().click()
    const row = head.page.locator('label', { has: head.page.locator(`a[href$="${id}"]`) })
    expect(await row.innerText()).toMatch(/Chờ/)
    expect(await row.innerText()).not.toMatch(/Quá/)
  })

  test('the load of the division shows who has what, and all the work of the one chosen', async () => {
    await head.goTo('/can-bo/tai-viec')
    await unassigned().click()
    await head.sees('Việc chưa ai nhận', 'Giao cho')
    expect(await head.page.locator('input[name=task]').count()).toBeGreaterThanOrEqual(2)
  })

  test('nothing ticked, nothing given: the head is told to tick first', async () => {
    await head.press('Giao lại việc đã chọn')
    await head.sees('Chưa chọn việc nào. Đánh dấu việc cần giao lại trước.')
  })

  test('several are ticked and given to one person at once, with a reason', async () => {
    for (const box of (await head.page.locator('input[name=task]').all()).slice(0, 2)) await box.check()
    await head.write({ 'Lý do giao lại (người nhận sẽ đọc)': 'Chia đều việc trong phòng' })
    await head.press('Giao lại việc đã chọn')
    await head.sees('Đã phân công lại 2 việc')
  })

  test('given to the wrong person, they come back with one press and are given again', async () => {
    await head.press('Hoàn tác')
    await head.sees('Đã hoàn tác', 'Việc chưa ai nhận')
    for (const box of (await head.page.locator('input[name=task]').all()).slice(0, 2)) await box.check()
    await head.press('Giao lại việc đã chọn')
    await head.sees('Đã phân công lại 2 việc')
    await stage.settle()
  })

  test('whoever got them is told', async () => {
    const { rows } = await stage.test.platform.connection.pool.query<{ key: number; count: number }>(
      `select q.key, count(*)::int as count from workflow.task t join directory.principal q on q.key = t.assignee
        where t.is_open and t.step = 'appraise' and q.kind = 'post' group by q.key having count(*) >= 2`,
    )
    const key = rows[0]?.key as number
    const official = await stage.enter({ screen: 'office', as: await stage.test.asHolderOf(key) })
    await official.goTo('/can-bo/tin-nhan')
    await official.sees(/Việc mới giao cho bạn/)
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
