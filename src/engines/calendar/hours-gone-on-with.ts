import { isDeepStrictEqual } from 'node:util'
import type { Queries } from '#kernel/database/connect.ts'
import { addDays, type PlainDate } from '#values/plain-date.ts'
import { unitTree, type HoursParts } from '#engines/directory/index.ts'
import { currentCalendar, type CurrentCalendar } from './current-calendar.ts'
import type { Calendar } from './declare.ts'
import { hoursOn, type HoursOn, type OwnHours } from './office-hours.ts'
import { officesOf, type Offices } from './offices.ts'

type Taker = HoursParts['takers'][number]

/** A unit that takes over, and what it works from the day on. */
export interface TakenOver {
  readonly taker: Taker
  /** The id of the unit whose hours it goes on with; null: those of the body above. */
  readonly like: string | null
  readonly hours: HoursOn
  /** What those it takes over from work, in their order. */
  readonly before: readonly HoursOn[]
}

export interface HoursAfter {
  readonly takenOver: readonly TakenOver[]
  /** What has to be declared so that it is so; of a unit that is not there yet by its code. */
  readonly own: readonly OwnHours[]
  /** Units that declared hours of their own from a day on which they would have to go on with those of another. */
  readonly declared: readonly Taker[]
  readonly offices: Offices
}

/**
 * Office hours from the day of a reorganisation on. A unit that was there keeps its own, unless the plan says whose it works; one
 * that is new goes on with those of the units it takes over from if they are all alike, otherwise with those of the body above.
 * Undefined where no unit has hours of its own.
 */
export async function hoursAfter(tx: Queries, parts: HoursParts): Promise<HoursAfter | undefined> {
  const current = await currentCalendar(tx)
  if (current.ownHours.length === 0) return undefined
  const before = current.officesIn(await unitTree(tx, addDays(parts.effectiveOn, -1)))
  const own: OwnHours[] = []
  const declared: Taker[] = []
  let after = officesAfter(current, own, parts)
  const likes = new Map<Taker, string | null>()
  for (const taker of parts.takers) {
    const like = likeOf(taker, before, parts.effectiveOn)
    likes.set(taker, like)
    if (like === null || like === taker.key) continue
    const more = toGoOn(taker, before.calendarOf(like), after, parts)
    if (more.length === 0) continue
    if (current.ownHours.some(({ unitId, from }) => more.some((one) => one.unitId === unitId && one.from === from))) {
      declared.push(taker)
      continue
    }
    own.push(...more)
    after = officesAfter(current, own, parts)
  }
  const takenOver = parts.takers.map((taker) => ({
    taker,
    like: likes.get(taker) ?? null,
    hours: hoursOn(after.calendarOf(taker.key), parts.effectiveOn),
    before: taker.from.map(({ id }) => hoursOn(before.calendarOf(id), parts.effectiveOn)),
  }))
  return { takenOver, own, declared, offices: after }
}

const officesAfter = (current: CurrentCalendar, own: readonly OwnHours[], { tree }: HoursParts): Offices =>
  officesOf(current, [...current.ownHours, ...own])(tree)

function likeOf({ key, from, like }: Taker, before: Offices, on: PlainDate): string | null {
  if (like !== null) return like
  if (from.some(({ id }) => id === key)) return key
  const [first, ...others] = from.map(({ id }) => hoursOn(before.calendarOf(id), on))
  return others.every((one) => isDeepStrictEqual(one, first)) ? (from[0]?.id ?? null) : null
}

/** What a unit has to declare from the day on to work as a calendar says, where the body above it does not; nothing where it does anyway. */
function toGoOn({ key }: Taker, like: Calendar, after: Offices, { effectiveOn, tree }: HoursParts): OwnHours[] {
  const turns = [...like.officeHours, ...(like.cutOffs ?? [])].flatMap(({ from }) =>
    from !== undefined && from > effectiveOn ? [from] : [],
  )
  const wanted = [effectiveOn, ...new Set(turns.toSorted())].map((from) => ({ from, ...hoursOn(like, from) }))
  const [anyway, above] = [after.calendarOf(key), after.calendarOf(tree.get(key)?.parentId ?? '')]
  if (wanted.every(({ from, ...is }) => isDeepStrictEqual(is, hoursOn(anyway, from)))) return []
  return wanted.map(({ from, week, cutOff }) => {
    const inherited = hoursOn(above, from)
    return {
      unitId: key,
      from,
      week: isDeepStrictEqual(week, inherited.week) ? null : week,
      cutOff: cutOff === inherited.cutOff ? null : cutOff,
    }
  })
}
