import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { WrongCall } from '#values/wrong-call.ts'
import { readConfig } from '#kernel/config.ts'
import { createLog } from '#kernel/log.ts'
import { createFileStore } from '#engines/files/index.ts'
import { anonymise } from './anonymise/anonymise.ts'
import type { Command } from './command.ts'
import { mustBeCurrent } from './install.ts'
import { openDatabase } from './open-database.ts'

export const anonymiseCommand: Command = {
  name: 'anonymise',
  summary: 'Xóa dấu vết người thật trong bản sao để thử. Makes a copy for tests that says nothing of people.',
  usage: [
    'anonymise DATABASE [--json]',
    '',
    'DATABASE: the name of the copy, which DATABASE_URL leads to as a superuser. It has to be marked before:',
    "  alter database DATABASE set lien_thong.is_copy = 'yes'",
    'DATA_DIRECTORY: a new folder for the copy; files are replaced by such that say nothing. Says a password for all accounts, once.',
  ],
  async run(args, out) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true })
    const [name, ...more] = positionals
    if (name === undefined || more.length > 0) throw new WrongCall('which database? See --help')
    const config = readConfig(process.env)
    const files = join(config.dataDirectory, 'files')
    // Whatever else is in there are files of real people, which would stay.
    if (config.s3Url !== undefined || (existsSync(files) && readdirSync(files).length > 0))
      throw new Error('a copy needs a DATA_DIRECTORY of its own without files, and no S3_URL')
    await using open = new AsyncDisposableStack()
    const database = open.adopt(await openDatabase(config, createLog('silent')), (one) => one.close())
    await mustBeCurrent(database.url)
    const done = await anonymise(database.url, name, createFileStore(config))
    out.say(done, [
      `${done.rows} rows and ${done.files} files replaced; the trail, sessions and secrets are gone.`,
      `Mật khẩu của mọi tài khoản (chỉ nói một lần). Password of all accounts, said once: ${done.password}`,
      ...(done.administrator === undefined ? [] : [`Quản trị. Administrator: ${done.administrator}`]),
    ])
    return 0
  },
}
