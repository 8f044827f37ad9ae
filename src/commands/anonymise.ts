import { parseArgs } from 'node:util'
import { WrongCall } from '#values/wrong-call.ts'
import { readConfig } from '#kernel/config.ts'
import { connect } from '#kernel/database/connect.ts'
import { createLog } from '#kernel/log.ts'
import { createFileStore } from '#engines/files/index.ts'
import { anonymise } from './anonymise/anonymise.ts'
import type { Command } from './command.ts'
import { mustBeCurrent } from './install.ts'
import { openDatabase } from './open-database.ts'

const options = { copy: { type: 'boolean', default: false } } as const

export const anonymiseCommand: Command = {
  name: 'anonymise',
  summary: 'Xóa dữ liệu cá nhân trong một bản sao để thử. Replaces personal data in a copy.',
  usage: [
    'anonymise --copy [--json]',
    '',
    'In DATA_DIRECTORY, or in DATABASE_URL as the owner of its tables, and in the files that belong to it.',
    '--copy  says that this is a copy: what is replaced cannot be brought back',
    '',
    'Refused where the database was not restored from a backup, where it was released, and where anybody is connected to it.',
    'Broken off, it goes on when it is run again; until it has ended the copy is not served. It never sends anything.',
  ],
  async run(args, out) {
    const { values } = parseArgs({ args: [...args], options })
    if (!values.copy) throw new WrongCall('--copy is needed: everything personal in this database will be lost')
    const config = readConfig(process.env)
    await using open = new AsyncDisposableStack()
    const database = open.adopt(await openDatabase(config, createLog('silent')), (one) => one.close())
    await mustBeCurrent(database.url)
    const connection = open.adopt(
      connect(database.url, { size: 1, name: 'lien-thong anonymise', silenceMs: 0 }),
      (one) => one.close(),
    )
    const tell = (what: string, count: number) => void (out.json || console.error(`${what}: ${count}`))
    const done = await anonymise({ db: connection.db, store: createFileStore(config), tell })
    out.say(done, [
      `Đã thay ${done.rows} dòng, ${done.files} tệp, làm trống ${done.emptied} bảng. Anonymised.`,
      'Chạy thử: `./lien-thong serve --demo none`. Bản sao này không bao giờ gửi gì ra ngoài. It never sends.',
    ])
    return 0
  },
}
