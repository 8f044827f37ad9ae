import { afterEach, beforeEach, expect, test } from 'vitest'
import { sql } from '#kernel/database/query.ts'
import { sealDigest } from './seal.ts'
import {
  createTrailDatabase,
  findingsOf,
  headOf,
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

const cutTo = async (seal: number) => {
  await tamper(
    trail.owner,
    sql`delete from audit.entry where xid >= (select to_xid from audit.seal where number = ${seal})`,
  )
  await tamper(trail.owner, sql`delete from audit.seal where number > ${seal}`)
  await tamper(trail.owner, sql`delete from audit.frontier`)
}

test('a trail whose end was cut off is found by a head kept elsewhere, also after it grew again', async () => {
  const head = await headOf(trail.db)
  await cutTo(6)
  expect(await findingsOf(trail.db)).toEqual([])
  expect(await findingsOf(trail.db, [head])).toEqual([expect.objectContaining({ kind: 'truncated' })])
  await writeTrail(trail.db, 40, 10)
  expect(await findingsOf(trail.db, [head])).toEqual([expect.objectContaining({ kind: 'forked' })])
})

test('entries cut off behind the last remaining ones are found without a head as long as their seals are there', async () => {
  await tamper(
    trail.owner,
    sql`delete from audit.entry where xid >= (select from_xid from audit.seal order by number desc limit 1)`,
  )
  expect(await findingsOf(trail.db)).toEqual([expect.objectContaining({ kind: 'missing' })])
})

test('of two heads of one size at least one is found to be forked', async () => {
  const head = await headOf(trail.db)
  expect(
    await findingsOf(trail.db, [
      head,
      { ...head, root: sealDigest({ ...head, number: 1, treeSize: 1, atMicros: 0, previous: head.root }) },
    ]),
  ).toEqual([expect.objectContaining({ kind: 'forked' })])
})

test.each([
  ['root', sql`root = sha256(root)`],
  ['digest', sql`digest = sha256(digest)`],
  ['time', sql`at = at + interval '1 microsecond'`],
  ['predecessor', sql`previous = sha256(previous)`],
  ['count', sql`entry_count = entry_count - 1`],
  ['size', sql`tree_size = tree_size + 1`],
  ['beginning', sql`from_xid = '1'`],
])('a seal with a changed %s is found', async (_, change) => {
  await tamper(trail.owner, sql`update audit.seal set ${change} where number = 4`)
  expect(await findingsOf(trail.db)).toContainEqual(expect.objectContaining({ kind: 'seal', seal: 4 }))
})

test('a removed seal is found', async () => {
  await tamper(trail.owner, sql`delete from audit.seal where number = 4`)
  expect(await findingsOf(trail.db)).toContainEqual(
    expect.objectContaining({ kind: 'seal', seal: 5, message: 'seal 5 follows seal 3' }),
  )
})

test('a changed node is found', async () => {
  await writeTrail(trail.db, 300, 50)
  await tamper(trail.owner, sql`update audit.node set hash = sha256(hash)`)
  expect(await findingsOf(trail.db)).toEqual([expect.objectContaining({ kind: 'node' })])
})

test('a check can go on behind a seal that was checked before', async () => {
  await writeTrail(trail.db, 300, 20)
  const { seals } = await verifyTrail(trail.db)
  const report = await verifyTrail(trail.db, { after: seals - 2 })
  expect(report).toMatchObject({ ok: true, seals: 2, entries: 40, head: { size: 360 } })
  await tamper(
    trail.owner,
    sql`update audit.entry set digest = sha256(digest) where xid = (select max(xid::text::bigint)::text::xid8 from audit.entry)`,
  )
  expect((await verifyTrail(trail.db, { after: seals - 2 })).findings.map(({ kind }) => kind)).toEqual([
    'edited',
    'replaced',
  ])
  await expect(verifyTrail(trail.db, { after: 10_000 })).rejects.toThrow('there is no seal 10000')
})
