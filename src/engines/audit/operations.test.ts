import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rows, sql } from '#kernel/database/query.ts'
import { createLog } from '#kernel/log.ts'
import type { Actor } from '#kernel/operations/actor.ts'
import { runOperation, type RunnerParts } from '#kernel/operations/run-operation.ts'
import { signHead } from './heads/sign-heads.ts'
import { openSigningKey } from './heads/signing-key.ts'
import { audit, recordAudit, verifyProof } from './index.ts'
import type { auditContract, EntryProof } from './contract.ts'
import {
  citizen,
  clerk,
  createTrailDatabase,
  inspector,
  note,
  record,
  sealAll,
  type TrailDatabase,
} from './testing/trail-database.ts'

let trail: TrailDatabase
let parts: RunnerParts
beforeAll(async () => {
  trail = await createTrailDatabase()
  parts = { db: trail.db, log: createLog('silent'), now: () => new Date(), record: recordAudit }
})
afterAll(() => trail.close())

const other = '01931f6e-2f00-7000-8000-00000000c172'
const resident: Actor = {
  ...clerk,
  kind: 'citizen',
  account: 'resident',
  person: citizen,
  name: 'Phạm Thị Dung',
  assurance: 2,
  post: undefined,
}

async function call<Answer>(name: keyof typeof auditContract, actor: Actor, input: unknown): Promise<Answer> {
  const given = await runOperation(
    parts,
    `audit.${name}`,
    audit.contract[name],
    audit.handlers[name],
    record({ actor }).call,
    input,
  )
  return given.value as Answer
}

interface Page {
  readonly rows: { id: string; at: string; operation: string; objects: { type: string; id: string }[] }[]
  readonly next?: string
}

const search = (input: unknown) => call<Page>('searchEntries', inspector, input)

test('a search finds by object, account, person, operation and time, newest first, page by page', async () => {
  const start = Date.now() - 60_000
  for (let i = 0; i < 25; i++) {
    await recordAudit(
      trail.db,
      record({
        at: new Date(start + i),
        operation: i % 2 ? 'registers.getRecord' : 'registers.changeRecord',
        actor: { ...clerk, account: `clerk-${i % 5}` },
        notes: [note({ objectType: 'record', objectId: `R-${i % 3}`, subjects: [i % 4 ? other : citizen] })],
      }),
    )
  }
  const ids = async (filter: object) =>
    (await search({ ...filter, limit: 200 })).rows.map(({ at }) => Date.parse(at) - start)
  const expected = (take: (i: number) => boolean) => Array.from({ length: 25 }, (_, i) => 24 - i).filter(take)

  expect(await ids({ object: 'record:R-1' })).toEqual(expected((i) => i % 3 === 1))
  expect(await ids({ account: 'clerk-3' })).toEqual(expected((i) => i % 5 === 3))
  expect(await ids({ subject: citizen, object: 'record:R-0' })).toEqual(expected((i) => i % 4 === 0 && i % 3 === 0))
  expect(await ids({ operation: 'registers.changeRecord' })).toEqual(expected((i) => i % 2 === 0))
  expect(await ids({ from: new Date(start + 5).toISOString(), to: new Date(start + 9).toISOString() })).toEqual([
    8, 7, 6, 5,
  ])

  const seen: string[] = []
  for (let after: string | undefined, pages = 0; pages < 9; pages++) {
    const page = await search({ operation: 'registers.getRecord', limit: 5, after })
    seen.push(...page.rows.map(({ id }) => id))
    after = page.next
    if (after === undefined) break
  }
  expect(seen.length).toBe(12)
  expect(new Set(seen).size).toBe(12)
})

test('reading the trail is itself in the trail, with what was asked', async () => {
  await search({ subject: other, account: 'clerk-1' })
  const found = await search({ operation: 'audit.searchEntries' })
  expect(found.rows[0]).toMatchObject({
    actorName: 'Thanh tra',
    kind: 'read',
    objects: [{ type: 'audit.trail', id: 'search' }],
  })
  const entry = await call<{ subjects: string[]; objects: unknown[] }>('getEntry', inspector, { id: found.rows[0]!.id })
  expect(entry.objects).toEqual([{ type: 'audit.trail', id: 'search', facts: { subject: other, account: 'clerk-1' } }])
  expect(entry.subjects).toEqual([other])
  const ofOther = await search({ subject: other, operation: 'audit.searchEntries' })
  expect(ofOther.rows).toHaveLength(1)
})

test('an entry is shown with its facts, and its proof is checked without the platform', async () => {
  const entry = record({ notes: [note({ objectType: 'record', objectId: 'R-77', facts: { field: 'địa chỉ' } })] })
  await recordAudit(trail.db, entry)
  const [found] = (await search({ object: 'record:R-77' })).rows
  expect(await call('getEntry', inspector, { id: found!.id })).toMatchObject({
    requestId: entry.call.requestId,
    subjects: [citizen],
    objects: [{ type: 'record', id: 'R-77', facts: { field: 'địa chỉ' } }],
    erased: false,
  })
  await sealAll(trail.db)
  expect(verifyProof(await call<EntryProof>('proveEntry', inspector, { id: found!.id }))).toEqual({ ok: true })
})

