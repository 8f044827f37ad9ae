import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { makeKeys } from '#kernel/backup/keys.ts'
import { connect, type Connection } from '#kernel/database/connect.ts'
import { dueParts } from '#kernel/parts/due-parts.ts'
import { keptTables } from '#engines/index.ts'
import { partsCommand } from './parts.ts'
import { lienThong } from './testing/command-line.ts'
import { startTestPlatform, type TestPlatform } from './testing/test-platform.ts'

/** Years of the history of dossiers leave by the command, as an administrator types it. */

let province: TestPlatform
let owner: Connection
let folder: string
let environment: Record<string, string>
/** Dossiers that ended long ago, with all that happened to them in 2012. */
let old: { readonly id: string; readonly code: string }[]

beforeAll(async () => {
  province = await startTestPlatform()
  owner = connect(province.url, { size: 2 })
  folder = join(province.directory, 'archive')
  const keys = ['backup.key', 'recovery.key'].map((name) => join(province.directory, name)) as [string, string]
  makeKeys(...keys)
  environment = { DATABASE_URL: province.url, DATA_DIRECTORY: province.directory, LOG_LEVEL: 'silent' }
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  old = (
    await owner.pool.query<{ id: string; code: string }>(
      `update services.dossier set finished_at = '2012-09-01', is_open = false where id in (
        select id from services.dossier where not is_open and finished_at is not null order by id limit 3) returning id, code`,
    )
  ).rows
  await owner.pool.query(`select kernel.make_partition('services.dossier_event', '2012-01-01')`)
  await owner.pool.query(
    `insert into services.dossier_event (id, dossier_id, at, kind, step, actor_name, actor_title, unit_name, words, detail, is_public)
      select gen_random_uuid(), d.id, timestamptz '2012-03-01' + n * interval '1 day', e.kind, e.step, e.actor_name, e.actor_title,
        e.unit_name,
        jsonb_build_object('vi', E'dòng thứ ' || n || E'\\n\\tcó \\\\ và xuống dòng', 'en', 'line'), e.detail, e.is_public
      from services.dossier d, generate_series(1, 50) n,
        lateral (select * from services.dossier_event e where e.dossier_id = d.id order by at limit 1) e
      where d.id = any($1)`,
    [old.map(({ id }) => id)],
  )
}, 120_000)
afterAll(async () => {
  vi.unstubAllEnvs()
  await owner?.close()
  await province?.stop()
}, 60_000)

const key = (name: string) => join(province.directory, name)
const archiveArguments = () => ['parts', 'archive', '--to', folder, '--key', key('backup.key'), '--json']
/** As it is typed, in this process: starting one takes longer than all that is done. */
const parts = async (...args: string[]) => {
  const said: unknown[] = []
  const code = await partsCommand.run(args, { json: true, say: (value) => void said.push(value) })
  return { code, said: said[0] }
}
const eventsOf2012 = async () =>
  (
    await owner.pool.query<{ row: string }>(
      `select e::text as row from services.dossier_event e where at < '2013-01-01' order by at, id`,
    )
  ).rows.map(({ row }) => row)
const isHere = async () =>
  (await owner.pool.query(`select to_regclass('services.dossier_event_2012') is not null as here`)).rows[0]
    .here as boolean
/** What the health page says is kept too long. */
const due = () =>
  dueParts(province.platform.connection.db, keptTables({ keepTrailMonths: 24, keepHistoryYears: 10 }), new Date())
const archives = async () =>
  (await owner.pool.query(`select id, dropped_at from kernel.archived_part order by verified_at`)).rows as {
    id: string
    dropped_at: Date | null
  }[]

