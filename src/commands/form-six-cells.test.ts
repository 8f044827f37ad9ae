import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstOfMonth, addDays, civil, dateAt, instantOf, type PlainDate } from '#values/plain-date.ts'
import { formSixColumns, type FormSixColumn } from '#engines/reporting/form-six/columns.ts'
import { createChance } from '../demo/random.ts'
import { runJob } from './testing/run-job.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Every cell of form 06 is what its dossiers say one by one, and opens exactly those: by any grouping, of any level, body and period, also at the very limits. */

const today = dateAt(new Date())
let province: TestPlatform
let auditor: Visitor
let dossiers: Dossier[]

type Row = Record<FormSixColumn, number> & { id: string; name: string; level: string | null }

interface Dossier {
  readonly code: string
  readonly procedure: string
  readonly owner: string
  readonly level: string
  readonly field: string
  readonly channel: string
  readonly receivedAt: Date
  readonly deadline: Date
  readonly finishedAt: Date | null
  readonly outcome: string | null
  readonly stops: { at: string; until: string | null }[]
}

beforeAll(async () => {
  province = await startTestPlatform()
  auditor = await province.as('quantri')
  await layOutLimits()
  await runJob(province.platform, 'count-all-days')
  dossiers = await province.query<Dossier>(
    `select d.code, d.procedure_code as procedure, d.owner_id as owner, p.level, p.field, d.channel, d.received_at as "receivedAt", d.deadline,
      d.finished_at as "finishedAt", d.outcome, coalesce((select json_agg(json_build_object('at', k.stopped_at, 'until', k.resumed_at))
        from services.clock_stop k where k.dossier_id = d.id), '[]') as stops
    from services.dossier d join (select distinct on (code) code, level, field from services.procedure
      order by code, valid_from <= current_date desc, valid_from desc) p on p.code = d.procedure_code
    where d.received_at is not null`,
  )
}, 120_000)
afterAll(() => province?.stop())

/** Dossiers at the limits: of a deadline, of a day, of a month, of a clock that stands. */
async function layOutLimits(): Promise<void> {
  const month = instantOf(firstOfMonth(today))
  const noon = instantOf(addDays(today, -20), 12 * 60)
  const ended = await province.query<{ id: string }>(
    `select id from services.dossier where received_at is not null and finished_at is not null order by id limit 9`,
  )
  const at = (moment: Date, ms = 0) => new Date(moment.getTime() + ms)
  const limits: readonly (readonly [received: Date, deadline: Date, finished: Date, outcome: string])[] = [
    [at(noon, -9e8), noon, noon, 'granted'],
    [at(noon, -9e8), noon, at(noon, 1), 'granted'],
    [at(noon, -9e8), noon, at(instantOf(addDays(today, -20)), -1), 'granted'],
    [at(noon, -9e8), noon, instantOf(addDays(today, -20)), 'refused'],
    [month, at(month, 9e8), month, 'granted'],
    [at(month, -1), at(month, 9e8), month, 'granted'],
    [at(month, -9e8), at(month, -1), at(month, -1), 'granted'],
    [at(noon, -9e8), at(noon, -8e8), noon, 'withdrawn'],
    [at(month, -9e8), at(month, -5e8), at(month, 1), 'lapsed'],
  ]
  for (const [order, [received, deadline, finished, outcome]] of limits.entries())
    await province.query(
      `update services.dossier set received_at = $2, deadline = $3, finished_at = $4, outcome = $5 where id = $1`,
      [ended[order]!.id, received, deadline, finished, outcome],
    )
  const open = await province.query<{ id: string }>(
    `update services.dossier set is_open = true, status = 'open', finished_at = null, outcome = null where id in (
      select id from services.dossier d where received_at is not null and finished_at is not null and not id = any($1)
        and not exists (select from services.clock_stop k where k.dossier_id = d.id) order by id limit 4) returning id`,
    [ended.map(({ id }) => id)],
  )
  const stops: readonly (readonly [stopped: Date, resumed: Date | null])[] = [
    [at(noon, -1e8), null],
    [at(month, -1e8), at(month, 1e8)],
    [at(month, -2e8), at(month, -1e8)],
    [at(noon, -2e8), noon],
  ]
  for (const [order, [stopped, resumed]] of stops.entries()) {
    const { id } = open[order]!
    await province.query(`update services.dossier set received_at = $2, deadline = $3 where id = $1`, [
      id,
      at(month, -2e9),
      at(month, -4e8),
    ])
    await province.query(
      `insert into services.clock_stop (dossier_id, stopped_at, resumed_at, ground) values ($1, $2, $3, 'supplement')`,
      [id, stopped, resumed],
    )
  }
}

