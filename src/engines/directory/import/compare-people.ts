import { addDays, type PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { directoryProblems } from '../contract/problems.ts'
import { sayFunction } from '../said-names.ts'
import type { Places } from './compare-posts.ts'
import { noUnit, unfit, type PlannedUnit, type UnitComparison } from './compare-units.ts'
import type { Identified, People } from './identify.ts'
import { aside, type Held, type Outcome, type Place } from './outcome.ts'
import type { GivenRow } from './read-file.ts'
import type { Standing } from './standing.ts'
import type { GivenPerson } from './understand-row.ts'

type PersonLine = readonly [GivenRow, GivenPerson]

/** What the lines about officials mean: those who hold their post already first, so that a post that one leaves is free for the next. */
export function comparePeople(
  lines: readonly PersonLine[],
  { units, asideCodes }: UnitComparison,
  places: Places,
  people: People,
  { today, sender }: Pick<Standing, 'today' | 'sender'>,
): Outcome[] {
  const outcomes = new Map<GivenRow, Outcome>()
  const placed: (readonly [PersonLine, PlannedUnit, Identified])[] = []
  for (const line of lines) {
    const [row, given] = line
    const unit = units.get(given.unit)
    const identified = people.identify(given)
    if (unit === undefined) outcomes.set(row, noUnit(row, given.unit, asideCodes))
    else if ('vi' in identified) outcomes.set(row, { row, state: 'aside', says: identified })
    else {
      const held = heldBy(places.from(given.unit, given.function, given.title, given.from), identified, given)
      if (held !== undefined) outcomes.set(row, compareHeld(line, unit, identified, held, today))
      else if (sender !== undefined && identified.person.id === sender)
        outcomes.set(row, { row, state: 'aside', says: directoryProblems.ownPost.message })
      else placed.push([line, unit, identified])
    }
  }
  for (const [line, unit, identified] of placed) outcomes.set(line[0], place(line, unit, identified, places, today))
  return lines.map(([row]) => outcomes.get(row) as Outcome)
}

interface HeldPlace {
  readonly place: Place
  readonly held: Held
}

/** Whether they hold one of these posts from the day on, or within the same time. */
function heldBy(there: readonly Place[], { person }: Identified, given: GivenPerson): HeldPlace | undefined {
  for (const place of there) {
    const held = place.held.find((one) => one.person === person && overlaps(one, given.from, endOf(given) ?? null))
    if (held !== undefined) return { place, held }
  }
  return undefined
}

function compareHeld(
  [row, given]: PersonLine,
  unit: PlannedUnit,
  { person, adds, account }: Identified,
  { place, held }: HeldPlace,
  today: PlainDate,
): Outcome {
  const to = endOf(given)
  if (held.id === undefined)
    return aside(
      row,
      'Người này đã có ở dòng khác với cùng vị trí. Bỏ một dòng',
      'Another line says the same of them. Keep one',
    )
  if (held.kind !== given.appointment)
    return aside(
      row,
      'Người này đang giữ vị trí đó theo hình thức khác. Cho thôi giữ rồi bố trí lại',
      'They hold this post in another way. End that, then appoint anew',
    )
  if (to !== undefined && held.to !== null && to !== held.to)
    return aside(
      row,
      `Đã ghi thôi giữ từ ${showDate(held.to)}. Bỏ trống ô Đến hết ngày, hoặc ghi đúng ngày đó`,
      `Their end is set for ${showDate(held.to)} already. Leave it empty, or write that day`,
    )
  const ends = to !== undefined && held.to === null
  const wants = given.login !== undefined && account === undefined && stays(to ?? held.to, today)
  const opens = wants && unit.accountsReached
  const changes = [
    ...(ends ? [{ vi: `giữ đến hết ${showDate(addDays(to, -1))}`, en: `until ${showDate(addDays(to, -1))}` }] : []),
    ...(Object.keys(adds).length > 0 ? [{ vi: 'bổ sung thông tin còn thiếu', en: 'adds what was missing' }] : []),
    ...(opens ? [{ vi: `mở tài khoản ${given.login}`, en: `opens the account ${given.login}` }] : []),
  ]
  const about = `${given.fullName}, ${place.title}, ${unit.name}`
  if (changes.length === 0) return { row, state: 'same', says: { vi: about, en: about } }
  const wrong = unfit(row, unit, given.from)
  if (wrong !== undefined) return wrong
  if (ends) place.held.splice(place.held.indexOf(held), 1, { ...held, to })
  return {
    row,
    state: 'changed',
    says: {
      vi: `${about}: ${changes.map(({ vi }) => vi).join('; ')}`,
      en: `${about}: ${changes.map(({ en }) => en).join('; ')}`,
    },
    act: {
      do: 'changeHeld',
      person,
      adds,
      appointment: { id: held.id, from: held.from },
      place,
      to: ends ? to : undefined,
      login: opens ? given.login : undefined,
    },
  }
}

function place(
  [row, given]: PersonLine,
  unit: PlannedUnit,
  { person, isNew, adds, account }: Identified,
  places: Places,
  today: PlainDate,
): Outcome {
  const wrong = unfit(row, unit, given.from)
  if (wrong !== undefined) return wrong
  const to = endOf(given)
  const there = places
    .from(given.unit, given.function, given.title, given.from)
    .filter((one) => one.from <= given.from && (one.to === null || (to !== undefined && to <= one.to)))
  const free = there.find(({ held }) => !held.some((one) => overlaps(one, given.from, to ?? null)))
  const chosen = free ?? (given.appointment === 'regular' ? undefined : there[0])
  if (chosen === undefined) return noPlace(row, given, unit, there)
  chosen.held.push({
    id: undefined,
    person,
    personName: given.fullName,
    kind: given.appointment,
    from: given.from,
    to: to ?? null,
  })
  const wants = given.login !== undefined && account === undefined && stays(to ?? null, today)
  const opens = wants && unit.accountsReached
  const denied = wants && !unit.accountsReached
  const more = [
    { vi: isNew ? 'người mới' : 'người đã có', en: isNew ? 'someone new' : 'known' },
    ...(opens ? [{ vi: `mở tài khoản ${given.login}`, en: `opens the account ${given.login}` }] : []),
    ...(denied
      ? [{ vi: 'không mở tài khoản: ông/bà không cấp được ở đơn vị này', en: 'no account: you may not give any here' }]
      : []),
  ]
  const about = `${given.fullName}, ${chosen.title}, ${unit.name}`
  return {
    row,
    state: 'new',
    says: {
      vi: `${about}, từ ${showDate(given.from)} (${more.map(({ vi }) => vi).join('; ')})`,
      en: `${about}, from ${showDate(given.from)} (${more.map(({ en }) => en).join('; ')})`,
    },
    act: {
      do: 'appoint',
      person,
      adds,
      place: chosen,
      kind: given.appointment,
      from: given.from,
      to,
      decision: given.decision,
      login: opens ? given.login : undefined,
    },
  }
}

function noPlace(row: GivenRow, given: GivenPerson, unit: PlannedUnit, there: readonly Place[]): Outcome {
  const called = given.title ?? sayFunction(given.function).vi
  const calledInEnglish = given.title ?? sayFunction(given.function).en
  if (there.length === 0)
    return aside(
      row,
      `${unit.name} không có vị trí ${called} vào ngày ${showDate(given.from)}. Thêm ở trang Vị trí`,
      `${unit.name} has no post ${calledInEnglish} on ${showDate(given.from)}. Add it on the sheet of posts`,
    )
  const names = [...new Set(there.flatMap(({ held }) => held.map(({ personName }) => personName)))]
    .slice(0, 5)
    .join(', ')
  return aside(
    row,
    `Vị trí ${called} ở ${unit.name} đang có người giữ: ${names}. Thêm vị trí, hoặc ghi ngày thôi giữ của người đó`,
    `The posts ${calledInEnglish} in ${unit.name} are held by ${names}. Add a post, or give the day when they leave`,
  )
}

/** The first day without, as the directory keeps it. */
const endOf = ({ until }: GivenPerson): PlainDate | undefined => (until === undefined ? undefined : addDays(until, 1))

const overlaps = (held: Held, from: PlainDate, to: PlainDate | null): boolean =>
  (held.to === null || held.to > from) && (to === null || held.from < to)

/** Whoever left already needs no account. */
const stays = (to: PlainDate | null, today: PlainDate): boolean => to === null || to > today
