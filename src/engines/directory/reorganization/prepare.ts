import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { followTerritories, type Territories } from '../boundary/territories.ts'
import { heldBoundaries } from '../boundary/boundary.ts'
import { mergedBooks, strayBooks, type MergedBooks } from './books.ts'
import { readEve, readHolders, type Eve } from './eve.ts'
import { expandPlan, type Blocker, type Changes } from './expand-plan.ts'
import { openWork, type Follower } from './follower.ts'
import { hoursParts, strayHours, type HoursParts } from './hours.ts'
import { landOfficials, type Contest, type Landing, type Stray } from './land-officials.ts'
import { organizationAfter, type After } from './organization-after.ts'
import { pendingTransfers } from './pending-transfers.ts'
import type { ReorganizationPlan } from './plan.ts'

/** Who works from the day on, in one unit that takes over, on what was addressed to one key. */
export interface Way {
  readonly key: number
  readonly unit: string
  readonly to: { readonly unit: string; readonly function: string } | undefined
  /** No other unit takes over from the one it was addressed in. */
  readonly isOnly: boolean
}

/** A plan held against the organisation of the day before: what it will write, and what stands in its way. */
export interface Prepared {
  readonly plan: ReorganizationPlan
  readonly eve: Eve
  readonly changes: Changes
  readonly landings: readonly Landing[]
  readonly contests: readonly Contest[]
  readonly strays: readonly Stray[]
  readonly after: After
  readonly ways: readonly Way[]
  readonly books: readonly MergedBooks[]
  readonly hours: HoursParts
  readonly territories: Territories
  /** What functions are called where somebody gets another one. */
  readonly titles: ReadonlyMap<string, string>
  readonly blockers: readonly Blocker[]
}

/** Works out what a plan would do, without doing any of it; `today` is the first day on which it could begin. */
export async function prepare(
  tx: Queries,
  plan: ReorganizationPlan,
  followers: readonly Follower[],
  today: PlainDate,
): Promise<Prepared> {
  const eve = await readEve(tx, plan.effectiveOn)
  const changes = expandPlan(plan, eve)
  const concerned = new Set(
    changes.successions.flatMap(({ unit, into }) => [unit.code, ...into.map(({ code }) => code)]),
  )
  const agencies = [...concerned].flatMap((code) => agenciesAbove(eve, changes, code))
  const holders = await readHolders(tx, [...new Set([...concerned, ...agencies])], plan.effectiveOn)
  const { landings, contests, strays, blockers } = landOfficials(plan, changes, holders)
  const after = organizationAfter(eve, changes, landings, holders)
  const ways = await waysOf(tx, plan, changes, after)
  const ending = changes.successions.filter(({ ends }) => ends).map(({ unit }) => unit.id)
  const books = mergedBooks(plan, eve, changes)
  const hours = hoursParts(plan, eve, changes, after)
  const held = await heldBoundaries(tx, plan.effectiveOn)
  const territories = followTerritories(changes, eve.areas, held, plan.effectiveOn)
  return {
    plan,
    eve,
    changes,
    landings,
    contests,
    strays,
    after,
    ways,
    books,
    hours,
    territories,
    titles: await titlesOfFunctions(tx),
    blockers: [
      ...(plan.effectiveOn < today ? [past(plan.effectiveOn)] : []),
      ...changes.blockers,
      ...blockers,
      ...landings.flatMap((one) => (after.units.has(one.unit) ? [] : [strayLanding(one)])),
      ...(await pendingTransfers(tx, ending, plan.effectiveOn)),
      ...(await ownerless(tx, ways, followers)),
      ...strayBooks(plan, books),
      ...strayHours(plan, hours),
      ...(await refusedHours(tx, hours, followers)),
      ...(await unknownApart(tx, plan, followers)),
    ],
  }
}

/** What has happened by the old organisation would be changed by it. */
const past = (day: PlainDate): Blocker => ({
  about: day,
  isDecision: false,
  words: {
    vi: 'Ngày hiệu lực đã qua: chọn hôm nay hoặc một ngày sau',
    en: 'Its day is over: choose today or a day to come',
  },
})

