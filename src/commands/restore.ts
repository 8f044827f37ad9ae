import { parseArgs } from 'node:util'
import { WrongCall } from '#values/wrong-call.ts'
import { readRecoveryKey } from '#kernel/backup/keys.ts'
import { restore } from '#kernel/backup/restore/restore.ts'
import type { Command } from './command.ts'
import { findMissingContent } from './check-restored.ts'
import { momentOf } from './moment-of.ts'

const options = {
  from: { type: 'string' },
  to: { type: 'string' },
  key: { type: 'string' },
  at: { type: 'string' },
  'without-files': { type: 'boolean', default: false },
} as const

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'Khôi phục bản sao lưu vào thư mục mới. Restores a backup into a new folder.',
  usage: [
    'restore --from FOLDER --to NEW_FOLDER --key RECOVERY.key [--at 2026-11-28T08:15:00+07:00] [--json]',
    '',
    '--to             becomes DATA_DIRECTORY: start `serve` with it. It must not be there, or be empty',
    '--at             the moment, to a second; without it as late as there is',
    '--without-files  takes back a backup although files are missing in it, and says which',
    '',
    'Nothing is sent to anybody by what was restored, until `lien-thong outside release`.',
  ],
  async run(args, out) {
    const { values } = parseArgs({ args: [...args], options })
    const { from, to, key } = values
    if (from === undefined || to === undefined || key === undefined)
      throw new WrongCall('--from, --to and --key are needed; see --help')
    const at = momentOf(values.at)
    let missing: readonly string[] = []
    const done = await restore({
      from,
      to,
      key: readRecoveryKey(key),
      at,
      log: (line) => void (out.json || console.error(line)),
      async check({ db, dataDirectory }) {
        missing = await findMissingContent(db, dataDirectory)
        return values['without-files'] ? [] : missing.map((sha256) => `file ${sha256} is named and missing`)
      },
    })
    out.say({ ...done, to, missing }, [
      `Đã khôi phục về lúc ${done.moment.toISOString()} vào ${to}. Restored.`,
      ...missing.map((sha256) => `Thiếu tệp ${sha256}. This file is missing.`),
      `DATA_DIRECTORY=${to} ./lien-thong serve --demo none`,
      'Chưa gửi gì ra ngoài: xem rồi mở bằng `./lien-thong outside release`. Nothing is sent until it is released.',
    ])
    return missing.length === 0 ? 0 : 1
  },
}
