import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Beside the packages, where Node keeps what it has compiled, too. */
const cache = fileURLToPath(new URL('../../../../node_modules/.cache/lien-thong/', import.meta.url))
/** Files that import each other by `./…ts` and nothing else of ours. */
const ofOurs = /(?<=\bfrom '\.{1,2}\/[^']*)\.ts(?=')/g
const kept = new Map<string, string>()

/**
 * A program as plain JavaScript, with the folder that it stands in, for processes that live for one file: taking the types off is two thirds of
 * what such a process costs. Made once for each state of the folder, whichever process comes first. Answers its path in the copy; where
 * nothing may be kept, its own.
 */
export function plainCopyOf(program: string, keptIn = cache): string {
  const folder = dirname(program)
  const key = join(keptIn, folder)
  const known = kept.get(key)
  const copy = known !== undefined && existsSync(known) ? known : keepCopy(folder, keptIn)
  if (copy === undefined) return program
  kept.set(key, copy)
  return join(copy, inScript(basename(program)))
}

interface Source {
  readonly name: string
  readonly text: string
}

const inScript = (name: string): string => name.replace(/ts$/, 'mjs')

function keepCopy(folder: string, keptIn: string): string | undefined {
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
  const state = createHash('sha256')
    .update(JSON.stringify([process.version, sources]))
    .digest('hex')
  const copy = join(keptIn, state.slice(0, 32))
  if (!existsSync(copy) && !makeCopy(copy, sources)) return undefined
  // Rights to read are given by the real path.
  return realpathSync(copy)
}

/** It appears whole. Answers whether it is there: another process may have been faster. */
function makeCopy(copy: string, sources: readonly Source[]): boolean {
  const making = `${copy}-${process.pid}`
  try {
    for (const { name, text } of sources) {
      const target = join(making, inScript(name))
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, stripTypeScriptTypes(text).replaceAll(ofOurs, '.mjs'))
    }
    renameSync(making, copy)
  } catch {
    rmSync(making, { recursive: true, force: true })
  }
  return existsSync(copy)
}
