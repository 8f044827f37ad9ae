import { createHash } from 'node:crypto'
import { lstat, readdir, readFile } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { z } from 'zod'
import { BackupFault } from './fault.ts'
import type { BackupFolder } from './folder.ts'

/** Keys and configuration, as they go into a backup. */
export const Settings = z.strictObject({
  environment: z.record(z.string(), z.string()),
  /** Paths within the data directory, or whole ones. */
  files: z.array(z.strictObject({ path: z.string(), mode: z.int(), base64: z.string() })),
})
export type Settings = z.output<typeof Settings>

export interface SettingsParts {
  readonly dataDirectory: string
  /** The variables that configure the platform, where they are set. */
  readonly environment: Readonly<Record<string, string>>
  /** Files and folders besides, such as /etc/lien-thong. */
  readonly also: readonly string[]
}

/** Files of the data directory without which what was restored cannot be read or trusted. */
const ownKeys = ['secrets.key', 'audit/signing-key.pem']
const mostBytes = 32 * 1024 * 1024

/** Reads keys and configuration as they are now. */
export async function readSettings({ dataDirectory, environment, also }: SettingsParts): Promise<Settings> {
  const files: Settings['files'] = []
  let bytes = 0
  const add = async (path: string): Promise<void> => {
    const found = await lstat(path)
    if (found.isDirectory()) for (const name of (await readdir(path)).toSorted()) await add(join(path, name))
    if (!found.isFile()) return
    bytes += found.size
    if (bytes > mostBytes) throw new BackupFault(`${path}: keys and configuration are larger than 32 MB`)
    const inside = relative(dataDirectory, path)
    const kept = inside.startsWith('..') || isAbsolute(inside) ? path : inside
    files.push({ path: kept, mode: found.mode & 0o777, base64: (await readFile(path)).toString('base64') })
  }
  for (const name of ownKeys)
    await add(join(dataDirectory, name)).catch((error: NodeJS.ErrnoException) => {
      // Made when first needed, or given in the environment.
      if (error.code !== 'ENOENT') throw error
    })
  const named = Object.entries(environment).flatMap(([name, value]) =>
    /_(KEY|KEY_FILE)$/.test(name) && isAbsolute(value) ? value : [],
  )
  for (const path of new Set([...named, ...also.map((one) => resolve(one))])) await add(path)
  return { environment, files }
}

/** `20261128T031500.000Z`: sorts as time does. */
export const stampOf = (at: Date): string => at.toISOString().replaceAll(/[-:]/g, '')

export const instantOfStamp = (stamp: string): Date =>
  new Date(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(.*)$/, '$1-$2-$3T$4:$5:$6'))

/** Puts keys and configuration whenever they have changed since the last call. Answers under which name they are. */
export function settingsKeeper(parts: SettingsParts, folder: BackupFolder): () => Promise<string> {
  let kept = { digest: '', name: '' }
  return async () => {
    const text = Buffer.from(JSON.stringify(await readSettings(parts)))
    const digest = createHash('sha256').update(text).digest('hex')
    if (digest !== kept.digest) {
      const name = `settings/${stampOf(new Date())}`
      await folder.put(name, [text])
      kept = { digest, name }
    }
    return kept.name
  }
}
