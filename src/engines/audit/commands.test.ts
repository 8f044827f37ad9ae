import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rows, sql } from '#kernel/database/query.ts'
import { createLog } from '#kernel/log.ts'
import { auditCommands } from './commands.ts'
import { erasePersonalPart } from './erase-personal-part.ts'
import { verifyExport } from './export-trail.ts'
import { signHead } from './heads/sign-heads.ts'
import { openSigningKey } from './heads/signing-key.ts'
import {
  createTrailDatabase,
  record,
  sealAll,
  tamper,
  writeTrail,
  type TrailDatabase,
} from './testing/trail-database.ts'
import type { TrailReport } from './trail-report.ts'

let trail: TrailDatabase
let folder: string
let ids: string[]
let keyFile: string
beforeAll(async () => {
  trail = await createTrailDatabase()
  folder = await mkdtemp(join(tmpdir(), 'audit-'))
  keyFile = join(folder, 'signing-key.pem')
  await writeTrail(trail.db, 300, 25)
  ids = (await rows(trail.db, sql<{ id: string }>`select id from audit.entry order by xid, id`)).map(({ id }) => id)
  await erasePersonalPart(trail.owner, {
    entries: [ids[4]!],
    reason: 'Quyết định 12',
    call: record().call,
    at: new Date(),
  })
  await sealAll(trail.db)
  const heads = { key: await openSigningKey(keyFile), file: join(folder, 'heads.jsonl') }
  await signHead(trail.db, heads, createLog('silent'))
}, 40_000)
afterAll(async () => {
  await trail.close()
  await rm(folder, { recursive: true })
})

/** Refused while a test shows that no database is needed. */
let open = async () => trail.db

async function command(name: keyof typeof auditCommands, ...args: string[]) {
  const lines: string[] = []
  const code = await auditCommands[name].run(
    { openDatabase: open, now: () => new Date(), keyFile, write: (line) => void lines.push(line) },
    args,
  )
  return { code, lines }
}

const keep = async (name: string, lines: readonly string[]) => {
  await writeFile(join(folder, name), lines.join('\n'))
  return join(folder, name)
}

test('verify answers zero and a report, and one against a head that is not ours', async () => {
  const whole = await command('verify', '--json')
  const report = JSON.parse(whole.lines[0]!) as TrailReport
  expect(whole.code).toBe(0)
  expect(report).toMatchObject({ ok: true, entries: 301, erased: 1, findings: [] })
  const head = `${report.head.size}:${report.head.root}`
  expect((await command('verify', '--head', head)).lines).toEqual([
    expect.stringMatching(/^the trail is whole: 301 entries/),
    `head ${head}`,
  ])
  const foreign = await command('verify', '--head', `200:${'ab'.repeat(32)}`)
  expect(foreign.code).toBe(1)
  expect(foreign.lines[0]).toMatch(/^BROKEN forked/)
  await expect(command('verify', '--head', 'x')).rejects.toThrow('not a head')
})

test('a proof goes through a file and holds', async () => {
  const { code, lines } = await command('prove', ids[7]!)
  expect(code).toBe(0)
  expect((await command('verify', '--proof', await keep('proof.json', lines))).lines).toEqual(['the proof holds'])
  const forged = lines[0]!.replace('"leafIndex":7', '"leafIndex":8')
  expect(await command('verify', '--proof', await keep('forged.json', [forged]), '--json')).toEqual({
    code: 1,
    lines: [JSON.stringify({ ok: false, reason: 'the path does not lead to the root' })],
  })
  for (const text of ['no proof', '{}', '[]', '{"version":1,"entry":5}'])
    await expect(command('verify', '--proof', await keep('none.json', [text]))).rejects.toThrow(
      /none\.json is no proof as `audit prove` writes it$/,
    )
  expect(JSON.parse((await command('prove', '--since', '50')).lines[0]!)).toMatchObject({ old: { size: 50 } })
  await expect(command('prove')).rejects.toThrow('audit prove ENTRY')
})

test('an export is checked without the database, as a whole or behind a seal, and a changed line is found', async () => {
  const { lines } = await command('export')
  expect(await verifyExport(lines)).toMatchObject({ ok: true, entries: 301, seals: 13, erased: 1 })
  expect((await command('verify', '--file', await keep('export.jsonl', lines))).code).toBe(0)

  const later = (await command('export', '--after', '10')).lines
  expect(await verifyExport(later)).toMatchObject({ ok: true, entries: 51, seals: 3 })

  const changed = lines.map((line) =>
    line.includes(ids[9]!) ? line.replace('Chuyên viên', 'Trưởng phòng').replace('"done"', '"refused"') : line,
  )
  expect((await verifyExport(changed)).findings).toEqual([expect.objectContaining({ kind: 'edited', entry: ids[9] })])
  const shortened = lines.filter((line) => !line.includes(ids[9]!))
  expect((await verifyExport(shortened)).findings.map(({ kind }) => kind)).toContain('missing')
})

test('a file that is no export is said to be none, by line', async () => {
  const { lines } = await command('export')
  for (const wrong of ['nothing of ours', '{}', ''])
    await expect(
      command('verify', '--file', await keep('none.jsonl', [...lines.slice(0, 3), wrong, ...lines.slice(3)])),
    ).rejects.toThrow('line 4 is none of an export as `audit export` writes it')
})

test('an export is in the trail before its first line, and the heads alone are no personal data', async () => {
  const before = await rows(trail.db, sql`select from audit.entry where operation = 'audit.export'`)
  const heads = await command('export', '--heads')
  expect(heads.lines.map((line) => line.slice(0, 7))).toEqual(['{"key":', '{"head"'])
  expect(await rows(trail.db, sql`select from audit.entry where operation = 'audit.export'`)).toHaveLength(
    before.length,
  )
  await command('export')
  expect(await rows(trail.db, sql`select from audit.entry where operation = 'audit.export'`)).toHaveLength(
    before.length + 1,
  )
})

test('a proof and an export are checked where there is no database', async () => {
  const proof = await keep('alone.json', (await command('prove', ids[7]!)).lines)
  const lines = await keep('alone.jsonl', (await command('export')).lines)
  open = () => Promise.reject(new Error('there is no database here'))
  try {
    expect((await command('verify', '--proof', proof)).code).toBe(0)
    expect((await command('verify', '--file', lines)).code).toBe(0)
    await expect(command('verify')).rejects.toThrow('there is no database here')
  } finally {
    open = async () => trail.db
  }
})

test('verify names what is broken', async () => {
  await tamper(trail.owner, sql`update audit.entry set account = 'x' where id = ${ids[3]}`)
  const { code, lines } = await command('verify')
  expect(code).toBe(1)
  expect(lines).toEqual([
    `BROKEN edited: the entry is not what was recorded (${ids[3]})`,
    expect.stringContaining('THE TRAIL IS BROKEN'),
    expect.stringMatching(/^head /),
  ])
})
