import { parseArgs } from 'node:util'
import { WrongCall } from '#values/wrong-call.ts'
import { readConfig } from '#kernel/config.ts'
import { createLog } from '#kernel/log.ts'
import { createFileStore } from '#engines/files/index.ts'
import { demoAccess, demoAccountsTable } from '../demo/accounts.ts'
import { isDemoLoaded, loadDemo } from '../demo/load-demo.ts'
import { growDemo } from '../demo/scale/grow-demo.ts'
import type { Command } from './command.ts'
import { install } from './install.ts'
import { openDatabase } from './open-database.ts'

export const demoCommand: Command = {
  name: 'demo',
  summary: 'Tạo tỉnh mẫu để thử. Makes the demo province, deterministic.',
  usage: [
    'demo [--dossiers 5000] [--scale N] [--json]',
    '',
    '--scale 1000000 grows the province to so many dossiers over ten years; each lives as one of the first 5000 did.',
    'Never on a database that serves people: it makes accounts whose passwords are printed.',
  ],
  async run(args, out) {
    const { values } = parseArgs({
      args: [...args],
      options: { dossiers: { type: 'string', default: '5000' }, scale: { type: 'string' } },
    })
    const dossiers = numberOf(values.dossiers)
    const scale = values.scale === undefined ? undefined : numberOf(values.scale)
    const config = readConfig(process.env)
    const database = await openDatabase(config, createLog('silent'))
    try {
      await install(database.url)
      if (!(await isDemoLoaded(database.url))) await loadDemo(database.url, { dossiers })
      if (scale !== undefined)
        await growDemo(database.url, createFileStore(config), { dossiers: scale, now: new Date() })
      out.say(demoAccess, [demoAccountsTable(config.publicUrl)])
      return 0
    } finally {
      await database.close()
    }
  },
}

function numberOf(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 0) throw new WrongCall(`not a number of dossiers: ${text}`)
  return count
}
