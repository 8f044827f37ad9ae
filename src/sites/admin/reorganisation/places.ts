import type { PlainDate } from '#values/plain-date.ts'
import { fail } from '#values/errors.ts'
import { fold } from '#values/text.ts'
import type { Client } from '#engines/contract.ts'

export type Area = Awaited<ReturnType<Client['directory']['findAreas']>>[number]
export type FoundUnit = Awaited<ReturnType<Client['directory']['findUnits']>>[number]

/** As it stands in a field: the name for people, the code so that it is the only one. */
export const labelOfArea = ({ name, parentName, code }: Area): string =>
  `${name}${parentName === null ? '' : `, ${parentName}`} (${code})`
export const labelOfUnit = ({ name, code }: FoundUnit): string => `${name} (${code})`

/** Areas whose name holds the words, without tone marks, or whose code was typed. */
export function matchingAreas(areas: readonly Area[], text: string): readonly Area[] {
  const code = codeIn(text)
  if (code !== undefined && /^\d+$/.test(code)) return areas.filter((area) => area.code === code)
  const wanted = fold(text)
  const found = areas.filter(({ name, parentName }) => fold(`${name}, ${parentName ?? ''}`).includes(wanted))
  const exact = found.filter(({ name }) => fold(name) === wanted)
  return exact.length === 1 ? exact : found
}

/** The one area that a field means; refused with what else it could mean. */
export const areaIn = (areas: readonly Area[], text: string, field: string): Area =>
  theOne(matchingAreas(areas, text), text, field, labelOfArea)

/** The one unit that a field means on a day. */
export async function unitIn(client: Client, text: string, field: string, asOf: PlainDate): Promise<FoundUnit> {
  const wanted = codeIn(text) ?? text
  const found = wanted === '' ? [] : await client.directory.findUnits({ text: wanted, asOf, limit: 8 })
  const exact = found.filter(({ code, name }) => code === wanted.toUpperCase() || fold(name) === fold(text))
  return theOne(exact.length === 1 ? exact : found, text, field, labelOfUnit)
}

/** What is meant for sure: a code in brackets at the end, or alone. */
const codeIn = (text: string): string | undefined =>
  /\(([A-Z\d.-]+)\)\s*$/.exec(text)?.[1] ?? (/^\d{2,5}$/.test(text) ? text : undefined)

function theOne<Place>(found: readonly Place[], text: string, field: string, label: (place: Place) => string): Place {
  const [only, second] = found
  if (only !== undefined && second === undefined) return only
  const some = found.slice(0, 6).map(label).join('; ')
  const message =
    text === ''
      ? { vi: 'Còn trống.', en: 'This is empty.' }
      : only === undefined
        ? { vi: `Không thấy “${text}”.`, en: `There is no “${text}”.` }
        : { vi: `“${text}” có nhiều nơi, ghi cả mã: ${some}.`, en: `“${text}” is several, add the code: ${some}.` }
  return fail('invalidInput', { places: [{ path: field, message }] })
}
