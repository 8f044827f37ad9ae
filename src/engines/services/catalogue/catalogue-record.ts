import { get, rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Words } from '#values/words.ts'
import { AnnouncedProcedure, type SetAside } from './announced-procedure.ts'
import type { MatchedBy } from './known-procedures.ts'
import type { OpenState } from './weigh-record.ts'

export type RecordState = OpenState | 'accepted' | 'rejected'

export interface RecordLine {
  readonly number: number
  readonly name: string | null
  readonly code: string | null
  readonly level: string | null
  readonly field: string | null
  readonly state: RecordState
  readonly matchedCode: string | null
  readonly matchedBy: MatchedBy
  readonly reasons: Words[]
  readonly rejectReason: string | null
  readonly procedureCode: string | null
}

export interface RecordSearch {
  readonly state: RecordState
  /** The number of the last one seen. */
  readonly after: number
  readonly limit: number
}

const columns = sql`r.number, r.name, coalesce(r.said->>'code', r.local_code) as code, r.said->>'level' as level, r.said->>'field' as field,
  r.state, r.matched_code, r.matched_by, r.reasons, r.reject_reason, r.procedure_code`

/** The records of a catalogue in one state, in the order of the file. */
export const listRecords = (tx: Queries, importId: string, { state, after, limit }: RecordSearch) =>
  rows(
    tx,
    sql<RecordLine>`select ${columns} from services.catalogue_record r
      where r.import_id = ${importId} and r.state = ${state} and r.number > ${after} order by r.number limit ${limit}`,
  )

export interface RecordRow extends RecordLine {
  readonly id: string
  readonly raw: string
  readonly said: AnnouncedProcedure | null
  readonly doubts: Words[]
  readonly setAside: SetAside[]
  readonly decidedAt: Date | null
  readonly decidedByName: string | null
}

const whole = sql`${columns}, r.id, r.raw, r.said, r.doubts, r.set_aside, r.decided_at, r.decided_by_name`

/** One record with everything that was read of it; locked until the transaction ends where it is going to change. */
export async function getRecord(tx: Queries, importId: string, number: number, lock = false): Promise<RecordRow> {
  const row = await get(
    tx,
    sql<RecordRow>`select ${whole} from services.catalogue_record r where r.import_id = ${importId} and r.number = ${number}
      ${lock ? sql`for update` : sql``}`,
  )
  return { ...row, said: row.said === null ? null : AnnouncedProcedure.parse(row.said) }
}

/** All of one state, locked: what is decided together. */
export const lockRecords = (tx: Queries, importId: string, state: RecordState) =>
  rows(
    tx,
    sql<RecordRow>`select ${whole} from services.catalogue_record r
      where r.import_id = ${importId} and r.state = ${state} order by r.number for update`,
  )
