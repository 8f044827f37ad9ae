import { afterAll, beforeAll, expect, test } from 'vitest'
import { rows, sql } from '#kernel/database/query.ts'
import type { EntryProof } from './contract.ts'
import { proveEntry, proveGrowth, verifyGrowth, verifyProof } from './prove-entry.ts'
import { recordAudit } from './record.ts'
import {
  createTrailDatabase,
  record,
  sealAll,
  tamper,
  writeTrail,
  type TrailDatabase,
} from './testing/trail-database.ts'

let trail: TrailDatabase
let ids: string[]
beforeAll(async () => {
  trail = await createTrailDatabase()
  // More than two complete blocks of 256, and a seal across each border.
  await writeTrail(trail.db, 600, 37)
  await sealAll(trail.db)
  ids = (await rows(trail.db, sql<{ id: string }>`select id from audit.entry order by xid, id`)).map(({ id }) => id)
}, 60_000)
afterAll(() => trail.close())

test('the proof of every entry holds, and names its place', async () => {
  for (const index of [0, 1, 36, 37, 254, 255, 256, 257, 500, 511, 512, 598, 599]) {
    const proof = JSON.parse(JSON.stringify(await proveEntry(trail.db, ids[index]!))) as EntryProof
    expect(proof).toMatchObject({ entry: ids[index], leafIndex: index, treeSize: 600 })
    expect(verifyProof(proof)).toEqual({ ok: true })
  }
})

test('an entry is also proved under an earlier seal that covers it, but not under one before it', async () => {
  const proof = await proveEntry(trail.db, ids[40]!, 2)
  expect(proof).toMatchObject({ treeSize: 74, seal: { number: 2 } })
  expect(verifyProof(proof)).toEqual({ ok: true })
  await expect(proveEntry(trail.db, ids[40]!, 1)).rejects.toMatchObject({ code: 'notSealedYet' })
})

test('the leaf in a proof tells the public part and nothing personal', async () => {
  const { leaf } = await proveEntry(trail.db, ids[2]!)
  const text = Buffer.from(leaf, 'base64').toString('utf8', 1)
  expect(JSON.parse(text)).toMatchObject({
    id: ids[2],
    operation: 'services.getDossier',
    personal: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(text).not.toContain('Lan')
  expect(text).not.toContain('10.1.2.3')
})

const other = 'ab'.repeat(32)
test.each<[string, (proof: EntryProof) => Partial<EntryProof>]>([
  [
    'leaf',
    ({ leaf }) => ({
      leaf: Buffer.from(Buffer.from(leaf, 'base64').toString().replace('"done"', '"refused"')).toString('base64'),
    }),
  ],
  [
    'version',
    ({ leaf }) => ({
      leaf: Buffer.from(`\u0002${Buffer.from(leaf, 'base64').toString('utf8', 1)}`).toString('base64'),
    }),
  ],
  ['entry', () => ({ entry: ids[1]! })],
  ['place', ({ leafIndex }) => ({ leafIndex: leafIndex + 1 })],
  ['size', ({ treeSize }) => ({ treeSize: treeSize + 1 })],
  ['root', () => ({ root: other })],
  ['path', ({ path }) => ({ path: path.with(3, other) })],
  ['length', ({ path }) => ({ path: path.slice(1) })],
  ['sealed root', ({ seal }) => ({ root: other, seal: { ...seal, root: other } })],
  ['time of the seal', ({ seal }) => ({ seal: { ...seal, at: new Date(0).toISOString() } })],
  ['number of the seal', ({ seal }) => ({ seal: { ...seal, number: seal.number + 1 } })],
])('a proof with a changed %s does not hold', async (_, change) => {
  const proof = await proveEntry(trail.db, ids[300]!)
  expect(verifyProof({ ...proof, ...change(proof) })).toMatchObject({ ok: false })
})

test('what is not sealed cannot be proved yet, and what does not exist is not found', async () => {
  const open = trail.db.transaction(async (tx) => {
    await recordAudit(tx, record())
    const [{ id }] = (await rows(tx, sql<{ id: string }>`select id from audit.entry order by xid desc limit 1`)) as [
      { id: string },
    ]
    await expect(proveEntry(tx, id)).rejects.toMatchObject({ code: 'notSealedYet', retryAfterSeconds: 2 })
    throw new Error('done')
  })
  await expect(open).rejects.toThrow('done')
  await expect(proveEntry(trail.db, '01931f6e-2f00-7000-8000-000000000000')).rejects.toMatchObject({ code: 'notFound' })
})

test.each([37, 74, 259, 518, 592, 600])(
  'the trail of %i entries is proved to be the beginning of the present one',
  async (size) => {
    const proof = await proveGrowth(trail.db, size)
    expect(proof).toMatchObject({ old: { size }, now: { size: 600 } })
    expect(verifyGrowth(proof)).toBe(true)
    expect(verifyGrowth({ ...proof, old: { size, root: other } })).toBe(false)
  },
)

test('rather than a proof that does not hold there is none', async () => {
  await tamper(trail.owner, sql`update audit.entry set outcome = 'refused' where id = ${ids[300]}`)
  await expect(proveEntry(trail.db, ids[300]!)).rejects.toMatchObject({ code: 'trailDamaged' })
  await tamper(trail.owner, sql`update audit.node set hash = sha256(hash) where level = 8 and index = 0`)
  await expect(proveEntry(trail.db, ids[599]!)).rejects.toMatchObject({ code: 'trailDamaged' })
  await tamper(trail.owner, sql`delete from audit.entry where id = ${ids[580]}`)
  await expect(proveEntry(trail.db, ids[590]!)).rejects.toMatchObject({ code: 'trailDamaged' })
})
