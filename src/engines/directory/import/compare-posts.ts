import type { PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { fold } from '#values/text.ts'
import { noUnit, unfit, type UnitComparison } from './compare-units.ts'
import { aside, type Outcome, type Place, type Somebody } from './outcome.ts'
import type { GivenRow } from './read-file.ts'
import type { Standing } from './standing.ts'
import type { GivenPost } from './understand-row.ts'

/** The posts of units by unit and function, those of the file among them. */
export class Places {
  readonly #all = new Map<string, Place[]>()

  constructor({ posts, appointments }: Standing, somebody: (id: string, name: string) => Somebody) {
    const held = Map.groupBy(appointments, ({ postId }) => postId)
    for (const post of posts)
      this.add({
        ...post,
        held: (held.get(post.id) ?? []).map((one) => ({ ...one, person: somebody(one.personId, one.personName) })),
      })
  }

  add(place: Place): void {
    const key = `${place.unit} ${place.function}`
    this.#all.set(key, [...(this.#all.get(key) ?? []), place])
  }

  /** Those of a unit with one function. */
  of = (unit: string, name: string): readonly Place[] => this.#all.get(`${unit} ${name}`) ?? []

  /** Those that are there on a day, or will be; of one title, where one is named. */
  from(unit: string, name: string, title: string | undefined, day: PlainDate): Place[] {
    return this.of(unit, name).filter(
      ({ to, title: own }) => (to === null || to > day) && (title === undefined || fold(own) === fold(title)),
    )
  }
}

/** One line says how many there are of a title: the next that does is set aside. `first` remembers the lines by what they are about. */
export function saidBefore(
  first: Map<string, number>,
  row: GivenRow,
  { unit, function: name, title }: GivenPost,
): Outcome | undefined {
  const key = `${unit} ${name} ${fold(title)}`
  const earlier = first.get(key)
  if (earlier !== undefined)
    return aside(
      row,
      `Trùng với dòng ${earlier}. Gộp làm một dòng và cộng số vị trí`,
      `The same as line ${earlier}. Make it one line and add up the places`,
    )
  first.set(key, row.line)
  return undefined
}

/** What the lines about posts mean; those that are missing are added to the places. */
export function comparePosts(
  lines: readonly (readonly [GivenRow, GivenPost])[],
  { units, asideCodes }: UnitComparison,
  places: Places,
): Outcome[] {
  const first = new Map<string, number>()
  return lines.map(([row, post]) => {
    const unit = units.get(post.unit)
    if (unit === undefined) return noUnit(row, post.unit, asideCodes)
    const twice = saidBefore(first, row, post)
    if (twice !== undefined) return twice
    const there = places.from(post.unit, post.function, post.title, post.from).length
    const says = (vi: string, en: string) => ({
      vi: `${post.title}, ${unit.name}: ${vi}`,
      en: `${post.title}, ${unit.name}: ${en}`,
    })
    if (there === post.count) return { row, state: 'same', says: says(`${there} vị trí`, `${there} posts`) }
    const wrong = unfit(row, unit, post.from)
    if (wrong !== undefined) return wrong
    if (there > post.count)
      return aside(
        row,
        `Đang có ${there} vị trí như vậy, bảng ghi ${post.count}. Nhập không bớt vị trí: ghi ${there} hoặc bỏ dòng này`,
        `There are ${there} such posts, the sheet says ${post.count}. An import takes none away: write ${there} or drop the line`,
      )
    const made = Array.from({ length: post.count - there }, (): Place => ({
      id: undefined,
      unit: post.unit,
      function: post.function,
      title: post.title,
      staffing: post.staffing,
      from: post.from,
      to: null,
      held: [],
    }))
    for (const place of made) places.add(place)
    return {
      row,
      state: there === 0 ? 'new' : 'changed',
      says: says(
        `thêm ${made.length} vị trí từ ${showDate(post.from)}${there === 0 ? '' : `, đang có ${there}`}`,
        `${made.length} more posts from ${showDate(post.from)}${there === 0 ? '' : `, ${there} are there`}`,
      ),
      act: { do: 'createPosts', places: made },
    }
  })
}
