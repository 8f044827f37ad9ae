import { afterAll, beforeAll, expect, it } from 'vitest'
import { addDays, dateAt } from '#values/plain-date.ts'
import { completeProcedureOf, copyDraft, done, licenceExchange, submit, writeDraft } from './testing/story.ts'
import { ratingToken } from './testing/rating-link.ts'
import { settleDossier } from './testing/settle-dossier.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Who would mark more than once, for somebody else, or learn what one person thought. */

let test: TestPlatform
let citizen: Visitor
let dossiers: { id: string; code: string }[]

beforeAll(async () => {
  test = await startTestPlatform({ dossiers: 0 })
  citizen = await test.as('congdan')
  const first = await writeDraft(test, citizen, licenceExchange)
  dossiers = []
  for (const draft of [first, ...(await copyDraft(test, first, 3))]) {
    const filed = await submit(citizen, draft)
    await settleDossier(test, citizen, filed.id, completeProcedureOf(licenceExchange))
    dossiers.push(filed)
  }
  await test.settle()
}, 120_000)
afterAll(() => test.stop())

const one = (at: number) => dossiers[at] as { id: string; code: string }
const tokenOf = (at: number) => ratingToken(citizen, one(at).code)
const rate = (who: Visitor, token: string, mark: number, headers: Record<string, string> = {}) =>
  who.call('POST', '/services/ratings/link', { token, mark }, headers)
const marksOf = (at: number) =>
  test.query<{ mark: number; channel: string }>(`select mark, channel from services.rating where dossier_id = $1`, [
    one(at).id,
  ])

it('sent many times at once, by the link and by the account, is one mark, and one task where it is low', async () => {
  const token = await tokenOf(0)
  const path = `/services/my/dossiers/${one(0).id}/rating`
  const answers = await Promise.all(
    Array.from({ length: 16 }, (_, at) =>
      at % 2 === 0
        ? rate(test.nobody, token, 1, { 'Idempotency-Key': `again-and-again-${at}` })
        : citizen.call('POST', path, { mark: 1 }),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status !== 200 && status !== 404 && status !== 409)).toEqual([])
  await test.settle()
  expect(await marksOf(0)).toHaveLength(1)
  expect(await test.query(`select 1 from services.low_mark where dossier_id = $1`, [one(0).id])).toHaveLength(1)
  const told = await test.query<{ count: number }>(
    `select count(*)::int as count from notification.message where kind = 'dossier.marked-low' group by person_id`,
  )
  expect(told.length).toBeGreaterThan(0)
  expect(told.every(({ count }) => count === 1)).toBe(true)
})

it('of a link marks its own dossier only, and nothing sixty days later', async () => {
  expect(await tokenOf(1)).not.toBe(await tokenOf(2))
  await test.query(`update services.rating_link set ends_at = now() - interval '1 second' where dossier_id = $1`, [
    one(1).id,
  ])
  const [kept] = await test.query<{ days: number }>(
    `select (extract(epoch from ends_at - made_at) / 86400)::int as days from services.rating_link where dossier_id = $1`,
    [one(2).id],
  )
  expect(kept?.days).toBe(60)
  expect((await rate(test.nobody, await tokenOf(1), 5)).status).toBe(404)
  expect(await marksOf(1)).toEqual([])
  expect(await marksOf(2)).toEqual([])
})

it('is not given by an official: not by a link in their browser, nor for what they worked on themselves', async () => {
  const token = await tokenOf(2)
  for (const login of ['motcua.tinh', 'truongphong.gtvt', 'quantri'])
    expect((await rate(await test.as(login), token, 5)).body.code).toBe('markOfOfficial')
  const path = `/services/my/dossiers/${one(3).id}/rating`
  // Whoever it is for holds the post from which it was decided.
  await test.query(
    `insert into directory.appointment (id, post_id, person_id, kind, valid_from)
      select gen_random_uuid(), q.post_id, d.applicant_id, 'acting', current_date - 1
      from services.dossier d join workflow.task t on t.subject_id = d.id join directory.principal q on q.key = t.closed_by
      where d.id = $1 and q.post_id is not null limit 1`,
    [one(3).id],
  )
  expect((await citizen.call('POST', path, { mark: 5 })).body.code).toBe('markOfOfficial')
  expect(await marksOf(3)).toEqual([])
  const [person] = await test.query<{ id: string }>(`select applicant_id as id from services.dossier where id = $1`, [
    one(3).id,
  ])
  await test.query(
    `update directory.appointment set valid_to = current_date where person_id = $1 and kind = 'acting'`,
    [person?.id],
  )
  expect((await citizen.call('POST', path, { mark: 5 })).status).toBe(200)
})

it('guessed at from an address, makes guesses wait and nobody behind that address who has a link', async () => {
  let refused = 0
  for (let at = 0; at < 60; at++) {
    const guess = `${'A'.repeat(20)}${String(at).padStart(2, '0')}`
    if ((await rate(test.nobody, guess, 1)).status === 429) refused++
  }
  expect(refused).toBeGreaterThan(5)
  expect((await test.nobody.call('GET', `/services/ratings/link?token=${await tokenOf(2)}`)).status).toBe(200)
  expect((await rate(test.nobody, await tokenOf(2), 4)).status).toBe(200)
})

it('is published by whole tens, so that no two periods tell one from the other', async () => {
  await test.query(
    `insert into services.dossier select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'code', 'H02.14-200102-' || n))).*
      from services.dossier d, generate_series(1001, 1037) n where d.id = $1`,
    [one(0).id],
  )
  const today = dateAt(new Date())
  const marked = addDays(today, -20)
  const owner = `insert into services.rating (dossier_id, mark, rated_at, channel)
    select id, case when n % 7 = 0 then 1 else 5 end, ($1::date + (n / 3)::int)::timestamp at time zone 'Asia/Ho_Chi_Minh' + interval '9 hours', 'link'
    from (select id, row_number() over (order by code) as n from services.dossier where code like 'H02.14-200102-%') d`
  await test.query(owner, [marked])
  const shown = new Set<string>()
  for (const by of ['unit', 'procedure'])
    for (let from = -21; from <= 0; from++)
      for (const to of [from, from + 1, 0].filter((day) => day <= 0)) {
        const period = `from=${addDays(today, from)}&to=${addDays(today, to)}`
        const [row] = done(await test.nobody.call('GET', `/services/satisfaction?by=${by}&${period}`)).rows
        const { total, rows } = done(await test.nobody.call('GET', `/services/figures?by=${by}&${period}`))
        for (const { shown: of, satisfied } of [row ?? { shown: 0, satisfied: null }, total, ...rows]) {
          expect(of % 10).toBe(0)
          if (of === 0) expect([null, 0]).toContain(satisfied)
          shown.add(String(of))
        }
      }
  expect([...shown].toSorted()).toEqual(['0', '10', '20', '30', '40'].filter((of) => shown.has(of)))
  expect(shown.size).toBeGreaterThan(2)
})