test('a year stays while one of its dossiers is held or goes on; killed between archive and drop, the next call drops it on the archive that is there', async () => {
  const before = await eventsOf2012()
  expect(before.length).toBe(150)
  const held = `dossier:${old[0]!.id}`
  expect((await parts('hold', held, '--because', 'tòa án yêu cầu', '--by', 'Chánh Văn phòng')).code).toBe(0)
  const stays = [{ part: 'services.dossier_event_2012', state: 'stays', because: `dossier ${old[0]!.code} is held` }]
  expect((await parts('archive', '--to', folder, '--key', key('backup.key'))).said).toEqual(stays)
  expect(await due()).toEqual([])
  expect((await parts('release', held, '--by', 'Chánh Văn phòng')).code).toBe(0)
  await owner.pool.query('update services.dossier set is_open = true where id = $1', [old[1]!.id])
  expect((await parts('archive', '--to', folder, '--key', key('backup.key'))).said).toMatchObject([
    { state: 'stays', because: `dossier ${old[1]!.code} goes on` },
  ])
  expect(await due()).toEqual([])
  await owner.pool.query('update services.dossier set is_open = false where id = $1', [old[1]!.id])
  expect(await due()).toEqual(['services.dossier_event_2012'])

  // Somebody reads the table all the while: archived, but not dropped.
  const reader = await owner.pool.connect()
  await reader.query('set idle_in_transaction_session_timeout = 0; begin')
  await reader.query('select from services.dossier_event limit 1')
  const killed = spawn(lienThong, archiveArguments(), {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: 'ignore',
  })
  const ended = once(killed, 'exit')
  for (let patience = 2400; (await archives()).length === 0 && patience > 0; patience -= 1) await wait(50)
  killed.kill('SIGKILL')
  await ended
  await reader.query('commit')
  reader.release()
  const [written] = await archives()
  expect(written?.dropped_at).toBeNull()
  expect(await eventsOf2012()).toEqual(before)
  const lies = join(folder, 'parts', written!.id, 'rows')
  const { mtimeMs } = statSync(lies)

  const { code, said } = await parts('archive', '--to', folder, '--key', key('backup.key'))
  expect([code, said]).toMatchObject([0, [{ state: 'dropped', archive: written!.id, rows: 150 }]])
  expect(await isHere()).toBe(false)
  expect(statSync(lies).mtimeMs).toBe(mtimeMs)
  expect(readdirSync(join(folder, 'parts'))).toEqual([written!.id])
  const { rows: told } = await owner.pool.query(
    `select operation, objects from audit.entry where operation in ('parts.hold', 'parts.release', 'audit.archivePart') order by at, id`,
  )
  expect(told).toEqual([
    { operation: 'parts.hold', objects: [held] },
    { operation: 'parts.release', objects: [held] },
    { operation: 'audit.archivePart', objects: ['part:services.dossier_event_2012'] },
  ])

  const from = ['--from', folder, '--key', key('recovery.key')]
  expect((await parts('check', written!.id, ...from)).said).toMatchObject({
    ok: true,
    manifest: { rows: { count: 150 } },
  })
  const back = await parts('bring-back', written!.id, ...from, '--because', 'đọc lại', '--by', 'Chánh Văn phòng')
  expect(back.said).toEqual({ part: 'services.dossier_event_2012', rows: 150 })
  expect(await eventsOf2012()).toEqual(before)
  expect((await parts('status')).said).toMatchObject({
    archives: [{ id: written!.id, droppedAt: null }],
    holds: [{ object: 'part:services.dossier_event_2012', reason: 'đọc lại' }],
  })
}, 240_000)

test('what cannot be is refused in words', async () => {
  await expect(parts('hold', 'dossier:khong-co', '--because', 'x', '--by', 'y')).rejects.toThrow(
    'there is no dossier:khong-co',
  )
  await expect(parts('hold', 'part:audit.entry', '--because', 'x', '--by', 'y')).rejects.toThrow('there is no part')
  await expect(parts('hold', `dossier:${old[0]!.id}`, '--by', 'y')).rejects.toThrow('who decided, and why')
  await expect(parts('archive', '--to', folder)).rejects.toThrow('--key')
  await expect(parts('archive', '--to', folder, '--key', key('backup.key'), '--before', '2012')).rejects.toThrow(
    'not a month',
  )
  // The server's own key opens nothing of what it archived.
  const [one] = await archives()
  await expect(parts('check', one!.id, '--from', folder, '--key', key('backup.key'))).rejects.toThrow(
    'is not a recovery key',
  )
})
