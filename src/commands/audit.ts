import { WrongCall } from '#values/wrong-call.ts'
import { connect, workingRole } from '#kernel/database/connect.ts'
import { readConfig } from '#kernel/config.ts'
import { createLog } from '#kernel/log.ts'
import { auditCommands, keyFileOf } from '#engines/audit/index.ts'
import type { Command } from './command.ts'
import { mustBeCurrent } from './install.ts'
import { openDatabase } from './open-database.ts'
import { writeLine } from './standard-output.ts'

export const auditCommand: Command = {
  name: 'audit',
  summary: 'Kiểm tra, chứng minh, kết xuất nhật ký. Verifies, proves and exports the audit trail.',
  usage: Object.values(auditCommands).map((one) => one.usage),
  async run([name, ...rest], out) {
    const command = Object.hasOwn(auditCommands, name ?? '')
      ? auditCommands[name as keyof typeof auditCommands]
      : undefined
    if (command === undefined) throw new WrongCall(`unknown: audit ${name ?? ''}; see --help`)
    const opened: { close(): Promise<void> }[] = []
    const config = readConfig(process.env)
    const openTrail = async () => {
      const database = await openDatabase(config, createLog('silent'))
      opened.unshift(database)
      await mustBeCurrent(database.url)
      const connection = connect(database.url, { size: 2, role: workingRole, name: 'lien-thong audit' })
      opened.unshift(connection)
      return connection.db
    }
    try {
      const parts = { openDatabase: openTrail, now: () => new Date(), write: writeLine, keyFile: keyFileOf(config) }
      return await command.run(parts, out.json ? [...rest, '--json'] : rest)
    } finally {
      for (const one of opened) await one.close()
    }
  },
}
