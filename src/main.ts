import { setSourceMapsSupport } from 'node:module'
import { runCommand } from './commands/run-command.ts'
import { outliveReaders } from './commands/standard-output.ts'

setSourceMapsSupport(true, { nodeModules: false, generatedCode: false })
outliveReaders()
process.exitCode = await runCommand(process.argv.slice(2))
