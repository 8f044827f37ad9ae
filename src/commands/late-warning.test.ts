import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dateAt, instantOf } from '#values/plain-date.ts'
import { workingTimeOf } from '#engines/calendar/index.ts'
import { calendar } from '#systems/bac-giang/calendar.ts'
import { copyFinished, type Took } from './testing/past-dossiers.ts'
import { runJob } from './testing/run-job.ts'
import { done, fileDossier, licenceExchange, officialAt, openTasksOf, walkTo } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** What will probably be late is found out of history, said to those who may see it, and held against what became of it. */

const workingTime = workingTimeOf(calendar)
const hour = 60
/** Nothing takes time of itself here: only what the tests put into the rows. */
const now = new Date(Math.floor(Date.now() / 60_000) * 60_000)
let province: TestPlatform
let citizen: Visitor
let head: Visitor
let dossier: string

beforeAll(async () => {
  province = await startTestPlatform({ now: () => now })
  citizen = await province.as('congdan')
  head = await province.as('truongphong.gtvt')
  // What the demo finished is another story: how much of it there is hangs on the day.
  await province.query(
    `update services.dossier set finished_at = finished_at - interval '2 years' where procedure_code = $1`,
    [licenceExchange],
  )
  dossier = (await fileDossier(province, citizen, licenceExchange)).id
  await walkTo(province, dossier, 'appraise')
  await province.settle()
}, 120_000)
afterAll(() => province?.stop())

const lookAtAll = async () => {
  await runJob(province.platform, 'look-at-all-dossiers')
  await province.settle()
}
const forecastOf = async (id: string, who = head) => done(await who.call('GET', `/reporting/forecasts/${id}`)).forecast
const listed = async (who: Visitor, query = ''): Promise<{ id: string; reasons: { kind: string }[] }[]> =>
  done(await who.call('GET', `/reporting/at-risk?limit=200${query}`)).rows
const isListed = async (who: Visitor, id = dossier, query = '') =>
  (await listed(who, query)).some((row) => row.id === id)

/** Puts the deadline of a dossier so many office minutes ahead. */
async function leave(minutes: number, id = dossier) {
  const deadline = workingTime.addWorkingMinutes(now, minutes)
  await province.query('update services.dossier set deadline = $2 where id = $1', [id, deadline])
  await province.query('update services.dossier_access set deadline = $2 where dossier_id = $1', [id, deadline])
}

const steps = ['receive', 'appraise', 'review', 'sign', 'issue'] as const
const took = (minutes: number): Took => Object.fromEntries(steps.map((step) => [step, minutes]))
const daysAgo = (days: number) => workingTime.openingFrom(instantOf(addDays(dateAt(now), -days), 8 * hour))

describe('without history', () => {
  test('the hours that the process allots are what is gone by, and that is said', async () => {
    await lookAtAll()
    // 16 of appraisal, 4 of review, 8 to sign, 8 to print.
    expect(await forecastOf(dossier)).toMatchObject({
      basis: 'declared',
      measured: 0,
      usual: 36 * hour,
      isAtRisk: false,
    })
    await leave(35 * hour)
    await lookAtAll()
    const found = await forecastOf(dossier)
    expect(found.reasons).toMatchObject([
      { kind: 'work-left', words: { vi: expect.stringContaining('4,5 ngày làm việc') } },
    ])
  })
})

