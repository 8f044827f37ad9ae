import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeKeys, readBackupKey, readRecoveryKey } from '#kernel/backup/keys.ts'
import { connect } from '#kernel/database/connect.ts'
import { get, rows, run, sql } from '#kernel/database/query.ts'
import { createLog } from '#kernel/log.ts'
import { archiveParts } from '#kernel/parts/archive-parts.ts'
import { nameOf } from '#kernel/parts/archive.ts'
import { readArchivedParts } from '#kernel/parts/archived-part.ts'
import { placeHold, releaseHold } from '#kernel/parts/legal-hold.ts'
import { bringBack, checkArchive, readArchive } from '#kernel/parts/read-archive.ts'
import { system } from '#kernel/operations/actor.ts'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { erasePersonalPart } from '../erase-personal-part.ts'
import { verifyExport } from '../export-trail.ts'
import { recordAudit } from '../record.ts'
import { proveEntry, proveGrowth, verifyGrowth, verifyProof } from '../prove-entry.ts'
import {
  createTrailDatabase,
  findingsOf,
  note,
  record,
  sealAll,
  tamper,
  writeTrail,
  type TrailDatabase,
} from '../testing/trail-database.ts'
import { verifyTrail } from '../verify-trail.ts'
import { keptTrail } from './kept-trail.ts'
import { recordArchived } from './record-archived.ts'

/** Months of the trail that left: what stays verifies without them, and they by themselves. */

let trail: TrailDatabase
let directory: string
const at = () => new Date('2026-11-28T08:00:00Z')
const months = ['2024_03', '2024_04', '2024_05']
const held = '01931f6e-2f00-7000-8000-0000000d0551'

beforeEach(async () => {
  trail = await createTrailDatabase()
  directory = makeTestDirectory('parts')
  makeKeys(join(directory, 'backup.key'), join(directory, 'recovery.key'))
  for (const month of months)
    await run(
      trail.owner,
      sql`select kernel.make_partition('audit.entry', ${`${month.replace('_', '-')}-01`}::timestamptz)`,
    )
  await fillMonths()
  await writeTrail(trail.db, 9, 4)
  await sealAll(trail.db)
})
afterEach(async () => {
  await trail.close()
  removeTestDirectory(directory)
})

/** Twenty a month, sealed by seven: a seal covers the end of one month and the start of the next. */
async function fillMonths() {
  for (let i = 0; i < 60; i += 1) {
    const time = new Date(Date.UTC(2024, 2 + Math.floor(i / 20), 28, 10, i))
    await recordAudit(trail.db, record({ at: time, notes: [note(i === 30 ? { objectId: held } : {})] }))
    if (i % 7 === 6 || i === 59) await sealAll(trail.db, time)
  }
}

const archive = (more: { before?: Date } = {}) =>
  archiveParts({
    url: trail.url,
    to: join(directory, 'archive'),
    key: readBackupKey(join(directory, 'backup.key')),
    attempts: 1,
    tables: [keptTrail(12)],
    now: at(),
    log: createLog('silent'),
    ...(more.before && { before: more.before }),
    record: (tx, dropped) => recordArchived(tx, dropped, 'root', new Date()),
  })

const source = (id: string) => ({
  from: join(directory, 'archive'),
  id,
  key: readRecoveryKey(join(directory, 'recovery.key')),
})
const partsHere = async () =>
  (
    await rows(
      trail.owner,
      sql<{
        name: string
      }>`select inhrelid::regclass::text as name from pg_inherits where inhparent = 'audit.entry'::regclass
        and inhrelid::regclass::text like 'audit.entry_2024%' order by 1`,
    )
  ).map(({ name }) => name)
const count = async () => (await get(trail.db, sql<{ n: number }>`select count(*) as n from audit.entry`)).n

