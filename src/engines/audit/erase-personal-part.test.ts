import { afterEach, beforeEach, expect, test } from 'vitest'
import { get, sql } from '#kernel/database/query.ts'
import { erasePersonalPart } from './erase-personal-part.ts'
import {
  clerk,
  createTrailDatabase,
  entryAt,
  findingsOf,
  headOf,
  record,
  sealAll,
  tamper,
  writeTrail,
  type TrailDatabase,
} from './testing/trail-database.ts'
import { verifyTrail } from './verify-trail.ts'

let trail: TrailDatabase
beforeEach(async () => {
  trail = await createTrailDatabase()
  await writeTrail(trail.db, 60, 7)
  await sealAll(trail.db)
})
afterEach(() => trail.close())

test('a lawful erasure leaves the trail whole, and takes the data away', async () => {
  const { id } = await entryAt(trail.db, 10)
  const head = await headOf(trail.db)
  const { call, at } = record()
  expect(await erasePersonalPart(trail.owner, { entries: [id, id], reason: 'Quyết định 12/QĐ-STTTT', call, at })).toBe(
    1,
  )
  await sealAll(trail.db)
  const report = await verifyTrail(trail.db, { heads: [head] })
  expect(report).toMatchObject({ ok: true, entries: 61, erased: 1, findings: [] })
  const left = await get(
    trail.db,
    sql<{ row: string }>`select row_to_json(e)::text as row from audit.entry e where id = ${id}`,
  )
  expect(left.row).not.toContain(clerk.name)
  expect(left.row).not.toContain('10.1.2.3')
})

test('an erasure that nobody recorded is found, and so is a personal part put where one was erased', async () => {
  const { id } = await entryAt(trail.db, 10)
  const { call, at } = record()
  await erasePersonalPart(trail.owner, { entries: [id], reason: 'Quyết định 12', call, at })
  await tamper(trail.owner, sql`update audit.entry set actor_name = 'Ai Đó' where id = ${id}`)
  expect(await findingsOf(trail.db)).toEqual([expect.objectContaining({ kind: 'edited', entry: id })])
  await tamper(trail.owner, sql`update audit.entry set actor_name = null where id = ${id}`)
  await tamper(trail.owner, sql`delete from audit.entry where operation = 'audit.erase'`)
  expect(await findingsOf(trail.db)).toEqual([expect.objectContaining({ kind: 'erased', entry: id })])
})

test('a tampered entry cannot be made unrecognisable by erasing it', async () => {
  const { id } = await entryAt(trail.db, 10)
  await tamper(trail.owner, sql`update audit.entry set account = 'x' where id = ${id}`)
  const { call, at } = record()
  await expect(erasePersonalPart(trail.owner, { entries: [id], reason: 'r', call, at })).rejects.toMatchObject({
    code: 'trailDamaged',
  })
})
