import { randomUUIDv7 } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import { connect, type Database } from '../../database/connect.ts'
import { run, sql } from '../../database/query.ts'
import { findDataDirectory, openDataDirectory } from '../../postgres/data-directory.ts'
import { chooseServerUser } from '../../postgres/server-user.ts'
import { createFileSystemStore } from '../../storage/file-system-store.ts'
import { BackupFault } from '../fault.ts'
import { placeOfContent } from '../folder.ts'
import type { RecoveryKey } from '../keys.ts'
import { parseLsn, showLsn } from '../lsn.ts'
import { clusterName, type Manifest } from '../manifest.ts'
import { open } from '../sealed.ts'
import { instantOfStamp, Settings } from '../settings.ts'
import { chooseBase } from './choose-base.ts'
import { readObject } from './read-object.ts'
import { recoverCluster, type Recovered } from './recover-cluster.ts'
import { writeLog } from './restored-log.ts'
import { unpackTar } from './unpack-tar.ts'

export interface RestoreParts {
  readonly from: string
  /** A folder that is not there, or empty; it becomes the data directory. */
  readonly to: string
  readonly key: RecoveryKey
  /** Undefined = as late as there is. */
  readonly at?: Date | undefined
  /** Looks at what was restored, on its own server, before it counts. Answers what is wrong with it. */
  readonly check: (restored: Restored) => Promise<readonly string[]>
  readonly log: (line: string) => void
}

export interface Restored {
  readonly db: Database
  readonly url: string
  readonly manifest: Manifest
  readonly dataDirectory: string
  /** The variables that configured the platform when it was backed up. */
  readonly environment: Readonly<Record<string, string>>
}

export interface Restoration {
  readonly base: string
  /** All that was committed up to then is there. */
  readonly moment: Date
  readonly lastCommit: Date | undefined
  readonly files: number
  readonly fileBytes: number
  readonly clusterBytes: number
}

/**
 * Takes a backup back into a new data directory, as it was at a moment. It is built and checked beside its place and gets its name last: what
 * is there under the name is whole. Throws {@link BackupFault} in words for people, and leaves nothing.
 */
export async function restore(parts: RestoreParts): Promise<Restoration> {
  const to = resolve(parts.to)
  if ((await readdir(to).catch(() => [])).length > 0) throw new BackupFault(`${to} is not empty: choose a new folder`)
  const choice = await chooseBase(parts.from, parts.key, parts.at)
  await mkdir(dirname(to), { recursive: true })
  const building = await mkdtemp(join(dirname(to), `${basename(to)}.restoring-`))
  try {
    // PostgreSQL runs under an account of its own, which must get in.
    await chmod(building, 0o755)
    const restoration = await build(parts, building, choice)
    await rename(building, to)
    return restoration
  } catch (error) {
    const elsewhere = await realpath(join(building, 'postgres')).catch(() => building)
    await rm(elsewhere, { recursive: true, force: true })
    await rm(building, { recursive: true, force: true })
    throw error
  }
}

async function build(
  parts: RestoreParts,
  building: string,
  { manifest, covered, at }: Awaited<ReturnType<typeof chooseBase>>,
): Promise<Restoration> {
  const { from, key, log } = parts
  const environment = await writeSettings(from, building, manifest, key, at)
  log('keys and configuration are back')
  const { files, fileBytes } = await writeFiles(from, building, key)
  log(`${files} files are back`)
  const found = findDataDirectory(join(building, 'postgres'))
  const user = chooseServerUser(found)
  const place = openDataDirectory(found, user, log)
  const cluster = join(place, 'cluster')
  await mkdir(cluster, { mode: 0o700 })
  const name = clusterName(manifest.id)
  const unpacked = await unpackTar(open(join(from, name), name, key), cluster)
  if (unpacked.sha256 !== manifest.cluster.sha256) throw new BackupFault(`${name} is not the one of its manifest`)
  const end = await writeLog(from, join(cluster, 'pg_wal'), manifest, key)
  mustReach(end, manifest, covered, at)
  log('the database takes up its log')
  const target = { place, user, major: manifest.postgres, database: manifest.database }
  let recovered = await recoverCluster({ ...target, at })
  if (recovered === 'not reached') {
    // Right where the log goes on past the moment without anything committed: then all of it was before.
    if (covered === undefined || at === undefined || end < covered.lsn)
      throw new BackupFault(`${at?.toISOString()} cannot be reached: the log has a gap at ${showLsn(end)}`)
    recovered = await recoverCluster({ ...target, at: undefined })
    if (recovered === 'not reached') throw new BackupFault('PostgreSQL did not take up the log')
  }
  const moment =
    at ?? (covered !== undefined && covered.at > new Date(manifest.endedAt) ? covered.at : new Date(manifest.endedAt))
  try {
    await settle(recovered, { ...parts, manifest, building, moment, environment })
  } finally {
    await recovered.stop()
  }
  return {
    base: manifest.id,
    moment,
    lastCommit: recovered.lastCommit,
    files,
    fileBytes,
    clusterBytes: manifest.cluster.bytes,
  }
}

