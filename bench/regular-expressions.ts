import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from 'recheck'
import { parseAst } from 'vite'

/**
 * Judges every regular expression of the product by what texts it costs too long (ReDoS): `npm run redos`. None may cost time that doubles
 * with each sign. One that costs the square of the length stands below with what bounds the length, or the run fails; a line
 * of an expression that is nowhere any more fails, too.
 */

const ownWords = 'words of ours: declarations, configuration, sources'
const oneName = 'file-name.ts looks at 1,000 letters'
const inProcess = 'in a process of its own with 10 s (run-check.ts)'
const header = 'a header: 16 KB with all others (serve-http.ts)'
const shortField = 'a field of a form: cut to 200 letters before'
const tidied = 'tidied before: no two spaces or line ends in a row'
const official = 'what an official types into a form of 2 MB at most; costs their own request'
const catalogue = 'one part of one record of a catalogue that an official with that right brings'

const bounded: Readonly<Record<string, string>> = {
  [String.raw`/\B(?=(\d{3})+$)/g`]: 'digits of one number',
  [String.raw`/Version\/(\d+).*Safari/`]: header,
  [String.raw`/^[^\s@]+@[^\s@]+\.[^\s@]+$/`]: official,
  [String.raw`/\.\d.*$/`]: official,
  [String.raw`/\d+$/`]: ownWords,
  [String.raw`/^(.*?)\s+(\d{1,3}(?:[.,]\d+)?)\s*%$/`]: official,
  [String.raw`/\/+$/`]: ownWords,
  [String.raw`/<Key>([0-9a-f/]+)<\/Key>[^]*?<LastModified>([^<]+)<\/LastModified>/g`]:
    'an answer of the own object store',
  [String.raw`/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g`]: 'date-styles.ts looks at 255 letters',
  [String.raw`/\{[^}]+\}/g`]: ownWords,
  [String.raw`/^\d+\/\d{4}\/[A-ZĐ][A-ZĐ0-9-]*(-[A-Za-zĐ]+)*$/`]: catalogue,
  [String.raw`/phi.*(hoi dong nhan dan|quy dinh|thong tu)/`]: catalogue,
  [String.raw`/(?<!\d)(\d[\d.]*)\s*đồng/giu`]: catalogue,
  [String.raw`/(?<!\d)(\d+)\s*(?:\([^)]{0,80}\)\s*)?(ngay lam viec|gio lam viec|ngay|gio|thang)/g`]: tidied,
  [String.raw`/^Thủ tục\s*:?\s+(?=\p{L})/u`]: tidied,
  [String.raw`/\b(^so|so [a-z]+|cap tinh|ubnd tinh|uy ban nhan dan tinh|nhan dan tinh|cong an tinh)\b/`]: catalogue,
  [String.raw`/^answers\.([^.]+)(.*)$/`]: 'a path of a declared field',
  [String.raw`/^\d+|\d+$/g`]: 'a password: 128 letters at most',
  [String.raw`/^\n+|\n+$/g`]: tidied,
  [String.raw`/0+$/`]: 'digits of one number',
  [String.raw`/\s*(₫|đồng|đ|vnđ|vnd)\.?$/iu`]: shortField,
  [String.raw`/[ .]+$/`]: oneName,
  [String.raw`/^[ .]+|[ .]+$/g`]: oneName,
  [String.raw`/(?<=\bfrom '\.{1,2}\/[^']*)\.ts(?=')/g`]: ownWords,
  [String.raw`/startxref\s+(\d{1,12})\s*(?:%[^\r\n]*\s*)?$/`]: inProcess,
  [String.raw`/^[+-]?(\d+\.?\d*|\.\d+)$/`]: inProcess,
  [String.raw`/('(?:[^']|'')*')|"[^"]*"|\{[^}]*\}/g`]: inProcess,
  [String.raw`/<(?:[^\s<>/]*:)?object-ole\b[^<>]*>/g`]: inProcess,
  [String.raw`/[^/]*\/[^/]*$/`]: inProcess,
  [String.raw`/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|[^<]+/g`]: inProcess,
  [String.raw`/\([^)]*\)/g`]: 'columns.ts looks at 200 letters of a title',
  [String.raw`/[^.]\.(?=\d*[a-z])([a-z0-9]{1,10})$/i`]: oneName,
  [String.raw`/^multipart\/form-data;(?:.*;)?\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i`]: header,
  [String.raw`/^(.{1,7}?)\1+$/`]: 'a password: 128 letters at most',
  [String.raw`/(?<!\d)(\d{1,10})[\0\t\n\f\r ]{1,20}(\d{1,5})[\0\t\n\f\r ]{1,20}obj(?![a-zA-Z])/g`]: inProcess,
}

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
  const judged = await check(pattern, flags, { timeout: 20_000 })
  // What is not known in time on a busy machine is found safe on an idle one: its line may stand.
  if (judged.status === 'safe') continue
  const complexity = judged.status === 'vulnerable' ? judged.complexity : undefined
  const cost = complexity?.summary ?? 'not known'
  needed.add(written)
  if (complexity?.type === 'exponential' || bounded[written] === undefined)
    bad.push(`${written}  ${cost}  ${[...files].join(' ')}`)
}
for (const written of Object.keys(bounded)) if (!found.has(written)) bad.push(`${written}  stands nowhere any more`)

console.log(`${found.size} regular expressions, ${needed.size} of them bounded by length, ${bad.length} bad`)
for (const line of bad) console.log(line)
process.exitCode = bad.length === 0 ? 0 : 1
