import { randomUUIDv7 } from 'node:crypto'
import { find, json, rows, run, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { Amendment } from './amendment.ts'

export interface StoredAmendment extends Amendment {
  readonly id: string
  readonly reason: string
  readonly declaredAt: Date
  readonly declaredBy: string
  readonly undoneAt: Date | null
  readonly undoneBy: string | null
}

const columns = sql`id, kind, first_day, last_day, work_day, half, name, document, reason, declared_at, declared_by, undone_at, undone_by`

/** Whoever declares or takes back, days or hours, waits for whoever is at it: each publishes a version with all of both. */
export const lockAmendments = (tx: Queries): Promise<unknown> =>
  run(tx, sql`select pg_advisory_xact_lock(hashtext('calendar.amendment'))`)

const stored = (tx: Queries, where: Fragment, order: Fragment): Promise<StoredAmendment[]> =>
  rows(tx, sql<StoredAmendment>`select ${columns} from calendar.amendment where ${where} order by ${order}`)

/** Those that count, in the order in which they were declared: a later one takes over what an earlier one said of its dates. */
export const amendmentsInForce = (tx: Queries): Promise<StoredAmendment[]> =>
  stored(tx, sql`undone_at is null`, sql`declared_at, id`)

/** Those that say something of a period (days inclusive), taken back ones too. */
export const amendmentsWithin = (tx: Queries, from: PlainDate, to: PlainDate): Promise<StoredAmendment[]> =>
  stored(
    tx,
    sql`least(first_day, work_day) <= ${to} and greatest(last_day, work_day) >= ${from}`,
    sql`first_day, declared_at`,
  )

export const findAmendment = (tx: Queries, id: string): Promise<StoredAmendment | undefined> =>
  find(tx, sql<StoredAmendment>`select ${columns} from calendar.amendment where id = ${id}`)

export async function storeAmendment(
  ctx: Context,
  amendment: Amendment & { readonly reason: string },
): Promise<string> {
  const id = randomUUIDv7()
  await run(
    ctx.tx,
    sql`insert into calendar.amendment (id, kind, first_day, last_day, work_day, half, name, document, reason, declared_at, declared_by)
      values (${id}, ${amendment.kind}, ${amendment.firstDay}, ${amendment.lastDay}, ${amendment.workDay}, ${amendment.half},
        ${json(amendment.name)}, ${amendment.document}, ${amendment.reason}, ${ctx.now()}, ${whoOf(ctx)})`,
  )
  return id
}

export const markUndone = (ctx: Context, id: string): Promise<number> =>
  run(
    ctx.tx,
    sql`update calendar.amendment set undone_at = ${ctx.now()}, undone_by = ${whoOf(ctx)} where id = ${id} and undone_at is null`,
  )

/** Who declares or takes back, in words that stay readable. */
export const whoOf = ({ actor }: Context): string => [actor.name, actor.post?.title].filter(Boolean).join(', ')
