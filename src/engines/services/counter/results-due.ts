import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { InstantAndId, readCursor, toPage } from '#values/page.ts'
import { addDays, instantOf, type PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { nameOfUnit } from '#engines/directory/index.ts'
import { dossierAccess, maySee } from '../dossier/dossier-access.ts'
import { oneCounterOf } from './counter.ts'

export interface DueResult {
  readonly id: string
  readonly code: string
  readonly applicantId: string
  readonly applicantName: string
  readonly procedureName: string
  readonly promised: Date
  /** The result is there; nobody has fetched it. */
  readonly isReady: boolean
  readonly status: string
  /** Where it is worked on. */
  readonly step: Words | null
  readonly unitName: string | null
}

export interface AskedDue {
  readonly day: PlainDate
  readonly counterId?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** What a counter has to hand out by the end of a day, late ones too, and whatever is ready already; in the order of what was promised. */
export async function listDue(ctx: Context, { day, counterId, after, limit }: AskedDue) {
  const counter = await oneCounterOf(ctx, counterId)
  const [at, id] = after === undefined ? [undefined, undefined] : readCursor(InstantAndId, after)
  const found = await rows(
    ctx.tx,
    sql<DueResult>`select d.id, d.code, d.applicant_id, coalesce(d.enterprise_name, d.applicant_name) as applicant_name, d.procedure_name, d.promised,
        d.finished_at is not null as is_ready, d.status, t.step_name as step, ${nameOfUnit(sql`t.unit_id`, day)} as unit_name
      from services.dossier d
      left join lateral (select step_name, unit_id from workflow.task where subject_id = d.id and is_open and consult is null
        order by opened_at, id limit 1) t on true
      where d.receiver_id = ${counter.id} and d.is_open and d.promised is not null
        and (d.promised < ${instantOf(addDays(day, 1))} or d.finished_at is not null) and ${maySee(dossierAccess(ctx))}
        ${at === undefined ? sql`` : sql`and (d.promised, d.id) > (${at}::timestamptz, ${id}::uuid)`}
      order by d.promised, d.id limit ${limit + 1}`,
  )
  ctx.note({
    objectType: 'results-due',
    objectId: counter.id,
    subjects: [...new Set(found.map(({ applicantId }) => applicantId))],
    facts: { day, rows: found.length },
  })
  return { counter, page: toPage(found, limit, (row) => [row.promised.toISOString(), row.id]) }
}
