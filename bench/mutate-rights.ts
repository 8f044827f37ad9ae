import { spawn } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mutantsOf, type Mutant } from './mutants.ts'

/**
 * Proves that the tests of rights guard every condition: weakens each that is marked, one at a time in a copy of the sources, and runs the tests
 * until one fails. `npm run mutate-rights [-- words of a file or condition]`. Ends with how many were found out, and names those that were not.
 */

const root = join(import.meta.dirname, '..')
/** What asks about rights in general, the quickest to notice first. */
const general = ['explained-rights', 'asking-to-read', 'access']
/** What asks about those of one place, before that. */
const special: Readonly<Record<string, readonly string[]>> = {
  'operations/actor': ['permissions'],
  'directory/index': ['administration', 'delegation'],
  'identity/': ['delegation'],
  'workflow/': ['wrong-step', 'inbox'],
  'work/': ['wrong-step'],
  'counter/': ['several-counters', 'dossier-at-counter'],
  'access/access-request': ['asking-to-read'],
}
const testsOf = (file: string): readonly string[] => [
  ...new Set([...Object.entries(special).flatMap(([place, tests]) => (file.includes(place) ? tests : [])), ...general]),
]

const copy = mkdtempSync(join(tmpdir(), 'mutated-rights-'))
process.once('exit', () => rmSync(copy, { recursive: true, force: true }))
process.once('SIGINT', () => process.exit(130))
for (const part of ['src', 'sandbox', 'package.json', 'tsconfig.json', 'vitest.config.ts'])
  cpSync(join(root, part), join(copy, part), { recursive: true })
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))

const asked = process.argv.slice(2)
const all = globSync('src/{kernel,engines}/**/*.ts', { cwd: root }).flatMap((file) =>
  mutantsOf(file, readFileSync(join(root, file), 'utf8')).map((mutant) => ({ file, ...mutant })),
)
const mutants = all.filter(({ name }) => asked.every((word) => name.includes(word)))

const passes = async (tests: Iterable<string>): Promise<boolean> => {
  for (const test of tests) {
    const run = spawn(
      join(root, 'node_modules/.bin/vitest'),
      ['run', '--bail', '1', '--reporter', 'dot', `src/commands/${test}.test.ts`],
      { cwd: copy, stdio: 'ignore' },
    )
    const [code] = (await once(run, 'exit')) as [number | null]
    if (code !== 0) return false
  }
  return true
}

if (asked.includes('--list')) {
  for (const { name } of all) console.log(name)
  process.exit(0)
}
if (!(await passes(new Set(mutants.flatMap(({ file }) => testsOf(file)))))) {
  console.error('the tests fail without any change; nothing can be said')
  process.exit(2)
}
const survived: Mutant[] = []
for (const [at, mutant] of mutants.entries()) {
  const path = join(copy, mutant.file)
  const before = readFileSync(path, 'utf8')
  writeFileSync(path, mutant.source)
  const lives = await passes(testsOf(mutant.file))
  writeFileSync(path, before)
  if (lives) survived.push(mutant)
  console.log(`${String(at + 1).padStart(3)}/${mutants.length} ${lives ? 'SURVIVED' : 'killed  '} ${mutant.name}`)
}
console.log(`\nkilled ${mutants.length - survived.length}/${mutants.length}`)
process.exit(survived.length === 0 ? 0 : 1)