test('a person sees who read their data, where from and why, and nothing about others', async () => {
  const entry = record({
    purpose: 'xác minh cư trú',
    notes: [
      note({ objectId: 'D-mine' }),
      note({ objectId: 'D-not-mine', subjects: [other] }),
      note({ objectId: 'D-both', subjects: [other, citizen] }),
    ],
  })
  await recordAudit(trail.db, entry)
  const page = await call<{ rows: object[] }>('readsOfMyData', resident, { limit: 1 })
  expect(page.rows).toEqual([
    {
      at: entry.at.toISOString(),
      who: 'Nguyễn Thị Lan',
      unit: 'Phòng Tư pháp',
      byMe: false,
      operation: 'services.getDossier',
      kind: 'read',
      objects: [
        { type: 'dossier', id: 'D-mine' },
        { type: 'dossier', id: 'D-both' },
      ],
      purpose: 'xác minh cư trú',
    },
  ])
  const again = await call<{ rows: object[] }>('readsOfMyData', resident, { limit: 1 })
  expect(again.rows).toEqual(page.rows)
})

test('an account that anybody could have opened is shown nothing of what others read', async () => {
  expect(await call('readsOfMyData', { ...resident, assurance: 1 }, { limit: 1 })).toEqual({ rows: [] })
})

test('who has no person record has no list of reads', async () => {
  expect(await call('readsOfMyData', { ...resident, person: undefined }, {})).toEqual({ rows: [] })
})

test('the state tells the last seal and what waits for one', async () => {
  await sealAll(trail.db)
  await recordAudit(trail.db, record())
  expect(await call('getTrailState', inspector, {})).toMatchObject({
    unsealed: 1,
    seal: { number: expect.any(Number) },
    sealAgeSeconds: expect.any(Number),
  })
})

test('a search finds by unit, by kind and by what was refused', async () => {
  const unit = '01931f6e-2f00-7000-8000-0000000000e1'
  const actor: Actor = { ...clerk, post: { ...clerk.post!, unitId: unit } }
  const of = (kind: 'read' | 'write', outcome: 'done' | 'refused') =>
    recordAudit(trail.db, { ...record({ actor }), kind, outcome })
  await of('read', 'done')
  await of('write', 'done')
  await of('write', 'refused')
  const count = async (more: object) => (await search({ unit, ...more })).rows.length
  expect(await Promise.all([{}, { kind: 'read' }, { kind: 'write' }, { outcome: 'refused' }].map(count))).toEqual([
    3, 1, 2, 1,
  ])
})

test('everybody sees the signed heads, newest first, with the keys and nothing of the entries', async () => {
  await sealAll(trail.db)
  const folder = await mkdtemp(join(tmpdir(), 'heads-'))
  const heads = { key: await openSigningKey(join(folder, 'key.pem')), file: join(folder, 'heads.jsonl') }
  const sign = () => signHead(trail.db, heads, parts.log, { atOnce: true })
  const first = await sign()
  await recordAudit(trail.db, record())
  await sealAll(trail.db)
  const second = await sign()
  await rm(folder, { recursive: true })
  const nobody: Actor = { ...clerk, kind: 'nobody', account: 'nobody', person: undefined, post: undefined }
  const page = await call<{ rows: { size: number }[]; next?: string }>('listHeads', nobody, { limit: 1 })
  expect(page).toMatchObject({ rows: [{ size: second?.size }], keys: [{ id: heads.key.id.toString('hex') }] })
  const older = await call('listHeads', nobody, { limit: 1, after: page.next })
  expect(older).toMatchObject({ rows: [{ size: first?.size, key: heads.key.id.toString('hex') }] })
  // A proof goes by the newest signed head, so that who kept it needs nothing else.
  const [entry] = (await search({ limit: 1, operation: 'services.getDossier' })).rows
  const proof = await call<EntryProof>('proveEntry', inspector, { id: entry!.id })
  expect(proof).toMatchObject({ treeSize: second?.size, head: { size: second?.size }, keys: [{}] })
  expect(verifyProof(proof)).toEqual({ ok: true })
})

test.each(['searchEntries', 'getEntry', 'proveEntry', 'getTrailState'] as const)(
  '%s is refused without the right to all of the trail, and the refusal is recorded',
  async (name) => {
    const input = name === 'getEntry' || name === 'proveEntry' ? { id: '01931f6e-2f00-7000-8000-000000000000' } : {}
    await expect(call(name, { ...clerk, account: `refused-${name}` }, input)).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(await rows(trail.db, sql`select outcome from audit.entry where account = ${`refused-${name}`}`)).toEqual([
      { outcome: 'refused' },
    ])
    await expect(
      call(name, { ...inspector, permissions: new Map([['audit.read', [1, 2]]]) }, input),
    ).rejects.toMatchObject({ code: 'forbidden' })
  },
)
