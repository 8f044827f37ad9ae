import { afterAll, beforeAll, expect, test } from 'vitest'
import { usualReadings } from '#engines/reporting/contract.ts'
import { addDays, dateAt } from '#values/plain-date.ts'
import { runJob } from './testing/run-job.ts'
import { listBehind, readIndex, setScale, type Figure } from './testing/service-index.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** The scale of the index: whose points they are, and how what can be read in two ways is read. */

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

const index = () => readIndex(province, { from, today })
const listed = (indicator: string, which: 'met' | 'missed') => listBehind(auditor, { from, today }, indicator, which)

test('points come from a set scale alone: with its source, from its day, until it is withdrawn, each change in the trail', async () => {
  const admin = await province.as('quantri')
  for (const one of done(await admin.call('GET', '/reporting/index-scales')))
    if (one.withdrawnAt === null) done(await admin.call('DELETE', `/reporting/index-scales/${one.id}`))
  const whole = async (query = '') =>
    done(await province.nobody.call('GET', `/reporting/service-index?from=${from}&to=${today}${query}`))
  expect(await whole()).toMatchObject({ scale: null, total: null })
  expect((await index()).get('2.1')).toMatchObject({ points: null, most: null })

  const id = await setScale(province, { readings: { ...usualReadings, missing: 'left-out' } })
  const { rows, scale, total } = await whole()
  expect(scale).toEqual({ document: '12/KH-THỬ', signedOn: '2026-01-05', effectiveFrom: '2026-01-10' })
  const points = new Map(rows.map((row: Figure) => [row.id, row.points]))
  const share = (one: string) => rows.find((row: Figure) => row.id === one).share
  expect(points.get('2.1')).toBeCloseTo(20 * share('2.1'), 1)
  expect(points.get('4.1')).toBeCloseTo(Math.min(10.5, (10.5 * share('4.1')) / 0.8), 1)
  expect(total).toMatchObject({ without: ['2.2'], most: 30.5 })
  expect(total.points).toBeCloseTo((points.get('2.1') as number) + (points.get('4.1') as number), 2)
  expect(total.onScale).toBeCloseTo((total.points * 35.5) / 30.5, 1)
  expect(
    done(await province.nobody.call('GET', '/reporting/service-index?from=2025-12-01&to=2026-01-09')).scale,
  ).toBeNull()

  done(await admin.call('DELETE', `/reporting/index-scales/${id}`))
  expect((await admin.call('DELETE', `/reporting/index-scales/${id}`)).status).toBe(404)
  expect((await whole()).scale).toBeNull()
  const trail = await province.query<{ operation: string; details: { facts?: { document?: string } } }>(
    `select operation, details from audit.entry where operation like '%IndexScale' and kind = 'write' order by at desc, id desc limit 3`,
  )
  expect(trail.map(({ operation }) => operation).toReversed()).toEqual([
    'reporting.setIndexScale',
    'reporting.withdrawIndexScale',
    'reporting.withdrawIndexScale',
  ])
  expect(JSON.stringify(trail[2]!.details)).toContain('12/KH-THỬ')
})

test('a scale that says nothing sensible is refused in its place, and officials without the right set none', async () => {
  const admin = await province.as('quantri')
  const body = (points: object[], more: object = {}) => ({
    document: '12/KH',
    signedOn: '2026-01-05',
    effectiveFrom: '2026-01-10',
    rules: { points, grades: [], readings: usualReadings },
    ...more,
  })
  const good = { indicator: '2.1', points: 20, fullAt: 100 }
  const status = async (who: Visitor, given: object) =>
    (await who.call('POST', '/reporting/index-scales', given)).status
  expect(await status(admin, body([]))).toBe(422)
  expect(await status(admin, body([good, good]))).toBe(422)
  expect(await status(admin, body([{ ...good, fullAt: 0 }]))).toBe(422)
  expect(await status(admin, body([{ ...good, points: 1.234 }]))).toBe(422)
  expect(await status(admin, body([{ ...good, indicator: 'once' }]))).toBe(422)
  expect(await status(admin, body([good], { signedOn: addDays(today, 1) }))).toBe(422)
  expect(await status(await province.as('giamdoc.gtvt'), body([good]))).toBe(403)
})

test('what can be read in two ways is counted as the scale says, and the rows behind it with it', async () => {
  const { pool } = province.platform.connection
  // Late by law, in time by the day that an apology promised.
  const { rows } = await pool.query<{ id: string }>(
    `update services.dossier d set deadline = d.finished_at - interval '1 day', promised = d.finished_at + interval '1 day'
      where d.id in (select id from services.dossier where finished_at is not null and received_at is not null
        and coalesce(outcome, 'granted') in ('granted', 'refused') and finished_at > now() - interval '150 days' order by id limit 2) returning id`,
  )
  expect(rows.length).toBe(2)
  await pool.query(
    `update services.dossier set procedure_code = (select code from services.procedure where code !~ '^[0-9]' limit 1) where id = $1`,
    [rows[0]!.id],
  )
  await runJob(province.platform, 'count-all-days')
  const before = await index()
  await setScale(province, { readings: { ...usualReadings, due: 'promised', reported: 'all', payable: 'paid' } })
  const after = await index()
  expect(after.get('2.1')!.met! - before.get('2.1')!.met!).toBeGreaterThanOrEqual(1)
  expect((await listed('2.1', 'met')).length).toBe(after.get('2.1')!.met)
  expect(after.get('1.4')!.of).toBeGreaterThan(before.get('1.4')!.of!)
  expect((await listed('1.4', 'missed')).length).toBe(after.get('1.4')!.of! - after.get('1.4')!.met!)
  expect(after.get('3.5')!.of).toBeLessThan(before.get('3.5')!.of!)
  const { readings } = done(await province.nobody.call('GET', `/reporting/service-index?from=${from}&to=${today}`))
  expect(readings.find(({ id }: { id: string }) => id === 'due').says).toContain('hẹn lại')
})
