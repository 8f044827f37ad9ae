import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dateAt } from '#values/plain-date.ts'
import { runJob } from './testing/run-job.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** The index of Decision 766/QĐ-TTg: what it counts is what the rows say one by one, and each figure leads to them. */

const today = dateAt(new Date())
const from = addDays(today, -200)
let province: TestPlatform
let auditor: Visitor

beforeAll(async () => {
  province = await startTestPlatform()
  auditor = await province.as('quantri')
  await runJob(province.platform, 'count-all-days')
})
afterAll(() => province?.stop())

interface Figure {
  readonly id: string
  readonly met: number | null
  readonly of: number | null
  readonly reason: string | null
}
const index = async (query = ''): Promise<Map<string, Figure>> =>
  new Map(
    done(await province.nobody.call('GET', `/reporting/service-index?from=${from}&to=${today}${query}`)).rows.map(
      (row: Figure) => [row.id, row],
    ),
  )

/** Said one by one, in other words than those it is counted by. */
async function slowly() {
  const { rows } = await province.platform.connection.pool.query<{
    finishedAt: Date
    deadline: Date
    channel: string
    asked: number
    papers: number
    issued: number
    low: number
  }>(
    `select d.finished_at as "finishedAt", d.deadline, d.channel,
      (select count(*)::int from services.supplement s where s.dossier_id = d.id) as asked,
      (select count(*)::int from services.dossier_paper p where p.dossier_id = d.id and p.replaced_at is null) as papers,
      (select count(*)::int from services.result r where r.dossier_id = d.id and r.issued_at is not null and r.revoked_at is null) as issued,
      (select count(*)::int from services.rating r where r.dossier_id = d.id and r.mark < 3) as low
    from services.dossier d where d.received_at is not null and d.finished_at is not null
      and (d.outcome is null or d.outcome in ('granted', 'refused'))`,
  )
  const ended = rows.filter((row) => dateAt(row.finishedAt) >= from && dateAt(row.finishedAt) <= today)
  const onTime = (row: (typeof ended)[number]) => row.finishedAt <= row.deadline && row.asked < 2
  const of = ended.length
  return {
    '2.1': { met: ended.filter(onTime).length, of },
    '3.3': { met: ended.filter((row) => row.channel === 'online' && row.issued > 0).length, of },
    '4.1': { met: ended.filter((row) => row.issued > 0).length, of },
    '4.2': { met: ended.filter((row) => row.issued > 0 && row.papers > 0).length, of },
    '5.4': { met: ended.filter((row) => onTime(row) && row.low === 0).length, of },
  }
}

test('what is counted of dossiers is what they say one by one, and a second supplement makes one late', async () => {
  const { pool } = province.platform.connection
  const { rows } = await pool.query<{ id: string }>(
    `select d.id from services.dossier d where d.finished_at <= d.deadline and d.finished_at > now() - interval '150 days'
      and d.outcome = 'granted' and not exists (select from services.supplement s where s.dossier_id = d.id) limit 1`,
  )
  for (const days of [1, 2])
    await pool.query(
      `insert into services.supplement (id, dossier_id, pins, asked_at, asked_by, due, answered_at)
        select gen_random_uuid(), id, '[]', received_at + make_interval(hours => $2), 'x', deadline, received_at from services.dossier where id = $1`,
      [rows[0]!.id, days],
    )
  const before = (await index()).get('2.1')!
  await runJob(province.platform, 'count-all-days')
  const figures = await index()
  expect(figures.get('2.1')!.met).toBe(before.met! - 1)
  for (const [id, { met, of }] of Object.entries(await slowly())) {
    expect(of).toBeGreaterThan(0)
    expect({ id, met: figures.get(id)!.met, of: figures.get(id)!.of }).toEqual({ id, met, of })
  }
})

test('levels add up to the province, and each figure leads to its dossiers, to none that the reader may not see', async () => {
  const whole = (await index()).get('2.1')!
  const levels = await Promise.all(['province', 'district', 'commune'].map((level) => index(`&level=${level}`)))
  expect(levels.reduce((sum, one) => sum + (one.get('2.1')!.of ?? 0), 0)).toBe(whole.of)
  const listed = async (who: Visitor, which: 'met' | 'missed') => {
    let [found, after] = [0, '']
    do {
      const page = done(
        await who.call(
          'GET',
          `/reporting/service-index/dossiers?from=${from}&to=${today}&indicator=2.1&which=${which}&limit=200${after}`,
        ),
      )
      found += page.rows.length
      after = page.next === undefined ? '' : `&after=${encodeURIComponent(page.next)}`
    } while (after !== '')
    return found
  }
  expect(await listed(auditor, 'met')).toBe(whole.met)
  expect(await listed(auditor, 'missed')).toBe(whole.of! - whole.met!)
  expect(await listed(await province.as('motcua.xa'), 'met')).toBeLessThan(whole.met!)
  const refused = `/reporting/service-index/dossiers?from=${from}&to=${today}&indicator=2.1&which=met`
  expect((await province.nobody.call('GET', refused)).status).toBe(401)
})

test('an indicator without rows says why, and one of the province alone is not told of a body', async () => {
  const figures = await index()
  for (const id of ['2.2', '4.3', '4.4', '4.5', '5.1'])
    expect(figures.get(id)).toMatchObject({ met: null, of: null, reason: expect.stringContaining('Chưa có số liệu') })
  for (const id of ['1.3', '3.5', '3.6', 'once']) {
    expect(figures.get(id)!.of, id).toBeGreaterThan(0)
    expect((await index('&level=commune')).get(id)!.reason).toBe('Chỉ tính cho cả tỉnh.')
  }
})

test('it is open data: one line an indicator', async () => {
  const { body, headers } = await province.nobody.call('GET', `/reporting/service-index/csv?from=${from}&to=${today}`)
  expect(headers.get('content-type')).toContain('text/csv')
  const lines = Buffer.from(body as ArrayBuffer)
    .toString()
    .trim()
    .split('\r\n')
  expect(lines).toHaveLength((await index()).size + 1)
})
