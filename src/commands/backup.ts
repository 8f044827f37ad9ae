import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { WrongCall } from '#values/wrong-call.ts'
import { givenVariables, readConfig } from '#kernel/config.ts'
import { readBackupStates } from '#kernel/backup/backup-state.ts'
import { backUpOnce, keepBackingUp, type BackupParts } from '#kernel/backup/keep-backup.ts'
import { makeKeys, readBackupKey } from '#kernel/backup/keys.ts'
import { nightlyAt } from '#kernel/backup/nightly.ts'
import { createLog } from '#kernel/log.ts'
import { contentSeenSince, createFileStore } from '#engines/files/index.ts'
import type { Command, Output } from './command.ts'
import { mustBeCurrent } from './install.ts'
import { openDatabase } from './open-database.ts'
import { stopSignal } from './stop-signal.ts'
import { withDatabase } from './with-database.ts'

const options = {
  to: { type: 'string' },
  key: { type: 'string' },
  keep: { type: 'string', default: '7' },
  also: { type: 'string', multiple: true },
  follow: { type: 'boolean', default: false },
  'base-at': { type: 'string', default: '01:30' },
  'make-keys': { type: 'boolean', default: false },
  status: { type: 'boolean', default: false },
} as const

/** So long at most something is in the database and not in the backup; the promise is a minute. */
const logEveryMs = 10_000

export const backupCommand: Command = {
  name: 'backup',
  summary: 'Sao lưu cơ sở dữ liệu, tệp, khóa, cấu hình. Backs up everything, encrypted.',
  usage: [
    'backup --make-keys BACKUP.key RECOVERY.key',
    'backup --to FOLDER --key BACKUP.key [--keep 7] [--also PATH]… [--follow [--base-at HH:MM]] [--json]',
    'backup --status [--json]',
    '',
    '--make-keys   makes the pair: the first stays on the server, the second is kept where neither server nor backup is',
    '--follow      goes on: takes what is written every 10 seconds, and a base each night at 01:30 (Viet Nam); for a service',
    '--keep        so many bases, with everything between them; what only older ones needed is deleted',
    '--also        a file or folder that belongs to the configuration, such as /etc/lien-thong',
    '--status      when the last base ended, and up to when a moment can be restored',
  ],
  async run(args, out) {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    if (values['make-keys']) return newKeys(positionals, out)
    if (positionals.length > 0) throw new WrongCall(`unknown: backup ${positionals[0]}; see --help`)
    if (values.status) return sayStatus(out)
    if (values.to === undefined || values.key === undefined)
      throw new WrongCall('--to and --key are needed; see --help')
    const keep = wholeNumber('--keep', values.keep)
    const isBaseDue = nightlyAt(minutesOf(values['base-at']))
    const config = readConfig(process.env)
    const log = createLog(config.logLevel)
    const key = readBackupKey(values.key)
    await using open = new AsyncDisposableStack()
    const database = open.adopt(await openDatabase(config, log), (one) => one.close())
    await mustBeCurrent(database.url)
    const parts: BackupParts = {
      url: database.url,
      to: resolve(values.to),
      key,
      store: createFileStore(config),
      settings: {
        dataDirectory: config.dataDirectory,
        environment: givenVariables(process.env),
        also: values.also ?? [],
      },
      seenSince: contentSeenSince,
      keep,
      log,
    }
    if (values.follow) {
      const stop = new AbortController()
      void stopSignal().then(() => stop.abort())
      out.say({ state: 'following', to: parts.to }, ['Đang sao lưu liên tục. Backing up continuously.'])
      await keepBackingUp(parts, { isBaseDue, logEveryMs, stop: stop.signal })
      return 0
    }
    const taken = await backUpOnce(parts)
    out.say(taken, [`Đã sao lưu đến ${taken.endedAt}, ${taken.seconds.toFixed(1)} s. Backed up: ${taken.id}`])
    return 0
  },
}

function newKeys([backup, recovery, ...more]: readonly string[], out: Output): number {
  if (backup === undefined || recovery === undefined || more.length > 0)
    throw new WrongCall('--make-keys needs the names of two new files; see --help')
  makeKeys(backup, recovery)
  out.say({ backup, recovery }, [
    `${backup}: để trên máy chủ này. Stays on this server.`,
    `${recovery}: cất ở hai nơi khác, không để cùng máy chủ hay bản sao lưu. Mất nó là không khôi phục được.`,
    'Without the second one no backup can ever be opened: keep it in two other places.',
  ])
  return 0
}

async function sayStatus(out: Output): Promise<number> {
  const now = Date.now()
  const ageOf = (at: Date | null) => (at === null ? null : Math.round((now - at.getTime()) / 1000))
  const states = (await withDatabase('backup', readBackupStates)).map((state) => ({
    ...state,
    baseAgeSeconds: ageOf(state.baseAt),
    coveredAgeSeconds: ageOf(state.coveredUntil),
  }))
  const show = (at: Date | null, age: number | null) => (at === null ? '-' : `${at.toISOString()} (${age} s)`)
  out.say(states, [
    ...states.map(
      (one) =>
        `${one.folder}: bản gốc xong lúc ${show(one.baseAt, one.baseAgeSeconds)}, khôi phục được đến ${show(one.coveredUntil, one.coveredAgeSeconds)}`,
    ),
    ...(states.length === 0 ? ['Chưa sao lưu lần nào. No backup was ever taken.'] : []),
  ])
  return states.length === 0 ? 1 : 0
}

function wholeNumber(name: string, text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new WrongCall(`${name} must be a whole number from 1 on`)
  return Number(text)
}

function minutesOf(text: string): number {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) throw new WrongCall('--base-at must be a time such as 01:30')
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
}
