import { randomUUID } from 'node:crypto'
import { connect, workingRole, type Database } from '#kernel/database/connect.ts'
import { migrate } from '#kernel/database/migrate.ts'
import { get, run, sql } from '#kernel/database/query.ts'
import { system, type Actor } from '#kernel/operations/actor.ts'
import type { AuditNote } from '#kernel/operations/context.ts'
import type { AuditRecord } from '#kernel/operations/run-operation.ts'
import { createTestDatabase } from '#kernel/testing/database.ts'
import { recordAudit } from '../record.ts'
import { sealEntries } from '../seal-entries.ts'
import type { Head } from '../seal.ts'
import { verifyTrail } from '../verify-trail.ts'

export const sources = [
  { name: 'kernel', directory: new URL('../../../kernel/migrations/', import.meta.url) },
  { name: 'audit', directory: new URL('../migrations/', import.meta.url) },
]

export interface TrailDatabase {
  readonly url: string
  /** As the platform works. */
  readonly db: Database
  /** As whoever administers the database, and may tamper. */
  readonly owner: Database
  close(): Promise<void>
}

/** A database of its own with an empty trail. */
export async function createTrailDatabase(): Promise<TrailDatabase> {
  const database = await createTestDatabase('kernel and audit', async (url) => void (await migrate(url, sources)))
  const working = connect(database.url, { size: 14, role: workingRole })
  // Tests cut connections off in the middle of a statement.
  working.pool.on('connect', (client) => client.on('error', () => {}))
  const owning = connect(database.url, { size: 3 })
  return {
    url: database.url,
    db: working.db,
    owner: owning.db,
    async close() {
      await Promise.all([working.close(), owning.close()])
      await database.drop()
    },
  }
}

/** A read of a dossier by a clerk, now: months are made around the present. */
export function record(
  over: Partial<AuditRecord> & { actor?: Actor; purpose?: string; address?: string } = {},
): AuditRecord {
  const { actor = clerk, purpose, address = '10.1.2.3', ...rest } = over
  return {
    call: { actor, language: 'vi', requestId: randomUUID(), purpose, address },
    operation: 'services.getDossier',
    kind: 'read',
    outcome: 'done',
    at: new Date(),
    notes: [note()],
    ...rest,
  }
}

export const note = (over: Partial<AuditNote> = {}): AuditNote => ({
  objectType: 'dossier',
  objectId: randomUUID(),
  subjects: [citizen],
  facts: { code: '000.01.02.H02-260101-0001', step: 'thẩm định' },
  ...over,
})

export const citizen = '01931f6e-2f00-7000-8000-00000000c171'

export const clerk: Actor = {
  kind: 'staff',
  account: '01931f6e-2f00-7000-8000-00000000acc0',
  person: '01931f6e-2f00-7000-8000-00000000c1e4',
  name: 'Nguyễn Thị Lan',
  permissions: new Map(),
  workKeys: [7],
  ownKeys: [7],
  onBehalf: new Map(),
  post: {
    id: '01931f6e-2f00-7000-8000-0000000000a7',
    key: 7,
    title: 'Chuyên viên',
    unit: 'Phòng Tư pháp',
    unitId: '01931f6e-2f00-7000-8000-000000000017',
  },
}

export const inspector: Actor = {
  ...clerk,
  account: 'inspector',
  name: 'Thanh tra',
  permissions: new Map([['audit.read', 'all']]),
  post: undefined,
}

/** Writes entries one by one, sealing after each `perSeal`. */
export async function writeTrail(db: Database, entries: number, perSeal: number): Promise<void> {
  for (let i = 1; i <= entries; i++) {
    await recordAudit(db, record({ call: { ...record().call, actor: i % 2 ? clerk : system } }))
    if (i % perSeal === 0) await sealAll(db)
  }
}

/**
 * Seals all that is committed, as one seal if it is no more than a batch. Transactions in other databases hold it up for a moment. `time`:
 * what the seal says instead of the clock.
 */
export async function sealAll(db: Database, time?: Date): Promise<number> {
  for (let patience = 500; patience > 0; patience--) {
    const { ended } = await get(
      db,
      sql<{ ended: boolean }>`select coalesce((select xid::text::bigint from audit.entry order by xid desc limit 1)
        < pg_snapshot_xmin(pg_current_snapshot())::text::bigint + audit.xid_shift(), true) as ended`,
    )
    if (ended) break
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  let sealed = 0
  for (let more = true; more;) {
    const batch = await sealEntries(db, true, undefined, time)
    sealed += batch?.entries ?? 0
    more = batch?.more ?? false
  }
  return sealed
}

/** Does what only the owner can. */
export const tamper = (owner: Database, statement: ReturnType<typeof sql>): Promise<number> => run(owner, statement)

/** The entry at a place of the trail. */
export const entryAt = (db: Database, place: number) =>
  get(
    db,
    sql<{ id: string; xid: string }>`select id, xid::text as xid from (
      select id, xid, row_number() over (order by xid, id) - 1 as place from audit.entry) placed where place = ${place}`,
  )

/** What a check finds; the verdict must fit the findings. */
export async function findingsOf(db: Database, heads: Head[] = []) {
  const report = await verifyTrail(db, { heads })
  if (report.ok !== report.findings.every(({ weight }) => weight === 'doubt'))
    throw new Error('the verdict does not fit')
  return report.findings
}

export async function headOf(db: Database): Promise<Head> {
  const { size, root } = (await verifyTrail(db)).head
  return { size, root: Buffer.from(root, 'hex') }
}
