import { get, json, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { keep } from '#kernel/database/memory.ts'
import { addDays, type PlainDate } from '#values/plain-date.ts'
import { agencyKinds } from '../manage-unit.ts'
import type { Eve } from './eve.ts'
import { said, type Blocker, type Changes } from './expand-plan.ts'
import type { ReorganizationPlan } from './plan.ts'
import type { Writing } from './write-changes.ts'

/** Whose books of numbers a unit writes in, and since when these run; null: since there are any. */
export interface BookOwner {
  readonly unitId: string
  readonly code: string
  readonly since: PlainDate | null
}

/** A body that takes over from bodies like it, and whose books it goes on with; null: it begins its own. */
export interface MergedBooks {
  readonly unit: string
  readonly from: readonly string[]
  readonly of: string | null
}

/** Whose books a unit writes in on a day. */
export const bookOwner = (tx: Queries, unitId: string, on: PlainDate): Promise<BookOwner> =>
  keep(tx, `books of unit ${unitId} ${on}`, () =>
    get(
      tx,
      sql<BookOwner>`select u.id as unit_id, u.code, b.since from directory.unit own
        left join lateral (select book_unit_id, since from directory.book_succession
          where unit_id = own.id and effective_on <= ${on} order by effective_on desc limit 1) b on true
        join directory.unit u on u.id = coalesce(b.book_unit_id, own.id) where own.id = ${unitId}`,
    ),
  )

/** What names the books of a unit: results run by its code, receipts and hand-over lists by its id. A merged body begins its own. */
export const bookWords = ({ unitId, code, since }: BookOwner) => ({
  byCode: since === null ? code : `${code}@${since}`,
  byId: since === null ? unitId : `${unitId}@${since}`,
})

/** What names the books in which a unit writes on a day. */
export const bookOf = async (tx: Queries, unitId: string, on: PlainDate) => bookWords(await bookOwner(tx, unitId, on))

/** Bodies number what they issue, counters what they take in and hand over; divisions have no books. */
const keepsBooks = ({ kind }: { readonly kind: string }): boolean => kind === 'one-stop' || agencyKinds.includes(kind)

/** The bodies that are merged, by a plan: a unit of another kind that comes into one makes it no new body. */
export function mergedBooks(plan: ReorganizationPlan, eve: Eve, { opened, successions }: Changes): MergedBooks[] {
  const after = new Map([...eve.units.values(), ...opened].map((unit) => [unit.code, unit]))
  const merging = successions.flatMap(({ unit, ends, into }) =>
    into.flatMap(({ code }) => {
      const taker = after.get(code)
      return ends && keepsBooks(unit) && taker?.kind === unit.kind && taker.tier === unit.tier
        ? [{ unit: code, from: unit.code }]
        : []
    }),
  )
  return [...Map.groupBy(merging, ({ unit }) => unit)].map(([unit, all]) => ({
    unit,
    from: [...(eve.units.has(unit) ? [unit] : []), ...all.map(({ from }) => from)],
    of: plan.books[unit] ?? null,
  }))
}

/** Books that a plan wants gone on with by who takes nothing over from their owner. */
export const strayBooks = ({ books }: ReorganizationPlan, merged: readonly MergedBooks[]): Blocker[] =>
  Object.entries(books).flatMap(([unit, of]) =>
    merged.some((one) => one.unit === unit && one.from.includes(of))
      ? []
      : [
          said(
            unit,
            `không tiếp được sổ của ${of}, vì không nhập từ ${of}`,
            `cannot go on with the books of ${of}, for it is not merged from ${of}`,
          ),
        ],
  )

/** The books that nobody writes in any more from the day on, and those that somebody else goes on with. */
export async function booksTouched(
  tx: Queries,
  effectiveOn: PlainDate,
  eve: Eve,
  { successions }: Changes,
  merged: readonly MergedBooks[],
): Promise<{ readonly closing: readonly BookOwner[]; readonly goingOn: readonly BookOwner[] }> {
  const goneOn = new Set(merged.flatMap(({ of }) => (of === null ? [] : [of])))
  const left = new Set([
    ...successions.filter(({ ends }) => ends).map(({ unit }) => unit.code),
    ...merged.flatMap(({ unit, of }) => (eve.units.has(unit) && of !== unit ? [unit] : [])),
  ])
  const ownersOf = (codes: readonly string[]) =>
    Promise.all(
      codes.flatMap((code) => {
        const unit = eve.units.get(code)
        return unit === undefined ? [] : [bookOwner(tx, unit.id, addDays(effectiveOn, -1))]
      }),
    )
  return {
    closing: await ownersOf([...left].filter((code) => !goneOn.has(code))),
    goingOn: await ownersOf([...goneOn]),
  }
}

/** Says in whose books merged bodies write from the day on. */
export async function writeBooks(
  tx: Queries,
  { id, effectiveOn }: Writing,
  eve: Eve,
  merged: readonly MergedBooks[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const books = []
  for (const { unit, of } of merged) {
    const unitId = ids.get(unit)
    const before = of === null ? undefined : eve.units.get(of)
    if (before !== undefined) {
      const owner = await bookOwner(tx, before.id, addDays(effectiveOn, -1))
      books.push({ unit: unitId, book: owner.unitId, since: owner.since })
    } else if (eve.units.has(unit)) books.push({ unit: unitId, book: unitId, since: effectiveOn })
  }
  await run(
    tx,
    sql`insert into directory.book_succession (reorganization_id, unit_id, effective_on, book_unit_id, since)
      select ${id}, unit, ${effectiveOn}, book, since
      from jsonb_to_recordset(${json(books)}) as g (unit uuid, book uuid, since date)`,
  )
}
