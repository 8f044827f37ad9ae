import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database, Queries } from '#kernel/database/connect.ts'
import { rows, run, sql } from '#kernel/database/query.ts'
import { createLog } from '#kernel/log.ts'
import { leafDigest } from './canonical.ts'
import { erasePersonalPart } from './erase-personal-part.ts'
import { exportTrail } from './export-trail.ts'
import { appendHeads } from './heads/heads-file.ts'
import { headText, signText, viewHead, type SignedHead } from './heads/signed-head.ts'
import { openSigningKey, rotateSigningKey, type SigningKey } from './heads/signing-key.ts'
import { signHead } from './heads/sign-heads.ts'
import { listKey } from './heads/stored-heads.ts'
import { proveEntry } from './prove-entry.ts'
import { recordAudit } from './record.ts'
import { sealEntries } from './seal-entries.ts'
import { readSeals, sealDigest } from './seal.ts'
import { findStoredEntry, leafTextOf } from './stored-entry.ts'
import { createTrailDatabase, record, sealAll, writeTrail, type TrailDatabase } from './testing/trail-database.ts'

/** The separate verifier, run as others run it, against whoever administers the database and may do anything to it. */

let trail: TrailDatabase
let folder: string
let key: SigningKey
let ids: string[]
/** Heads that somebody outside kept. */
let kept: string
/** What was exported before anybody tampered. */
let untouched: string

const sign = (file = kept) =>
  signHead(trail.db, { key, file }, createLog('silent'), { atOnce: true }) as Promise<SignedHead>

beforeAll(async () => {
  trail = await createTrailDatabase()
  folder = await mkdtemp(join(tmpdir(), 'verifier-'))
  key = await openSigningKey(join(folder, 'key.pem'))
  kept = join(folder, 'heads.jsonl')
  await writeTrail(trail.db, 35, 7)
  await sign()
  await writeTrail(trail.db, 35, 7)
  ids = (await rows(trail.db, sql<{ id: string }>`select id from audit.entry order by xid, id`)).map(({ id }) => id)
  const erasure = { entries: [ids[4]!], reason: 'Quyết định 12', call: record().call, at: new Date() }
  await erasePersonalPart(trail.owner, erasure)
  await sealAll(trail.db)
  await sign()
  untouched = await exported(trail.db)
}, 40_000)
afterAll(async () => {
  await trail.close()
  await rm(folder, { recursive: true })
})

async function exported(on: Queries): Promise<string> {
  let lines = ''
  for await (const line of exportTrail(on)) lines += `${line}\n`
  return lines
}

interface Verdict {
  readonly code: number
  readonly kinds: string[]
}

let files = 0
async function keep(content: string): Promise<string> {
  const file = join(folder, `${(files += 1)}.jsonl`)
  await writeFile(file, content)
  return file
}

const program = join(import.meta.dirname, '..', '..', '..', 'verifier', 'main.ts')

async function verifier(...args: string[]): Promise<Verdict> {
  const child = spawn(process.execPath, [program, ...args, '--json'], { stdio: ['ignore', 'pipe', 'pipe'] })
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'close') as Promise<[number]>])
  const { findings = [] } = JSON.parse(said === '' ? '{}' : said) as { findings?: { kind: string }[] }
  return { code, kinds: [...new Set(findings.map(({ kind }) => kind))] }
}

const hex = (bytes: Buffer) => bytes.toString('hex')

/** What the verifier says of an export, beside what it says of the untouched one, which must be nothing. */
async function verdictOf(content: string, ...heads: string[]): Promise<Verdict> {
  const given = [kept, ...heads].flatMap((file) => ['--heads', file])
  const [control, verdict] = await Promise.all([
    verifier('trail', await keep(untouched), '--heads', kept, '--key', hex(key.publicKey)),
    verifier('trail', await keep(content), ...given, '--key', hex(key.publicKey)),
  ])
  expect(control).toEqual({ code: 0, kinds: [] })
  return verdict
}

/** Tampers as the owner of the database, exports what is then there, and undoes it. */
async function attacked(attack: (tx: Queries) => Promise<unknown>): Promise<string> {
  let content = ''
  const undo = new Error('undone')
  const undone = trail.owner.transaction(async (tx) => {
    await attack(tx)
    content = await exported(tx)
    throw undo
  })
  await undone.catch((error: unknown) => {
    if (error !== undo) throw error
  })
  return content
}

const edit = (tx: Queries, id = ids[20]) => run(tx, sql`update audit.entry set outcome = 'refused' where id = ${id}`)

