import { addDays, type PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import type { Places } from './compare-posts.ts'
import type { Outcome, Place } from './outcome.ts'
import type { GivenRow } from './read-file.ts'
import type { Standing } from './standing.ts'

/**
 * Lines that would leave open work or a delegation with a post or a function that nobody holds any more, each with what it is: an import
 * hands nothing over.
 */
export function leftAlone(
  outcomes: readonly Outcome[],
  places: Places,
  { ties: { work, functionKeys, delegated } }: Pick<Standing, 'ties'>,
): ReadonlyMap<GivenRow, Words> {
  const isHeld = (place: Place, on: PlainDate): boolean =>
    (place.to === null || place.to > on) && place.held.some(({ from, to }) => from <= on && (to === null || to > on))
  const why = (place: Place, on: PlainDate): Words | undefined => {
    if (isHeld(place, on)) return undefined
    const until = place.id === undefined ? undefined : delegated.get(place.id)
    if (until !== undefined && until > on)
      return {
        vi: `${place.title} đang có ủy quyền đến hết ${showDate(addDays(until, -1))}. Chấm dứt ủy quyền ấy trước, hoặc lập quyết định điều động`,
        en: `Work of ${place.title} is delegated through ${showDate(addDays(until, -1))}. End that first, or write a transfer`,
      }
    const name = `${place.unit} ${place.function}`
    const others = places.of(place.unit, place.function).some((one) => isHeld(one, on))
    const open = (work.get(place.key ?? 0) ?? 0) + (others ? 0 : (work.get(functionKeys.get(name) ?? 0) ?? 0))
    if (open === 0) return undefined
    return {
      vi: `${place.title}: ${open} việc đang mở từ ${showDate(on)} không còn ai giữ. Lập quyết định điều động để bàn giao, hoặc ghi người nhận vị trí từ ngày đó`,
      en: `${place.title}: ${open} pieces of open work would be nobody’s from ${showDate(on)}. Write a transfer, which hands them over, or name who takes the post that day`,
    }
  }
  return new Map(
    outcomes.flatMap(({ row, act }) => {
      const [left, on] =
        act?.do === 'changeHeld'
          ? [[act.place], act.to]
          : act?.do === 'endPosts'
            ? [act.places, act.on]
            : [[], undefined]
      const says = on === undefined ? [] : left.flatMap((place) => why(place, on) ?? [])
      return says[0] === undefined ? [] : [[row, says[0]] as const]
    }),
  )
}
