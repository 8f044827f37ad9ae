import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from 'recheck'
import { parseAst } from 'vite'

/**
 * Judges every regular expression of the product by what texts it costs too long (ReDoS): `npm run redos`. None may cost time that doubles
 * with each sign. One that costs the square of the length stands below with what bounds the length, or the run fails; a line
 * that is needed no more fails, too.
 */

const ownWords = 'words of ours: declarations, configuration, sources'
const oneName = 'file-name.ts looks at 1,000 letters'
const inProcess = 'in a process of its own with 10 s (run-check.ts)'
const header = 'a header: 16 KB with all others (serve-http.ts)'
const shortField = 'a field of a form: cut to 200 letters before'
const tidied = 'tidied before: no two spaces or line ends in a row'
const official = 'what an official types into a form of 2 MB at most; costs their own request'
const catalogue = 'one part of one record of a catalogue that an official with that right brings'

const bounded: Readonly<Record<string, string>> = {}

interface Node {
  readonly type: string
  readonly regex?: { readonly pattern: string; readonly flags: string }
}

function* expressionsIn(node: unknown): Generator<{ pattern: string; flags: string }> {
  if (typeof node !== 'object' || node === null) return
  const { type, regex } = node as Node
  if (type === 'Literal' && regex) yield regex
  for (const below of Object.values(node)) yield* expressionsIn(below)
}

const sources = globSync('src/**/*.{ts,tsx}', { cwd: join(import.meta.dirname, '..') }).filter(
  (file) => !/\.test\.tsx?$|\/testing\/|\.d\.ts$/.test(file),
)
const found = new Map<string, { pattern: string; flags: string; files: Set<string> }>()
for (const file of sources) {
  const text = readFileSync(join(import.meta.dirname, '..', file), 'utf8')
  for (const { pattern, flags } of expressionsIn(parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' }))) {
    const written = `/${pattern}/${flags}`
    const known = found.get(written) ?? { pattern, flags, files: new Set() }
    found.set(written, { ...known, files: known.files.add(file) })
  }
}

const bad: string[] = []
const needed = new Set<string>()
for (const [written, { pattern, flags, files }] of found) {
  const { status, complexity } = await check(pattern, flags, { timeout: 5000 })
  if (status === 'safe') continue
  const cost = status === 'unknown' ? 'not known' : complexity.summary
  needed.add(written)
  if (complexity?.type === 'exponential' || bounded[written] === undefined)
    bad.push(`${written}  ${cost}  ${[...files].join(' ')}`)
}
for (const written of Object.keys(bounded)) if (!needed.has(written)) bad.push(`${written}  is needed no more`)

console.log(`${found.size} regular expressions, ${needed.size} of them bounded by length, ${bad.length} bad`)
for (const line of bad) console.log(line)
process.exitCode = bad.length === 0 ? 0 : 1
