import { setSourceMapsSupport } from 'node:module'
import { runCommand } from './commands/run-command.ts'

setSourceMapsSupport(true, { nodeModules: false, generatedCode: false })
process.exitCode = await runCommand(process.argv.slice(2))
