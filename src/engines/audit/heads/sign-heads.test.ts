import { createPublicKey, verify } from 'node:crypto'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { rows, run, sql } from '#kernel/database/query.ts'
import { createLog, type Log } from '#kernel/log.ts'
import { auditCommands } from '../commands.ts'
import { recordAudit } from '../record.ts'
import { startSealing } from '../start-sealing.ts'
import { createTrailDatabase, record, tamper, writeTrail, type TrailDatabase } from '../testing/trail-database.ts'
import { findAuditAlarms } from '../trail-state.ts'
import { verifyTrail } from '../verify-trail.ts'
import { headText, keyText, type SignedHead } from './signed-head.ts'
import { signHead, type HeadParts } from './sign-heads.ts'
import { openHeads } from './start-signing.ts'
import { findLastHead, readKeys } from './stored-heads.ts'

const log = createLog('silent')
let trail: TrailDatabase
let folder: string
let parts: HeadParts
beforeEach(async () => {
  trail = await createTrailDatabase()
  folder = await mkdtemp(join(tmpdir(), 'heads-'))
  parts = await openHere()
})
afterEach(async () => {
  await trail.close()
  await rm(folder, { recursive: true })
})

const openHere = () => openHeads({ dataDirectory: folder, auditKeyFile: undefined, auditHeadsFile: undefined })

const sign = (known?: SignedHead) => signHead(trail.db, parts, log, { known, atOnce: true })

interface Line {
  readonly head?: { readonly size: number; readonly root: string }
  readonly key?: { readonly id: string }
}

const fileLines = async () =>
  (await readFile(parts.file, 'utf8').catch(() => ''))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)

const keyOf = (publicKey: Buffer) =>
  createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') }, format: 'jwk' })

test('the head of the newest seal is signed, kept in the table and in the file, and its signature holds', async () => {
  await writeTrail(trail.db, 12, 4)
  const head = (await sign()) as SignedHead
  const report = await verifyTrail(trail.db)
  expect({ size: head.size, root: head.root.toString('hex') }).toEqual(report.head)
  expect(await findLastHead(trail.db)).toEqual(head)
  const [key] = await readKeys(trail.db)
  expect(verify(null, Buffer.from(headText(head)), keyOf(key!.publicKey), head.signature)).toBe(true)
  expect(verify(null, Buffer.from(headText({ ...head, size: 11 })), keyOf(key!.publicKey), head.signature)).toBe(false)
  expect((await fileLines()).map((line) => Object.keys(line)[0])).toEqual(['key', 'head'])
})

test('nothing new is not signed again, and what the file lacks is added with the next head', async () => {
  await writeTrail(trail.db, 4, 4)
  expect(await sign()).toBeDefined()
  expect(await sign()).toBeUndefined()
  await rm(parts.file)
  await writeFile(parts.file, '{"head":{"size":1')
  await writeTrail(trail.db, 4, 4)
  await sign()
  const text = await readFile(parts.file, 'utf8')
  expect(
    text
      .split('\n')
      .slice(1, -1)
      .map((line) => (JSON.parse(line) as Line).head?.size),
  ).toEqual([undefined, 4, 8])
})

test('a full disk does not keep a head from being signed, and it is told', async () => {
  await writeTrail(trail.db, 4, 4)
  const errors: string[] = []
  const listening = { ...log, error: (_: unknown, said: string) => void errors.push(said) } as unknown as Log
  expect(await signHead(trail.db, { ...parts, file: '/dev/full' }, listening)).toMatchObject({ size: 4 })
  expect(errors).toEqual(['the head of the audit trail could not be kept in the file'])
})

test('of several processes one signs, once a minute, and each signs when it ends', async () => {
  const processes = [1, 2, 3].map(() => startSealing({ db: trail.db, log, heads: parts, intervalMs: 5 }))
  await recordAudit(trail.db, record())
  await pause(300)
  expect((await rows(trail.db, sql`select from audit.head`)).length).toBeLessThanOrEqual(1)
  await recordAudit(trail.db, record())
  for (const one of processes) await one.stop()
  expect(await findLastHead(trail.db)).toMatchObject({ size: 2 })
  expect((await fileLines()).at(-1)?.head?.size).toBe(2)
})

