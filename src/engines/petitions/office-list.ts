import { get, rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Actor } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { InstantAndId, readCursor, toPage } from '#values/page.ts'
import { dateAt } from '#values/plain-date.ts'
import { officesNow } from '#engines/calendar/index.ts'
import { nameOfUnit } from '#engines/directory/index.ts'
import type { PetitionKind } from './kinds.ts'
import { leftOf } from './limits.ts'
import type { PetitionsParts } from './parts.ts'
import type { Petition } from './petition.ts'
import { isSeen, keysSeen } from './rights.ts'

/** A row of the office. */
export interface ListedPetition extends Pick<
  Petition,
  'id' | 'code' | 'kind' | 'status' | 'title' | 'askedAt' | 'due' | 'unitId' | 'firstDecision'
> {
  readonly unitName: string
  readonly isProposed: boolean
  readonly isSecond: boolean
}

export const rowColumns = (
  ctx: Context,
) => sql`p.id, p.code, p.kind, p.status, p.title, p.asked_at, p.due, p.unit_id, p.first_decision, p.proposed_at is not null as is_proposed,
  p.first_decision is not null as is_second, ${nameOfUnit(sql`p.unit_id`, dateAt(ctx.now()))} as unit_name`

export interface Listed {
  readonly tab: 'open' | 'done'
  readonly kind?: PetitionKind | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** With more keys than this, walking one index is cheaper than a scan a key. */
const mostMerged = 40

/**
 * The ids of a page: what is to be done by its date, or what is done, the latest first. For few units each is one bounded index scan, merged;
 * for many or all, one index is walked.
 * @right
 */
export function listedIds(actor: Actor, { tab, kind, after, limit }: Listed): Fragment {
  const [at, id] = after === undefined ? [undefined, undefined] : readCursor(InstantAndId, after)
  const [column, direction, beyond] =
    tab === 'open' ? [sql`p.due`, sql``, sql`>`] : [sql`p.asked_at`, sql`desc`, sql`<`]
  const from = at === undefined ? sql`` : sql`and (${column}, p.id) ${beyond} (${at}::timestamptz, ${id}::uuid)`
  const which = sql`p.due is ${tab === 'open' ? sql`not null` : sql`null`} and ${isSeen(actor)}
    ${kind === undefined ? sql`` : sql`and p.kind = ${kind}`} ${from}`
  const order = sql`order by ${column} ${direction}, p.id ${direction} limit ${limit + 1}`
  const keys = keysSeen(actor)
  if (keys === 'all' || keys.length > mostMerged)
    return sql`select p.id from petitions.petition p where ${which} ${order}`
  return sql`select p.id from unnest(${keys}::int[]) as key cross join lateral (
      select p.id, p.due, p.asked_at from petitions.petition p where p.unit_key = key and ${which} ${order}) p ${order}`
}

/** What the caller sees: what is to be done by its date, or what is done, the latest first. */
export async function listPetitions(ctx: Context, { rules }: PetitionsParts, search: Listed) {
  const isOpen = search.tab === 'open'
  const found = await rows(
    ctx.tx,
    sql<ListedPetition>`with listed as materialized (${listedIds(ctx.actor, search)})
      select ${rowColumns(ctx)} from listed join petitions.petition p on p.id = listed.id
      order by ${isOpen ? sql`p.due, p.id` : sql`p.asked_at desc, p.id desc`}`,
  )
  const page = toPage(found, search.limit, (row) => [((isOpen ? row.due : row.askedAt) as Date).toISOString(), row.id])
  const offices = await officesNow(ctx)
  return { ...page, rows: page.rows.map((row) => ({ ...row, left: leftOf(rules, offices, ctx.now(), row) })) }
}

/** How many wait for the caller's units, and how many of them are late. */
export const countPetitions = (ctx: Context): Promise<{ open: number; late: number }> =>
  get(
    ctx.tx,
    sql<{
      open: number
      late: number
    }>`select count(*)::int as open, count(*) filter (where p.due < ${ctx.now()})::int as late
      from petitions.petition p where ${isSeen(ctx.actor)} and p.due is not null`,
  )
