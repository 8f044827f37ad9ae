import { afterAll, beforeAll, expect, test } from 'vitest'
import { moveNext } from '#engines/directory/index.ts'
import { followers } from '#engines/index.ts'
import { addDays, civil, dateAt, instantOf } from '#values/plain-date.ts'
import { twoTiersOf2025 } from '#systems/bac-giang/reorganizations/communes-of-2025.ts'
import { startTestPlatform, type TestPlatform } from './testing/test-platform.ts'

let province: TestPlatform
let at = new Date()
const eve = dateAt(at)
const day = addDays(eve, 1)

beforeAll(async () => {
  province = await startTestPlatform({ now: () => at })
})
afterAll(() => province?.stop())

async function moveAll() {
  while (await moveNext({ ...province.platform.runner, followers }));
}

test('two tiers of government instead of three: everything has one owner, and it can be taken back', async () => {
  const administrator = await province.as('quantri')
  const plan = { ...twoTiersOf2025, effectiveOn: day }
  const { body: saved } = await administrator.call('POST', '/directory/reorganizations', { plan })
  const preview = await administrator.call('GET', `/directory/reorganizations/${saved.id}/preview`)
  let t = performance.now()
  const scheduled = await administrator.call('POST', `/directory/reorganizations/${saved.id}/schedule`)
  console.log('schedule', performance.now() - t, scheduled.status, JSON.stringify(scheduled.body).slice(0, 600))
  at = instantOf(day, 1)
  t = performance.now()
  await moveAll()
  console.log('move', performance.now() - t)
  console.log(await province.query(`select status, moved from directory.reorganization`))
  console.log(
    await province.query(
      `select count(*) from services.dossier d where is_open and not exists (select 1 from directory.unit_version v where v.unit_id = d.owner_id and v.valid_to is null)`,
    ),
  )
  console.log(
    await province.query(
      `select count(*) from workflow.task t where is_open and not exists (select 1 from directory.unit_version v where v.unit_id = t.unit_id and v.valid_to is null)`,
    ),
  )
  const undone = await administrator.call('POST', `/directory/reorganizations/${saved.id}/undo`)
  console.log(undone.status, JSON.stringify(undone.body).slice(0, 600))
  await moveAll()
  console.log(await province.query(`select status, moved from directory.reorganization`))
  expect(civil(eve)).toBe(eve)
}, 60_000)