test('a head younger than a minute is enough', async () => {
  await writeTrail(trail.db, 4, 4)
  await sign()
  await writeTrail(trail.db, 4, 4)
  expect(await signHead(trail.db, parts, log)).toBeUndefined()
  await tamper(trail.owner, sql`update audit.head set at = at - interval '1 minute'`)
  expect(await signHead(trail.db, parts, log)).toMatchObject({ size: 8 })
})

test('a trail that was cut off, or another one, gets no head, as long as one thing remembers the old', async () => {
  await writeTrail(trail.db, 8, 4)
  const known = await sign()
  await tamper(
    trail.owner,
    sql`delete from audit.entry where xid >= (select from_xid from audit.seal where number = 2)`,
  )
  await tamper(trail.owner, sql`delete from audit.seal where number = 2`)
  await tamper(trail.owner, sql`delete from audit.frontier`)
  await writeTrail(trail.db, 8, 4)
  const refused = { code: 'trailDamaged', cause: { message: expect.stringContaining('a head of 8 entries') as string } }
  // The table remembers; then only the file; then only the process.
  await expect(sign()).rejects.toMatchObject(refused)
  await run(trail.owner, sql`delete from audit.head`)
  await expect(sign()).rejects.toMatchObject(refused)
  await rm(parts.file)
  await expect(sign(known)).rejects.toMatchObject(refused)
  expect(await findAuditAlarms(trail.db, new Date(Date.now() + 121_000))).toEqual(['audit.heads'])
  expect(await sign()).toMatchObject({ size: 12 })
  expect(await findAuditAlarms(trail.db, new Date(Date.now() + 121_000))).toEqual([])
})

test('the key is made once, kept from others, and refused where others can read it', async () => {
  const file = join(folder, 'audit', 'signing-key.pem')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect((await Promise.all([openHere(), openHere()])).map(({ key }) => key.id)).toEqual([parts.key.id, parts.key.id])
  expect(await readdir(join(folder, 'audit'))).toEqual(['signing-key.pem'])
  await chmod(file, 0o644)
  await expect(openHere()).rejects.toThrow('chmod 600')
  await chmod(file, 0o600)
  await writeFile(file, 'no key')
  await expect(openHere()).rejects.toThrow()
})

test('a new key is signed by the old one, both stay listed, and the old one goes on until processes start anew', async () => {
  await writeTrail(trail.db, 4, 4)
  await sign()
  const keyFile = join(folder, 'audit', 'signing-key.pem')
  const said: string[] = []
  const command = { openDatabase: async () => trail.db, now: () => new Date(), keyFile }
  await auditCommands['rotate-key'].run({ ...command, write: (line) => void said.push(line) }, [])
  await writeTrail(trail.db, 4, 4)
  const overlapping = (await sign()) as SignedHead
  expect(overlapping.keyId).toEqual(parts.key.id)
  const [old, fresh] = await readKeys(trail.db)
  expect(fresh).toMatchObject({ endorsedBy: old!.id })
  expect(verify(null, Buffer.from(keyText(fresh!.publicKey)), keyOf(old!.publicKey), fresh!.endorsement!)).toBe(true)
  expect(said[0]).toContain(`key ${fresh!.id.toString('hex')} follows ${old!.id.toString('hex')}`)

  parts = await openHere()
  await writeTrail(trail.db, 4, 4)
  expect((await sign())?.keyId).toEqual(fresh!.id)
  expect((await fileLines()).filter((line) => line.key).map((line) => line.key!.id)).toContain(
    fresh!.id.toString('hex'),
  )
  expect(await rows(trail.db, sql`select from audit.entry where operation = 'audit.rotateKey'`)).toHaveLength(1)
})
