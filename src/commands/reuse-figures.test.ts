import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dateAt } from '#values/plain-date.ts'
import { runJob } from './testing/run-job.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** How often papers are used again: what is counted is what the rows say one by one, by procedure, body and period. */

const today = dateAt(new Date())
const period = `from=${addDays(today, -120)}&to=${addDays(today, -10)}`
let province: TestPlatform
let auditor: Visitor

beforeAll(async () => {
  province = await startTestPlatform()
  auditor = await province.as('quantri')
  // Two of three dossiers had papers, every second of these used some again.
  await province.query(
    `insert into services.paper_reuse (dossier_id, offered, reused)
      select id, 1 + n % 3, case when n % 2 = 0 then 1 else 0 end
      from (select id, row_number() over (order by code) as n from services.dossier) d where n % 3 <> 0`,
  )
  await runJob(province.platform, 'count-all-days')
})
afterAll(() => province?.stop())

interface Row {
  readonly id: string
  readonly had: number
  readonly reused: number
  readonly papersHad: number
  readonly papersReused: number
}

/** Each dossier by itself, added up without the database. */
async function slowly() {
  const rows = await province.query<{
    receivedAt: Date | null
    procedure: string
    unit: string
    offered: number
    reused: number
  }>(
    `select d.received_at as "receivedAt", d.procedure_code as procedure, d.owner_id as unit, u.offered, u.reused
      from services.dossier d join services.paper_reuse u on u.dossier_id = d.id`,
  )
  return rows.filter(
    ({ receivedAt }) =>
      receivedAt !== null && dateAt(receivedAt) >= addDays(today, -120) && dateAt(receivedAt) <= addDays(today, -10),
  )
}

const by = async (group: string, more = ''): Promise<Row[]> =>
  done(await province.nobody.call('GET', `/reporting/paper-reuse?${period}&by=${group}${more}`)).rows
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

test('by procedure and by body it is what the dossiers say one by one', async () => {
  const all = await slowly()
  expect(all.length).toBeGreaterThan(5)
  for (const group of ['procedure', 'unit'] as const) {
    const expected = [...Map.groupBy(all, (row) => row[group])].map(([id, rows]) => ({
      id,
      had: rows.length,
      reused: rows.filter(({ reused }) => reused > 0).length,
      papersHad: sum(rows.map(({ offered }) => offered)),
      papersReused: sum(rows.map(({ reused }) => reused)),
    }))
    const found = (await by(group)).map(({ id, had, reused, papersHad, papersReused }) => ({
      id,
      had,
      reused,
      papersHad,
      papersReused,
    }))
    const inOrder = (rows: Row[]) => rows.toSorted((one, other) => one.id.localeCompare(other.id))
    expect(inOrder(found)).toEqual(inOrder(expected))
  }
})

test('indicator 4.3 is the same, for the province, a level and a body', async () => {
  const index = async (more = '') =>
    done(await province.nobody.call('GET', `/reporting/service-index?${period}${more}`)).rows.find(
      ({ id }: { id: string }) => id === '4.3',
    )
  const all = await slowly()
  expect(await index()).toMatchObject({
    met: all.filter(({ reused }) => reused > 0).length,
    of: all.length,
    reason: null,
  })
  const levels = await Promise.all(['province', 'district', 'commune'].map((level) => index(`&level=${level}`)))
  expect(sum(levels.map(({ of }) => of ?? 0))).toBe(all.length)
  const [{ id, had, reused }] = (await by('unit')) as [Row]
  expect(await index(`&unit=${id}`)).toMatchObject({ met: reused, of: had })
})

test('each figure leads to its dossiers, to none that the reader may not see', async () => {
  const listed = async (who: Visitor, which: string, procedure: string) =>
    done(
      await who.call(
        'GET',
        `/reporting/service-index/dossiers?${period}&indicator=4.3&which=${which}&procedure=${procedure}&limit=200`,
      ),
    ).rows.length
  for (const { id, had, reused } of (await by('procedure')).slice(0, 4)) {
    expect(await listed(auditor, 'met', id)).toBe(reused)
    expect(await listed(auditor, 'missed', id)).toBe(had - reused)
  }
  const seen = await listed(await province.as('chuyenvien.congthuong'), 'met', '1.004873')
  expect(seen).toBe(0)
})

test('it is open data, and of a period without any it says so', async () => {
  const { body, headers } = await province.nobody.call('GET', `/reporting/paper-reuse/csv?${period}&by=unit`)
  expect(headers.get('content-type')).toContain('text/csv')
  const lines = Buffer.from(body as ArrayBuffer)
    .toString()
    .trim()
    .split('\r\n')
  expect(lines).toHaveLength((await by('unit')).length + 1)
  const before = `from=${addDays(today, -4000)}&to=${addDays(today, -3990)}`
  expect(done(await province.nobody.call('GET', `/reporting/paper-reuse?${before}`)).rows).toEqual([])
  const { rows } = done(await province.nobody.call('GET', `/reporting/service-index?${before}`))
  expect(rows.find(({ id }: { id: string }) => id === '4.3')).toMatchObject({
    met: null,
    reason: 'Kỳ này chưa có số liệu.',
  })
})