/** Makes the digest of an edited entry anew. */
async function digestAnew(tx: Queries, id = ids[20]!) {
  const entry = await findStoredEntry(tx, id)
  await run(tx, sql`update audit.entry set digest = ${leafDigest(leafTextOf(entry!)!)} where id = ${id}`)
}

/** Makes all seals anew, as if nothing had been. */
async function sealAnew(tx: Queries) {
  for (const table of ['seal', 'node', 'frontier']) await run(tx, sql`delete from ${sql.table(`audit.${table}`)}`)
  const alone: Database = { ...tx, transaction: (work) => work(tx) }
  while ((await sealEntries(alone, true))?.more) await Promise.resolve()
}

test('an edited public part is found', async () => {
  expect(await verdictOf(await attacked(edit))).toEqual({ code: 1, kinds: ['edited'] })
})

test('a personal part that does not have its salted digest is found', async () => {
  const content = await attacked((tx) =>
    run(tx, sql`update audit.entry set actor_name = 'Trần Văn Minh' where id = ${ids[20]}`),
  )
  expect(await verdictOf(content)).toEqual({ code: 1, kinds: ['edited'] })
})

test('an edit whose digest was made anew is found at its seal', async () => {
  const content = await attacked(async (tx) => [await edit(tx), await digestAnew(tx)])
  expect(await verdictOf(content)).toMatchObject({ code: 1, kinds: expect.arrayContaining(['replaced']) as string[] })
})

test('an edit behind which digests and all seals were made anew is found by a head kept outside', async () => {
  const content = await attacked(async (tx) => [
    await edit(tx, ids[50]),
    await digestAnew(tx, ids[50]),
    await sealAnew(tx),
  ])
  expect(await verdictOf(content)).toEqual({ code: 1, kinds: ['rewritten'] })
})

test('a removed entry is found, also when all seals were made anew', async () => {
  const remove = (tx: Queries) => run(tx, sql`delete from audit.entry where id = ${ids[20]}`)
  expect((await verdictOf(await attacked(remove))).kinds).toContain('missing')
  const content = await attacked(async (tx) => [await remove(tx), await sealAnew(tx)])
  expect((await verdictOf(content)).kinds).toEqual(['rewritten', 'truncated', 'other trail'])
})

test('an entry put among others is found', async () => {
  const content = await attacked(async (tx) => {
    await recordAudit(tx, record())
    await run(
      tx,
      sql`update audit.entry set xid = (select xid from audit.entry where id = ${ids[30]})
        where xid = (select max(xid::text::bigint)::text::xid8 from audit.entry)`,
    )
  })
  expect((await verdictOf(content)).kinds).toContain('added')
})

test('entries that changed places are found, in the database and in the file', async () => {
  const [one, other] = [ids[15], ids[16]]
  const content = await attacked((tx) =>
    run(
      tx,
      sql`update audit.entry e set xid = o.xid from audit.entry o
        where (e.id, o.id) in ((${one}::uuid, ${other}::uuid), (${other}::uuid, ${one}::uuid))`,
    ),
  )
  expect((await verdictOf(content)).kinds).toContain('replaced')
  const lines = untouched.split('\n')
  const at = lines.findIndex((line) => line.includes(one!))
  ;[lines[at], lines[at + 1]] = [lines[at + 1]!, lines[at]!]
  expect((await verdictOf(lines.join('\n'))).kinds).toContain('reordered')
})

test('an end that was cut off behind a head kept outside is found, and a file that ends too early', async () => {
  const content = await attacked(async (tx) => {
    await run(tx, sql`delete from audit.entry where xid >= (select to_xid from audit.seal where number = 6)`)
    await run(tx, sql`delete from audit.seal where number > 6`)
  })
  // The record of the erasure went with the end.
  expect(await verdictOf(content)).toEqual({ code: 1, kinds: ['erased', 'truncated'] })
  const shorter = untouched.split('\n').slice(0, -2).join('\n')
  expect((await verdictOf(shorter)).kinds).toContain('seal')
})

test('a fork is found: two heads of one size, both signed with the key of the installation', async () => {
  const said = { size: 35, root: Buffer.alloc(32, 7), seal: 5, at: new Date() }
  const forged = { ...said, keyId: key.id, signature: signText(key.privateKey, headText(said)) }
  const other = await keep(JSON.stringify({ head: viewHead(forged) }))
  expect((await verdictOf(untouched, other)).kinds).toContain('forked')
})

