import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { get, rows, run, sql } from '#kernel/database/query.ts'
import { system } from '#kernel/operations/actor.ts'
import { recordAudit } from './record.ts'
import { findAuditAlarms } from './trail-state.ts'
import { getEntry } from './search-entries.ts'
import {
  citizen,
  clerk,
  createTrailDatabase,
  note,
  record,
  sealAll,
  type TrailDatabase,
} from './testing/trail-database.ts'
import { verifyTrail } from './verify-trail.ts'

let trail: TrailDatabase
beforeAll(async () => void (trail = await createTrailDatabase()))
afterAll(() => trail.close())

const idOfRequest = async (requestId: string) =>
  (await get(trail.db, sql<{ id: string }>`select id from audit.entry where request_id = ${requestId}`)).id

test('an entry says who did what, when, where from, why, and for whom', async () => {
  const entry = record({
    actor: { ...clerk, onBehalf: new Map([[7, 'Trần Văn Minh']]) },
    purpose: 'thẩm định hồ sơ',
    notes: [note({ objectId: 'D-1' }), { objectType: 'file', objectId: 'F-1' }],
  })
  await recordAudit(trail.db, entry)
  expect(await getEntry(trail.db, await idOfRequest(entry.call.requestId))).toMatchObject({
    at: entry.at.toISOString(),
    account: clerk.account,
    actorName: 'Nguyễn Thị Lan',
    postTitle: 'Chuyên viên',
    unitName: 'Phòng Tư pháp',
    onBehalf: 'Trần Văn Minh',
    purpose: 'thẩm định hồ sơ',
    address: '10.1.2.3',
    subjects: [citizen],
    objects: [
      { type: 'dossier', id: 'D-1', facts: { code: '000.01.02.H02-260101-0001', step: 'thẩm định' } },
      { type: 'file', id: 'F-1' },
    ],
  })
})

test('the operation may say on whose behalf it was', async () => {
  const entry = record({ notes: [note({ facts: { onBehalf: 'Lê Thị Hoa' } })] })
  await recordAudit(trail.db, entry)
  expect(await getEntry(trail.db, await idOfRequest(entry.call.requestId))).toMatchObject({ onBehalf: 'Lê Thị Hoa' })
})

test('nothing that a caller sends keeps the entry from being written, and it verifies', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary' }),
      fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()),
      async (text, facts) => {
        await recordAudit(
          trail.db,
          record({ purpose: `\0${text}\ud800`, address: text, notes: [note({ objectId: `${text}\0`, facts })] }),
        )
      },
    ),
    { numRuns: 150 },
  )
  await sealAll(trail.db)
  expect(await verifyTrail(trail.db)).toMatchObject({ ok: true, findings: [], unsealed: 0 })
})

test('what is rolled back leaves no entry', async () => {
  const entry = record()
  const failing = trail.db.transaction(async (tx) => {
    await recordAudit(tx, entry)
    throw new Error('the rest failed')
  })
  await expect(failing).rejects.toThrow('the rest failed')
  expect(await rows(trail.db, sql`select from audit.entry where request_id = ${entry.call.requestId}`)).toEqual([])
})

test.each([
  ['change an entry', sql`update audit.entry set outcome = 'refused'`],
  ['remove an entry', sql`delete from audit.entry`],
  ['empty the trail', sql`truncate audit.entry`],
  ['empty a month', sql`truncate audit.entry_default`],
  ['place an entry among old ones', sql`insert into audit.entry (id, at, xid) values (gen_random_uuid(), now(), '1')`],
  ['write into a partition', sql`insert into audit.entry_default (id, at) values (gen_random_uuid(), now())`],
  ['change a seal', sql`update audit.seal set root = digest`],
  ['remove a seal', sql`delete from audit.seal`],
  ['empty the seals', sql`truncate audit.seal`],
  ['change a node', sql`update audit.node set hash = ''`],
  ['take a month away', sql`alter table audit.entry detach partition audit.entry_default`],
  ['make a partition of its own', sql`select kernel.make_partition('audit.entry', now())`],
  ['erase a personal part', sql`update audit.entry set salt = null, erased_digest = digest`],
])('the working role cannot %s', async (_, statement) => {
  await expect(run(trail.db, statement)).rejects.toMatchObject({ code: '42501' })
})

test('an entry of a month without a partition is written, and readiness tells until the month is made', async () => {
  expect(await findAuditAlarms(trail.db, new Date())).toEqual([])
  const at = new Date()
  at.setUTCMonth(at.getUTCMonth() - 1, 15)
  const name = `audit.entry_${at.toISOString().slice(0, 7).replace('-', '_')}`
  await run(trail.owner, sql.raw(`alter table audit.entry detach partition ${name}`))
  await run(trail.owner, sql.raw(`drop table ${name}`))

  await recordAudit(trail.db, record({ at, actor: system }))
  expect(await findAuditAlarms(trail.db, at)).toEqual(['audit.partitions'])
  await run(trail.db, sql`select audit.prepare()`)
  expect(await findAuditAlarms(trail.db, at)).toEqual([])
  expect(await rows(trail.owner, sql`select at from ${sql.raw(name)}`)).toEqual([{ at }])
  await sealAll(trail.db)
  expect(await verifyTrail(trail.db)).toMatchObject({ ok: true })
})
