import { find, rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { InstantAndId, readCursor, toPage } from '#values/page.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { nameOfUnit } from '#engines/directory/index.ts'
import { bestFirst } from './best-found.ts'
import { fewKeys, maySee, stillCounts, type DossierAccess, type SeenByKeys } from './dossier-access.ts'
import { after, inOrder, type Cursor, type View } from './dossier-order.ts'
import { findIds, isSought } from './dossier-search.ts'
import type { Channel, DossierStatus } from './dossier.ts'
import type { Outcome } from '#engines/workflow/index.ts'

export interface ListedDossier {
  readonly id: string
  readonly code: string
  readonly procedureCode: string
  readonly versionId: string
  readonly procedureName: string
  readonly applicantName: string
  readonly enterpriseName: string | null
  readonly channel: Channel
  readonly status: DossierStatus
  readonly outcome: Outcome | null
  readonly isReceived: boolean
  readonly filedAt: Date
  readonly receiverId: string
  readonly deadline: Date
  readonly finishedAt: Date | null
  readonly unitName: string
  readonly stepName: { vi: string; en: string } | null
}

export interface DossierSearch {
  readonly view: View
  readonly after?: string | undefined
  readonly limit: number
  readonly text?: string | undefined
  readonly procedure?: string | undefined
}

/**
 * The dossiers an actor may see: open ones soonest due first, or all newest first. For few keys each key is one bounded index scan,
 * merged: the cost does not grow with the number of dossiers, and nothing is filtered afterwards.
 */
export async function listDossiers(tx: Queries, access: DossierAccess, search: DossierSearch, on: PlainDate) {
  const { view, after: from, limit, ...sought } = search
  const cursor = from === undefined ? undefined : readCursor(InstantAndId, from)
  const asked = { ...sought, view, cursor, limit: limit + 1 }
  const ids = isSought(asked) ? these(await findIds(tx, access, asked, on)) : listedIds(access, asked)
  const found = await listedDossiers(tx, ids, view, on)
  return toPage(found, limit, (row) => [(view === 'open' ? row.deadline : row.filedAt).toISOString(), row.id])
}

/** So many of the newest that a text finds are looked at for the best. */
const lookedAt = 50

/** The few that answer a text best, for whoever is still typing: the names that it says, then the newest. */
export async function findDossiers(tx: Queries, access: DossierAccess, text: string, limit: number, on: PlainDate) {
  if (!isSought({ text })) return []
  const ids = await findIds(tx, access, { view: 'all', text, limit: lookedAt }, on)
  return bestFirst(await listedDossiers(tx, these(ids), 'all', on), text).slice(0, limit)
}

const these = (ids: readonly string[]): Fragment => sql`select id from unnest(${ids}::uuid[]) as id`

/** What a list shows of these dossiers, in its order. */
const listedDossiers = (tx: Queries, ids: Fragment, view: View, on: PlainDate): Promise<ListedDossier[]> =>
  rows(
    tx,
    sql<ListedDossier>`with listed as materialized (${ids})
      select d.id, d.code, d.procedure_code, d.version_id, d.procedure_name, d.applicant_name, d.enterprise_name, d.channel, d.status, d.outcome,
        d.received_at is not null as is_received, d.filed_at, d.receiver_id, d.deadline, d.finished_at, ${nameOfUnit(sql`coalesce(w.unit_id, d.owner_id)`, on)} as unit_name, w.step_name
      from listed join services.dossier d on d.id = listed.id
      left join lateral (
        select t.unit_id, t.step_name from workflow.task t
        where t.subject_id = d.id and t.is_open order by t.opened_at limit 1
      ) w on true
      ${inOrder(view)}`,
  )

interface Asked {
  readonly view: View
  readonly cursor: Cursor
  readonly limit: number
}

function listedIds(access: DossierAccess, asked: Asked): Fragment {
  const few = fewKeys(access)
  if (few !== undefined) return mergedIds(few, asked)
  const { view, cursor, limit } = asked
  return sql`select d.id from services.dossier d where ${maySee(access)} and ${view === 'open' ? sql`d.is_open` : sql`true`}
    and ${after(view, cursor)} ${inOrder(view)} limit ${limit}`
}

/** @right */
function mergedIds({ keys, at }: SeenByKeys, { view, cursor, limit }: Asked): Fragment {
  const [column, direction, beyond, open] =
    view === 'open' ? [sql`a.deadline`, sql``, sql`>`, sql`and a.is_open`] : [sql`a.filed_at`, sql`desc`, sql`<`, sql``]
  const next =
    cursor === undefined
      ? sql``
      : sql`and (${column}, a.dossier_id) ${beyond} (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
  return sql`select dossier_id as id from (
      select distinct found.dossier_id, found.sort from unnest(${keys}::int[]) as key
      cross join lateral (
        select a.dossier_id, ${column} as sort from services.dossier_access a
        where a.principal = key and ${stillCounts(at)} ${open} ${next} order by ${column} ${direction}, a.dossier_id ${direction} limit ${limit}
      ) found
    ) merged order by sort ${direction}, dossier_id ${direction} limit ${limit}`
}

/** Beyond this a count says so: counting on costs and changes nobody's work. */
export const countedUpTo = 1000

/** Open dossiers that an actor may see; of those whose time runs, the late ones and those due by the end of the next working day; capped. */
export async function countDossiers(tx: Queries, access: DossierAccess, now: Date, soon: Date) {
  const few = fewKeys(access)
  const open =
    few !== undefined
      ? openOfKeys(few)
      : sql`select d.id, d.deadline from services.dossier d where d.is_open and ${maySee(access)} order by d.deadline limit ${countedUpTo}`
  // Asked of those alone that are due; what is finished or stands still is no longer late.
  const runs = sql`exists (select from services.dossier d where d.id = listed.id and d.status = 'open' and d.finished_at is null)`
  const counted = await find(
    tx,
    sql<{ open: number; late: number; dueSoon: number }>`
      select count(*)::int as open, count(*) filter (where deadline < ${now} and ${runs})::int as late,
        count(*) filter (where deadline >= ${now} and deadline <= ${soon} and ${runs})::int as due_soon from (${open}) listed`,
  )
  const { open: total, late, dueSoon } = counted ?? { open: 0, late: 0, dueSoon: 0 }
  return { open: Math.min(total, countedUpTo), late, dueSoon, isCapped: total >= countedUpTo }
}

/**
 * The first open dossiers of few keys, each key a query in the same order: so their indexes are merged, and read no further than is counted.
 * @right
 */
function openOfKeys({ keys, at }: SeenByKeys): Fragment {
  const each = keys.map(
    (key) =>
      sql`(select a.dossier_id as id, a.deadline from services.dossier_access a where a.principal = ${key} and a.is_open and ${stillCounts(at)}
        order by a.deadline, a.dossier_id limit ${countedUpTo})`,
  )
  return sql`select distinct on (deadline, id) id, deadline from (${sql.join(each, sql` union all `)}) merged
    order by deadline, id limit ${countedUpTo}`
}
