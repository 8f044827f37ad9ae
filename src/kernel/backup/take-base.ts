import type { Queries } from '../database/connect.ts'
import { get, rows, sql } from '../database/query.ts'
import type { ContentStore } from '../storage/content-store.ts'
import { putBase } from './base-backup.ts'
import { allContent, copyContent } from './copy-content.ts'
import type { BackupFolder } from './folder.ts'
import type { LogFollower } from './follow-log.ts'
import { parseLsn, showLsn } from './lsn.ts'
import { clusterName, manifestName, openFactsName, type Manifest } from './manifest.ts'
import { stampOf } from './settings.ts'

export interface BaseParts {
  readonly url: string
  readonly db: Queries
  readonly folder: BackupFolder
  readonly store: ContentStore
  readonly log: LogFollower
  readonly cluster: { readonly system: string; readonly segmentBytes: number }
  readonly putSettings: () => Promise<string>
}

export interface Taken {
  readonly id: string
  readonly endedAt: string
  readonly clusterBytes: number
  readonly copiedFiles: number
  readonly seconds: number
}

/**
 * Takes a base: files of the store, keys and configuration, the cluster, and the log up to its end. Only the manifest, written last, makes
 * it a backup; what was interrupted has none and is cleared by the next.
 */
export async function takeBase(parts: BaseParts): Promise<Taken> {
  const { db, folder, log } = parts
  const started = performance.now()
  const startedAt = await clockOf(db)
  const id = stampOf(startedAt)
  const settings = await parts.putSettings()
  const copiedFiles = await copyContent(parts.store, folder, allContent(parts.store))
  const base = await putBase(parts.url, folder, clusterName(id))
  const counted = await countRows(db)
  const end = await get(
    db,
    sql<{ lsn: string; user: string; name: string; version: number }>`select pg_current_wal_insert_lsn()::text as lsn,
      session_user as user, current_database() as name, current_setting('server_version_num')::int as version`,
  )
  const endedAt = await clockOf(db)
  const endLsn = parseLsn(end.lsn) > base.endLsn ? parseLsn(end.lsn) : base.endLsn
  await log.reach(endLsn)
  const manifest: Manifest = {
    is: 'lien-thong base backup 1',
    id,
    ...parts.cluster,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt.toISOString(),
    postgres: Math.floor(end.version / 10_000),
    database: { user: end.user, name: end.name },
    timeline: base.timeline,
    startLsn: showLsn(base.startLsn),
    endLsn: showLsn(endLsn),
    cluster: { bytes: base.bytes, sha256: base.sha256 },
    settings,
    rows: counted,
  }
  await folder.putOpen(openFactsName(id), {
    startedAt: manifest.startedAt,
    timeline: base.timeline,
    startLsn: manifest.startLsn,
    segmentBytes: parts.cluster.segmentBytes,
  })
  await folder.put(manifestName(id), [Buffer.from(JSON.stringify(manifest))])
  const seconds = (performance.now() - started) / 1000
  return { id, endedAt: manifest.endedAt, clusterBytes: base.bytes, copiedFiles, seconds }
}

const clockOf = async (db: Queries): Promise<Date> =>
  (await get(db, sql<{ at: Date }>`select date_trunc('milliseconds', clock_timestamp()) as at`)).at

/** Of every table; one that is kept in parts counts as a whole. */
export async function countRows(db: Queries): Promise<Record<string, number>> {
  const tables = await rows(
    db,
    sql<{
      name: string
    }>`select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p' and n.nspname not in ('pg_catalog', 'information_schema') order by 1`,
  )
  const counted: Record<string, number> = {}
  for (const { name } of tables)
    counted[name] = (await get(db, sql<{ n: number }>`select count(*) as n from ${sql.raw(name)}`)).n
  return counted
}