test('old months leave with what proves them, the trail goes on behind the last seal, and each checks without the other', async () => {
  const whole = await verifyTrail(trail.db)
  expect(whole).toMatchObject({ ok: true, entries: 69 })
  const outcomes = await archive()
  expect(outcomes).toMatchObject(months.map((month) => ({ part: `audit.entry_${month}`, state: 'dropped', rows: 20 })))
  expect(await partsHere()).toEqual([])
  await sealAll(trail.db)
  const rest = await verifyTrail(trail.db, {
    heads: [{ size: whole.head.size, root: Buffer.from(whole.head.root, 'hex') }],
  })
  expect(rest).toMatchObject({ ok: true, entries: 9 + 3 })
  const archives = await readArchivedParts(trail.db)
  let next = 0
  for (const { id } of archives) {
    const { faults } = await checkArchive(source(id), [keptTrail(12)])
    expect(faults).toEqual([])
    const report = await verifyExport(createInterface({ input: Readable.from(readArchive(source(id), 'evidence')) }))
    expect(report.ok).toBe(true)
    next += report.entries
  }
  // No entry is lost between archives: what one holds, the next begins behind.
  expect(next).toBe(60)
  const newest = await get(trail.db, sql<{ id: string }>`select id from audit.entry order by xid, id limit 1`)
  expect(verifyProof(await proveEntry(trail.db, newest.id))).toEqual({ ok: true })
  const { size } = await get(
    trail.db,
    sql<{
      size: number
    }>`select tree_size as size from audit.seal s join audit.beginning b on b.seal = s.number order by b.seal desc limit 1`,
  )
  expect(verifyGrowth(await proveGrowth(trail.db, size))).toBe(true)
  await writeTrail(trail.db, 300, 50)
  expect(await verifyTrail(trail.db)).toMatchObject({ ok: true, entries: 312 })
})

test('an entry of a month that left is proved by its archive alone, and a head from before it still compares', async () => {
  const [old] = await rows(trail.db, sql<{ id: string }>`select id from audit.entry order by xid, id offset 25 limit 1`)
  const middle = await get(
    trail.db,
    sql<{ size: number; root: Buffer }>`select tree_size as size, root from audit.seal where number = 2`,
  )
  const [, straddler] = await rows(
    trail.db,
    sql<{ id: string }>`select id from audit.entry order by xid, id offset 19 limit 2`,
  )
  await archive({ before: new Date('2024-04-01') })
  expect(await partsHere()).toEqual(['audit.entry_2024_04', 'audit.entry_2024_05'])
  // Sealed together with the last of March, so that it lies in both.
  await expect(proveEntry(trail.db, straddler!.id)).rejects.toMatchObject({ code: 'archived' })
  expect(verifyProof(await proveEntry(trail.db, old!.id))).toEqual({ ok: true })
  expect(await findingsOf(trail.db, [middle])).toEqual([])
  expect(await findingsOf(trail.db, [{ ...middle, root: Buffer.alloc(32) }])).toMatchObject([{ kind: 'forked' }])
})

test('who drops a month by hand, or makes the trail begin later, is found', async () => {
  await archive({ before: new Date('2024-04-01') })
  const { leaves } = await get(
    trail.owner,
    sql<{ leaves: Buffer }>`select string_agg(digest, '' order by xid, id) as leaves from (
      select * from audit.entry order by xid, id limit 42) e`,
  )
  expect(leaves.length).toBeGreaterThan(0)
  await tamper(trail.owner, sql`drop table audit.entry_2024_04`)
  expect((await findingsOf(trail.db)).map(({ kind }) => kind)).toContain('missing')
  await tamper(
    trail.owner,
    sql`insert into audit.beginning select number, ${Buffer.concat([leaves, Buffer.alloc(42 * 32 - leaves.length)])}, 'audit.entry_2024_04', now() from audit.seal where number = 6`,
  )
  const found = await findingsOf(trail.db)
  expect(found).toContainEqual(expect.objectContaining({ kind: 'node', weight: 'broken' }))
  expect(found).toContainEqual(
    expect.objectContaining({ kind: 'missing', message: expect.stringContaining('no entry') }),
  )
})

test('a month is held as a whole or by one dossier, and keeps younger ones until that is released', async () => {
  const before = await count()
  for (const object of ['part:audit.entry_2024_03', `dossier:${held}`]) {
    await placeHold(trail.db, { object, reason: 'theo yêu cầu của thanh tra', placedBy: 'Chánh thanh tra' }, at())
    const outcomes = await archive()
    const stay = outcomes.filter(({ state }) => state === 'stays').map(({ part }) => part)
    expect(stay).toEqual(months.slice(object.startsWith('part') ? 0 : 1).map((month) => `audit.entry_${month}`))
    await releaseHold(trail.db, object, 'Chánh thanh tra', at())
  }
  expect(await count()).toBe(before - 20 + 1)
})

test('what was put into an old month lately keeps it there, and so does what is not sealed', async () => {
  await recordAudit(trail.db, record({ at: new Date('2024-03-05T00:00:00Z') }))
  expect(await archive()).toMatchObject([{ state: 'stays', because: 'not all of it is sealed' }, {}, {}])
  await sealAll(trail.db)
  expect(await archive()).toMatchObject([{ state: 'stays', because: expect.stringContaining('clock') }, {}, {}])
  expect((await partsHere()).length).toBe(3)
})

