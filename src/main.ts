import { setSourceMapsSupport } from 'node:module'
import { WrongDeclaration } from '#values/declared.ts'
import { outliveReaders } from './commands/standard-output.ts'

setSourceMapsSupport(true, { nodeModules: false, generatedCode: false })
outliveReaders()

const argv = process.argv.slice(2)
try {
  const { runCommand } = await import('./commands/run-command.ts')
  process.exitCode = await runCommand(argv)
} catch (error) {
  // What the systems declare is read with the commands, before any of them could say what is wrong with it.
  if (!(error instanceof WrongDeclaration)) throw error
  if (argv.includes('--json')) console.log(JSON.stringify({ error: error.message }))
  else console.error(`lien-thong: ${error.message}`)
  process.exitCode = 1
}
// A service manager starts another only when this one has ended: whatever a failure left running must not keep it.
if (process.exitCode !== 0) setTimeout(() => process.exit(), 10_000).unref()
