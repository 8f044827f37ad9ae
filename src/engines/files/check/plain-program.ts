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
import { basename, dirname, join } from 'node:path'

/** Files that import each other by `./…ts` and nothing else of ours. */
const ofOurs = /(?<=\bfrom '\.{1,2}\/[^']*)\.ts(?=')/g
/** Written last: with it the copy is whole. */
const whole = 'package.json'
const made = new Map<string, string>()

/**
 * A program as plain JavaScript, with the folder that it stands in, for processes that live for one file: taking the types off is two thirds of
 * what such a process costs. Made once by this process, again where somebody cleared the temporary folder, and gone with it. Answers its path
 * in the copy.
 */
export function plainCopyOf(program: string): string {
  const folder = dirname(program)
  const known = made.get(folder)
  const copy = known !== undefined && existsSync(join(known, whole)) ? known : makeCopy(folder)
  made.set(folder, copy)
  return join(copy, inScript(basename(program)))
}

const inScript = (name: string): string => name.replace(/ts$/, 'js')

function makeCopy(folder: string): string {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'lien-thong-program-')))
  const remove = () => rmSync(copy, { recursive: true, force: true })
  try {
    writePlain(folder, copy)
  } catch (error) {
    remove()
    throw error
  }
  process.once('exit', remove)
  return copy
}

function writePlain(folder: string, copy: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue
    const plain = stripTypeScriptTypes(readFileSync(join(folder, name), 'utf8')).replaceAll(ofOurs, '.js')
    const target = join(copy, inScript(name))
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, plain, { mode: 0o400 })
  }
  writeFileSync(join(copy, whole), '{"type":"module"}', { mode: 0o400 })
}
