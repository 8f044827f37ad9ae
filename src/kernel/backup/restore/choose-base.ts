import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { BackupFault } from '../fault.ts'
import { readMarker } from '../folder.ts'
import type { RecoveryKey } from '../keys.ts'
import { Manifest, manifestName } from '../manifest.ts'
import { readObject } from './read-object.ts'
import { readCovered } from './restored-log.ts'

export interface Choice {
  readonly manifest: Manifest
  /** How far the log of its timeline was followed. */
  readonly covered: { readonly lsn: bigint; readonly at: Date } | undefined
  /** Undefined = as late as there is. */
  readonly at: Date | undefined
}

/** The newest base from which the moment can be reached. Throws with what can be reached instead. */
export async function chooseBase(from: string, key: RecoveryKey, at: Date | undefined): Promise<Choice> {
  const marker = await readMarker(from)
  if (marker.key !== key.id)
    throw new BackupFault(`${from} was made for another recovery key (${marker.key}, this is ${key.id})`)
  const ids = (await readdir(join(from, 'base')).catch(() => []))
    .filter((id) => existsSync(join(from, manifestName(id))))
    .toSorted()
  if (ids.length === 0) throw new BackupFault(`${from} holds no base that was finished`)
  const bases: Manifest[] = []
  for (const id of ids) {
    const manifest = Manifest.parse(JSON.parse(await readObject(from, manifestName(id), key)))
    if (manifest.id !== id || manifest.system !== marker.system)
      throw new BackupFault(`the base ${id} belongs to another backup`)
    bases.push(manifest)
  }
  const earliest = bases[0]!.endedAt
  const manifest = bases.findLast(({ endedAt }) => at === undefined || new Date(endedAt) <= at)
  if (manifest === undefined)
    throw new BackupFault(`${at?.toISOString()} is too early: the first moment in this backup is ${earliest}`)
  const covered = await readCovered(from, manifest.timeline, key)
  const latest =
    covered !== undefined && covered.at > new Date(manifest.endedAt) ? covered.at : new Date(manifest.endedAt)
  if (at !== undefined && at > latest)
    throw new BackupFault(`${at.toISOString()} is too late: the last moment in this backup is ${latest.toISOString()}`)
  return { manifest, covered, at }
}
