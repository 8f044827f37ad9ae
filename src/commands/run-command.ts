import { WrongCall } from '#values/wrong-call.ts'
import { anonymiseCommand } from './anonymise.ts'
import { auditCommand } from './audit.ts'
import { backupCommand } from './backup.ts'
import { benchCommand } from './bench.ts'
import { checkCommand } from './check.ts'
import { clientsCommand } from './clients.ts'
import type { Command, Output } from './command.ts'
import { configCommand } from './config.ts'
import { demoCommand } from './demo.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { machinesCommand } from './machines.ts'
import { migrateCommand } from './migrate.ts'
import { partsCommand } from './parts.ts'
import { runbooksCommand } from './runbooks.ts'
import { sbomCommand } from './sbom.ts'
import { secretsCommand } from './secrets.ts'
import { sizeCommand } from './size.ts'
import { outsideCommand } from './outside.ts'
import { restoreCommand } from './restore.ts'
import { restoreDrillCommand } from './restore-drill.ts'
import { serveCommand, workCommand } from './serve.ts'
import { signOutCommand } from './sign-out.ts'
import { endedByPipe, ReaderLeft } from './standard-output.ts'

/** Everything that can be typed. */
export const commands: readonly Command[] = [
  serveCommand,
  workCommand,
  migrateCommand,
  checkCommand,
  demoCommand,
  importCommand,
  exportCommand,
  clientsCommand,
  machinesCommand,
  auditCommand,
  configCommand,
  runbooksCommand,
  sbomCommand,
  backupCommand,
  partsCommand,
  sizeCommand,
  restoreCommand,
  restoreDrillCommand,
  outsideCommand,
  signOutCommand,
  secretsCommand,
  anonymiseCommand,
  benchCommand,
]

/** Runs `lien-thong <command> …`; answers the exit code: 0 done, 1 found wrong, 2 called wrongly. */
export async function runCommand(argv: readonly string[]): Promise<number> {
  const json = argv.includes('--json')
  const [name, ...args] = argv.filter((arg) => arg !== '--json')
  const out: Output = {
    json,
    say: (value, lines = []) => console.log(json ? JSON.stringify(value) : lines.join('\n')),
  }
  const command = commands.find((one) => one.name === name)
  if (command === undefined) {
    const isAsked = name === undefined || name === 'help' || asksForHelp(argv)
    const error = isAsked ? {} : { error: `no such command: ${name}` }
    out.say({ ...error, commands: commands.map((one) => ({ name: one.name, summary: one.summary })) }, [
      ...(isAsked ? [] : [`Không có lệnh này. No such command: ${name}`, '']),
      'lien-thong <lệnh> [--help] [--json]',
      '',
      ...commands.map((one) => `  ${one.name.padEnd(13)} ${one.summary}`),
    ])
    return isAsked ? 0 : 2
  }
  if (asksForHelp(args)) {
    const { summary, usage } = command
    out.say({ name, summary, usage }, [summary, '', ...usage.map((line) => usageLine(command.name, line))])
    return 0
  }
  try {
    return await command.run(args, out)
  } catch (error) {
    if (error instanceof ReaderLeft) return endedByPipe
    if (json) out.say({ error: (error as Error).message })
    else console.error(`lien-thong ${name}: ${(error as Error).message}`)
    if (process.env['LOG_LEVEL'] === 'debug') console.error(error)
    return isWrongCall(error) ? 2 : 1
  }
}

const asksForHelp = (args: readonly string[]): boolean => args.includes('--help') || args.includes('-h')

/** A call as it is typed; everything else in a usage explains. */
const usageLine = (name: string, line: string): string =>
  line === '' ? '' : line.startsWith(name) ? `  lien-thong ${line}` : `  ${line}`

const isWrongCall = (error: unknown): boolean =>
  error instanceof WrongCall ||
  (typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
