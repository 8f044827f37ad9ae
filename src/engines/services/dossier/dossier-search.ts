import type { Queries } from '#kernel/database/connect.ts'
import { rows, sql, type Fragment, type RawBuilder } from '#kernel/database/query.ts'
import { fail } from '#values/errors.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { fold, wordsIn } from '#values/text.ts'
import { fewKeys, maySee, type DossierAccess } from './dossier-access.ts'
import { after, inOrder, type Cursor, type View } from './dossier-order.ts'

/** What dossiers are sought by, and how many, from where on. */
export interface Sought {
  readonly view: View
  readonly text?: string | undefined
  readonly procedure?: string | undefined
  readonly limit: number
  readonly cursor?: Cursor
}

/** A word is known by its first letters, as in `services.search_words`. */
const mostLetters = 12
/** Under this key `services.dossier_search` has every dossier: who has many keys seeks among them, and what they may not see is left out. */
const everybody = 0

/** Whether something is sought; a text that folds to nothing, such as marks without letters, seeks nothing. */
export const isSought = ({ text = '', procedure }: Pick<Sought, 'text' | 'procedure'>): boolean =>
  procedure !== undefined || fold(text) !== ''

/** The words of a text as the index knows them. */
const wordsOf = (text = ''): string[] => [...new Set(wordsIn(fold(text)).map((word) => word.slice(0, mostLetters)))]

/** Signs alone stand in no dossier. */
const hasNoWord = ({ text = '' }: Sought): boolean => fold(text) !== '' && wordsOf(text).length === 0

/**
 * The dossiers that an actor may see and that a text finds: every word of it begins a word of theirs. Who types a whole number, of a
 * dossier, a person, an enterprise or a result, finds those of that number alone.
 */
export async function findIds(
  tx: Queries,
  access: DossierAccess,
  sought: Sought,
  on: PlainDate,
): Promise<readonly string[]> {
  // Citizens have a list of their own.
  if (access.sees === 'own') fail('forbidden')
  const numbered = await idsOfNumber(tx, access, sought)
  if (numbered.length > 0 || hasNoWord(sought)) return numbered
  return sought.view === 'open' ? openIds(tx, access, sought) : newestIds(tx, access, sought, on)
}

/** @right */
async function idsOfNumber(tx: Queries, access: DossierAccess, sought: Sought): Promise<string[]> {
  const number = sought.text?.trim().toUpperCase() ?? ''
  if (!/\d/.test(number) || /\s/.test(number)) return []
  return idsOf(
    tx,
    sql`select d.id from services.dossier d where d.id = any(array(
        select id from services.dossier where code = ${number}
        union select d.id from directory.person p join services.dossier d on d.applicant_id = p.id where p.personal_id = ${number}
        union select co.dossier_id from directory.person p join services.dossier_co_applicant co on co.person_id = p.id where p.personal_id = ${number}
        union select d.id from directory.enterprise e join services.dossier d on d.enterprise_id = e.id where e.code = ${number}
        union select dossier_id from services.result where number = ${number}))
      and ${maySee(access)} and ${sought.view === 'open' ? sql`d.is_open` : sql`true`}
      and ${sought.procedure === undefined ? sql`true` : sql`d.procedure_code = ${sought.procedure}`}
      and ${after(sought.view, sought.cursor)} ${inOrder(sought.view)} limit ${sought.limit}`,
  )
}

/**
 * Newest first, a span of time after the other until there are enough: what is common is found in the last weeks, and of what is rare the
 * index knows the few.
 * @right
 */
async function newestIds(tx: Queries, access: DossierAccess, sought: Sought, on: PlainDate): Promise<string[]> {
  const { limit, cursor } = sought
  const found: string[] = []
  for (const span of spansUntil(new Date(cursor?.[0] ?? on))) {
    const more = await idsOf(
      tx,
      sql`with d as materialized (
          select s.dossier_id as id, s.filed_at from services.dossier_search s
          where ${isIndexed(access, sought, span.periods)} and s.filed_at >= ${span.from} and s.filed_at < ${span.before}
          order by s.filed_at desc, s.dossier_id desc)
        select d.id from d where ${maySeeEach(access)} and ${after('all', cursor)} ${inOrder('all')} limit ${limit - found.length}`,
    )
    found.push(...more)
    if (found.length >= limit) break
  }
  return found
}

/** @right */
const openIds = (tx: Queries, access: DossierAccess, sought: Sought): Promise<string[]> =>
  idsOf(
    tx,
    sql`with d as materialized (
        select d.id, d.deadline from services.dossier_search s join services.dossier d on d.id = s.dossier_id
        where s.is_open and ${isIndexed(access, sought, [allTime])} order by d.deadline, d.id)
      select d.id from d where ${maySeeEach(access)} and ${after('open', sought.cursor)} ${inOrder('open')} limit ${sought.limit}`,
  )

/**
 * Asked of one row after the other, so that no more are asked than are shown: as a plain condition it is planned like a join with everything
 * that the keys see.
 * @right
 */
const maySeeEach = (access: DossierAccess): Fragment => sql`(select ${maySee(access)})`

function isIndexed(access: DossierAccess, { text, procedure }: Sought, periods: readonly number[]): Fragment {
  const words = [...wordsOf(text), ...(procedure === undefined ? [] : [`=${procedure}`])]
  const keys = fewKeys(access)?.keys ?? [everybody]
  const seenBy = keys.flatMap((key) => periods.map((period) => key * 1_000_000 + period))
  return sql`services.search_words(s.text) @> ${words}::text[] and s.seen_by && ${seenBy}::bigint[]`
}

interface Span {
  readonly from: Date
  readonly before: Date
  /** As `services.search_keys` has them: a month, a year, or all time. */
  readonly periods: readonly number[]
}

const allTime = 0
const yearOf = (day: Date): number => day.getUTCFullYear() * 100
const monthOf = (day: Date): number => yearOf(day) + day.getUTCMonth() + 1

/** Two months, the rest of two years, and all before: newest first, none twice. */
function spansUntil(last: Date): Span[] {
  const [year, month] = [last.getUTCFullYear(), last.getUTCMonth()]
  const months = new Date(Date.UTC(year, month - 1))
  const years = new Date(Date.UTC(months.getUTCFullYear() - 1, 0))
  return [
    { from: months, before: new Date(Date.UTC(year, month + 1)), periods: [monthOf(last), monthOf(months)] },
    { from: years, before: months, periods: [yearOf(months), yearOf(years)] },
    { from: new Date(0), before: years, periods: [allTime] },
  ]
}

const idsOf = async (tx: Queries, query: RawBuilder<unknown>): Promise<string[]> =>
  (await rows(tx, query as RawBuilder<{ id: string }>)).map(({ id }) => id)
