import { holdsOn, type Period, type PlainDate } from '#values/plain-date.ts'
import { fold } from '#values/text.ts'
import type { CodeList } from './code-lists.ts'

/** A commune as it was called on a date: `Xã Nghĩa Hưng`, within `huyện Lạng Giang, tỉnh Bắc Giang`. */
export interface Commune {
  readonly code: string
  readonly name: string
  readonly within: string
}

/** Communes of a date, by code or by what people type. In the browser it may know only the province's own. */
export interface Communes {
  find(code: string, on: PlainDate): Commune | undefined
  search(text: string, on: PlainDate): readonly Commune[]
}

/**
 * What a form needs from outside. `today` is the date that the answers belong to: the present one for a draft, the date
 * of filing for a filed dossier, so that a merged commune or an ended paper is still shown by its name of that time.
 */
export interface Lookups {
  readonly today: PlainDate
  readonly codeLists: Readonly<Record<string, CodeList>>
  /** Absent where nobody can know; then only the shape of a commune code is checked. */
  readonly communes?: Communes | undefined
}

/** Several code lists by their names. */
export const codeListsOf = (...lists: readonly CodeList[]): Record<string, CodeList> =>
  Object.fromEntries(lists.map((list) => [list.name, list]))

/** `Xã Nghĩa Hưng, huyện Lạng Giang, tỉnh Bắc Giang`. */
export const communeLabel = (commune: Commune): string =>
  commune.within === '' ? commune.name : `${commune.name}, ${commune.within}`

const searchLimit = 10

/** Communes from a list of rows with periods of validity; searches without tone marks, with or without the words before a name. */
export function communesFrom(rows: readonly (Commune & Period)[]): Communes {
  const byCode = new Map<string, (Commune & Period)[]>()
  for (const row of rows) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row])
  // Folding 11,000 names takes a tenth of a second: only whoever searches pays for it.
  let folded: readonly Folded[] | undefined
  return {
    find: (code, on) => byCode.get(code)?.find((row) => holdsOn(row, on)),
    search(text, on) {
      const wanted = withoutTier(fold(text))
      if (wanted === '') return []
      folded ??= rows.map((row) => ({
        row,
        name: withoutTier(fold(row.name)),
        label: withoutTier(fold(communeLabel(row))),
      }))
      const valid = folded.filter(({ row }) => holdsOn(row, on))
      for (const fits of [
        ({ label }: Folded) => label === wanted,
        ({ name }: Folded) => name === wanted,
        ({ label }: Folded) => isPartOf(label, wanted),
      ]) {
        const found = valid.filter(fits)
        if (found.length > 0) return found.slice(0, searchLimit).map(({ row }) => row)
      }
      return []
    },
  }
}

interface Folded {
  readonly row: Commune & Period
  readonly name: string
  readonly label: string
}

const tiers = /(^|[ ,])(xa|phuong|thi tran|huyen|thi xa|quan|thanh pho|tp\.?|tinh|dac khu)(?= )/g
const withoutTier = (folded: string): string =>
  folded.replace(tiers, '$1').replace(/[,.]/g, ' ').replace(/\s+/g, ' ').trim()

/** Every typed word begins a word of the label, in the same order. */
function isPartOf(label: string, wanted: string): boolean {
  const words = label.split(' ')
  let at = 0
  return wanted.split(' ').every((part) => {
    at = words.findIndex((word, index) => index >= at && word.startsWith(part)) + 1
    return at > 0
  })
}
