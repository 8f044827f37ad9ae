import { z } from 'zod'
import type { Queries } from '#kernel/database/connect.ts'
import { every, find, rows, sql, type Fragment, type RawBuilder } from '#kernel/database/query.ts'
import { fail } from '#values/errors.ts'
import { readCursor, toPage } from '#values/page.ts'
import { instantOfEntry } from './entry-id.ts'
import { objectOf, type Detail } from './entry.ts'

export interface EntrySearch extends PageRequest {
  /** `type:id` */
  readonly object?: string | undefined
  readonly account?: string | undefined
  readonly subject?: string | undefined
  readonly operation?: string | undefined
  readonly unit?: string | undefined
  readonly kind?: 'read' | 'write' | undefined
  readonly outcome?: 'done' | 'refused' | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

interface EntryRow {
  readonly id: string
  readonly at: Date
  readonly account: string
  readonly actorName: string | null
  readonly postTitle: string | null
  readonly unitId: string | null
  readonly unitName: string | null
  readonly onBehalf: string | null
  readonly operation: string
  readonly kind: 'read' | 'write'
  readonly outcome: 'done' | 'refused'
  readonly objects: readonly string[] | null
  readonly purpose: string | null
  readonly subjects: readonly string[] | null
  readonly details: readonly Detail[] | null
  readonly erased: boolean
}

const columns = sql`id, at, account, actor_name, post_title, unit_id, unit_name, on_behalf, operation, kind, outcome, objects, purpose,
  subjects, details, erased_digest is not null as erased`

/**
 * Newest first. Each filter has its index (entry_by_account, entry_by_operation, entry_by_unit, entry_refused, entry_by_object_and_subject; without one
 * entry_pk). A period (`from`, `to`) keeps the search in its months; every further page is bounded by its cursor.
 */
export async function searchEntries(on: Queries, search: EntrySearch) {
  const page = toPage(await rows(on, searchQuery(search)), search.limit, keyOf)
  return { ...page, rows: page.rows.map(viewRow) }
}

/** The statement of a search, apart so that its plan can be looked at. */
export function searchQuery(search: EntrySearch): RawBuilder<EntryRow> {
  const rare = [
    search.object === undefined ? undefined : sql`objects @> ${[search.object]}::text[]`,
    search.subject === undefined ? undefined : sql`subjects @> ${[search.subject]}::uuid[]`,
  ].filter((condition) => condition !== undefined)
  return pageQuery(search, rare, [
    search.account === undefined ? undefined : sql`account = ${search.account}`,
    search.operation === undefined ? undefined : sql`operation = ${search.operation}`,
    search.unit === undefined ? undefined : sql`unit_id = ${search.unit}`,
    search.kind === undefined ? undefined : sql`kind = ${search.kind}`,
    // Said as it stands: only then is the index of the refused ones thought of.
    search.outcome === 'refused' ? sql`outcome = 'refused'` : undefined,
    search.outcome === 'done' ? sql`outcome = 'done'` : undefined,
    search.from === undefined ? undefined : sql`at >= ${search.from}::timestamptz`,
    search.to === undefined ? undefined : sql`at < ${search.to}::timestamptz`,
  ])
}

const keyOf = ({ id }: EntryRow) => [id]

/**
 * Entries that touched a person's data, newest first: only that person's part of each, without its facts. To an account that may be
 * somebody else's (`isSure` false) only those of what was done by itself.
 */
export async function readsOfPerson(
  on: Queries,
  { person, account, isSure }: { readonly person: string; readonly account: string; readonly isSure: boolean },
  request: PageRequest,
) {
  const ofOwnActs = sql`(account = ${account} or objects && array(select distinct unnest(own.objects) from audit.entry own
    where own.account = ${account} and own.kind = 'write' and own.outcome = 'done'))`
  const found = await rows(on, pageQuery(request, [sql`subjects @> ${[person]}::uuid[]`], isSure ? [] : [ofOwnActs]))
  const page = toPage(found, request.limit, keyOf)
  return { ...page, rows: page.rows.map((row) => viewAsSubject(row, person, account)) }
}

/** One entry with its facts. */
export async function getEntry(on: Queries, id: string) {
  const row = await find(
    on,
    sql<
      EntryRow & { requestId: string; address: string | null }
    >`select ${columns}, request_id, address from audit.entry
      where at = ${instantOfEntry(id)} and id = ${id}`,
  )
  if (!row) return fail('notFound')
  const objects = (row.objects ?? []).map((key, i) => ({ ...objectOf(key), facts: row.details?.[i]?.f }))
  return {
    ...viewRow(row),
    requestId: row.requestId,
    address: row.address,
    subjects: [...(row.subjects ?? [])],
    objects,
  }
}

interface PageRequest {
  readonly after?: string | undefined
  readonly limit: number
}

const newestFirst = sql`order by at desc, id desc`

/**
 * A page of what meets all conditions. For the `rare` ones (an object, a person) matches are gathered first: PostgreSQL cannot
 * know how rare they are, and would else walk through years by time until the page is full.
 */
function pageQuery(
  { after, limit }: PageRequest,
  rare: Fragment[],
  filters: (Fragment | undefined)[],
): RawBuilder<EntryRow> {
  // The id holds the time, so it is the whole key. The first condition leaves out later months.
  const [last] = after === undefined ? [] : readCursor(z.tuple([z.uuid()]), after)
  const before =
    last === undefined
      ? undefined
      : sql`at <= ${instantOfEntry(last)} and (at, id) < (${instantOfEntry(last)}, ${last}::uuid)`
  const met = every([...rare, ...filters, before])
  if (rare.length === 0)
    return sql<EntryRow>`select ${columns} from audit.entry where ${met} ${newestFirst} limit ${limit + 1}`
  return sql<EntryRow>`with found as materialized (select at, id from audit.entry where ${met}),
      page as materialized (select at, id from found ${newestFirst} limit ${limit + 1})
    select ${columns} from page join audit.entry using (at, id) ${newestFirst}`
}

const viewRow = ({ subjects: _subjects, details: _details, ...row }: EntryRow) => ({
  ...row,
  at: row.at.toISOString(),
  objects: (row.objects ?? []).map(objectOf),
})

/** An entry may be about many people; nobody sees the others' objects. */
function viewAsSubject(row: EntryRow, person: string, account: string) {
  const place = row.subjects?.indexOf(person) ?? -1
  return {
    at: row.at.toISOString(),
    who: row.actorName,
    unit: row.unitName,
    byMe: row.account === account,
    operation: row.operation,
    kind: row.kind,
    objects: (row.objects ?? []).filter((_, i) => row.details?.[i]?.s?.includes(place)).map(objectOf),
    purpose: row.purpose,
  }
}
