import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { WrongCall } from '#values/wrong-call.ts'
import { readConfig } from '#kernel/config.ts'
import { readBackupKey, readRecoveryKey } from '#kernel/backup/keys.ts'
import { createLog } from '#kernel/log.ts'
import { archiveParts } from '#kernel/parts/archive-parts.ts'
import { readArchivedParts } from '#kernel/parts/archived-part.ts'
import { readHolds } from '#kernel/parts/legal-hold.ts'
import { bringBack, checkArchive, readArchive, type ArchiveSource } from '#kernel/parts/read-archive.ts'
import { recordArchived } from '#engines/audit/index.ts'
import { keptTables } from '#engines/index.ts'
import type { Command, Output } from './command.ts'
import { holdObject, releaseObject } from './hold-object.ts'
import { mustBeCurrent } from './install.ts'
import { openDatabase } from './open-database.ts'
import { writeBytes } from './standard-output.ts'
import { withDatabase } from './with-database.ts'

const options = {
  to: { type: 'string' },
  from: { type: 'string' },
  key: { type: 'string' },
  before: { type: 'string' },
  because: { type: 'string' },
  by: { type: 'string' },
  evidence: { type: 'boolean', default: false },
} as const

type Given = ReturnType<typeof parse>['values']
const parse = (args: readonly string[]) => parseArgs({ args: [...args], options, allowPositionals: true })

/** Each word after `parts`; answers the exit code. */
const words: Readonly<Record<string, (given: Given, rest: readonly string[], out: Output) => Promise<number>>> = {
  archive,
  status,
  check,
  read,
  'bring-back': back,
  hold: (given, [object], out) => withDatabase('parts', (db) => holdObject(db, needed(object), given, out)),
  release: (given, [object], out) => withDatabase('parts', (db) => releaseObject(db, needed(object), given, out)),
}

export const partsCommand: Command = {
  name: 'parts',
  summary:
    'Đưa tháng, năm cũ vào tệp lưu trữ rồi bỏ khỏi cơ sở dữ liệu. Archives old months and years, then drops them.',
  usage: [
    'parts archive --to FOLDER --key BACKUP.key [--before YYYY-MM] [--json]',
    'parts status [--json]',
    'parts hold dossier:ID|part:NAME --because TEXT --by NAME · parts release dossier:ID|part:NAME --by NAME',
    'parts check ARCHIVE --from FOLDER --key RECOVERY.key [--json]',
    'parts read ARCHIVE --from FOLDER --key RECOVERY.key [--evidence]',
    'parts bring-back ARCHIVE --from FOLDER --key RECOVERY.key --because TEXT --by NAME [--json]',
    '',
    'archive     what is older than KEEP_TRAIL_MONTHS, KEEP_HISTORY_YEARS: written, read back, checked, then dropped; goes on where it was',
    '--before    leaves what ends later, although it is old enough',
    'hold        keeps a part, or every part that tells of a dossier, until it is released; written into the audit trail',
    'check       the archive by itself, without the database; of the trail every entry, seal and erasure',
    'read        the rows as they were; with --evidence the piece of the trail that `audit verify --file` takes',
    'bring-back  puts a part back for reading, under a hold; after its release the next archive drops it again',
  ],
  async run(args, out) {
    const { values, positionals } = parse(args)
    const [word = '', ...rest] = positionals
    const run = Object.hasOwn(words, word) ? words[word] : undefined
    if (run === undefined) throw new WrongCall(`unknown: parts ${word}; see --help`)
    return run(values, rest, out)
  },
}

