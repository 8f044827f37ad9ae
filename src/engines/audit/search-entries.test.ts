import { afterAll, beforeAll, expect, test } from 'vitest'
import { rows, run, sql } from '#kernel/database/query.ts'
import { recordAudit } from './record.ts'
import { readsOfPerson, searchEntries, searchQuery, type EntrySearch } from './search-entries.ts'
import { citizen, createTrailDatabase, note, record, type TrailDatabase } from './testing/trail-database.ts'

const minute = 60_000
const entries = 40_000
const now = Date.now()
const newest = now - minute
let trail: TrailDatabase
beforeAll(async () => {
  trail = await createTrailDatabase()
  // A month of entries, one of them about the person and object that are looked for.
  await run(
    trail.db,
    sql`insert into audit.entry (id, at, account, operation, kind, outcome, request_id, unit_id, objects, subjects, salt, digest)
      select gen_random_uuid(), ${new Date(now)}::timestamptz - i * interval '1 minute', 'account-' || i % 50, 'operation-' || i % 40,
        'read', case when i % 400 = 0 then 'refused' else 'done' end, 'r', 'unit-' || i % 60, array['dossier:' || i], array[gen_random_uuid()], '', sha256('') from generate_series(1, ${entries}) i`,
  )
  await recordAudit(
    trail.db,
    record({ at: new Date(now - 20 * 1440 * minute), notes: [note({ objectId: 'looked-for' })] }),
  )
  await run(trail.owner, sql`analyze audit.entry`)
}, 60_000)
afterAll(() => trail.close())

/** How a search is done, and how many pages of 8 KB it reads. */
async function explain(search: Partial<EntrySearch>) {
  const lines = await rows(
    trail.db,
    sql<
      Record<string, string>
    >`explain (analyze, buffers, timing off, summary off) ${searchQuery({ limit: 50, ...search })}`,
  )
  const plan = lines.map((line) => Object.values(line)[0]).join('\n')
  const [, hit = '0', read = '0'] = /Buffers: shared(?: hit=(\d+))?(?: read=(\d+))?/.exec(plan) ?? []
  return { plan, pages: Number(hit) + Number(read) }
}

const daysAgo = (days: number) => new Date(now - days * 1440 * minute).toISOString()

test.each<[string, Partial<EntrySearch>, RegExp]>([
  ['without a filter', {}, /entry_\d{4}_\d\d_pkey/],
  ['by account', { account: 'account-7' }, /entry_\d{4}_\d\d_account_at_idx/],
  ['by operation', { operation: 'operation-7' }, /entry_\d{4}_\d\d_operation_at_idx/],
  ['by unit', { unit: 'unit-7' }, /entry_\d{4}_\d\d_unit_id_at_idx/],
  ['for what was refused', { outcome: 'refused' }, /entry_\d{4}_\d\d_at_idx/],
  ['by object', { object: 'dossier:looked-for' }, /entry_\d{4}_\d\d_objects_subjects_idx/],
  ['by object that is not there', { object: 'dossier:none' }, /entry_\d{4}_\d\d_objects_subjects_idx/],
  ['by person', { subject: citizen }, /entry_\d{4}_\d\d_objects_subjects_idx/],
  ['by person and account', { subject: citizen, account: 'account-7' }, /entry_\d{4}_\d\d_objects_subjects_idx/],
])('a search %s takes its index and reads little', async (_, search, index) => {
  const { plan, pages } = await explain(search)
  expect(plan).toMatch(index)
  expect(pages).toBeLessThan(150)
})

test('a period keeps a search in its month, and a later page out of later months', async () => {
  const touched = ({ plan }: { plan: string }) => new Set(plan.match(/ on entry_\w+/g))
  const [start, end] = [new Date(now), new Date(now)]
  start.setUTCDate(1)
  start.setUTCHours(0, 0, 0, 0)
  end.setTime(start.getTime() + 1)
  expect(touched(await explain({ from: start.toISOString(), to: end.toISOString() })).size).toBe(1)
  const month = ` on entry_${start.toISOString().slice(0, 7).replace('-', '_')}`
  expect(touched(await explain({ from: daysAgo(0) }))).toContain(month)

  const old = await searchEntries(trail.db, { subject: citizen, limit: 1 })
  const { plan } = await explain({ after: btoa(JSON.stringify([old.rows[0]!.id])) })
  expect(plan).not.toContain(new Date(now + 40 * 1440 * minute).toISOString().slice(0, 7).replace('-', '_'))
})

test('the one entry among many is found by object and by person', async () => {
  expect((await searchEntries(trail.db, { object: 'dossier:looked-for', limit: 5 })).rows).toHaveLength(1)
  expect(
    (await searchEntries(trail.db, { subject: citizen, from: daysAgo(21), to: daysAgo(19), limit: 5 })).rows,
  ).toHaveLength(1)
  expect((await searchEntries(trail.db, { subject: citizen, from: daysAgo(19), limit: 5 })).rows).toEqual([])
  expect(
    (await readsOfPerson(trail.db, { person: citizen, account: 'someone', isSure: true }, { limit: 5 })).rows,
  ).toMatchObject([{ objects: [{ type: 'dossier', id: 'looked-for' }] }])
})

test('the newest come first', async () => {
  const { rows: found, next } = await searchEntries(trail.db, { limit: 3 })
  expect(found.map(({ at }) => Date.parse(at))).toEqual([newest, newest - minute, newest - 2 * minute])
  expect(next).toBeTypeOf('string')
})
