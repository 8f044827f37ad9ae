import type { Queries } from '../database/connect.ts'
import { find, json, rows, run, sql } from '../database/query.ts'
import type { ObjectKind } from './archive.ts'
import type { Facts } from './kept-table.ts'
import type { Part } from './part.ts'

/** An archive that was read back and found whole. */
export interface ArchivedPart {
  readonly id: string
  readonly parent: string
  readonly part: string
  readonly since: Date
  readonly until: Date
  /** Where it lies, on the machine that wrote it. */
  readonly folder: string
  readonly rowCount: number
  readonly rowsSha256: string
  readonly objects: Readonly<Partial<Record<ObjectKind, string>>>
  readonly facts: Facts
  readonly verifiedAt: Date
  /** Null = the part is still here, or was brought back. */
  readonly droppedAt: Date | null
  /** What is here is a copy of the archive. */
  readonly broughtBackAt: Date | null
}

const columns = sql`id, parent, part, since, until, folder, row_count, rows_sha256, objects, facts, verified_at, dropped_at, brought_back_at`

/** All of them, by table and time. */
export const readArchivedParts = (on: Queries): Promise<ArchivedPart[]> =>
  rows(on, sql<ArchivedPart>`select ${columns} from kernel.archived_part order by parent, since, verified_at`)

/** The newest archive of a part that is here. */
export const findArchiveOf = (on: Queries, { name }: Part): Promise<ArchivedPart | undefined> =>
  find(
    on,
    sql<ArchivedPart>`select ${columns} from kernel.archived_part where part = ${name} and dropped_at is null
      order by verified_at desc limit 1`,
  )

export const insertArchivedPart = (
  on: Queries,
  one: Omit<ArchivedPart, 'droppedAt' | 'verifiedAt' | 'broughtBackAt'>,
): Promise<number> =>
  run(
    on,
    sql`insert into kernel.archived_part (id, parent, part, since, until, folder, row_count, rows_sha256, objects, facts, verified_at)
      values (${one.id}, ${one.parent}, ${one.part}, ${one.since}, ${one.until}, ${one.folder}, ${one.rowCount}, ${one.rowsSha256},
        ${json(one.objects)}, ${json(one.facts)}, now())`,
  )
