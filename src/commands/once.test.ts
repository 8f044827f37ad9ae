import { forgetHandledEvents } from '#kernel/jobs/forget-handled-events.ts'
import { forgetAnswers } from '#kernel/operations/forget-answers.ts'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  copyDraft,
  done,
  licenceExchange,
  officialAt,
  openTasksOf,
  submit,
  walkTo,
  writeDraft,
  type Filed,
} from './testing/story.ts'
import { startTestPlatform, type Answer, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Retries, double clicks, crowds and broken connections: one dossier, one number, no gap, nothing half done. */

let test: TestPlatform
let citizen: Visitor
let draft: string

beforeAll(async () => {
  test = await startTestPlatform()
  citizen = await test.as('congdan')
  draft = await writeDraft(test, citizen, licenceExchange)
}, 240_000)
afterAll(() => test.stop())

const send = (id: string, key: string, declared = true): Promise<Answer> =>
  citizen.call('POST', `/services/drafts/${id}/submission`, { declared }, { 'Idempotency-Key': key })

/** As a browser does it: the same again, under the same key, while the system is busy. */
async function sendUntilTaken(id: string): Promise<Answer> {
  for (let tries = 0; tries < 30; tries++) {
    const answer = await send(id, `submit-${id}`)
    if (answer.status !== 503) return answer
  }
  throw new Error('always busy')
}

const orderIn = (text: string): number => Number(/(\d+)$/.exec(text)?.[1])
const traces = async (id: string) =>
  (
    await test.query<{ traces: number }>(
      `select (select count(*) from services.dossier where id = $1) + (select count(*) from workflow.task where subject_id = $1)
        + (select count(*) from services.dossier_event where dossier_id = $1) as traces`,
      [id],
    )
  )[0]?.traces

describe('one key', () => {
  it('is kept for a week, then forgotten', async () => {
    const [copy] = await copyDraft(test, draft, 1)
    done(await send(copy as string, 'kept-for-a-week'))
    const { db } = test.platform.connection
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
    expect(await forgetAnswers(db, inDays(6))).toBe(0)
    expect(await forgetAnswers(db, inDays(8))).toBeGreaterThan(0)
  })

  it('is of an event too: who has done it is remembered for two months', async () => {
    await test.settle()
    const { db } = test.platform.connection
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
    expect(await forgetHandledEvents(db, inDays(59))).toBe(0)
    expect(await forgetHandledEvents(db, inDays(61))).toBeGreaterThan(0)
  })

  it('sent many times at once makes one dossier, and everyone hears of the same', async () => {
    const [copy] = await copyDraft(test, draft, 1)
    const before = (await test.query(`select id from services.dossier`)).length
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(copy as string, 'double-click-1')))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    for (const { body } of answers) expect(body).toEqual(answers[0]?.body)
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')).toHaveLength(4)
    expect((await test.query(`select id from services.dossier`)).length).toBe(before + 1)
    const again = await send(copy as string, 'double-click-1')
    expect([again.body.code, again.headers.get('idempotency-replayed')]).toEqual([answers[0]?.body.code, 'true'])
    await test.settle()
    expect(
      await test.query(`select from notification.message where kind = 'dossier.filed' and link like '%' || $1`, [
        again.body.id,
      ]),
    ).toHaveLength(1)
  })

  it('of an application makes one dossier for good: sent again under another key it is the same receipt, for its sender alone', async () => {
    const [copy] = await copyDraft(test, draft, 1)
    const first = done(await send(copy as string, 'the-first-of-two-tabs'))
    const second = await send(copy as string, 'the-second-of-two-tabs')
    expect(second).toMatchObject({ status: 200, body: { id: first.id, code: first.code, fees: first.fees } })
    expect(second.headers.get('idempotency-replayed')).toBeNull()
    expect(first.id).toBe(copy)
    const other = await test.as('doanhnghiep')
    const foreign = await other.call('POST', `/services/drafts/${copy}/submission`, { declared: true })
    expect([foreign.status, JSON.stringify(foreign.body).includes(first.code)]).toEqual([404, false])
  })

  it('for another request is refused, for another person is another key', async () => {
    const [one, two] = await copyDraft(test, draft, 2)
    const first = done(await send(one as string, 'one-key-two-uses'))
    expect(await send(two as string, 'one-key-two-uses')).toMatchObject({
      status: 422,
      body: { code: 'idempotencyKeyReused' },
    })
    expect(await send(one as string, 'one-key-two-uses', false)).toMatchObject({
      status: 422,
      body: { code: 'idempotencyKeyReused' },
    })
    const other = await test.as('doanhnghiep')
    const answer = await other.call(
      'POST',
      `/services/drafts/${one}/submission`,
      { declared: true },
      { 'Idempotency-Key': 'one-key-two-uses' },
    )
    expect([answer.status, JSON.stringify(answer.body).includes(first.code)]).toEqual([404, false])
  })

  it('of a request that was refused is free again', async () => {
    const [copy] = await copyDraft(test, draft, 1)
    expect((await send(copy as string, 'refused-then-right', false)).body.code).toBe('mustDeclare')
    expect((await send(copy as string, 'refused-then-right')).status).toBe(200)
  })

  it('takes a fee, asks for a supplement and gives a number once', async () => {
    const [copy] = await copyDraft(test, draft, 1)
    const { id } = await submit(citizen, copy as string)
    await walkTo(test, id, 'appraise')
    const specialist = await officialAt(test, id, 'appraise')
    const ask = () =>
      specialist.call(
        'POST',
        `/services/dossiers/${id}/supplement`,
        { step: 'appraise', pins: [{ path: 'reason', reason: 'Chọn chưa đúng' }] },
        { 'Idempotency-Key': 'ask-only-once' },
      )
    const answers = [await ask(), await ask()]
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(answers[1]?.body).toEqual(answers[0]?.body)
    expect(await test.query(`select from services.supplement where dossier_id = $1`, [id])).toHaveLength(1)
  })
})

