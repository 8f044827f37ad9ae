import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'

export interface MigrationSource {
  /** The schema's name: `kernel` or an engine. */
  readonly name: string
  readonly directory: URL
}

export interface Migration {
  /** `engine/file.sql` */
  readonly name: string
  readonly text: string
  readonly digest: string
  /** Whether code that does not know it cannot work any more: it takes away what an older version uses. Says so in a line `-- contract`. */
  readonly isContract: boolean
  /** Statements that cannot stand in one transaction, one after the other; undefined = the whole file is one transaction. */
  readonly steps: readonly MigrationStep[] | undefined
}

export interface MigrationStep {
  readonly text: string
  /** Is repeated until it touches no row any more. */
  readonly isBatch: boolean
}

const outside = /^-- outside a transaction\n/
const then = /^-- then\n/m

/** All of them, in the order in which they run. */
export async function readMigrations(sources: readonly MigrationSource[]): Promise<Migration[]> {
  const found: Migration[] = []
  for (const { name: source, directory } of sources)
    for (const file of await sqlFiles(directory)) {
      const text = await readFile(new URL(file, directory), 'utf8')
      found.push({
        name: `${source}/${file}`,
        text,
        digest: createHash('sha256').update(text).digest('hex'),
        isContract: /^-- contract$/m.test(text),
        steps: outside.test(text) ? text.replace(outside, '').split(then).map(stepOf) : undefined,
      })
    }
  return found
}

/** Their names alone. */
export async function nameMigrations(sources: readonly MigrationSource[]): Promise<string[]> {
  const names = await Promise.all(
    sources.map(async ({ name, directory }) => (await sqlFiles(directory)).map((file) => `${name}/${file}`)),
  )
  return names.flat()
}

const sqlFiles = async (directory: URL): Promise<string[]> =>
  (await readdir(directory)).filter((file) => file.endsWith('.sql')).toSorted()

const stepOf = (text: string): MigrationStep => ({ text: text.trim(), isBatch: /^-- batch$/m.test(text) })
