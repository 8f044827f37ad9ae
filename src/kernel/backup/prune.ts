import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { BackupFolder } from './folder.ts'
import { parseLsn, segmentFile } from './lsn.ts'
import { instantOfStamp } from './settings.ts'

const Facts = z.object({ startedAt: z.iso.datetime(), timeline: z.int(), startLsn: z.string(), segmentBytes: z.int() })

interface Kept {
  readonly id: string
  readonly startedAt: Date
  readonly timeline: number
  readonly firstSegment: string
}

/** Bases that are whole, oldest first. */
export async function completeBases(folder: BackupFolder): Promise<Kept[]> {
  const found: Kept[] = []
  for (const id of (await listed(folder, 'base')).toSorted()) {
    const place = join(folder.path, 'base', id)
    if ((await stat(join(place, 'manifest')).catch(() => undefined)) === undefined) continue
    const facts = Facts.parse(JSON.parse(await readFile(join(place, 'facts.json'), 'utf8')))
    const firstSegment = segmentFile(facts.timeline, parseLsn(facts.startLsn), facts.segmentBytes)
    found.push({ id, startedAt: new Date(facts.startedAt), timeline: facts.timeline, firstSegment })
  }
  return found
}

/**
 * Deletes all but the newest bases, bases that were interrupted, and the log, settings and files that only these needed. Called after a base was
 * taken, by whoever alone takes bases. Answers the bases that are kept, oldest first.
 */
export async function prune(folder: BackupFolder, keep: number): Promise<string[]> {
  const kept = (await completeBases(folder)).slice(-keep)
  const oldest = kept[0]
  if (oldest === undefined) return []
  const remove = (name: string) => rm(join(folder.path, name), { recursive: true, force: true })
  for (const id of await listed(folder, 'base')) {
    if (kept.some((one) => one.id === id)) continue
    // First what makes it a backup: what is half deleted must not look whole.
    await remove(`base/${id}/manifest`)
    await remove(`base/${id}`)
  }
  for (const name of await listed(folder, 'log'))
    if (/^[0-9A-F]{24}/.test(name) && name.slice(0, 24) < oldest.firstSegment) await remove(`log/${name}`)
  // Parts of a segment that came whole since.
  const segments = new Set((await listed(folder, 'log')).filter((name) => name.length === 24))
  for (const name of await listed(folder, 'log'))
    if (name.length > 24 && segments.has(name.slice(0, 24))) await remove(`log/${name}`)
  const settings = (await listed(folder, 'settings')).toSorted()
  const needed = settings.findLastIndex((stamp) => instantOfStamp(stamp) <= oldest.startedAt)
  for (const name of settings.slice(0, Math.max(0, needed))) await remove(`settings/${name}`)
  await pruneContent(folder, oldest.startedAt)
  return kept.map(({ id }) => id)
}

/** The clocks of the database and of the disk of the backup are not one. */
const clocksApartMs = 24 * 3600_000

/** Each base marks what the store holds then: what was marked last before the oldest base is in none that is kept. */
async function pruneContent(folder: BackupFolder, oldestAt: Date): Promise<void> {
  const before = new Date(oldestAt.getTime() - clocksApartMs)
  for (const group of await listed(folder, 'files'))
    for (const name of await listed(folder, join('files', group))) {
      const path = join(folder.path, 'files', group, name)
      const found = await stat(path).catch(() => undefined)
      if (found !== undefined && found.mtime < before) await rm(path, { force: true })
    }
}

const listed = (folder: BackupFolder, name: string): Promise<string[]> =>
  readdir(join(folder.path, name)).catch(() => [])
