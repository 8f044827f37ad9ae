import { spawn } from 'node:child_process'
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
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
  'operations/actor': ['permissions', 'second-factor', 'account-at-counter', 'account-policy'],
  'directory/index': ['administration', 'delegation'],
  'directory/leave': ['delegation', 'unit-administrator', 'giving-rights'],
  'directory/must-manage': ['administration', 'transfer', 'unit-administrator', 'giving-rights'],
  'directory/held-post': ['transfer', 'delegation'],
  'directory/reach': ['unit-administrator', 'giving-rights'],
  'directory/valid-on': ['transfer'],
  'directory/permits-beyond': ['unit-administrator', 'giving-rights'],
  'identity/load-actor': ['abuse-sessions'],
  'identity/managed-account': ['unit-administrator', 'giving-rights', 'administration'],
  'identity/shut-out': ['account-at-counter', 'national-sign-on'],
  'directory/transfer': ['transfer', 'task-handover', 'unit-administrator', 'giving-rights'],
  'identity/is-open': ['transfer'],
  'notification/message': ['unsure-account', 'delegation'],
  'workflow/handover': ['task-handover'],
  'identity/': ['delegation'],
  'identity/provider': ['machines', 'provider', 'provider-logout'],
  'identity/machines': ['machines', 'unit-administrator', 'giving-rights'],
  'identity/owned-within': ['unit-administrator', 'giving-rights'],
  'workflow/': ['wrong-step', 'inbox', 'delegation'],
  'work/': ['wrong-step'],
  'counter/': ['several-counters', 'dossier-at-counter'],
  'dossier/may-read-file': ['counter-drafts'],
  'dossier/': ['unsure-account', 'mandate', 'co-applicant', 'page-of-a-dossier'],
}
const placesOf = (file: string): readonly string[] => [
  ...new Set(Object.entries(special).flatMap(([place, tests]) => (file.includes(place) ? tests : []))),
]
const ofCommands = (names: readonly string[]) => names.map((name) => `src/commands/${name}.test.ts`)
/** The test that stands beside a source, if one does. */
const besides = (file: string): readonly string[] =>
  [file.replace(/\.ts$/, '.test.ts')].filter((test) => existsSync(join(root, test)))

const copy = mkdtempSync(join(tmpdir(), 'mutated-rights-'))
process.once('exit', () => rmSync(copy, { recursive: true, force: true }))
process.once('SIGINT', () => process.exit(130))
// The pages are as they were built: no right is decided in them.
for (const part of ['src', 'sandbox', 'build', 'package.json', 'tsconfig.json', 'vitest.config.ts'])
  cpSync(join(root, part), join(copy, part), { recursive: true })
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))

const asked = process.argv.slice(2)
const all = globSync('src/{kernel,engines}/**/*.ts', { cwd: root }).flatMap((file) =>
  mutantsOf(file, readFileSync(join(root, file), 'utf8')).map((mutant) => ({ file, ...mutant })),
)
const mutants = all.filter(({ name }) => asked.length === 0 || asked.some((word) => name.includes(word)))

/** A slow machine finds nothing out. */
const patience = ['--testTimeout', '120000', '--hookTimeout', '240000']

/** What found the change out, or null if everything passes. One run for several files, so that they share a database server. */
const foundOut = async (tests: readonly string[]): Promise<string | null> => {
  const run = spawn(
    join(root, 'node_modules/.bin/vitest'),
    ['run', '--bail', '1', '--reporter', 'dot', ...patience, ...tests],
    {
      cwd: copy,
      env: { ...process.env, NO_COLOR: '1' },
    },
  )
  let said = ''
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (part: Buffer) => (said += part))
  const [code] = (await once(run, 'close')) as [number | null]
  if (code === 0) return null
  const [, test = 'the start'] = /FAIL\s+(?:src\/commands\/)?(.+)/.exec(said) ?? []
  return said.includes('timed out') ? `${test} (by its time)` : test
}

/** A condition that only tells the compiler what is there cannot be left out: it says so. A name that nobody uses any more is no answer. */
const refusedByTypes = async (file: string): Promise<string | null> => {
  const lenient = ['--noUnusedLocals', 'false', '--noUnusedParameters', 'false']
  const run = spawn(join(root, 'node_modules/.bin/tsc'), ['--noEmit', '--pretty', 'false', ...lenient, '-p', copy], {
    cwd: copy,
  })
  let said = ''
  run.stdout.on('data', (part: Buffer) => (said += part))
  await once(run, 'close')
  return said.includes(`${file}(`) ? 'the compiler' : null
}

/** The quick ones first: the slowest is asked only of what they let through. */
const killerOf = async (file: string): Promise<string | null> =>
  (besides(file).length > 0 ? await foundOut(besides(file)) : null) ??
  (await foundOut(ofCommands([...placesOf(file), 'explained-rights', 'asking-to-read']))) ??
  (await refusedByTypes(file)) ??
  (await foundOut(ofCommands(['access'])))

if (asked.includes('--list')) {
  for (const { name } of all) console.log(name)
  process.exit(0)
}
const files = [...new Set(mutants.map(({ file }) => file))]
const failing = await foundOut([
  ...files.flatMap(besides),
  ...ofCommands([...new Set([...files.flatMap(placesOf), 'explained-rights', 'asking-to-read', 'access'])]),
])
if (failing !== null) {
  console.error(`the tests fail without any change, so nothing can be said: ${failing}`)
  process.exit(2)
}
const survived: Mutant[] = []
for (const [at, mutant] of mutants.entries()) {
  const path = join(copy, mutant.file)
  const before = readFileSync(path, 'utf8')
  writeFileSync(path, mutant.source)
  const killer = await killerOf(mutant.file)
  writeFileSync(path, before)
  if (killer === null) survived.push(mutant)
  console.log(
    `${String(at + 1).padStart(3)}/${mutants.length} ${killer === null ? 'SURVIVED' : 'killed'} ${mutant.name}`,
  )
  if (killer !== null) console.log(`          by ${killer}`)
}
console.log(`\nkilled ${mutants.length - survived.length}/${mutants.length}`)
process.exit(survived.length === 0 ? 0 : 1)
