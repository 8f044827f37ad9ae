import { addDays, type PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { fold } from '#values/text.ts'
import { saidBefore, type Places } from './compare-posts.ts'
import { noUnit, unfit, type UnitComparison } from './compare-units.ts'
import { aside, type Held, type Outcome, type Place } from './outcome.ts'
import type { GivenRow } from './read-file.ts'
import type { GivenPost } from './understand-row.ts'

/** A line that says until when so many posts are there. */
export type EndingPost = GivenPost & { readonly until: PlainDate }

/** What the lines about posts that end mean, once it is known who leaves them and who comes: those that nobody holds then end. */
export function endPosts(
  lines: readonly (readonly [GivenRow, EndingPost])[],
  { units, asideCodes }: UnitComparison,
  places: Places,
): Outcome[] {
  const first = new Map<string, number>()
  return lines.map(([row, post]) => {
    const unit = units.get(post.unit)
    if (unit === undefined) return noUnit(row, post.unit, asideCodes)
    const on = addDays(post.until, 1)
    const twice = saidBefore(first, row, post)
    if (twice !== undefined) return twice
    const about = { vi: `${post.title}, ${unit.name}`, en: `${post.title}, ${unit.name}` }
    const called = places.of(post.unit, post.function).filter(({ title }) => fold(title) === fold(post.title))
    if (called.filter(({ to }) => to === on).length >= post.count) return { row, state: 'same', says: about }
    const wrong = unfit(row, unit, post.from)
    if (wrong !== undefined) return wrong
    const there = called.filter(({ id, from, to }) => id !== undefined && to === null && from < on)
    if (there.length < post.count)
      return aside(
        row,
        `Chỉ có ${there.length} vị trí như vậy, bảng ghi thôi ${post.count}. Sửa số vị trí`,
        `There are only ${there.length} such posts, and ${post.count} are to end. Mend the number`,
      )
    const free = there.filter(({ held }) => !held.some((one) => isAfter(one, on)))
    if (free.length < post.count) return stillHeld(row, there, on)
    const ending = free.slice(0, post.count)
    for (const place of ending) place.to = on
    return {
      row,
      state: 'changed',
      says: {
        vi: `${about.vi}: thôi ${post.count} vị trí, đến hết ${showDate(post.until)}`,
        en: `${about.en}: ${post.count} posts end after ${showDate(post.until)}`,
      },
      act: { do: 'endPosts', places: ending, on },
    }
  })
}

/** Whether somebody holds a post on a day or later. */
const isAfter = ({ to }: Held, on: PlainDate): boolean => to === null || to > on

function stillHeld(row: GivenRow, there: readonly Place[], on: PlainDate): Outcome {
  const names = there
    .flatMap(({ held }) => held.filter((one) => isAfter(one, on)).map(({ personName }) => personName))
    .slice(0, 5)
    .join(', ')
  return aside(
    row,
    `Còn người giữ từ ${showDate(on)}: ${names}. Ghi ngày thôi giữ của họ ở trang Người, hoặc điều động trước`,
    `Held on ${showDate(on)} by ${names}. Give the day when they leave on the sheet of people, or transfer them first`,
  )
}
