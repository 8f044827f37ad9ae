import { afterAll, beforeAll, expect, test } from 'vitest'
import { listedDossiers, listedProcedures, usualReadings } from '#engines/reporting/contract.ts'
import { addDays, dateAt } from '#values/plain-date.ts'
import { createChance } from '../demo/random.ts'
import { runJob } from './testing/run-job.ts'
import { done, fileDossier, licenceExchange, walkTo } from './testing/story.ts'
import { listBehind, readIndex, setScale, type Figure } from './testing/service-index.ts'
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

const index = (query?: string) => readIndex(province, { from, today }, query)
const listed = (who: Visitor, indicator: string, which: 'met' | 'missed', query?: string) =>
  listBehind(who, { from, today }, indicator, which, query)

/** Said one by one, in other words than those it is counted by. */
async function slowly(since = from, until = today) {
  const { rows } = await province.platform.connection.pool.query<{
    finishedAt: Date
    deadline: Date
    promised: Date | null
    channel: string
    asked: number
    papers: number
    issued: number
    low: number
  }>(
    `select d.finished_at as "finishedAt", d.deadline, d.promised, d.channel,
      (select count(*)::int from services.supplement s where s.dossier_id = d.id) as asked,
      (select count(*)::int from services.dossier_paper p where p.dossier_id = d.id and p.replaced_at is null) as papers,
      (select count(*)::int from services.result r where r.dossier_id = d.id and r.issued_at is not null and r.revoked_at is null) as issued,
      (select count(*)::int from services.rating r where r.dossier_id = d.id and r.mark < 3) as low
    from services.dossier d where d.received_at is not null and d.finished_at is not null
      and (d.outcome is null or d.outcome in ('granted', 'refused'))`,
  )
  const ended = rows.filter((row) => dateAt(row.finishedAt) >= since && dateAt(row.finishedAt) <= until)
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

test('any period is the sum of its days, through months that are summed and days at its ends', async () => {
  const chance = createChance(766)
  let counted = 0
  for (let turn = 0; turn < 12; turn += 1) {
    const since = addDays(today, -chance.between(1, 300))
    const until = addDays(since, chance.between(0, 200))
    const { rows } = done(await province.nobody.call('GET', `/reporting/service-index?from=${since}&to=${until}`))
    for (const [id, { met, of }] of Object.entries(await slowly(since, until))) {
      const figure = rows.find((row: Figure) => row.id === id)
      expect([since, until, id, figure.met ?? 0, figure.of ?? 0]).toEqual([since, until, id, met, of])
      counted += of
    }
  }
  expect(counted).toBeGreaterThan(100)
})

test('a dossier filed online counts as confirmed where the account was confirmed by the national e-identity when it filed', async () => {
  const citizen = await province.as('congdan')
  const confirm = (assurance: number) =>
    province.query(`update identity.account set assurance = $1 where login = 'congdan'`, [assurance])
  const figure = async () => {
    await province.settle()
    await runJob(province.platform, 'count-changed-days')
    return (await index()).get('4.5')!
  }
  const receive = async () => {
    const filed = await fileDossier(province, citizen, licenceExchange)
    await walkTo(province, filed.id, 'appraise')
  }
  const before = await figure()
  await receive()
  expect(await figure()).toMatchObject({ met: before.met, of: before.of! + 1 })
  await confirm(3)
  await receive()
  await confirm(2)
  expect(await figure()).toMatchObject({ met: before.met! + 1, of: before.of! + 2 })
})

test('a result is shared once the national portal has acknowledged the record that names it', async () => {
  const [one] = await province.query<{ id: string; issued: Date }>(
    `select d.id, r.issued_at as issued from services.dossier d join services.result r on r.dossier_id = d.id
      where r.issued_at is not null and d.finished_at > now() - interval '150 days' and d.outcome = 'granted' limit 1`,
  )
  const metWhen = async (seconds: number) => {
    await province.query(
      `insert into national_portal.delivery (dossier_id, kind, state, told, next_at, changed_at, accepted_at)
        values ($1, 'record', 'accepted', 1, now(), now(), $2::timestamptz + make_interval(secs => $3))
        on conflict (dossier_id, kind) do update set state = 'accepted', told = 1, accepted_at = excluded.accepted_at`,
      [one!.id, one!.issued, seconds],
    )
    await runJob(province.platform, 'count-all-days')
    return (await index()).get('4.4')!.met!
  }
  const before = await metWhen(-1)
  expect(await metWhen(1)).toBe(before + 1)
})

test('levels add up to the province, bodies to their level', async () => {
  const levels = ['province', 'district', 'commune']
  const ofLevels = await Promise.all(levels.map((level) => index(`&level=${level}`)))
  const whole = await index()
  const bodies = done(await province.nobody.call('GET', `/reporting/service-index/bodies?from=${from}&to=${today}`))
  for (const id of ['1.4', '2.1', '3.6', '4.1', '5.2']) {
    const sum = (all: readonly Map<string, Figure>[], of: 'met' | 'of') =>
      all.reduce((total, one) => total + (one.get(id)![of] ?? 0), 0)
    expect([id, sum(ofLevels, 'met'), sum(ofLevels, 'of')]).toEqual([
      id,
      whole.get(id)!.met ?? 0,
      whole.get(id)!.of ?? 0,
    ])
  }
  for (const [at, level] of levels.entries()) {
    const ofBodies = []
    for (const { id } of bodies.filter((body: { level: string }) => body.level === level))
      ofBodies.push((await index(`&unit=${id}`)).get('2.1')!)
    expect([level, ofBodies.reduce((total, one) => total + (one.of ?? 0), 0)]).toEqual([
      level,
      ofLevels[at]!.get('2.1')!.of ?? 0,
    ])
  }
  expect(bodies.length).toBeGreaterThan(3)
})

test('each figure leads to as many rows as it says, for the province, a level and a body, and to none that the reader may not see', async () => {
  const { rows } = await province.platform.connection.pool.query<{ owner: string }>(
    'select owner_id as owner from services.dossier where finished_at is not null group by 1 order by count(*) desc limit 1',
  )
  for (const body of ['', '&level=commune', `&unit=${rows[0]!.owner}`]) {
    const figures = await index(body)
    for (const id of listedDossiers)
      expect([
        body,
        id,
        (await listed(auditor, id, 'met', body)).length,
        (await listed(auditor, id, 'missed', body)).length,
      ]).toEqual([body, id, figures.get(id)!.met ?? 0, (figures.get(id)!.of ?? 0) - (figures.get(id)!.met ?? 0)])
    for (const id of listedProcedures) {
      const behind = async (which: string) =>
        done(
          await province.nobody.call(
            'GET',
            `/reporting/service-index/procedures?from=${from}&to=${today}&indicator=${id}&which=${which}${body}`,
          ),
        ).length
      const { met, of } = figures.get(id)!
      expect([body, id, await behind('met'), await behind('missed')]).toEqual([
        body,
        id,
        met ?? 0,
        (of ?? 0) - (met ?? 0),
      ])
    }
  }
  const all = await listed(auditor, '2.1', 'met')
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  const receiver = await province.as('motcua.xa')
  const seen = await listed(receiver, '2.1', 'met')
  expect(seen.length).toBeLessThan(all.length)
  for (const { id } of seen) expect((await receiver.call('GET', `/services/dossiers/${id}`)).status).toBe(200)
  const refused = `/reporting/service-index/dossiers?from=${from}&to=${today}&indicator=2.1&which=met`
  expect((await province.nobody.call('GET', refused)).status).toBe(401)
  const petitions = `/reporting/service-index/petitions?from=${from}&to=${today}&indicator=5.2&which=met`
  expect((await province.nobody.call('GET', petitions)).status).toBe(401)
})

test('petitions behind a figure are shown to those who work on their kind alone', async () => {
  const [one] = await province.query<{ id: string; unitId: string; unitKey: number }>(
    `select id, unit_id as "unitId", unit_key as "unitKey" from petitions.petition where answered_at is not null and kind = 'question' limit 1`,
  )
  await province.query(
    `insert into petitions.petition (id, code, kind, status, title, body, folded, procedure_code, channel, may_publish, look_up_digest, unit_id,
        unit_key, asked_at, accept_due, supplement_due)
      select gen_random_uuid(), 'KN-THU', 'complaint', 'accepted', 'Khiếu nại về hồ sơ trễ', 'x', 'x', '1.002809', 'web', false, '\\xabcd', unit_id,
        unit_key, now(), now(), now() from petitions.petition where id = $1`,
    [one!.id],
  )
  const before = (await index()).get('5.4')!
  const complaints = async (who: Visitor) =>
    done(
      await who.call(
        'GET',
        `/reporting/service-index/petitions?from=${from}&to=${today}&indicator=5.4&which=missed&limit=100`,
      ),
    ).rows.map(({ code }: { code: string }) => code)
  expect(await complaints(await province.as('motcua.xa'))).toEqual([])
  const leader = await province.query<{ key: number }>(
    `select q.key from directory.principal q join directory.post p on p.id = q.post_id where p.function = 'leader' and p.unit_id = $1`,
    [one!.unitId],
  )
  if (leader[0] !== undefined) expect(await complaints(await province.asHolderOf(leader[0].key))).toContain('KN-THU')
  await setScale(province, { readings: { ...usualReadings, complaints: 'apart' } })
  expect((await index()).get('5.4')!.met).toBe(before.met! + 1)
  await setScale(province, {})
  expect((await index()).get('5.4')!.met).toBe(before.met)
})

test('3.3 is multiplied by the share that is synchronised', async () => {
  await province.query(
    `insert into national_portal.delivery (dossier_id, kind, state, told, next_at, changed_at)
      select id, 'record', 'accepted', 1, now(), now() from services.dossier where received_at is not null and procedure_code ~ '^[0-9]'
        and hashtext(id::text) % 2 = 0 on conflict (dossier_id, kind) do update set told = 1`,
  )
  await runJob(province.platform, 'count-all-days')
  const figures = await index()
  const { met, of, share, times } = figures.get('3.3')!
  expect(times).toBe(figures.get('1.4')!.share)
  expect(times).toBeGreaterThan(0.2)
  expect(share).toBeCloseTo((met! / of!) * times!, 10)
})

test('an indicator without rows says why, and one of the province alone is not told of a body', async () => {
  const figures = await index()
  expect(figures.get('2.2')).toMatchObject({ met: null, of: null, reason: expect.stringContaining('Chưa có số liệu') })
  for (const id of ['1.3', 'once']) {
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
