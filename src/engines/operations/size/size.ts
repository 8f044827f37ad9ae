import type { Queries } from '#kernel/database/connect.ts'
import { get, sql } from '#kernel/database/query.ts'
import { readTableSizes, type TableSize } from '#kernel/database/table-sizes.ts'
import { diskSpace } from '#kernel/storage/disk-space.ts'

export interface PlatformSize {
  readonly tables: readonly TableSize[]
  readonly bytes: number
  readonly dossiers: number
  /** All tables divided by all dossiers; null without any. Content of files is not in the database. */
  readonly bytesPerDossier: number | null
  /** Filed within the last 365 days. */
  readonly dossiersAYear: number
  readonly bytesAYear: number
  /** Until the disk of the data directory is full at that pace; null where it does not grow, or the disk is not here. */
  readonly yearsLeft: number | null
}

/**
 * What the database weighs, by table and by dossier, and how long there is room. An estimate: what is not of dossiers is shared out among
 * them, so that a young province looks heavier than an old one, and what leaves by parts is not taken off.
 */
export async function readSize(on: Queries, dataDirectory: string, now: Date): Promise<PlatformSize> {
  const tables = await readTableSizes(on)
  const bytes = tables.reduce((sum, table) => sum + table.bytes, 0)
  const { filed, all } = await get(
    on,
    sql<{ filed: number; all: number }>`select (select count(*) from services.dossier
        where filed_at > ${now}::timestamptz - interval '365 days') as filed, (select count(*) from services.dossier) as all`,
  )
  const bytesPerDossier = all === 0 ? null : Math.round(bytes / all)
  const bytesAYear = filed * (bytesPerDossier ?? 0)
  const disk = await diskSpace(dataDirectory)
  const yearsLeft = disk === undefined || bytesAYear === 0 ? null : disk.freeBytes / bytesAYear
  return { tables, bytes, dossiers: all, bytesPerDossier, dossiersAYear: filed, bytesAYear, yearsLeft }
}