describe('with history', () => {
  beforeAll(async () => {
    const finished = (await fileDossier(province, citizen, licenceExchange)).id
    await walkTo(province, finished, 'deliver')
    const pasts = Array.from({ length: 40 }, (_, at) => ({
      received: daysAgo(20 + at),
      took: took((at % 10) * 30 + 30),
      limit: 40 * hour,
    }))
    await copyFinished(province, workingTime, finished, pasts)
    await leave(20 * hour)
    await lookAtAll()
  }, 120_000)

  test('what such steps took there is gone by: an earlier warning is over when there is time after all', async () => {
    // Half of them took 2.5 hours a step, four of five took 4.
    expect(await forecastOf(dossier)).toMatchObject({
      basis: 'body',
      usual: 10 * hour,
      long: 13 * hour,
      isAtRisk: false,
    })
    expect(await isListed(head)).toBe(false)
  })

  test('what no longer fits is listed to those who may see the dossier, soonest first, and to nobody else', async () => {
    await leave(9 * hour)
    await lookAtAll()
    expect(await forecastOf(dossier)).toMatchObject({ isAtRisk: true, left: 9 * hour })
    const seeing = [
      head,
      await province.as('giamdoc.gtvt'),
      await province.as('motcua.tinh'),
      await province.as('chutich.tinh'),
    ]
    for (const who of seeing) expect(await isListed(who)).toBe(true)
    const stranger = await province.as('truongphong.tuphap')
    expect(await isListed(stranger)).toBe(false)
    expect(await forecastOf(dossier, stranger)).toBeNull()
    expect(
      done(await stranger.call('GET', '/reporting/at-risk/groups')).procedures.map(({ id }: { id: string }) => id),
    ).not.toContain(licenceExchange)
    const warned = `warnings/dossiers?from=2026-01-01&to=2026-02-01&which=unwarned`
    for (const path of [
      'at-risk',
      'at-risk/count',
      'at-risk/groups',
      `forecasts/${dossier}`,
      'warnings/figures',
      warned,
    ])
      expect((await citizen.call('GET', `/reporting/${path}`)).status, path).toBe(403)
  })

  test('the count, the groups and the pages of the list are of the same dossiers', async () => {
    const all = await listed(head)
    expect(done(await head.call('GET', '/reporting/at-risk/count'))).toEqual({ count: all.length, isCapped: false })
    const { units, procedures } = done(await head.call('GET', '/reporting/at-risk/groups'))
    for (const [filter, groups] of Object.entries({ unit: units, procedure: procedures }) as [
      string,
      { id: string; count: number }[],
    ][]) {
      expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(all.length)
      for (const { id, count } of groups) expect((await listed(head, `&${filter}=${id}`)).length).toBe(count)
    }
    const paged: string[] = []
    for (let after = ''; ;) {
      const page = done(await head.call('GET', `/reporting/at-risk?limit=1${after}`))
      paged.push(...page.rows.map(({ id }: { id: string }) => id))
      if (page.next === undefined) break
      after = `&after=${encodeURIComponent(page.next)}`
    }
    expect(paged).toEqual(all.map(({ id }) => id))
  })

  test('whoever leads the unit is told once of each dossier, and the applicant never', async () => {
    const toldOf = async (who: Visitor): Promise<string[]> =>
      done(await who.call('GET', '/notification/messages?limit=100'))
        .rows.filter(({ kind }: { kind: string }) => kind === 'dossier.at-risk')
        .map(({ link }: { link: string }) => link)
    const before = await toldOf(head)
    expect(before.length).toBeGreaterThan(0)
    await lookAtAll()
    await leave(8 * hour)
    await lookAtAll()
    expect(await toldOf(head)).toEqual(before)
    expect(await toldOf(citizen)).toEqual([])
  })

  test('while the clock stands nothing is late: it is listed again when time runs again', async () => {
    const official = await officialAt(province, dossier, 'appraise')
    const pins = [{ path: 'classes', reason: 'Chưa đọc được' }]
    done(await official.call('POST', `/services/dossiers/${dossier}/supplement`, { step: 'appraise', pins }))
    expect(await isListed(head)).toBe(false)
    await province.settle()
    expect(await forecastOf(dossier)).toBeNull()
    done(await citizen.call('POST', `/services/my/dossiers/${dossier}/supplement/submission`, { post: 'classes=A1' }))
    await leave(8 * hour)
    await lookAtAll()
    expect(await isListed(head)).toBe(true)
  })

  test('an official who is away without a stand-in, and work that waits for another body, are reasons when it may be late', async () => {
    const [task] = await openTasksOf(province, dossier)
    await leave(11 * hour)
    await lookAtAll()
    expect(await forecastOf(dossier)).toMatchObject({ isAtRisk: false })
    const held = await province.query<{ id: string }>(
      `update directory.appointment a set valid_to = current_date - 1 from directory.post p, directory.principal q
        where q.key = $1 and a.post_id = p.id and a.valid_to is null and (p.id = q.post_id or p.unit_id = q.unit_id and p.function = q.function)
        returning a.id`,
      [task!.assignee],
    )
    await lookAtAll()
    expect((await forecastOf(dossier)).reasons.map(({ kind }: { kind: string }) => kind)).toEqual(['nobody'])
    await province.query('update directory.appointment set valid_to = null where id = any($1::uuid[])', [
      held.map(({ id }) => id),
    ])
    await lookAtAll()
    expect(await forecastOf(dossier)).toMatchObject({ isAtRisk: false })
  })

  test('what time alone brings about is found between the nights, and what is late already is no warning', async () => {
    await leave(10.5 * hour)
    await lookAtAll()
    const later = workingTime.addWorkingMinutes(now, 2 * hour)
    await runJob(province.platform, 'look-at-due-dossiers', () => later)
    const [warned] = await province.query<{ isAtRisk: boolean }>(
      'select is_at_risk as "isAtRisk" from reporting.forecast where dossier_id = $1',
      [dossier],
    )
    expect(warned?.isAtRisk).toBe(true)
    await province.query(`update services.dossier set deadline = $2 where id = $1`, [
      dossier,
      new Date(now.getTime() - 60_000),
    ])
    expect(await isListed(head)).toBe(false)
    await lookAtAll()
    expect(await forecastOf(dossier)).toBeNull()
  })
})

