import { run, sql } from '#kernel/database/query.ts'
import { createChecker } from './check/checker.ts'
import { cleanName } from './file-name.ts'
import { uploadFolderIn } from './file-routes.ts'
import { finishUpload } from './finish-upload.ts'
import type { ScanningParts } from './scan/start-scanning.ts'

export interface OutsideFile {
  /** Chosen by who fetches it, the same each time: taken twice, it is one. */
  readonly id: string
  readonly name: string
  readonly bytes: Uint8Array
}

/** Takes one; throws why it was refused (422), or why it must wait (`busy`, `scanWaits`, `storageFull`). */
export type TakeOutsideFile = (file: OutsideFile) => Promise<void>

/**
 * Takes files that were fetched from another system: checked and scanned as if somebody had sent them here, and owned by that system's
 * name. Who fetches them bounds how many and how large they are.
 */
export function outsideFiles(parts: ScanningParts, owner: string): TakeOutsideFile {
  const { db, now } = parts
  const folder = uploadFolderIn(parts.dataDirectory)
  const finishing = { ...parts, folder, check: createChecker() }
  return async ({ id, name, bytes }) => {
    const upload = {
      id,
      ownerAccount: owner,
      name: cleanName(name),
      length: bytes.length,
      sentSha256: null,
      verifiedTo: null,
      createdAt: now(),
      endedAt: null,
    }
    await folder.mustHaveRoom(bytes.length)
    await run(
      db,
      sql`insert into files.upload (id, owner_account, name, length, created_at)
        values (${id}, ${owner}, ${upload.name}, ${upload.length}, ${upload.createdAt}) on conflict (id) do nothing`,
    )
    await folder.append({ id, offset: 0, room: bytes.length, body: wholeBody(bytes) })
    await finishUpload(finishing, upload, owner)
  }
}

/** What comes in parts elsewhere is whole here. */
// oxlint-disable-next-line typescript/require-await -- an iterator like that of a request
export async function* wholeBody(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
