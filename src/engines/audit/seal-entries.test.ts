import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { get, rows, run, sql } from '#kernel/database/query.ts'
import { createLog, type Log } from '#kernel/log.ts'
import { recordAudit } from './record.ts'
import { batchSize, sealEntries } from './seal-entries.ts'
import { startSealing, prepareAudit } from './start-sealing.ts'
import {
  createTrailDatabase,
  record,
  sealAll,
  tamper,
  writeTrail,
  type TrailDatabase,
} from './testing/trail-database.ts'
import { findAuditAlarms, getTrailState } from './trail-state.ts'
import { verifyTrail } from './verify-trail.ts'

const log = createLog('silent')
let trail: TrailDatabase
beforeEach(async () => void (trail = await createTrailDatabase()))
afterEach(() => trail.close())

const counts = () =>
  get(
    trail.db,
    sql<{ entries: number; sealed: number; size: number }>`select (select count(*) from audit.entry) as entries,
      (select sum(entry_count) from audit.seal)::int as sealed, (select max(tree_size) from audit.seal) as size`,
  )

/** Fills the trail quickly; such entries do not verify. */
const fill = (entries: number) =>
  run(
    trail.db,
    sql`insert into audit.entry (id, at, account, operation, kind, outcome, request_id, salt, digest)
      select gen_random_uuid(), now(), 'a', 'o', 'read', 'done', 'r', '', sha256(i::text::bytea) from generate_series(1, ${entries}) i`,
  )

test('ten writers with pauses and rollbacks beside three sealing processes: nothing is lost, nothing sealed twice', async () => {
  const failures: unknown[] = []
  const listening = { ...log, error: (failure: unknown) => void failures.push(failure), warn: () => {} } as Log
  const processes = [1, 2, 3].map(() => startSealing({ db: trail.db, log: listening, intervalMs: 5 }))
  let committed = 0
  const write = async () => {
    for (let i = 0; i < 200; i++) {
      const fails = Math.random() < 0.1
      const writing = trail.db.transaction(async (tx) => {
        await recordAudit(tx, record())
        if (Math.random() < 0.3) await pause(Math.random() * 20)
        if (fails) throw new Error('rolled back')
      })
      if (fails) await expect(writing).rejects.toThrow('rolled back')
      else await writing.then(() => (committed += 1))
    }
  }
  await Promise.all(Array.from({ length: 10 }, write))
  await Promise.all(processes.map((process) => process.stop()))
  await sealAll(trail.db)

  expect(failures).toEqual([])
  expect(await counts()).toEqual({ entries: committed, sealed: committed, size: committed })
  const report = await verifyTrail(trail.db)
  expect(report).toMatchObject({ ok: true, entries: committed, unsealed: 0, findings: [] })
  expect(report.seals).toBeGreaterThan(10)
}, 60_000)

test('what began before a transaction that is still open waits for it, and readiness tells', async () => {
  await trail.db.transaction(async (tx) => {
    await recordAudit(tx, record())
    // An entry leaves with the next statement that is waited for.
    await run(tx, sql`select 1`)
    await recordAudit(trail.db, record())
    expect(await sealEntries(trail.db)).toMatchObject({ entries: 0, more: false })
    expect(await getTrailState(trail.db, new Date())).toMatchObject({ seal: null, unsealed: 1 })
    expect(await findAuditAlarms(trail.db, new Date(Date.now() + 61_000))).toEqual(['audit.sealing'])
  })
  expect(await sealAll(trail.db)).toBe(2)
  expect(await findAuditAlarms(trail.db, new Date(Date.now() + 61_000))).toEqual([])
})

test('stopping seals what was committed just before', async () => {
  const sealing = startSealing({ db: trail.db, log, intervalMs: 60_000 })
  await pause(200)
  await fill(2 * batchSize + 1)
  await sealing.stop()
  expect(await counts()).toEqual({ entries: 2 * batchSize + 1, sealed: 2 * batchSize + 1, size: 2 * batchSize + 1 })
})

test('a seal ends between transactions, and a very large one is sealed whole', async () => {
  await fill(10)
  await fill(batchSize + 50)
  await fill(10)
  await sealAll(trail.db)
  const seals = await rows(trail.db, sql<{ entryCount: number }>`select entry_count from audit.seal order by number`)
  expect(seals.map((seal) => seal.entryCount)).toEqual([10, batchSize + 50, 10])
})

