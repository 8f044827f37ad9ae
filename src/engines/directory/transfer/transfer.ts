import { get, json, rows, run, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { validOn } from '../valid-on.ts'
import type { TransferPlan } from './plan.ts'

/** What a transfer wrote: appointments that it began, and what it ended with how long that would have held. */
export interface Changes {
  readonly plan: TransferPlan
  readonly begun: readonly string[]
  readonly appointments: readonly { readonly id: string; readonly validTo: PlainDate | null }[]
  /** One that would have begun only later was revoked. */
  readonly delegations: readonly { readonly id: string; readonly validTo: PlainDate; readonly isAhead: boolean }[]
}

export interface TransferRow {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly document: string
  readonly decidedOn: PlainDate
  readonly reason: string | null
  readonly effectiveOn: PlainDate
  readonly leaves: boolean
  readonly decidedAt: Date
  readonly cancelledAt: Date | null
  readonly changes: Changes
}

const selected = sql`select t.id, t.person_id, person.full_name as person_name, t.document, t.decided_on, t.reason, t.effective_on,
    t.leaves, t.decided_at, t.cancelled_at, t.changes
  from directory.transfer t join directory.person on person.id = t.person_id`

/** 404 where there is none. */
export const getTransfer = (tx: Queries, id: string): Promise<TransferRow> =>
  get(tx, sql<TransferRow>`${selected} where t.id = ${id}`)

/** The same, locked until the transaction ends. */
export const lockTransfer = (tx: Queries, id: string): Promise<TransferRow> =>
  get(tx, sql<TransferRow>`${selected} where t.id = ${id} for update of t`)

/** Decisions that meet a condition on `t`, the latest first. */
export const transfersWhere = (tx: Queries, condition: Fragment, limit: number): Promise<TransferRow[]> =>
  rows(tx, sql<TransferRow>`${selected} where ${condition} order by t.effective_on desc, t.id desc limit ${limit}`)

export interface NewTransfer extends Pick<TransferRow, 'id' | 'document' | 'decidedOn' | 'changes'> {
  readonly reason: string | undefined
  readonly by: string
  readonly at: Date
}

export const insertTransfer = (tx: Queries, given: NewTransfer): Promise<number> => {
  const { personId, effectiveOn, leaves } = given.changes.plan
  return run(
    tx,
    sql`insert into directory.transfer (id, person_id, document, decided_on, reason, effective_on, leaves, changes, decided_by, decided_at)
      values (${given.id}, ${personId}, ${given.document}, ${given.decidedOn}, ${given.reason ?? null}, ${effectiveOn}, ${leaves},
        ${json(given.changes)}, ${given.by}, ${given.at})`,
  )
}

/**
 * Whether an official left by a decision in force and holds nothing on a day: whoever comes back is back by their new post.
 * @right
 */
export const hasLeft = (person: Fragment, on: PlainDate): Fragment =>
  sql`(exists (select 1 from directory.transfer left_by where left_by.person_id = ${person} and left_by.leaves
      and left_by.cancelled_at is null and left_by.effective_on <= ${on})
    and not exists (select 1 from directory.appointment kept where kept.person_id = ${person} and ${validOn('kept', on)}))`