async function archive({ to, key, before }: Given, rest: readonly string[], out: Output): Promise<number> {
  if (rest.length > 0 || to === undefined || key === undefined)
    throw new WrongCall('--to and --key are needed; see --help')
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  const now = new Date()
  const backupKey = readBackupKey(key)
  const limit = before === undefined ? undefined : monthOf(before)
  await using open = new AsyncDisposableStack()
  const database = open.adopt(await openDatabase(config, log), (one) => one.close())
  await mustBeCurrent(database.url)
  const outcomes = await archiveParts({
    url: database.url,
    to: resolve(to),
    key: backupKey,
    tables: keptTables(config),
    now,
    log,
    ...(limit && { before: limit }),
    record: (tx, dropped) => recordArchived(tx, dropped, userInfo().username, now),
  })
  out.say(outcomes, [
    ...outcomes.map(({ part, state, because, archive: id, rows }) =>
      state === 'dropped'
        ? `${part}: ${rows} dòng, đã lưu trữ ${id} và bỏ. Dropped.`
        : `${part}: giữ lại. Stays: ${because}`,
    ),
    ...(outcomes.length === 0 ? ['Chưa phần nào đủ cũ. Nothing is old enough.'] : []),
  ])
  return 0
}

async function status(_: Given, __: readonly string[], out: Output): Promise<number> {
  const { archives, holds } = await withDatabase('parts', async (db) => ({
    archives: await readArchivedParts(db),
    holds: await readHolds(db),
  }))
  out.say({ archives, holds }, [
    ...archives.map(
      ({ id, folder, rowCount, droppedAt, broughtBackAt }) =>
        `${id}: ${rowCount} dòng, ${folder}; ${droppedAt ? 'đã bỏ khỏi cơ sở dữ liệu' : broughtBackAt ? 'đang mở lại để đọc' : 'còn trong cơ sở dữ liệu'}`,
    ),
    ...holds.map(({ object, reason, placedBy }) => `giữ ${object}: ${reason} (${placedBy})`),
    ...(archives.length + holds.length === 0 ? ['Chưa lưu trữ gì. Nothing was archived.'] : []),
  ])
  return 0
}

async function check(given: Given, [id]: readonly string[], out: Output): Promise<number> {
  const { manifest, faults } = await checkArchive(sourceOf(given, id), keptTables(readConfig(process.env)))
  out.say({ ok: faults.length === 0, faults, manifest }, [
    ...faults.map((fault) => `BROKEN ${fault}`),
    faults.length === 0
      ? `${manifest.id}: nguyên vẹn, ${manifest.rows.count} dòng. Whole.`
      : 'Không nguyên vẹn. Broken.',
  ])
  return faults.length === 0 ? 0 : 1
}

async function read(given: Given, [id]: readonly string[]): Promise<number> {
  for await (const chunk of readArchive(sourceOf(given, id), given.evidence ? 'evidence' : 'rows'))
    await writeBytes(chunk)
  return 0
}

async function back(given: Given, [id]: readonly string[], out: Output): Promise<number> {
  const source = sourceOf(given, id)
  const [reason, by] = [needed(given.because, '--because'), needed(given.by, '--by')]
  const config = readConfig(process.env)
  await using open = new AsyncDisposableStack()
  const database = open.adopt(await openDatabase(config, createLog('silent')), (one) => one.close())
  await mustBeCurrent(database.url)
  const brought = await bringBack(database.url, source, { tables: keptTables(config), reason, by })
  out.say(brought, [`${brought.part}: ${brought.rows} dòng đã mở lại để đọc. Brought back.`])
  return 0
}

function sourceOf({ from, key }: Given, id: string | undefined): ArchiveSource {
  if (from === undefined || key === undefined) throw new WrongCall('--from and --key are needed; see --help')
  return { from: resolve(from), id: needed(id, 'an archive'), key: readRecoveryKey(key) }
}

function needed(text: string | undefined, what = 'dossier:ID or part:NAME'): string {
  if (!text?.trim()) throw new WrongCall(`${what} is needed; see --help`)
  return text
}

function monthOf(text: string): Date {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) throw new WrongCall(`not a month such as 2025-01: ${text}`)
  return new Date(`${text}-01T00:00:00Z`)
}