/** Dossiers set apart by a code that none has: they would go by the rule, and nobody would notice. */
async function unknownApart(
  tx: Queries,
  { overrides }: ReorganizationPlan,
  followers: readonly Follower[],
): Promise<Blocker[]> {
  const codes = Object.keys(overrides)
  const unknown = codes.length === 0 ? [] : await Promise.all(followers.map((one) => one.unknown(tx, codes)))
  return unknown.flat().map((code) => ({
    about: code,
    isDecision: false,
    words: {
      vi: `Hồ sơ đi riêng ${code}: không có hồ sơ nào mã này`,
      en: `Dossier apart ${code}: no dossier has this code`,
    },
  }))
}

/** What the later engine that keeps office hours says against those of a plan. */
async function refusedHours(tx: Queries, hours: HoursParts, followers: readonly Follower[]): Promise<Blocker[]> {
  const refused: Blocker[] = []
  for (const follower of followers)
    for (const [about, words] of (await follower.hours?.refusals(tx, hours)) ?? [])
      refused.push({ about, words, isDecision: false })
  return refused
}

const strayLanding = ({ holder, unit }: Landing): Blocker => ({
  about: unit,
  isDecision: false,
  words: {
    vi: `${holder.personName} về ${unit}, mà ${unit} không có`,
    en: `${holder.personName} goes to ${unit}, which is not there`,
  },
})

/** Who may have to stand in for a unit: everybody above it. */
function agenciesAbove(eve: Eve, { changed, opened }: Changes, code: string): string[] {
  const parents = new Map([...eve.units.values(), ...changed, ...opened].map((unit) => [unit.code, unit.parent]))
  const above: string[] = []
  for (let next = parents.get(code); next !== undefined && above.length < 8; next = parents.get(next)) above.push(next)
  return above
}

async function waysOf(
  tx: Queries,
  { officials }: ReorganizationPlan,
  { successions }: Changes,
  after: After,
): Promise<Way[]> {
  const keys = Map.groupBy(
    await rows(
      tx,
      sql<{ key: number; unitId: string; function: string; kind: string }>`
        select q.key, q.unit_id, coalesce(q.function, p.function) as function, q.kind
        from directory.principal q left join directory.post p on p.id = q.post_id
        where q.kind <> 'unit' and q.unit_id = any(${successions.map(({ unit }) => unit.id)}::uuid[]) order by q.key`,
    ),
    ({ unitId }) => unitId,
  )
  return successions.flatMap(({ unit, into }) =>
    (keys.get(unit.id) ?? []).flatMap(({ key, function: name }) =>
      into
        .filter(({ code }) => code !== unit.code)
        .map(({ code }) => ({
          key,
          unit: code,
          to: after.addressee(code, officials.functions[name] ?? name),
          isOnly: into.length === 1,
        })),
    ),
  )
}

const titlesOfFunctions = async (tx: Queries): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (
      await rows(
        tx,
        sql<{ function: string; title: string }>`select function, title->>'vi' as title from directory.role`,
      )
    ).map((row) => [row.function, row.title]),
  )

/** Open work that nobody could do in the unit that takes it over. */
async function ownerless(tx: Queries, ways: readonly Way[], followers: readonly Follower[]): Promise<Blocker[]> {
  const lacking = ways.filter(({ to }) => to === undefined)
  const keys = [...new Set(lacking.map(({ key }) => key))]
  const open = await openWork(tx, keys, followers)
  return lacking.flatMap(({ key, unit }) => {
    const count = open.get(key) ?? 0
    return count === 0
      ? []
      : [
          {
            about: unit,
            words: {
              vi: `${unit} sẽ nhận tới ${count} việc đang mở mà không có ai giữ vị trí để làm`,
              en: `${unit} will get up to ${count} pieces of open work, and nobody there could do them`,
            },
            isDecision: false,
          },
        ]
  })
}