test('a damaged archive is refused, whether before the month is dropped or after, and nothing is lost', async () => {
  const blocker = connect(trail.url, { size: 1 })
  try {
    // A reader of the table: the month is archived, and cannot be dropped yet.
    await blocker.db.transaction(async (tx) => {
      await run(tx, sql`select from audit.entry limit 1`)
      await expect(archive({ before: new Date('2024-04-01') })).rejects.toThrow('the table is in use')
    })
  } finally {
    await blocker.close()
  }
  const [known] = await readArchivedParts(trail.db)
  expect(known).toMatchObject({ part: 'audit.entry_2024_03', droppedAt: null })
  const file = join(directory, 'archive', nameOf(known!.id, 'rows'))
  const good = readFileSync(file)
  const bad = Buffer.from(good)
  bad[bad.length >> 1]! ^= 1
  writeFileSync(file, bad)
  await expect(archive()).rejects.toThrow('is damaged')
  expect((await partsHere()).length).toBe(3)
  await expect(checkArchive(source(known!.id), [])).rejects.toThrow(/damaged|signed/)
  writeFileSync(file, good)
  expect(await archive({ before: new Date('2024-04-01') })).toMatchObject([{ state: 'dropped', archive: known!.id }])
  writeFileSync(file, bad)
  await expect(
    bringBack(trail.url, source(known!.id), { tables: [keptTrail(12)], reason: 'đọc lại', by: 'thanh tra' }),
  ).rejects.toThrow(/damaged|signed/)
  expect(await partsHere()).toEqual(['audit.entry_2024_04', 'audit.entry_2024_05'])
}, 40_000)

test('a month that changes after it was archived is not dropped on that archive', async () => {
  const blocker = connect(trail.url, { size: 1 })
  try {
    await blocker.db.transaction(async (tx) => {
      await run(tx, sql`select from audit.entry limit 1`)
      await expect(archive({ before: new Date('2024-04-01') })).rejects.toThrow('the table is in use')
    })
  } finally {
    await blocker.close()
  }
  const [one] = await rows(trail.db, sql<{ id: string }>`select id from audit.entry order by at limit 1`)
  const call = { actor: system, language: 'vi' as const, requestId: 'test' }
  await erasePersonalPart(trail.owner, { entries: [one!.id], reason: 'Quyết định 12', call, at: new Date() })
  await sealAll(trail.db)
  expect(await archive({ before: new Date('2024-04-01') })).toMatchObject([{ state: 'stays' }])
  // The erasure is recorded years later, behind the archive: its proof goes with it.
  const [again] = await archive({ before: new Date('2024-04-01') })
  expect(again).toMatchObject({ state: 'dropped' })
  expect((await checkArchive(source(again!.archive!), [keptTrail(12)])).faults).toEqual([])
  const report = await verifyExport(
    createInterface({ input: Readable.from(readArchive(source(again!.archive!), 'evidence')) }),
  )
  expect(report.findings).toMatchObject([{ kind: 'erased' }])
}, 40_000)

test('a month that somebody tampered with is never archived', async () => {
  await tamper(
    trail.owner,
    sql`update audit.entry set outcome = 'refused' where id = (select id from audit.entry order by at limit 1)`,
  )
  await expect(archive()).rejects.toThrow('edited')
  expect((await partsHere()).length).toBe(3)
  expect(await readArchivedParts(trail.db)).toEqual([])
})

test('a month is brought back as it was, for reading, and leaves again without being written anew', async () => {
  const before = await rows(trail.owner, sql`select * from audit.entry_2024_03 order by id`)
  const [first] = await archive()
  const id = first!.archive!
  expect(
    await bringBack(trail.url, source(id), { tables: [keptTrail(12)], reason: 'thanh tra', by: 'Chánh thanh tra' }),
  ).toEqual({
    part: 'audit.entry_2024_03',
    rows: 20,
  })
  expect(await rows(trail.owner, sql`select * from audit.entry_2024_03 order by id`)).toEqual(before)
  expect(await findingsOf(trail.db)).toEqual([])
  expect(await archive()).toMatchObject([{ state: 'stays', because: 'held: thanh tra' }])
  await releaseHold(trail.db, 'part:audit.entry_2024_03', 'Chánh thanh tra', at())
  expect(await archive()).toMatchObject([{ state: 'dropped', archive: id }])
  expect((await readArchivedParts(trail.db)).length).toBe(3)
  expect(await findingsOf(trail.db)).toEqual([])
})
