import { afterEach, beforeEach, expect, test } from 'vitest'
import { sql } from '#kernel/database/query.ts'
import { recordAudit } from './record.ts'
import {
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

test('an untouched trail is whole, also against its own earlier head', async () => {
  const head = await headOf(trail.db)
  await writeTrail(trail.db, 30, 4)
  await recordAudit(trail.db, record())
  const report = await verifyTrail(trail.db, { heads: [head] })
  expect(report).toMatchObject({ ok: true, entries: 91, unsealed: 3, findings: [], erased: 0 })
})

test('an empty trail is whole', async () => {
  const empty = await createTrailDatabase()
  expect(await verifyTrail(empty.db)).toMatchObject({ ok: true, entries: 0, seals: 0, head: { size: 0 } })
  await empty.close()
})

test.each([
  ['account', sql`account = 'someone-else'`],
  ['time by a microsecond', sql`at = at + interval '1 microsecond'`],
  ['operation', sql`operation = 'services.listDossiers'`],
  ['kind', sql`kind = 'write'`],
  ['outcome', sql`outcome = 'refused'`],
  ['request', sql`request_id = 'r'`],
  ['post', sql`post_id = 'p'`],
  ['post title', sql`post_title = 'Trưởng phòng'`],
  ['unit', sql`unit_id = null`],
  ['unit name', sql`unit_name = 'Phòng khác'`],
  ['object', sql`objects = '{dossier:2}'`],
  ['actor', sql`actor_name = 'Nguyễn Thị Lan '`],
  ['delegation', sql`on_behalf = 'Trần Văn Minh'`],
  ['purpose', sql`purpose = 'được phép'`],
  ['address', sql`address = null`],
  ['subjects', sql`subjects = '{}'`],
  ['facts', sql`details = '[{"f": {"code": "khác"}}]'`],
  ['salt', sql`salt = sha256(salt)`],
  ['digest', sql`digest = sha256(digest)`],
])('a changed %s is found', async (_, change) => {
  const { id } = await entryAt(trail.db, 20)
  await tamper(trail.owner, sql`update audit.entry set ${change} where id = ${id}`)
  expect(await findingsOf(trail.db)).toContainEqual(
    expect.objectContaining({ kind: 'edited', weight: 'broken', entry: id }),
  )
})

test('a changed entry that is not sealed yet is found', async () => {
  await recordAudit(trail.db, record())
  const { id } = await entryAt(trail.db, 60)
  await tamper(trail.owner, sql`update audit.entry set actor_name = 'X' where id = ${id}`)
  expect(await findingsOf(trail.db)).toEqual([expect.objectContaining({ kind: 'edited', entry: id })])
})

test('an entry that was written anew with its digest is found at its seal', async () => {
  const { id } = await entryAt(trail.db, 20)
  const other = record()
  await recordAudit(trail.db, other)
  const columns = sql`account, operation, kind, outcome, request_id, salt, digest, objects, subjects, details, actor_name, address`
  await tamper(
    trail.owner,
    sql`with other as (delete from audit.entry where request_id = ${other.call.requestId} returning *)
      update audit.entry e set (id, at, ${columns}) = (select id, at, ${columns} from other) where e.id = ${id}`,
  )
  expect(await findingsOf(trail.db)).toEqual([expect.objectContaining({ kind: 'replaced', seal: 3 })])
})

test('a removed entry is found at its seal, and the seals behind it are still checked', async () => {
  await writeTrail(trail.db, 300, 30)
  const [early, late] = [await entryAt(trail.db, 5), await entryAt(trail.db, 300)]
  await tamper(trail.owner, sql`delete from audit.entry where id in (${early.id}, ${late.id})`)
  expect(await findingsOf(trail.db)).toEqual([
    expect.objectContaining({ kind: 'missing', seal: 1 }),
    expect.objectContaining({ kind: 'missing', message: expect.stringContaining('1 fewer') }),
  ])
})

test('damage in one block of the tree does not hide another behind it', async () => {
  await writeTrail(trail.db, 600, 50)
  const early = await entryAt(trail.db, 3)
  await exchange(580, 581)
  await tamper(trail.owner, sql`delete from audit.entry where id = ${early.id}`)
  expect((await findingsOf(trail.db)).map(({ kind }) => kind)).toEqual(['missing', 'replaced'])
})

test('an entry put among sealed ones is found', async () => {
  const { xid } = await entryAt(trail.db, 30)
  const late = record({ at: new Date(Date.now() - 1000) })
  await recordAudit(trail.db, late)
  await tamper(trail.owner, sql`update audit.entry set xid = ${xid}::xid8 where request_id = ${late.call.requestId}`)
  expect(await findingsOf(trail.db)).toEqual([expect.objectContaining({ kind: 'added', seal: 5 })])
})

test('an entry moved where no seal would ever reach it is found', async () => {
  await recordAudit(trail.db, record())
  const { id } = await entryAt(trail.db, 60)
  await tamper(trail.owner, sql`update audit.entry set xid = '4000000000' where id = ${id}`)
  expect(await findingsOf(trail.db)).toEqual([expect.objectContaining({ kind: 'added', entry: id })])
})

test('an entry written now that says an earlier time raises a doubt', async () => {
  await recordAudit(trail.db, record({ at: new Date(Date.now() - 20 * 60_000) }))
  await sealAll(trail.db)
  expect(await findingsOf(trail.db)).toEqual([expect.objectContaining({ kind: 'backdated', weight: 'doubt' })])
})

test('a clock that ran ahead or back raises a doubt', async () => {
  await recordAudit(trail.db, record({ at: new Date(Date.now() + 5 * 60_000) }))
  await sealAll(trail.db)
  expect(await findingsOf(trail.db)).toEqual([expect.objectContaining({ kind: 'clock', weight: 'doubt' })])
})

/** Puts two entries into each other's place. */
async function exchange(one: number, other: number) {
  const [a, b] = [await entryAt(trail.db, one), await entryAt(trail.db, other)]
  await tamper(
    trail.owner,
    sql`update audit.entry set xid = case id when ${a.id} then ${b.xid}::xid8 else ${a.xid}::xid8 end
      where id in (${a.id}, ${b.id})`,
  )
}

test('two entries that changed places are found', async () => {
  await exchange(15, 16)
  expect(await findingsOf(trail.db)).toEqual([expect.objectContaining({ kind: 'replaced', seal: 3 })])
})

test('an entry that was moved into another seal is found at both', async () => {
  const [early, late] = [await entryAt(trail.db, 3), await entryAt(trail.db, 40)]
  await tamper(trail.owner, sql`update audit.entry set xid = ${early.xid}::xid8 where id = ${late.id}`)
  expect((await findingsOf(trail.db)).map(({ kind }) => kind)).toEqual(['added', 'missing'])
})
