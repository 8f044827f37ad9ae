import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import type { BookOwner } from './books.ts'
import type { HoursParts } from './hours.ts'
import type { Writing } from './write-changes.ts'

/** What a reorganisation touches, as later engines keep it. */
export interface TouchedParts {
  readonly effectiveOn: PlainDate
  /** Units whose work goes to others, by id and by key. */
  readonly unitIds: readonly string[]
  readonly unitKeys: readonly number[]
  /** Books of numbers that close on the day, and those that a merged body goes on with. */
  readonly books: { readonly closing: readonly BookOwner[]; readonly goingOn: readonly BookOwner[] }
  readonly areaCodes: readonly string[]
  /** Tiers and bodies of which a competence goes to another. */
  readonly competence: { readonly tiers: readonly string[]; readonly agencies: readonly string[] }
  readonly hours: HoursParts
}

/** A unit that will work other hours than one of those it takes over from. */
export interface DifferingHours {
  readonly code: string
  readonly name: string
  readonly hours: Words
  readonly from: readonly { readonly code: string; readonly name: string; readonly hours: Words }[]
  /** The code of the one whose hours it goes on with; null: those of the body above. */
  readonly like: string | null
}

/** How office hours follow a reorganisation. */
export interface HoursKeeper {
  differing(tx: Queries, parts: HoursParts): Promise<readonly DifferingHours[]>
  /** Why units cannot work from the day on as the plan says, by the code of each. */
  refusals(tx: Queries, parts: HoursParts): Promise<ReadonlyMap<string, Words>>
  /** Lets those who take over go on with hours from the day on; `ids` has the id of each unit by its code. */
  write(ctx: Context, by: Writing, parts: HoursParts, ids: ReadonlyMap<string, string>): Promise<void>
  takeBack(ctx: Context, reorganizationId: string): Promise<void>
}

/** One kind of thing that is touched: how many before and after, and what is done about it. */
export interface TouchedKind {
  readonly kind: string
  readonly name: Words
  readonly before: number
  readonly after: number
  readonly how: Words
}

/** What a later engine keeps by unit, post or area, and how that follows a reorganisation. */
export interface Follower {
  readonly name: string
  readonly hours?: HoursKeeper
  /** Counts what will be touched. */
  count(tx: Queries, parts: TouchedParts): Promise<readonly TouchedKind[]>
  /** Open work that is addressed to keys of posts and functions, by key; none of it may be left without somebody. */
  workOn(tx: Queries, keys: readonly number[]): Promise<ReadonlyMap<number, number>>
  /** Of the codes by which a plan sets things apart, those that name nothing. */
  unknown(tx: Queries, codes: readonly string[]): Promise<readonly string[]>
  /** Moves up to so many things that are not moved yet; answers how many. 0: all is moved. */
  move(ctx: Context, reorganization: MovedBy, limit: number): Promise<number>
  /** What was done since and depends on it, in words; while there is any it cannot be undone. */
  dependents(tx: Queries, reorganizationId: string): Promise<readonly Words[]>
  /** Moves up to so many things back to where they were; answers how many. */
  moveBack(ctx: Context, reorganization: MovedBy, limit: number): Promise<number>
}

/** The reorganisation that things are moved by. */
export interface MovedBy {
  readonly id: string
  readonly title: string
  readonly document: string
  readonly effectiveOn: PlainDate
  readonly split: 'largest' | 'proportional'
  readonly overrides: Readonly<Record<string, string>>
}

/** How much open work is addressed to each of these keys, whoever keeps it. */
export async function openWork(
  tx: Queries,
  keys: readonly number[],
  followers: readonly Follower[],
): Promise<ReadonlyMap<number, number>> {
  const open = new Map<number, number>()
  for (const follower of followers)
    for (const [key, count] of await follower.workOn(tx, keys)) open.set(key, (open.get(key) ?? 0) + count)
  return open
}
