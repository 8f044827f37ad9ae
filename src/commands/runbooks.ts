import { parseArgs } from 'node:util'
import { WrongCall } from '#values/wrong-call.ts'
import { allRunbooks } from '#engines/operations/runbook/index-of-runbooks.ts'
import { writeRunbooks } from '#engines/operations/runbook/write-runbooks.ts'
import type { Command } from './command.ts'

export const runbooksCommand: Command = {
  name: 'runbooks',
  summary: 'Cách xử lý sự cố, cả khi trang không mở được. What to do in trouble, also without the site.',
  usage: [
    'runbooks [CODE] [--english] [--json]',
    '',
    'CODE is as the health page and /metrics say it, such as disk-full.',
  ],
  async run(args, out) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { english: { type: 'boolean', default: false } },
    })
    const [code] = positionals
    const chosen = allRunbooks.filter((one) => code === undefined || one.code === code)
    if (chosen.length === 0) throw new WrongCall(`there is no runbook ${code}`)
    out.say(chosen, [writeRunbooks(values.english ? 'en' : 'vi', code)])
    return 0
  },
}
