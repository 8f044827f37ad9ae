import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Command } from './command.ts'

export const benchCommand: Command = {
  name: 'bench',
  summary: 'Đo tốc độ so với mốc. Measures the figures, both sides of each ratio in one run.',
  usage: ['bench [NAME] [--json]', '', 'Prints a table and leaves bench/results.json.'],
  async run(args, out) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true })
    const main = join(import.meta.dirname, '..', '..', 'bench', 'main.ts')
    const child = spawn(process.execPath, [main, ...positionals, ...(out.json ? ['--json'] : [])], { stdio: 'inherit' })
    const [code] = (await once(child, 'exit')) as [number | null]
    return code ?? 1
  },
}
