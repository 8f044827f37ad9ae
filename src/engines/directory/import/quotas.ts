import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { Staffing } from '../contract/quota.ts'
import { validOn } from '../valid-on.ts'
import type { Comparison } from './compare.ts'
import type { PlannedUnit } from './compare-units.ts'
import type { Act, Place } from './outcome.ts'

/** A quota that a file touches: how many hold posts that count against it before and after. */
export interface TouchedQuota {
  readonly unitName: string
  readonly staffing: Staffing
  readonly number: number
  readonly before: number
  readonly after: number
  /** On the day when everything of the file holds. */
  readonly on: PlainDate
}

interface Held {
  readonly id: string
  readonly unit: string
  readonly staffing: Staffing
  readonly person: string
}

/** The quotas that a file touches, counted as `quotaStanding` does, on the day when everything of the file holds. */
export async function quotasTouched(
  tx: Queries,
  { outcomes, units }: Comparison,
  today: PlainDate,
): Promise<TouchedQuota[]> {
  const acts = outcomes.flatMap(({ act }) => act ?? [])
  const on = acts.flatMap(daysOf).reduce((latest, day) => (day > latest ? day : latest), today)
  const movedFrom = new Map(
    acts.flatMap((act) =>
      act.do === 'changeUnit' && act.parent !== undefined ? [[act.unit.unit, act.parentBefore]] : [],
    ),
  )
  /** A unit and those above it, up to its agency. */
  const upwards = (code: string, isBefore = false): string[] => {
    const path: string[] = []
    let next: string | null = code
    while (next !== null) {
      path.push(next)
      const unit: PlannedUnit | undefined = units.get(next)
      const parent: string | null = (isBefore ? movedFrom.get(next) : undefined) ?? unit?.parent ?? null
      next = unit?.agency === next ? null : parent
    }
    return path
  }
  const decided = await rows(
    tx,
    sql<{ unit: string; staffing: Staffing; number: number }>`select u.code as unit, q.staffing, q.number
      from directory.quota q join directory.unit u on u.id = q.unit_id where ${validOn('q', on)} order by u.code, q.staffing`,
  )
  const changed = new Set(acts.flatMap(unitsOf).flatMap((code) => [...upwards(code), ...upwards(code, true)]))
  const touched = decided.filter(({ unit }) => changed.has(unit))
  if (touched.length === 0) return []
  const held = await rows(
    tx,
    sql<Held>`select a.id, u.code as unit, p.staffing, a.person_id as person from directory.unit u join directory.post p on p.unit_id = u.id
      join directory.appointment a on a.post_id = p.id and a.kind = 'regular'
      where u.code = any(${[...units.keys()].filter((code) => [...upwards(code), ...upwards(code, true)].some((one) => changed.has(one)))}::text[])
        and ${validOn('p', on)} and ${validOn('a', on)}`,
  )
  const ended = new Set(
    acts.flatMap((act) => (act.do === 'changeHeld' && act.to !== undefined ? [act.appointment.id] : [])),
  )
  const begun = acts.flatMap((act) =>
    act.do === 'appoint' && act.kind === 'regular' && (act.to === undefined || act.to > on)
      ? [{ ...act.place, person: act.person.id ?? act.person }]
      : [],
  )
  return touched.flatMap(({ unit, staffing, number }) => {
    const counted = <One extends Pick<Place, 'unit' | 'staffing'>>(some: readonly One[], isBefore: boolean) =>
      some.filter((one) => one.staffing === staffing && upwards(one.unit, isBefore).includes(unit))
    const before = new Set(counted(held, true).map(({ person }) => person)).size
    const after = new Set<unknown>(
      [
        ...counted(
          held.filter(({ id }) => !ended.has(id)),
          false,
        ),
        ...counted(begun, false),
      ].map(({ person }) => person),
    ).size
    const unitName = units.get(unit)?.name ?? unit
    return before === after ? [] : [{ unitName, staffing, number, before, after, on }]
  })
}

/** The first days of what an act begins, or without what it ends. */
function daysOf(act: Act): PlainDate[] {
  if (act.do === 'createUnit' || act.do === 'changeUnit') return [act.unit.from]
  if (act.do === 'createPosts') return act.places.map(({ from }) => from)
  if (act.do === 'endPosts') return [act.on]
  return act.do === 'appoint' ? [act.from] : [act.to].flatMap((to) => to ?? [])
}

function unitsOf(act: Act): string[] {
  if (act.do === 'appoint' || act.do === 'changeHeld') return [act.place.unit]
  return act.do === 'changeUnit' && act.parent !== undefined ? [act.unit.unit] : []
}
