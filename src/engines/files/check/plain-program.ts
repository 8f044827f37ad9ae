import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Files that import each other by `./…ts` and nothing else of ours. */
const ofOurs = /(?<=\bfrom '\.{1,2}\/[^']*)\.ts(?=')/g
const made = new Map<string, string>()

/**
 * A folder of programs as plain JavaScript, for processes that live for one file: taking the types off is two thirds of what such a process
 * costs. Made once by this process, again where somebody cleared the temporary folder, and gone with it. Answers the copy's path.
 */
export function plainCopyOf(folder: string): string {
  const known = made.get(folder)
  if (known !== undefined && existsSync(join(known, 'package.json'))) return known
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'lien-thong-program-')))
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }))
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue
    const plain = stripTypeScriptTypes(readFileSync(join(folder, name), 'utf8')).replaceAll(ofOurs, '.js')
    const target = join(copy, name.replace(/ts$/, 'js'))
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, plain, { mode: 0o400 })
  }
  // Last: with it the copy is whole.
  writeFileSync(join(copy, 'package.json'), '{"type":"module"}', { mode: 0o400 })
  made.set(folder, copy)
  return copy
}
