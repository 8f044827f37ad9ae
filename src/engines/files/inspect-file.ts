import { randomUUIDv7 } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Problem, fail } from '#values/errors.ts'
import { createChecker } from './check/checker.ts'
import { cleanName } from './file-name.ts'
import { uploadFolderIn } from './file-routes.ts'
import { refusalProblem } from './file.ts'
import { judge, scanned } from './finish-upload.ts'
import type { NewFile } from './store-file.ts'
import type { ScanningParts } from './scan/start-scanning.ts'
import { wholeBody } from './take-outside-file.ts'

interface Unknown {
  readonly name: string
  readonly bytes: Uint8Array
  /** Whose turn it takes among those whose files are checked. */
  readonly account: string
}

/** Answers what may be kept; throws the refusal (422), or `busy` (503) while nobody can look. */
export type InspectFile = (file: Unknown) => Promise<NewFile>

/**
 * Looks into files as into every upload, and answers what may be kept of each, of a photograph without its metadata. Nothing is kept
 * here: for what belongs to no account, or is stored sealed.
 */
export function createInspector(parts: Pick<ScanningParts, 'scanner' | 'dataDirectory'>): InspectFile {
  const folder = uploadFolderIn(parts.dataDirectory)
  const check = createChecker()
  return async ({ name, bytes, account }) => {
    const id = randomUUIDv7()
    const paths = { path: folder.pathOf(id), cleanedPath: folder.newCleanedPathOf(id) }
    await folder.mustHaveRoom(bytes.length)
    try {
      await folder.append({ id, offset: 0, room: bytes.length, body: wholeBody(bytes) })
      const checked = await check({ account, size: bytes.length, ...paths })
      const given = cleanName(name)
      const verdict = await scanned(parts, judge({ name: given, sentSha256: null }, paths, checked)).catch(unlessAway)
      if ('refused' in verdict) throw refusalProblem(verdict.refused)
      const kept = await readFile(verdict.storedPath)
      return { name: verdict.name ?? given, bytes: kept, mediaType: verdict.mediaType }
    } finally {
      await folder.remove(id)
    }
  }
}

/** Of what is not kept nothing goes on by itself: it has to be sent again. */
function unlessAway(error: unknown): never {
  if (error instanceof Problem && error.code === 'scanWaits') fail('busy', { retryAfterSeconds: 60 })
  throw error
}
