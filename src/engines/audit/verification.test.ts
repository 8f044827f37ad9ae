import { afterEach, beforeEach, expect, test } from 'vitest'
import { sql } from '#kernel/database/query.ts'
import { createTrailDatabase, entryAt, tamper, writeTrail, type TrailDatabase } from './testing/trail-database.ts'
import { findAuditAlarms, getTrailState } from './trail-state.ts'
import { verifyNew } from './verification.ts'

let trail: TrailDatabase
beforeEach(async () => {
  trail = await createTrailDatabase()
  await writeTrail(trail.db, 21, 7)
})
afterEach(() => trail.close())

const day = (number: number) => new Date(Date.UTC(2026, 10, number))

test('each check goes on where the last one ended, and is remembered', async () => {
  expect(await verifyNew(trail.db, day(1))).toMatchObject({ ok: true, entries: 21 })
  await writeTrail(trail.db, 7, 7)
  expect(await verifyNew(trail.db, day(2))).toMatchObject({ ok: true, entries: 7 })
  expect((await getTrailState(trail.db, new Date())).verification).toEqual({
    at: day(2).toISOString(),
    isWhole: true,
    fromSize: 21,
    treeSize: 28,
    findings: 0,
  })
})

test('damage raises an alarm, until a check finds all whole', async () => {
  await verifyNew(trail.db, day(1))
  await writeTrail(trail.db, 7, 7)
  const { id } = await entryAt(trail.db, 24)
  await tamper(trail.owner, sql`update audit.entry set outcome = 'refused' where id = ${id}`)
  expect(await verifyNew(trail.db, day(2))).toMatchObject({ ok: false, entries: 7 })
  expect(await findAuditAlarms(trail.db, new Date())).toContain('audit.broken')
  await tamper(trail.owner, sql`update audit.entry set outcome = 'done' where id = ${id}`)
  expect(await verifyNew(trail.db, day(3))).toMatchObject({ ok: true, entries: 7 })
  expect(await findAuditAlarms(trail.db, new Date())).not.toContain('audit.broken')
})

test('where the trail is not the one that was checked, all of it is checked', async () => {
  await verifyNew(trail.db, day(1))
  await tamper(trail.owner, sql`update audit.verification set root = sha256(root)`)
  expect(await verifyNew(trail.db, day(2))).toMatchObject({ entries: 21 })
})
