import { parseArgs } from 'node:util'
import { readConfig } from '#kernel/config.ts'
import { createLog } from '#kernel/log.ts'
import type { Command } from './command.ts'
import { install } from './install.ts'
import { openDatabase } from './open-database.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'Đưa cơ sở dữ liệu lên phiên bản này. Brings the database to this version.',
  usage: [
    'migrate [--json]',
    '',
    'Runs what is missing, forward only, and publishes what the systems declare. Safe to repeat.',
  ],
  async run(args, out) {
    parseArgs({ args: [...args] })
    const config = readConfig(process.env)
    const log = createLog(out.json ? 'silent' : config.logLevel)
    const database = await openDatabase(config, log)
    try {
      const done = await install(database.url, log)
      out.say(done, [
        `${done.migrations.length} migrations, ${done.units} units, ${done.procedures.length} procedures published`,
      ])
      return 0
    } finally {
      await database.close()
    }
  },
}
