import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Command } from './command.ts'

export const benchCommand: Command = {
  name: 'bench',
  summary: 'Đo tốc độ so với mốc. Measures the figures, both sides of each ratio in one run.',
  usage: ['bench [NAME] [--json]', '', 'Prints a table and leaves bench/results.json.'],
  async run(args) {
    const child = spawn(process.execPath, [join(import.meta.dirname, '..', '..', 'bench', 'main.ts'), ...args], {
      stdio: 'inherit',
    })
    const [code] = (await once(child, 'exit')) as [number | null]
    return code ?? 1
  },
}