test('a crash in the middle of sealing leaves nothing behind, and the next one seals the same entries once', async () => {
  await writeTrail(trail.db, 20, 10)
  await fill(500)
  // The last statement of a seal waits for the lock on the frontier; then its connection breaks.
  await trail.owner.transaction(async (tx) => {
    await run(tx, sql`lock table audit.frontier in access exclusive mode`)
    const sealing = sealEntries(trail.db)
    const broken = expect(sealing).rejects.toThrow()
    await pause(300)
    await run(
      trail.owner,
      sql`select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and query like '%audit.frontier%' and datname = current_database()`,
    )
    await broken
  })
  expect(await counts()).toMatchObject({ sealed: 20, size: 20 })
  expect(await sealAll(trail.db)).toBe(500)
  expect(await counts()).toEqual({ entries: 520, sealed: 520, size: 520 })
})

test('sealing goes on from nodes when the kept frontier is lost or wrong', async () => {
  await writeTrail(trail.db, 300, 50)
  await tamper(trail.owner, sql`update audit.frontier set hashes = decode(repeat('ab', 32), 'hex')`)
  await writeTrail(trail.db, 10, 10)
  await tamper(trail.owner, sql`delete from audit.frontier`)
  await writeTrail(trail.db, 10, 10)
  expect(await verifyTrail(trail.db)).toMatchObject({ ok: true, entries: 320, unsealed: 0, findings: [] })
})

test('sealing refuses to build on a tree that does not give the last root', async () => {
  await writeTrail(trail.db, 20, 10)
  await tamper(trail.owner, sql`delete from audit.frontier`)
  await tamper(
    trail.owner,
    sql`update audit.entry set digest = sha256(digest) where xid = (select min(xid::text::bigint)::text::xid8 from audit.entry)`,
  )
  await recordAudit(trail.db, record())
  await expect(sealAll(trail.db)).rejects.toMatchObject({ code: 'trailDamaged' })
})

test('a seal that was made to reach into the future stops sealing loudly', async () => {
  await writeTrail(trail.db, 10, 10)
  await tamper(trail.owner, sql`update audit.seal set to_xid = '4000000000'`)
  await expect(sealEntries(trail.db)).rejects.toMatchObject({ code: 'trailDamaged' })
  expect(await findAuditAlarms(trail.db, new Date())).toEqual(['audit.sealing'])
})

test('in a cluster whose transaction numbers begin anew the trail goes on in order', async () => {
  await writeTrail(trail.db, 30, 10)
  await recordAudit(trail.db, record())
  // What a dump restored into another cluster looks like: all numbers are higher than any that transactions have here.
  await tamper(trail.owner, sql`update audit.entry set xid = (xid::text::bigint + 1000000000)::text::xid8`)
  await tamper(
    trail.owner,
    sql`update audit.seal set to_xid = (to_xid::text::bigint + 1000000000)::text::xid8,
      from_xid = case number when 1 then from_xid else (from_xid::text::bigint + 1000000000)::text::xid8 end`,
  )
  await prepareAudit(trail.db)

  await writeTrail(trail.db, 20, 5)
  expect(await verifyTrail(trail.db)).toMatchObject({ ok: true, entries: 51, unsealed: 0, findings: [] })
  await prepareAudit(trail.db)
  await writeTrail(trail.db, 10, 5)
  expect(await verifyTrail(trail.db)).toMatchObject({ ok: true, entries: 61, unsealed: 0, findings: [] })
})

test('nothing is sealed over a trail whose end was cut off, and the head is told to the log', async () => {
  const heads: string[] = []
  const failures: string[] = []
  const listening = {
    ...log,
    info: ({ head }: { head: string }) => void heads.push(head),
    error: ({ err }: { err: Error }) => void failures.push((err.cause as Error).message),
  } as unknown as Log
  const sealing = startSealing({ db: trail.db, log: listening, intervalMs: 5 })
  await recordAudit(trail.db, record())
  await expect.poll(counts).toMatchObject({ sealed: 1 })
  const [first] = heads
  await recordAudit(trail.db, record())
  await expect.poll(counts).toMatchObject({ sealed: 2 })
  await trail.owner.transaction(async (tx) => {
    // Between two batches: one that has read the last seal already would build on it.
    await run(tx, sql`lock table audit.seal in access exclusive mode`)
    await run(tx, sql`delete from audit.entry where xid >= (select from_xid from audit.seal where number = 2)`)
    await run(tx, sql`delete from audit.seal where number = 2`)
  })
  await recordAudit(trail.db, record())
  await expect.poll(() => failures).toContain('seal 2 was made and is gone: the end was cut off')
  expect(await counts()).toMatchObject({ entries: 2, sealed: 1 })
  await sealing.stop()
  expect(first).toMatch(/^1:[0-9a-f]{64}$/)
  expect(heads.at(-1)).toMatch(/^2:[0-9a-f]{64}$/)
})
