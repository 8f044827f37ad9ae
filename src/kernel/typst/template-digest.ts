import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const imported = /#(?:import|include)\s+"\/([\w-]+\.typ)"/g

/**
 * What a template says today, as 64 hex digits over its source and all sources it imports; another when any of them changes.
 * `folders` are searched as the printer does: the first that has a file wins. Throws for a template that is not there.
 */
export async function templateDigest(folders: readonly string[], template: string): Promise<string> {
  const sources = new Map<string, string>()
  const read = async (name: string): Promise<void> => {
    if (sources.has(name)) return
    const source = await readFirst(folders, name)
    sources.set(name, source)
    for (const [, other] of source.matchAll(imported)) await read(other as string)
  }
  await read(template)
  const hash = createHash('sha256')
  for (const [name, source] of [...sources].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${name}\n${source}\n`)
  return hash.digest('hex')
}

async function readFirst(folders: readonly string[], name: string): Promise<string> {
  for (const folder of folders) {
    const source = await readFile(join(folder, name), 'utf8').catch(() => undefined)
    if (source !== undefined) return source
  }
  throw new Error(`no template ${name}`)
}