describe('whether warnings are right', () => {
  const period = `from=${addDays(dateAt(now), -70)}&to=${addDays(dateAt(now), -5)}`
  const figures = async (query = '') => done(await head.call('GET', `/reporting/warnings/figures?${period}${query}`))

  test('is counted from what became of each: of those warned of the late, of the late those warned of', async () => {
    const finished = (await fileDossier(province, citizen, licenceExchange)).id
    await walkTo(province, finished, 'deliver')
    const past = (days: number, isLate: boolean) => ({
      received: daysAgo(days),
      took: took(8 * hour),
      limit: isLate ? 30 * hour : 50 * hour,
    })
    await runJob(province.platform, 'count-all-days')
    const before = await figures()
    const [warnedLate, warnedAgain, warnedOnTime, ...rest] = await copyFinished(province, workingTime, finished, [
      past(40, true),
      past(41, true),
      past(42, false),
      // Late or on time without a warning; warned of, late and finished before the period, and after it.
      past(43, true),
      past(44, true),
      past(45, true),
      past(46, false),
      past(120, true),
      past(7, true),
    ])
    const [earlier, later] = rest.slice(-2)
    const warned = [warnedLate, warnedAgain, warnedOnTime, earlier, later]
    await province.query(
      `insert into reporting.warning (dossier_id, at, deadline, usual, long, remaining, basis, reasons)
        select id, deadline - interval '2 hours', deadline, 900, 1200, case when id = $2 then 60 else 480 end, 'body', '[{"kind":"work-left","usual":900,"left":60}]'
        from services.dossier where id = any($1::uuid[])`,
      [warned, warnedLate],
    )
    await runJob(province.platform, 'count-all-days')
    const after = await figures()
    expect(after).toMatchObject({
      warned: before.warned + 3,
      warnedLate: before.warnedLate + 2,
      late: before.late + 5,
      since: expect.any(String),
    })
    expect(await figures(`&procedure=${licenceExchange}`)).toMatchObject({
      warned: 3,
      warnedLate: 2,
      warnedAhead: 1,
      late: 5,
      notice: 60,
    })
    expect(await figures('&procedure=9.999999')).toMatchObject({ warned: 0, warnedLate: 0, notice: null })
  })

  test('agrees with counting dossiers one by one, also those that go on and are late', async () => {
    await runJob(province.platform, 'count-all-days')
    const auditor = await province.as('quantri')
    const stranger = await province.as('truongphong.tuphap')
    for (const days of [0, 10, 40, 100]) {
      const [from, to] = [addDays(dateAt(now), -days - 60), addDays(dateAt(now), -days)]
      const [start, end] = [instantOf(from), instantOf(addDays(to, 1))]
      const all = await province.query<{
        finished: Date | null
        deadline: Date
        status: string
        outcome: string | null
        warned: Date | null
      }>(`select d.finished_at as finished, d.deadline, d.status, d.outcome, w.at as warned from services.dossier d
          left join reporting.warning w on w.dossier_id = d.id where d.received_at is not null`)
      const counted = all.filter(({ finished, deadline, status, outcome }) =>
        finished === null
          ? status === 'open' && deadline >= start && deadline < end && deadline < now
          : finished >= start && finished < end && ['granted', 'refused', null].includes(outcome),
      )
      const late = counted.filter(({ finished, deadline }) => finished === null || finished > deadline)
      const isWarned = ({ warned }: (typeof all)[number]) => warned !== null && warned < end
      const figures = {
        warned: counted.filter(isWarned).length,
        warnedLate: late.filter(isWarned).length,
        late: late.length,
      }
      expect(done(await head.call('GET', `/reporting/warnings/figures?from=${from}&to=${to}`))).toMatchObject(figures)
      const behind = async (which: string, who = auditor) =>
        done(await who.call('GET', `/reporting/warnings/dossiers?from=${from}&to=${to}&which=${which}&limit=200`)).rows
          .length
      expect({
        warned: (await behind('warned-late')) + (await behind('warned-in-time')),
        warnedLate: await behind('warned-late'),
        late: (await behind('warned-late')) + (await behind('unwarned')),
      }).toEqual(figures)
      expect(await behind('warned-late', stranger)).toBe(0)
    }
  })
})