describe('fifty at once', () => {
  let filed: Filed[]

  it('get fifty codes that follow on each other', async () => {
    const copies = await copyDraft(test, draft, 50)
    const answers = await Promise.all(copies.map(sendUntilTaken))
    expect(answers.filter(({ status }) => status !== 200)).toEqual([])
    filed = answers.map(({ body }) => body as Filed)
    const orders = filed.map(({ code }) => orderIn(code)).sort((a, b) => a - b)
    expect(orders).toEqual(Array.from({ length: 50 }, (_, at) => (orders[0] as number) + at))
    expect(new Set(filed.map(({ code }) => code.slice(0, -4))).size).toBe(1)
  }, 120_000)

  it('and results issued at once get numbers that follow on each other', async () => {
    const some = filed.slice(0, 20)
    for (const { id } of some) await walkTo(test, id, 'issue')
    const [first] = some
    const clerk = await officialAt(test, first?.id as string, 'issue')
    const issue = async (id: string) => {
      for (let tries = 0; tries < 30; tries++) {
        const answer = await clerk.call(
          'POST',
          `/services/dossiers/${id}/actions`,
          { act: { action: 'complete', step: 'issue' } },
          { 'Idempotency-Key': `issue-${id}` },
        )
        if (answer.status !== 503) return answer
      }
      throw new Error('always busy')
    }
    const answers = await Promise.all(some.map(({ id }) => issue(id)))
    expect(answers.filter(({ status }) => status !== 200)).toEqual([])
    const numbers = await test.query<{ number: string }>(
      `select number from services.result where dossier_id = any($1)`,
      [some.map(({ id }) => id)],
    )
    const orders = numbers.map(({ number }) => Number(/^\d+/.exec(number)?.[0])).sort((a, b) => a - b)
    expect(orders).toEqual(Array.from({ length: 20 }, (_, at) => (orders[0] as number) + at))
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(20)
  }, 240_000)
})

describe('a connection that breaks in the middle', () => {
  /** Holds the book that a filing needs, so that it stands in mid-transaction; then cuts its connection off. */
  async function cutWhile(book: string, work: () => Promise<Answer>): Promise<Answer> {
    const outside = new pg.Client({ connectionString: test.url })
    await outside.connect()
    try {
      await outside.query('begin')
      const held = await outside.query(`select from numbering.series where book like $1 for update`, [book])
      expect(held.rowCount).toBeGreaterThan(0)
      const working = work()
      const waiting = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`
      for (let pid: number | undefined; pid === undefined;) {
        pid = (await outside.query<{ pid: number }>(waiting)).rows[0]?.pid
        if (pid !== undefined) await outside.query('select pg_terminate_backend($1)', [pid])
        else await new Promise((resolve) => setTimeout(resolve, 20))
      }
      return await working
    } finally {
      await outside.query('rollback')
      await outside.end()
    }
  }

  it('leaves nothing of a filing: no dossier, no number, no event; the same again under the same key succeeds', async () => {
    const [copy] = await copyDraft(test, draft, 1)
    const before = await test.query<{ code: string }>(`select code from services.dossier`)
    const outbox = () => test.query(`select from audit.entry where operation = 'services.submitDraft'`)
    const audited = (await outbox()).length
    const cut = await cutWhile('dossier %', () => send(copy as string, 'cut-in-the-middle'))
    expect(cut).toMatchObject({ status: 503, body: { code: 'busy' } })
    expect(Number(cut.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await test.query(`select id from services.dossier`)).toHaveLength(before.length)
    expect(await outbox()).toHaveLength(audited)
    expect((await citizen.call('GET', `/services/drafts/${copy}`)).status).toBe(200)
    const again = await send(copy as string, 'cut-in-the-middle')
    const ofBook = before.filter(({ code }) => code.slice(0, -4) === again.body.code.slice(0, -4))
    expect([again.status, again.headers.get('idempotency-replayed'), orderIn(again.body.code)]).toEqual([
      200,
      null,
      Math.max(...ofBook.map(({ code }) => orderIn(code))) + 1,
    ])
    expect(await traces(again.body.id)).toBeGreaterThan(2)
  }, 60_000)

  it('leaves nothing of an issue: the step is open, the paper without a number, the next number not used up', async () => {
    const [copy] = await copyDraft(test, draft, 1)
    const { id } = await submit(citizen, copy as string)
    await walkTo(test, id, 'issue')
    const clerk = await officialAt(test, id, 'issue')
    const next = () =>
      test.query<{ next: number }>(`select book, next from numbering.series where book like 'result %' order by book`)
    const before = await next()
    const issue = () =>
      clerk.call(
        'POST',
        `/services/dossiers/${id}/actions`,
        { act: { action: 'complete', step: 'issue' } },
        { 'Idempotency-Key': 'issue-cut-off' },
      )
    expect((await cutWhile('result SGTVT%', issue)).status).toBe(503)
    expect(await next()).toEqual(before)
    expect((await openTasksOf(test, id)).map((task) => task.step)).toEqual(['issue'])
    expect(await test.query(`select number from services.result where dossier_id = $1`, [id])).toEqual([
      { number: null },
    ])
    expect((await issue()).status).toBe(200)
    expect((await openTasksOf(test, id)).map((task) => task.step)).toEqual(['deliver'])
  }, 60_000)

  it('is followed by connections that work: the pool keeps no broken one', async () => {
    for (let at = 0; at < 12; at++)
      expect((await citizen.call('GET', '/services/my/dossiers?limit=1')).status).toBe(200)
  })
})
