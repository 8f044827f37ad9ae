import type { Queries } from '../database/connect.ts'
import { find, rows, run, sql } from '../database/query.ts'

export interface BackupState {
  readonly folder: string
  /** When the last base that is whole ended. */
  readonly baseAt: Date | null
  /** Up to when a moment can be chosen. */
  readonly coveredUntil: Date | null
  readonly toldAt: Date
}

/** What those who take backups said of them, by folder. */
export const readBackupStates = (on: Queries): Promise<BackupState[]> =>
  rows(on, sql<BackupState>`select folder, base_at, covered_until, told_at from kernel.backup order by folder`)

/** The newest over all folders; undefined where no whole base is known. */
export const findBackup = (on: Queries): Promise<{ baseAt: Date; coveredUntil: Date | null } | undefined> =>
  find(
    on,
    sql<{ baseAt: Date; coveredUntil: Date | null }>`select max(base_at) as base_at, max(covered_until) as covered_until
      from kernel.backup having max(base_at) is not null`,
  )

/** Says how a backup stands; what is not said stays. */
export const tellBackupState = (
  on: Queries,
  folder: string,
  { baseAt = null, coveredUntil = null }: { readonly baseAt?: Date | null; readonly coveredUntil?: Date | null },
): Promise<number> =>
  run(
    on,
    sql`insert into kernel.backup (folder, base_at, covered_until, told_at) values (${folder}, ${baseAt}, ${coveredUntil}, now())
      on conflict (folder) do update set base_at = coalesce(excluded.base_at, backup.base_at),
        covered_until = coalesce(excluded.covered_until, backup.covered_until), told_at = now()`,
  )
