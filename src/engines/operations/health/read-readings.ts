import { findBackup } from '#kernel/backup/backup-state.ts'
import { hostname } from 'node:os'
import type { Context } from '#kernel/operations/context.ts'
import { readClockOffset } from '#kernel/clock-offset.ts'
import { compareSchema } from '#kernel/database/compare-schema.ts'
import type { MigrationSource } from '#kernel/database/migration-files.ts'
import { findUnsafeSettings } from '#kernel/database/unsafe-settings.ts'
import { find, get, sql } from '#kernel/database/query.ts'
import { readProcessLoad } from '#kernel/process-load.ts'
import { seeCertificate } from '#kernel/tls-certificate.ts'
import { getTrailState } from '#engines/audit/index.ts'
import type { Scanner } from '#engines/files/index.ts'
import { readLink } from '#engines/national-portal/index.ts'
import { readPlatformState, type OperationsParts } from '../platform-state.ts'
import { daysUntilFull, keepSample } from './disk-forecast.ts'
import type { FindDueParts } from './find-due-parts.ts'
import { readPartners } from './read-partners.ts'

export interface HealthParts extends OperationsParts {
  readonly certificateFile: string | undefined
  readonly scanner: Scanner | undefined
  readonly migrationSources: readonly MigrationSource[]
  readonly findDueParts: FindDueParts
  /** Of the code that runs. */
  readonly version: string
  readonly sendsSms: boolean
  readonly paysOnline: boolean
}

export type Readings = Awaited<ReturnType<typeof readReadings>>

/** Looks at everything once: first outside, each for three seconds at most and before anything is asked of the database, then inside. */
export async function readReadings(ctx: Context, parts: HealthParts) {
  const machine = hostname()
  const [certificate, clock, scannerVersion] = await Promise.all([
    seeCertificate(parts.publicUrl, parts.certificateFile),
    readClockOffset(),
    parts.scanner?.version().catch(() => null),
  ])
  const state = await readPlatformState(ctx, parts)
  const samples = state.disk && (await keepSample(ctx.tx, machine, { at: ctx.now(), freeBytes: state.disk.freeBytes }))
  return {
    machine,
    version: parts.version,
    state,
    daysUntilFull: samples === null ? undefined : daysUntilFull(samples),
    trail: await getTrailState(ctx.tx, ctx.now()),
    link: parts.isLinked ? await readLink(ctx.tx) : undefined,
    unsafeSettings: await findUnsafeSettings(ctx.tx),
    schema: await compareSchema(ctx.tx, parts.migrationSources),
    oldestTransaction: await findOldestTransaction(ctx),
    failedSince: await findFailedSince(ctx),
    partners: await readPartners(ctx, parts),
    scannerVersion,
    certificate,
    clock: clock ?? (await compareWithDatabase(ctx)),
    isClockKept: clock !== undefined,
    backup: await findBackup(ctx.tx),
    dueParts: await parts.findDueParts(ctx.tx, ctx.now()),
    load: readProcessLoad(),
  }
}

/** Whose transaction began first and is not this one's. */
const findOldestTransaction = (ctx: Context) =>
  find(
    ctx.tx,
    sql<{ name: string; since: Date }>`select application_name as name, xact_start as since from pg_stat_activity
      where datname = current_database() and xact_start is not null and pid <> pg_backend_pid() and backend_type = 'client backend'
      order by xact_start limit 1`,
  )

const findFailedSince = async (ctx: Context): Promise<Date | null> =>
  (
    await get(
      ctx.tx,
      sql<{
        since: Date | null
      }>`select min(created_on) as since from pgboss.job where name = 'failed' and state = 'created'`,
    )
  ).since

/** Says something where the database stands on another machine; half of the way there and back is not its fault. */
async function compareWithDatabase({ tx }: Context) {
  const before = Date.now()
  const { at } = await get(tx, sql<{ at: Date }>`select clock_timestamp() as at`)
  return { source: 'PostgreSQL', seconds: ((before + Date.now()) / 2 - at.getTime()) / 1000 }
}