/** What a column counts, said of one dossier in other words than those of the SQL. */
function isIn(one: Dossier, column: FormSixColumn, from: PlainDate, to: PlainDate): boolean {
  const [start, end] = [instantOf(from), instantOf(addDays(to, 1))]
  const { receivedAt, finishedAt, deadline, channel } = one
  const isWithin = (moment: Date | null) => moment !== null && moment >= start && moment < end
  const isAnswered = ['granted', 'refused', null].includes(one.outcome)
  const isEarlier = finishedAt !== null && dateAt(finishedAt) < dateAt(deadline)
  const goesOn = receivedAt < end && (finishedAt === null || finishedAt >= end)
  const seen = new Date(Math.min(Date.now(), end.getTime()))
  const stands = one.stops.some(({ at, until }) => new Date(at) <= seen && (until === null || new Date(until) > seen))
  const answered = isWithin(finishedAt) && isAnswered
  return {
    carried: receivedAt < start && (finishedAt === null || finishedAt >= start),
    online: isWithin(receivedAt) && channel === 'online',
    direct: isWithin(receivedAt) && channel !== 'online',
    early: answered && isEarlier,
    onTime: answered && !isEarlier && finishedAt! <= deadline,
    late: answered && finishedAt! > deadline,
    stopped: isWithin(finishedAt) && !isAnswered,
    inProgress: goesOn,
    inProgressLate: goesOn && deadline < seen && !stands,
  }[column]
}

const formSix = async (query: string): Promise<Row[]> =>
  done(await province.nobody.call('GET', `/reporting/form-six?${query}`)).rows

const listed = async (query: string): Promise<string[]> => {
  const codes: string[] = []
  for (let after = ''; ;) {
    const page = done(await auditor.call('GET', `/reporting/form-six/dossiers?${query}&limit=100${after}`))
    codes.push(...page.rows.map(({ code }: { code: string }) => code))
    if (page.next === undefined) return codes.toSorted()
    after = `&after=${encodeURIComponent(page.next)}`
  }
}

const monthsAgo = (count: number): PlainDate => {
  const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - count
  return civil(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`)
}
const chance = createChance(606)
const periods: readonly { from: PlainDate; to: PlainDate }[] = [
  { from: monthsAgo(0), to: today },
  { from: monthsAgo(1), to: addDays(monthsAgo(0), -1) },
  { from: addDays(today, -20), to: addDays(today, -20) },
  { from: monthsAgo(11), to: today },
  ...Array.from({ length: 4 }, () => {
    const from = addDays(today, -chance.between(1, 300))
    const to = addDays(from, chance.between(0, 120))
    return { from, to }
  }),
]

const groups = {
  field: (one: Dossier) => `${one.level} ${one.field}`,
  procedure: (one: Dossier) => one.procedure,
  unit: (one: Dossier) => one.owner,
} as const

const ofLine = (by: keyof typeof groups, row: Row) =>
  by === 'field'
    ? `level=${row.level}&field=${encodeURIComponent(row.name)}`
    : by === 'procedure'
      ? `procedure=${row.id}`
      : `unit=${row.id}`

test('each cell, however grouped, of each level and of a body, is what dossiers say one by one', async () => {
  const bodies = [...new Set(dossiers.map(({ owner }) => owner))].slice(0, 2)
  let cells = 0
  for (const { from, to } of periods)
    for (const by of Object.keys(groups) as (keyof typeof groups)[])
      for (const part of [
        '',
        'level=province',
        'level=district',
        'level=commune',
        ...bodies.map((id) => `unit=${id}`),
      ]) {
        const [name, value] = part.split('=')
        const rows = await formSix(`from=${from}&to=${to}&by=${by}&${part}`)
        const among = dossiers.filter(
          (one) => value === undefined || (name === 'level' ? one.level : one.owner) === value,
        )
        for (const column of formSixColumns) {
          const counted = new Map<string, number>()
          for (const one of among.filter((each) => isIn(each, column, from, to)))
            counted.set(groups[by](one), (counted.get(groups[by](one)) ?? 0) + 1)
          cells += counted.size
          expect(
            Object.fromEntries(rows.filter((row) => row[column] > 0).map((row) => [row.id, row[column]])),
            `${from} ${to} ${by} ${part} ${column}`,
          ).toEqual(Object.fromEntries(counted))
        }
      }
  expect(cells).toBeGreaterThan(500)
})

test('each cell opens exactly the dossiers that it counts', async () => {
  for (const { from, to } of periods.slice(0, 3))
    for (const by of Object.keys(groups) as (keyof typeof groups)[])
      for (const row of await formSix(`from=${from}&to=${to}&by=${by}`))
        for (const column of formSixColumns.filter((one) => row[one] > 0))
          expect(
            await listed(`from=${from}&to=${to}&column=${column}&${ofLine(by, row)}`),
            `${by} ${row.id} ${column}`,
          ).toEqual(
            dossiers
              .filter((one) => groups[by](one) === row.id && isIn(one, column, from, to))
              .map(({ code }) => code)
              .toSorted(),
          )
}, 120_000)
