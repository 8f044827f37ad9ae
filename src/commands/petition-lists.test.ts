import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '#kernel/database/connect.ts'
import { rows, run, sql } from '#kernel/database/query.ts'
import { nobody, type Actor, type Scope } from '#kernel/operations/actor.ts'
import { listedIds } from '#engines/petitions/office-list.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** The list of the office over many petitions: page by page without gap or repeat, and by indexes alone. */

let test: TestPlatform
let head: Visitor
let key: number
const mostOfUnit = 600

beforeAll(async () => {
  test = await startTestPlatform()
  head = await test.as('truongphong.gtvt')
  const asked = {
    kind: 'complaint',
    title: 'Không cấp đổi giấy phép lái xe',
    body: 'Tôi bị trả hồ sơ đổi giấy phép mà không rõ lý do.',
    procedureCode: '1.002809',
    fullName: 'Vi Thị Gọi',
    phone: '0977345612',
    mayPublish: false,
  }
  const { code } = done(await test.nobody.call('POST', '/petitions', asked))
  // Twenty units with as many each, a hundred at one instant, a third of them over.
  await test.query(
    `insert into petitions.petition select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'code', 'HD-' || u.key || '-' || i,
        'look_up_digest', '\\x' || encode(sha256((u.key || '-' || i)::bytea), 'hex'), 'unit_id', u.id, 'unit_key', u.key, 'asked_at', p.asked_at - (i / 100) * interval '1 day',
        'due', case when i % 3 > 0 then p.due + (i / 100) * interval '1 day' end, 'status', case when i % 3 > 0 then 'sent' else 'answered' end))).*
      from petitions.petition p, (select v.id, v.key from directory.unit v, petitions.petition q where q.code = $1 order by v.key = q.unit_key desc, v.key limit 20) u,
        generate_series(1, ${mostOfUnit}) i where p.code = $1`,
    [code],
  )
  const [row] = await test.query<{ key: number }>(`select unit_key as key from petitions.petition where code = $1`, [
    code,
  ])
  key = row?.key ?? 0
  const owner = connect(test.url, { size: 1 })
  await run(owner.db, sql`analyze petitions.petition`)
  await owner.close()
}, 120_000)
afterAll(() => test.stop())

it.each(['open', 'done'])('gives the %s ones page by page, each once, in order', async (tab) => {
  const seen: { id: string; due: string | null; askedAt: string }[] = []
  let after = ''
  do {
    const page = done(await head.call('GET', `/petitions/inbox?tab=${tab}&limit=70${after}`))
    seen.push(...page.rows)
    after = page.next === null || page.next === undefined ? '' : `&after=${encodeURIComponent(page.next)}`
  } while (after !== '')
  const expected = tab === 'open' ? (mostOfUnit / 3) * 2 + 1 : mostOfUnit / 3
  expect([seen.length, new Set(seen.map(({ id }) => id)).size]).toEqual([expected, expected])
  const sorted = seen.toSorted((a, b) =>
    tab === 'open'
      ? (a.due ?? '').localeCompare(b.due ?? '') || a.id.localeCompare(b.id)
      : b.askedAt.localeCompare(a.askedAt) || b.id.localeCompare(a.id),
  )
  expect(seen.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id))
})

describe('its plan', () => {
  const actorOf = (scope: Scope): Actor => ({ ...nobody, permissions: new Map([['complaint.work', scope]]) })
  it.each([
    ['of one unit', 'open', [0], 'petition_to_do'],
    ['of one unit', 'done', [0], 'petition_done'],
    ['of the whole province', 'open', 'all', 'petition_due'],
    ['of the whole province', 'done', 'all', 'petition_over'],
  ] as const)('%s, %s, is one bounded scan of an index', async (_whose, tab, scope, index) => {
    const ids = listedIds(actorOf(scope === 'all' ? scope : [key]), { tab, limit: 50 })
    const lines = await rows(
      test.platform.connection.db,
      sql<Record<string, string>>`explain (analyze, buffers, timing off, summary off) ${ids}`,
    )
    const plan: string = lines.map((line) => Object.values(line)[0]).join('\n')
    expect(plan).toContain(index)
    expect(plan).not.toMatch(/Seq Scan on petition/)
    const [, hit = '0'] = /Buffers: shared hit=(\d+)/.exec(plan) ?? []
    expect(Number(hit)).toBeLessThan(500)
  })
})
