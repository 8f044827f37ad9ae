import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileDossier, licenceExchange, walkTo, type Filed } from '../src/commands/testing/story.ts'
import { officialOpens, passesOn } from './at-work.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

/** A specialist passes the wrong dossier on and takes it back; then does two at once, and takes both back. */

let stage: Stage
let specialist: Person
let dossiers: readonly Filed[]

beforeAll(async () => {
  stage = await openStage({ dossiers: 0 })
  const citizen = await stage.test.as('congdan')
  dossiers = await Promise.all([1, 2].map(() => fileDossier(stage.test, citizen, licenceExchange)))
  for (const { id } of dossiers) await walkTo(stage.test, id, 'appraise')
}, 240_000)
afterAll(() => stage.stop())

const openSteps = async (): Promise<string[]> =>
  (
    await stage.test.platform.connection.pool.query<{ step: string }>(
      `select step from workflow.task where subject_id = any($1::uuid[]) and is_open order by step`,
      [dossiers.map(({ id }) => id)],
    )
  ).rows.map(({ step }) => step)

test('what was passed on by mistake comes back with one press, and the history says both', async () => {
  const [dossier] = dossiers as [Filed]
  specialist = await officialOpens(stage, dossier, 'appraise')
  await passesOn(specialist)
  await specialist.sees(`Đã xong bước vừa rồi · ${dossier.code}`)
  expect(await openSteps()).toEqual(['appraise', 'review'])
  await specialist.press('Hoàn tác')
  await specialist.sees(`Đã hoàn tác · ${dossier.code}`, 'Đã hoàn tác: Thẩm định hồ sơ: xong')
  expect(await openSteps()).toEqual(['appraise', 'appraise'])
})

test('the key Z does the same, and E goes on to the inbox', async () => {
  await specialist.page.keyboard.press('e')
  await specialist.sees('Đã xong bước vừa rồi')
  expect(new URL(specialist.page.url()).pathname).toBe('/can-bo')
  await specialist.page.keyboard.press('z')
  await specialist.sees('Đã hoàn tác')
  expect(await openSteps()).toEqual(['appraise', 'appraise'])
})

test('an old address offers nothing to take back', async () => {
  await specialist.goTo(`/can-bo?xong=${encodeURIComponent(`act ${Date.now() - 11_000} X act:${dossiers[0]?.id}`)}`)
  expect(await specialist.page.getByRole('button', { name: 'Hoàn tác' }).count()).toBe(0)
})

test('several are marked with X and passed on with one opinion, then taken back together', async () => {
  await specialist.goTo('/can-bo')
  await specialist.page.keyboard.press('x')
  await specialist.page.keyboard.press('j')
  await specialist.sees('2 / 2')
  await specialist.page.keyboard.press('x')
  await specialist.sees('Đã chọn 2 việc')
  await specialist.write({ 'Ý kiến chung': 'Đủ điều kiện, kính trình' })
  await specialist.press('Chuyển bước tiếp theo')
  await specialist.sees('Đã chuyển 2 việc')
  expect(await openSteps()).toEqual(['review', 'review'])
  await specialist.press('Hoàn tác')
  await specialist.sees('Đã hoàn tác')
  expect(await openSteps()).toEqual(['appraise', 'appraise'])
  const { rows } = await stage.test.platform.connection.pool.query(
    `select 1 from services.dossier_event where kind = 'opinion' and words->>'vi' = 'Đủ điều kiện, kính trình'`,
  )
  expect(rows).toHaveLength(2)
})

test('an opinion written into the wrong dossier is taken back, and is read among the opinions no more', async () => {
  const [dossier] = dossiers as [Filed]
  await specialist.goTo(`/can-bo/ho-so/${dossier.id}?viec=opinion`)
  await specialist.write({ 'Ý kiến của bạn': 'Ghi nhầm sang hồ sơ này' })
  await specialist.page.keyboard.press('Control+Enter')
  await specialist.sees('Đã ghi ý kiến', 'Ghi nhầm sang hồ sơ này')
  await specialist.press('Hoàn tác')
  await specialist.sees('Đã hoàn tác', 'Đã hoàn tác: ý kiến vừa ghi')
  expect(await specialist.reads()).not.toContain('Ghi nhầm sang hồ sơ này')
})

test('what cannot be done for one of them is said, and the other is done', async () => {
  const [first] = dossiers as [Filed]
  await specialist.goTo('/can-bo')
  await specialist.page.keyboard.press('x')
  await specialist.press('Chọn cả trang')
  await specialist.sees('Đã chọn 2 việc')
  await stage.test.platform.connection.pool.query(`update workflow.task set is_open = false where subject_id = $1`, [
    first.id,
  ])
  await specialist.press('Nhận việc')
  await specialist.sees(/Đã xong 1 việc\. Chưa xong: .*Việc này đã xong/)
})

test('a double click does it once and is told nothing else', async () => {
  const [, second] = dossiers as [Filed, Filed]
  await specialist.goTo(`/can-bo/ho-so/${second.id}`)
  await specialist.page.locator('.actions .act-primary').dblclick()
  await specialist.sees('Đã xong bước vừa rồi')
  expect(await specialist.reads()).not.toContain('Chưa làm được')
  expect(await openSteps()).toEqual(['review'])
  expect(stage.complaints()).toEqual([])
})
