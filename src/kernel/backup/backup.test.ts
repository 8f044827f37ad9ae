import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rows, run, sql } from '#kernel/database/query.ts'
import { openSecrets } from '#kernel/secrets/secrets.ts'
import { createFileSystemStore } from '#kernel/storage/file-system-store.ts'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { readBackupStates } from './backup-state.ts'
import { placeOfContent } from './folder.ts'
import { backUpOnce, keepBackingUp } from './keep-backup.ts'
import { makeKeys, readRecoveryKey } from './keys.ts'
import { restore, type Restored } from './restore/restore.ts'
import { startBackedUpDatabase } from './testing/backed-up-database.ts'

/** A real cluster that is backed up, and taken back in another place. */

const directory = makeTestDirectory('backup')
const backup = join(directory, 'backup')
let platform: Awaited<ReturnType<typeof startBackedUpDatabase>>
let places = 0
const newPlace = () => join(directory, `restored-${(places += 1)}`)

beforeAll(async () => void (platform = await startBackedUpDatabase(directory)), 60_000)
afterAll(async () => {
  await platform.stop()
  removeTestDirectory(directory)
})

interface Found {
  readonly notes: string[]
  readonly holds: number
}

/** Restores, and answers what is in it. */
async function restored({ from = backup, at, to = newPlace() }: { from?: string; at?: Date; to?: string } = {}) {
  let found: Found = { notes: [], holds: 0 }
  const check = async ({ db }: Restored) => {
    const notes = await rows(
      db,
      sql<{ text: string; sha256: string | null }>`select text, sha256 from note order by at`,
    )
    const holds = await rows(db, sql`select from kernel.restoration where released_at is null`)
    found = { notes: notes.map(({ text }) => text), holds: holds.length }
    const store = createFileSystemStore(join(building(to), 'files'))
    const gone = []
    for (const { sha256 } of notes) if (sha256 !== null && !(await store.has(sha256))) gone.push(`file ${sha256}`)
    return gone
  }
  const done = await restore({ from, to, key: platform.recoveryKey, at, check, log: () => {} })
  return { ...done, ...found, to }
}

const building = (to: string): string =>
  join(directory, readdirSync(directory).find((name) => join(directory, name).startsWith(`${to}.restoring-`)) as string)

const putAndNote = async (text: string) => {
  const { sha256 } = await platform.store.put(Buffer.from(`tệp của ${text}`))
  await platform.note(text, sha256)
  return sha256
}

test('a backup that was killed is none, and the next one takes its place', { timeout: 120_000 }, async () => {
  await putAndNote('đầu tiên')
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('./testing/slow-backup.ts', import.meta.url)), platform.parts.url, directory],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const [killed] = readdirSync(join(backup, 'base'))
  expect(existsSync(join(backup, 'base', killed as string, 'manifest'))).toBe(false)
  await expect(restored()).rejects.toThrow('holds no base that was finished')

  const { id } = await backUpOnce(platform.parts)
  expect(readdirSync(join(backup, 'base'))).toEqual([id])
  expect(await restored()).toMatchObject({ notes: ['đầu tiên'], holds: 1, files: 1 })
})