test('another database in the place of ours is found', async () => {
  const other = await createTrailDatabase()
  await writeTrail(other.db, 80, 5)
  const content = await exported(other.db)
  await other.close()
  expect(await verdictOf(content)).toEqual({ code: 1, kinds: ['rewritten', 'other trail'] })
})

test('a clock that was set back raises a doubt: in a seal, between heads', async () => {
  const back = await attacked(async (tx) => {
    const [seal] = await readSeals(tx, sql`number = (select max(number) from audit.seal)`)
    const earlier = { ...seal!, atMicros: seal!.atMicros - 86_400_000_000 }
    await run(
      tx,
      sql`update audit.seal set at = at - interval '1 day', digest = ${sealDigest(earlier)} where number = ${seal!.number}`,
    )
  })
  expect(await verdictOf(back)).toEqual({ code: 3, kinds: ['clock'] })
  const said = { size: 71, root: Buffer.alloc(32), seal: 11, at: new Date(Date.now() - 86_400_000) }
  const head = { ...said, keyId: key.id, signature: signText(key.privateKey, headText(said)) }
  expect((await verdictOf(untouched, await keep(JSON.stringify({ head: viewHead(head) })))).kinds).toContain('clock')
})

test('a personal part that went without a record is found; what law erased leaves the trail whole', async () => {
  const content = await attacked((tx) =>
    run(
      tx,
      sql`update audit.entry set erased_digest = sha256(salt), salt = null, actor_name = null, address = null, subjects = null,
        details = null where id = ${ids[20]}`,
    ),
  )
  expect((await verdictOf(content)).kinds).toEqual(['edited', 'erased'])
  expect(untouched).toContain('"audit.erase"')
})

test('a seal that was left out or changed is found', async () => {
  const without = await attacked((tx) => run(tx, sql`delete from audit.seal where number = 4`))
  expect((await verdictOf(without)).kinds).toContain('seal')
  const changed = await attacked((tx) =>
    run(tx, sql`update audit.seal set at = at + interval '1 second' where number = 4`),
  )
  expect((await verdictOf(changed)).kinds).toContain('seal')
})

test('a head of a stranger is not trusted; that of a key which the old one signed is', async () => {
  const stranger = await openSigningKey(join(folder, 'stranger.pem'))
  const said = { size: 36, root: Buffer.alloc(32, 7), seal: 5, at: new Date() }
  const forged = { ...said, keyId: stranger.id, signature: signText(stranger.privateKey, headText(said)) }
  const file = await keep(
    [
      JSON.stringify({
        key: {
          id: hex(stranger.id),
          publicKey: hex(stranger.publicKey),
          endorsedBy: hex(key.id),
          endorsement: '00'.repeat(64),
        },
      }),
      JSON.stringify({ head: viewHead(forged) }),
    ].join('\n'),
  )
  expect((await verdictOf(untouched, file)).kinds).toContain('unsigned')

  const { fresh, old, endorsement } = await rotateSigningKey(join(folder, 'key.pem'))
  await listKey(trail.db, fresh, { id: old.id, endorsement })
  await recordAudit(trail.db, record())
  await sealAll(trail.db)
  const later = join(folder, 'later.jsonl')
  await signHead(trail.db, { key: fresh, file: later }, createLog('silent'), { atOnce: true })
  await appendHeads(trail.db, later)
  expect(await readFile(later, 'utf8')).toContain(`"key":"${hex(fresh.id)}"`)
  expect(await verdictOf(await exported(trail.db), later)).toEqual({ code: 0, kinds: [] })
})

test('a proof holds with the key alone, and not when a letter of it was changed or another key is trusted', async () => {
  const proof = JSON.stringify(await proveEntry(trail.db, ids[9]!))
  const check = async (content: string, trusted = key.publicKey) =>
    verifier('proof', await keep(content), '--key', hex(trusted))
  expect(await check(proof)).toEqual({ code: 0, kinds: [] })
  expect((await check(proof.replace('"leafIndex":9', '"leafIndex":8'))).kinds).toEqual(['replaced'])
  const stranger = await openSigningKey(join(folder, 'other.pem'))
  expect((await check(proof, stranger.publicKey)).kinds).toEqual(['unsigned'])
  const { head: _head, ...unsigned } = JSON.parse(proof) as { head: object }
  expect(await check(JSON.stringify(unsigned))).toEqual({ code: 3, kinds: ['unsigned'] })
})

test('what is no export, and a wrong call, end with 2', async () => {
  expect((await verifier('trail', await keep('{"trail":2}\n'), '--key', hex(key.publicKey))).code).toBe(2)
  expect((await verifier('trail', await keep(untouched))).code).toBe(2)
})