/** The end of the log must lie behind the base, and behind what was promised where nobody asks for an earlier moment. */
function mustReach(
  end: bigint,
  manifest: Manifest,
  covered: { readonly lsn: bigint } | undefined,
  at: Date | undefined,
): void {
  if (end < parseLsn(manifest.endLsn))
    throw new BackupFault(`the log that the base ${manifest.id} needs is missing from ${showLsn(end)} on`)
  if (at === undefined && covered !== undefined && end < covered.lsn)
    throw new BackupFault(
      `the log is missing from ${showLsn(end)} on, and went on to ${showLsn(covered.lsn)}: with --at an earlier moment can be restored`,
    )
}

/** Holds everything that would be sent, and looks at what is there, before anybody else can. */
async function settle(
  { url }: Recovered,
  {
    check,
    manifest,
    building,
    moment,
    environment,
  }: RestoreParts & Pick<Restored, 'manifest' | 'environment'> & { building: string; moment: Date },
): Promise<void> {
  const { db, close } = connect(url, { size: 1, name: 'lien-thong restore' })
  try {
    await run(db, sql`set statement_timeout = 0`)
    await run(
      db,
      sql`insert into kernel.restoration (id, moment, restored_at) values (${randomUUIDv7()}, ${moment}, ${new Date()})`,
    )
    const wrong = await check({ db, url, manifest, dataDirectory: building, environment })
    if (wrong.length > 0) throw new BackupFault(`what was restored is not whole: ${wrong.slice(0, 20).join('; ')}`)
  } finally {
    await close()
  }
}

async function writeFiles(
  from: string,
  building: string,
  key: RecoveryKey,
): Promise<{ files: number; fileBytes: number }> {
  const store = createFileSystemStore(join(building, 'files'))
  let [files, fileBytes] = [0, 0]
  for (const group of await readdir(join(from, 'files')).catch(() => [] as string[]))
    for (const name of await readdir(join(from, 'files', group))) {
      const object = `files/${group}/${name}`
      const { sha256, size } = await store.put(open(join(from, object), object, key))
      if (placeOfContent(sha256, key.naming) !== object) throw new BackupFault(`${object} holds another file`)
      files += 1
      fileBytes += size
    }
  return { files, fileBytes }
}

/** The newest that were there at the moment: at least those of the base. */
async function writeSettings(
  from: string,
  building: string,
  manifest: Manifest,
  key: RecoveryKey,
  at: Date | undefined,
): Promise<Settings['environment']> {
  const later = (await readdir(join(from, 'settings')))
    .map((stamp) => `settings/${stamp}`)
    .filter((name) => name >= manifest.settings && (at === undefined || instantOfStamp(name.slice(9)) <= at))
    .toSorted()
  const { environment, files } = Settings.parse(
    JSON.parse(await readObject(from, later.at(-1) ?? manifest.settings, key)),
  )
  for (const { path, mode, base64 } of files) {
    // What lay elsewhere is put aside: the machine may have its own by now.
    const target = join(building, isAbsolute(path) ? join('restored-configuration', path) : path)
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await writeFile(target, Buffer.from(base64, 'base64'), { flag: 'wx', mode, flush: true })
  }
  const lines = Object.entries(environment).map(([name, value]) => `${name}='${value.replaceAll("'", `'\\''`)}'`)
  await writeFile(join(building, 'restored.env'), `${lines.join('\n')}\n`, { flag: 'wx', mode: 0o600, flush: true })
  return environment
}