describe('what is followed', () => {
  let between: Date
  let late: Date
  let sealed: Buffer

  test('is followed while people work', { timeout: 120_000 }, async () => {
    sealed = openSecrets({ secretsKey: undefined, dataDirectory: platform.data }).seal(Buffer.from('bí mật'), 'x')
    const stop = new AbortController()
    const following = keepBackingUp(platform.parts, { isBaseDue: () => false, logEveryMs: 300, stop: stop.signal })
    const isWhole = (id: string) => existsSync(join(backup, 'base', id, 'manifest'))
    await expect.poll(() => readdirSync(join(backup, 'base')).filter(isWhole).length, { timeout: 60_000 }).toBe(2)
    await platform.note('trước')
    await wait(1100)
    between = new Date(Math.floor(Date.now() / 1000) * 1000)
    await wait(1100)
    await putAndNote('sau')
    // So that a whole segment is kept as well.
    await run(platform.db, sql`select pg_switch_wal()`)
    await wait(1500)
    late = new Date()
    expect((await readBackupStates(platform.db))[0]?.coveredUntil?.getTime()).toBeGreaterThan(0)
    await wait(1500)
    stop.abort()
    await following
  })

  test(
    'comes back to a second: what was written before it is there, what came after is not',
    { timeout: 60_000 },
    async () => {
      const found = await restored({ at: between })
      expect(found.notes).toEqual(['đầu tiên', 'trước'])
      expect(found.moment).toEqual(between)
    },
  )

  test(
    'comes back as late as there is, with files written just before, keys and configuration',
    { timeout: 60_000 },
    async () => {
      const found = await restored()
      expect(found.notes).toEqual(['đầu tiên', 'trước', 'sau'])
      expect(found.files).toBe(2)
      expect(found.moment.getTime()).toBeGreaterThan(late.getTime() - 1000)
      const secrets = openSecrets({ secretsKey: undefined, dataDirectory: found.to })
      expect(secrets.open(sealed, 'x').toString()).toBe('bí mật')
      expect(readFileSync(join(found.to, 'restored.env'), 'utf8')).toBe("MAIL_FROM='Sở '\\''TTTT'\\'''\n")
    },
  )

  test(
    'a moment after the last commit is reached as well, when the log was followed that far',
    { timeout: 60_000 },
    async () => {
      expect((await restored({ at: late })).notes).toEqual(['đầu tiên', 'trước', 'sau'])
    },
  )

  test('content that did not change is not copied again, and what no base needs is deleted', async () => {
    const { copiedFiles } = await backUpOnce(platform.parts)
    expect(copiedFiles).toBe(0)
    expect(readdirSync(join(backup, 'base'))).toHaveLength(2)
  }, 60_000)

  describe('is refused', () => {
    const copy = join(directory, 'copy')
    const first = (folder: string) => join(copy, folder, readdirSync(join(copy, folder)).toSorted()[0] as string)
    const last = (folder: string) => join(copy, folder, readdirSync(join(copy, folder)).toSorted().at(-1) as string)
    const base = () => join(copy, 'base', readdirSync(join(copy, 'base')).toSorted().at(-1) as string)
    const content = () =>
      readdirSync(join(copy, 'files'), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.includes('/'))
        .map((name) => join(copy, 'files', name))
    const turn = (path: string) => {
      const bytes = readFileSync(path)
      bytes[bytes.length >> 1]! ^= 1
      writeFileSync(path, bytes)
    }
    const exchange = (a: string, b: string) => {
      renameSync(a, `${a}.away`)
      renameSync(b, a)
      renameSync(`${a}.away`, b)
    }
    const logOf = (which: (name: string) => boolean) =>
      join(
        copy,
        'log',
        readdirSync(join(copy, 'log'))
          .toSorted()
          .findLast((name) => which(name)) as string,
      )
    const marker = () => join(copy, 'lien-thong-backup.json')

    test.each<[string, () => void, RegExp]>([
      ['a damaged cluster', () => turn(join(base(), 'cluster')), /cannot be opened/],
      ['a cluster that was cut off', () => truncateSync(join(base(), 'cluster'), 100_000), /end is missing/],
      ['a cluster that is gone', () => rmSync(join(base(), 'cluster')), /ENOENT/],
      [
        'the cluster of another base',
        () => exchange(join(base(), 'cluster'), join(first('base'), 'cluster')),
        /exchanged/,
      ],
      [
        'the manifest of another base',
        () => exchange(join(base(), 'manifest'), join(first('base'), 'manifest')),
        /exchanged/,
      ],
      ['a damaged manifest', () => turn(join(base(), 'manifest')), /cannot be opened|damaged/],
      ['damaged keys and configuration', () => turn(last('settings')), /cannot be opened|damaged/],
      ['two files exchanged', () => exchange(content()[0] as string, content()[1] as string), /exchanged/],
      ['a damaged file', () => turn(content()[0] as string), /cannot be opened|damaged/],
      ['a damaged part of the log', () => turn(logOf((name) => name.includes('.0'))), /cannot be opened|damaged/],
      ['a log whose end is gone', () => rmSync(logOf((name) => name.includes('.0'))), /missing/],
      ['a log that is gone', () => rmSync(join(copy, 'log'), { recursive: true }), /ENOENT/],
      [
        'another database',
        () => writeFileSync(marker(), readFileSync(marker(), 'utf8').replace(/"system":"\d/, '"system":"8')),
        /another backup/,
      ],
      ['a folder that is no backup', () => rmSync(marker()), /is no backup/],
    ])('%s', { timeout: 60_000 }, async (_, damage, words) => {
      rmSync(copy, { recursive: true, force: true })
      cpSync(backup, copy, { recursive: true })
      damage()
      const to = newPlace()
      await expect(restored({ from: copy, to })).rejects.toThrow(words)
      expect(existsSync(to)).toBe(false)
      expect(readdirSync(directory).filter((name) => name.includes('.restoring-'))).toEqual([])
    })

    test('a file that is named and missing', { timeout: 60_000 }, async () => {
      rmSync(copy, { recursive: true, force: true })
      cpSync(backup, copy, { recursive: true })
      const [{ sha256 }] = (await rows(
        platform.db,
        sql<{ sha256: string }>`select sha256 from note where text = 'sau'`,
      )) as [{ sha256: string }]
      rmSync(join(copy, placeOfContent(sha256, platform.parts.key.naming)))
      await expect(restored({ from: copy })).rejects.toThrow(`not whole: file ${sha256}`)
    })

    test('moments outside, another key, a place that is taken', async () => {
      await expect(restored({ at: new Date(0) })).rejects.toThrow('too early')
      await expect(restored({ at: new Date(Date.now() + 60_000) })).rejects.toThrow('too late')
      mkdirSync(join(directory, 'taken', 'something'), { recursive: true })
      await expect(restored({ to: join(directory, 'taken') })).rejects.toThrow('is not empty')
      makeKeys(join(directory, 'other.key'), join(directory, 'other-recovery.key'))
      const other = {
        from: backup,
        to: newPlace(),
        key: readRecoveryKey(join(directory, 'other-recovery.key')),
        check: async () => [],
        log: () => {},
      }
      await expect(restore(other)).rejects.toThrow('was made for another recovery key')
    })
  })
})
