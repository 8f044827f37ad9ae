import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '#kernel/database/connect.ts'
import { rows, run, sql } from '#kernel/database/query.ts'
import { inboxQuery } from '#engines/workflow/inbox.ts'
import { done, fileDossier, licenceExchange, walkTo } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Work by its kind and by who has it, and giving much of it to somebody else at once. */

interface Item {
  readonly id: string
  readonly code: string
  readonly kind: string
  readonly step: string
  readonly unitId: string
  readonly assignee: number
}

let test: TestPlatform
let counter: Visitor
let head: Visitor
let leader: Visitor
/** The key under which most work of the division waits, and more of it than a page holds. */
let busy: number
let division: string
let colleague: string

const inboxOf = async (who: Visitor, asked: string): Promise<{ rows: Item[]; next?: string }> =>
  done(await who.call('GET', `/workflow/inbox?${asked}`))

/** Everything that a list answers, page after page. */
async function everyPage(who: Visitor, path: string): Promise<Item[]> {
  const all: Item[] = []
  for (let after: string | undefined = ''; after !== undefined;) {
    const page: { rows: Item[]; next?: string } = done(
      await who.call('GET', `${path}limit=7${after && `&after=${encodeURIComponent(after)}`}`),
    )
    all.push(...page.rows)
    after = page.next
  }
  return all
}

beforeAll(async () => {
  test = await startTestPlatform()
  const citizen = await test.as('congdan')
  counter = await test.as('motcua.tinh')
  head = await test.as('truongphong.gtvt')
  leader = await test.as('giamdoc.gtvt')
  await fileDossier(test, citizen, licenceExchange)
  const ready = await fileDossier(test, citizen, licenceExchange)
  await walkTo(test, ready.id, 'deliver')
  const specialist = done(await (await test.as('chuyenvien.gtvt')).call('GET', '/identity/me'))
  const [function_] = await test.query<{ key: number; unitId: string }>(
    `select q.key, q.unit_id as "unitId" from directory.principal q join directory.post p on p.unit_id = q.unit_id and p.function = q.function
      where p.id = $1 and q.kind = 'function'`,
    [specialist.post.id],
  )
  busy = function_?.key as number
  division = function_?.unitId as string
  colleague = specialist.post.id
  // More work than one page, due before and after what is there.
  await test.query(
    `insert into workflow.task (id, subject_type, subject_id, step, kind, unit_id, assignee, code, title, line, step_name, opened_at, due)
      select gen_random_uuid(), 'dossier', t.subject_id, t.step, t.kind, $2, $1, t.code || '/' || i, t.title, t.line, t.step_name, t.opened_at, t.due + i * interval '1 hour'
      from (select * from workflow.task where step = 'appraise' limit 1) t, generate_series(1, 20) i`,
    [busy, division],
  )
}, 240_000)
afterAll(() => test.stop())

describe('the inbox by kind of work', () => {
  it('answers the kind that was asked for, and says it of every row', async () => {
    const receive = await inboxOf(counter, 'kind=receive&limit=200')
    const deliver = await inboxOf(counter, 'kind=deliver&limit=200')
    expect(receive.rows.length).toBeGreaterThan(0)
    expect(deliver.rows.length).toBeGreaterThan(0)
    expect(new Set(receive.rows.map((row) => row.kind))).toEqual(new Set(['receive']))
    expect(new Set(deliver.rows.map((row) => row.kind))).toEqual(new Set(['deliver']))
    const all = await inboxOf(counter, 'limit=200')
    expect(all.rows.length).toBeGreaterThanOrEqual(receive.rows.length + deliver.rows.length)
  })

  it('goes on page by page to the end, without a gap and without a row twice', async () => {
    const whole = (await inboxOf(counter, 'kind=receive&limit=200')).rows.map((row) => row.id)
    const paged = (await everyPage(counter, '/workflow/inbox?kind=receive&')).map((row) => row.id)
    expect(paged).toEqual(whole)
  })

  it('refuses a kind that there is not', async () => {
    expect((await counter.call('GET', '/workflow/inbox?kind=other')).status).toBe(422)
  })

  it('gives every task, of the demo too, the kind that its process gives the step', async () => {
    const wrong = await test.query(
      `select t.step, t.kind from workflow.task t join services.dossier d on d.id = t.subject_id join services.procedure_version v on v.id = d.version_id
        where t.kind <> case when t.consult is not null then 'consult' else v.declaration->'process'->'steps'->t.step->>'kind' end`,
    )
    expect(wrong).toEqual([])
  })
})

