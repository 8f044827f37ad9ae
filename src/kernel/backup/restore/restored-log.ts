import { open as openFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { BackupFault } from '../fault.ts'
import { coveredName, pieceName } from '../follow-log.ts'
import type { RecoveryKey } from '../keys.ts'
import { parseLsn, segmentFile, startOfSegment } from '../lsn.ts'
import type { Manifest } from '../manifest.ts'
import { open } from '../sealed.ts'
import { readObject } from './read-object.ts'

const Covered = z.strictObject({ timeline: z.int(), lsn: z.string(), at: z.iso.datetime() })

/** Up to when the log of a timeline was followed; undefined where nobody did. */
export async function readCovered(from: string, timeline: number, key: RecoveryKey) {
  const text = await readObject(from, coveredName(timeline), key).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  const { lsn, at } = Covered.parse(JSON.parse(text))
  return { lsn: parseLsn(lsn), at: new Date(at) }
}

/**
 * Writes the log from the beginning of a base on, as far as it goes without a gap, as files of PostgreSQL, and opens and checks every part on the way.
 * Answers where it ends.
 */
export async function writeLog(from: string, folder: string, manifest: Manifest, key: RecoveryKey): Promise<bigint> {
  const { timeline, segmentBytes } = manifest
  const pieces = await piecesOf(from)
  let at = startOfSegment(parseLsn(manifest.startLsn), segmentBytes)
  for (;;) {
    const name = segmentFile(timeline, at, segmentBytes)
    const found = pieces.get(name)
    if (found === undefined) return at
    const bytes = await writeSegment(from, join(folder, name), name, found, { segmentBytes, key })
    if (bytes < segmentBytes) return at + BigInt(bytes)
    at += BigInt(segmentBytes)
  }
}

/** By segment: the offsets of its parts, or none where it is there as a whole. */
async function piecesOf(from: string): Promise<Map<string, number[]>> {
  const found = new Map<string, number[]>()
  const names = (await readdir(join(from, 'log'))).toSorted()
  for (const name of names) {
    const [, segment, offset] = /^([0-9A-F]{24})(?:\.([0-9a-f]{8}))?$/.exec(name) ?? []
    if (segment === undefined) continue
    if (offset === undefined) found.set(segment, [])
    else if (found.get(segment)?.length !== 0)
      found.set(segment, [...(found.get(segment) ?? []), Number.parseInt(offset, 16)])
  }
  return found
}

async function writeSegment(
  from: string,
  path: string,
  name: string,
  offsets: readonly number[],
  { segmentBytes, key }: { readonly segmentBytes: number; readonly key: RecoveryKey },
): Promise<number> {
  await using file = await openFile(path, 'wx', 0o600)
  // The rest of the last one is empty, as PostgreSQL makes them.
  await file.truncate(segmentBytes)
  let filled = 0
  for (const offset of offsets.length === 0 ? [undefined] : offsets) {
    if ((offset ?? 0) > filled) break
    const piece = pieceName(name, offset)
    let at = offset ?? 0
    for await (const chunk of open(join(from, piece), piece, key)) {
      if (at + chunk.length > segmentBytes) throw new BackupFault(`${piece} is longer than a segment`)
      await file.write(chunk, 0, chunk.length, at)
      at += chunk.length
    }
    filled = Math.max(filled, at)
  }
  if (offsets.length === 0 && filled !== segmentBytes) throw new BackupFault(`${name} is no whole segment`)
  return filled
}
