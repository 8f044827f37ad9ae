import { spawn } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mutantsOf, type Mutant } from './mutants.ts'

/**
 * Proves that the tests of rights guard every condition: weakens each that is marked, one at a time in a copy of the sources, and runs the tests
 * until one fails. `npm run mutate-rights [-- words, one of which names the file or condition]`. Ends with how many were found out, and names those that were not.
 */

const root = join(import.meta.dirname, '..')
/** The tests that ask about the rights of one place, besides those that ask about all. */
const special: Readonly<Record<string, readonly string[]>> = {
  'operations/actor': ['permissions'],
  'directory/index': ['administration', 'delegation'],
  'identity/': ['delegation'],
  'calendar/': ['unit-administrator'],
  'workflow/': ['wrong-step', 'inbox'],
  'work/': ['wrong-step'],
  'counter/': ['several-counters', 'dossier-at-counter'],
  'dossier/': ['unsure-account', 'mandate', 'co-applicant'],
}
const placesOf = (file: string): readonly string[] => [
  ...new Set(Object.entries(special).flatMap(([place, tests]) => (file.includes(place) ? tests : []))),
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
const mutants = all.filter(({ name }) => asked.length === 0 || asked.some((word) => name.includes(word)))

/** One run for several files, so that they share a database server. */
const pass = async (tests: readonly string[]): Promise<boolean> => {
  const run = spawn(
    join(root, 'node_modules/.bin/vitest'),
    ['run', '--bail', '1', '--reporter', 'dot', ...tests.map((name) => `src/commands/${name}.test.ts`)],
    { cwd: copy, stdio: 'ignore' },
  )
  const [code] = (await once(run, 'exit')) as [number | null]
  return code === 0
}

/** The quick ones first: the slowest is asked only of what they let through. */
const passes = async (file: string): Promise<boolean> =>
  (await pass([...placesOf(file), 'explained-rights', 'asking-to-read'])) && (await pass(['access']))

if (asked.includes('--list')) {
  for (const { name } of all) console.log(name)
  process.exit(0)
}
if (
  !(await pass([
    ...new Set(mutants.flatMap(({ file }) => placesOf(file))),
    'explained-rights',
    'asking-to-read',
    'access',
  ]))
) {
  console.error('the tests fail without any change; nothing can be said')
  process.exit(2)
}
const survived: Mutant[] = []
for (const [at, mutant] of mutants.entries()) {
  const path = join(copy, mutant.file)
  const before = readFileSync(path, 'utf8')
  writeFileSync(path, mutant.source)
  const lives = await passes(mutant.file)
  writeFileSync(path, before)
  if (lives) survived.push(mutant)
  console.log(`${String(at + 1).padStart(3)}/${mutants.length} ${lives ? 'SURVIVED' : 'killed  '} ${mutant.name}`)
}
console.log(`\nkilled ${mutants.length - survived.length}/${mutants.length}`)
process.exit(survived.length === 0 ? 0 : 1)