describe('the work of one post, for whoever sees the load of its unit', () => {
  const path = (key: number) => `/workflow/load/${key}`

  it('is answered whole, page by page, to the head and to the leader of the agency', async () => {
    const [{ open } = { open: 0 }] = await test.query<{ open: number }>(
      `select count(*)::int as open from workflow.task where assignee = $1 and is_open`,
      [busy],
    )
    expect(open).toBeGreaterThan(7)
    for (const who of [head, leader]) {
      const found = await everyPage(who, `${path(busy)}?`)
      expect(new Set(found.map((row) => row.id)).size).toBe(open)
      expect(new Set(found.map((row) => row.assignee))).toEqual(new Set([busy]))
    }
  })

  it('is not found by the head of another agency, and refused to whoever sees no load', async () => {
    const stranger = await test.as('truongphong.huyen')
    expect((await stranger.call('GET', path(busy))).status).toBe(404)
    expect((await (await test.as('chuyenvien.gtvt')).call('GET', path(busy))).status).toBe(403)
    expect((await head.call('GET', path(2_000_000_000))).status).toBe(404)
  })

  it('is not shown to whoever may count it but not read dossiers', async () => {
    const { post: from } = done(await head.call('GET', '/identity/me'))
    const { post: to } = done(await (await test.as('chuyenvien.congthuong')).call('GET', '/identity/me'))
    await test.query(
      `insert into directory.delegation (id, from_post_id, to_post_id, kind, permissions, valid_from, valid_to, created_by)
        select gen_random_uuid(), $1, $2, 'delegation', '{task.load}', current_date - 1, current_date + 9, id from identity.account limit 1`,
      [from.id, to.id],
    )
    const who = await test.as('chuyenvien.congthuong')
    expect((await who.call('GET', '/workflow/load')).status).toBe(200)
    expect((await who.call('GET', path(busy))).status).toBe(404)
  })
})

describe('giving several pieces of work to one post', () => {
  const give = (who: Visitor, ids: readonly string[], postId = colleague) =>
    who.call('POST', '/workflow/assignments', { ids, postId, reason: 'Chia đều việc' })
  const some = async (count: number) =>
    (
      await test.query<{ id: string }>(
        `select id from workflow.task where assignee = $1 and is_open order by id limit $2`,
        [busy, count],
      )
    ).map((row) => row.id)
  const holderOf = async (ids: readonly string[]) =>
    (
      await test.query<{ postId: string | null }>(
        `select distinct q.post_id as "postId" from workflow.task t join directory.principal q on q.key = t.assignee where t.id = any($1)`,
        [ids],
      )
    ).map((row) => row.postId)

  it('gives all of them, and tells of each', async () => {
    const ids = await some(5)
    expect(done(await give(head, ids))).toMatchObject({ given: 5, closed: [] })
    expect(await holderOf(ids)).toEqual([colleague])
  })

  it('names what was finished meanwhile and gives the rest', async () => {
    const ids = await some(3)
    await test.query(`update workflow.task set is_open = false, closed_at = now() where id = $1`, [ids[1]])
    expect(done(await give(head, ids))).toMatchObject({ given: 2, closed: [ids[1]] })
    expect(await holderOf([ids[0] ?? '', ids[2] ?? ''])).toEqual([colleague])
    expect((await head.call('POST', `/workflow/tasks/${ids[1]}/assignment`, { postId: colleague })).status).toBe(409)
  })

  it('gives nothing when one of them is out of reach, or the post is in another unit', async () => {
    const ids = await some(2)
    const [elsewhere] = await test.query<{ id: string }>(
      `select id from workflow.task where unit_id <> $1 and is_open limit 1`,
      [division],
    )
    expect((await give(head, [...ids, elsewhere?.id ?? ''])).status).toBe(404)
    expect((await give(await test.as('truongphong.huyen'), ids)).status).toBe(404)
    const [post] = await test.query<{ id: string }>(
      `select p.id from directory.post p join directory.appointment a on a.post_id = p.id and a.valid_to is null where p.unit_id <> $1 limit 1`,
      [division],
    )
    expect((await give(head, ids, post?.id)).status).toBe(403)
    expect(await holderOf(ids)).toEqual([null])
  })
})

