import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** What the backup writes down in the data directory when it has ended, and whenever a piece of WAL was put away. */
const BackupState = z.object({
  finishedAt: z.coerce.date(),
  walArchivedAt: z.coerce.date().nullish(),
  bytes: z.number().nullish(),
})
export type BackupState = z.output<typeof BackupState>

/** Undefined where no backup is known, or what is written cannot be read. */
export async function readBackupState(dataDirectory: string): Promise<BackupState | undefined> {
  const text = await readFile(join(dataDirectory, 'backup-state.json'), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    return BackupState.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