describe('giving a decision to somebody else', () => {
  it('reaches a deputy, and nobody below', async () => {
    const filed = await fileDossier(test, await test.as('congdan'), licenceExchange)
    await walkTo(test, filed.id, 'sign')
    const [task] = await test.query<{ id: string; unitId: string }>(
      `select id, unit_id as "unitId" from workflow.task where subject_id = $1 and is_open and kind = 'decide'`,
      [filed.id],
    )
    const postOf = async (name: string) =>
      (
        await test.query<{ id: string }>(
          `select p.id from directory.post p join directory.appointment a on a.post_id = p.id and a.valid_to is null
            where p.unit_id = $1 and p.function = $2 limit 1`,
          [task?.unitId, name],
        )
      )[0]?.id
    const give = async (name: string) =>
      leader.call('POST', `/workflow/tasks/${task?.id}/assignment`, { postId: await postOf(name) })
    expect(await give('clerk')).toMatchObject({ status: 403, body: { code: 'notDecider' } })
    expect((await give('deputy-leader')).status).toBe(200)
  })
})

describe('the plan of the inbox', () => {
  beforeAll(async () => {
    // Sixty desks with five hundred pieces of ordinary work each.
    await test.query(
      `insert into workflow.task (id, subject_type, subject_id, step, kind, unit_id, assignee, code, title, line, step_name, opened_at, due)
        select gen_random_uuid(), 'dossier', gen_random_uuid(), 'appraise', 'work', q.unit_id, q.key, 'x' || i, '', '', '{}', now(), now() - interval '1 year' + i * interval '1 minute'
        from (select key, unit_id from directory.principal where kind = 'function' order by key = $1 desc, key limit 60) q, generate_series(1, 500) i`,
      [busy],
    )
    // As its owner: the working role may not, and PostgreSQL would only warn.
    const owner = connect(test.url, { size: 1 })
    await run(owner.db, sql`analyze workflow.task`)
    await owner.close()
  }, 60_000)

  it.each([
    ['everything', undefined, 'task_open'],
    ['one rare kind', 'deliver', 'task_by_kind'],
  ] as const)('for %s is one bounded scan of an index for each key', async (_what, kind, index) => {
    const lines = await rows(
      test.platform.connection.db,
      sql<
        Record<string, string>
      >`explain (analyze, buffers, timing off, summary off) ${inboxQuery([busy, busy + 1, busy + 2], { limit: 50, kind }, new Date())}`,
    )
    const plan = lines.map((line) => Object.values(line)[0]).join('\n')
    expect(plan).toContain(index)
    expect(plan).not.toMatch(/Seq Scan on task/)
    const removed = [...plan.matchAll(/Rows Removed by Filter: (\d+)/g)].reduce(
      (sum, [, count]) => sum + Number(count),
      0,
    )
    expect(removed).toBeLessThan(5)
    const [, hit = '0'] = /Buffers: shared hit=(\d+)/.exec(plan) ?? []
    expect(Number(hit)).toBeLessThan(1000)
  })
})
