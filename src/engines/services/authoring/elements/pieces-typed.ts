import type { Json } from '#values/layers.ts'
import type { BoundAsked } from './date-bound.ts'
import type { FormulaRows } from './formula-rows.ts'
import type { LawRow } from './law-rows.ts'
import { alwaysSame, memberSaid } from './member-sources.ts'
import { linesTyped, typedAt, type Typed } from './typed.ts'

/** Parts of a body by the last part of their codes, with commas between: one, or the first that a body has. */
export function divisionTyped(typed: Typed, name: string): Json | undefined {
  const keys = typedAt(typed, name)
    .split(',')
    .map((key) => key.trim())
    .filter((key) => key !== '')
  return keys.length > 1 ? keys : keys[0]
}

/** Who acts: where, in which division, as what. */
export function actorTyped(typed: Typed, path: string): Json {
  const unit = typedAt(typed, `${path}.unit`)
  const division = unit === 'receiver' ? undefined : divisionTyped(typed, `${path}.division`)
  const more = ({ agency: 'key', above: 'tier', area: 'field' } as Partial<Record<string, string>>)[unit]
  return {
    at: {
      unit,
      ...(more !== undefined && { [more]: typedAt(typed, `${path}.${more}`) }),
      ...(division !== undefined && { division }),
    },
    function: typedAt(typed, `${path}.function`),
  }
}

/** Which parts of a person or an enterprise are asked, and which of them must be answered. Where nothing is said all must. */
export function partsTyped(typed: Typed, path: string, said: Json | undefined): Json | undefined {
  const all = typed.all(`${path}.asked`)
  const asked = all.flatMap((part) => {
    const must = typed.text(`${path}.${part}`)
    return must === 'required' || must === 'optional' ? [[part, must] as const] : []
  })
  const isEvery = asked.length === all.length && asked.every(([, must]) => must === 'required')
  return isEvery && said === undefined ? undefined : Object.fromEntries(asked)
}

/** Words of one's own for some of these parts; undefined where there are none. */
export function partWordsTyped(
  typed: Typed,
  path: string,
  wordsOf: (vi: string, en: string) => Json | undefined,
): Json | undefined {
  const said = typed.all(`${path}.asked`).flatMap((part) => {
    const words = wordsOf(typedAt(typed, `${path}.${part}.vi`), typedAt(typed, `${path}.${part}.en`))
    return words === undefined ? [] : [[part, words] as const]
  })
  return said.length === 0 ? undefined : Object.fromEntries(said)
}

export const boundTyped = (typed: Typed, path: string): BoundAsked => ({
  kind: typedAt(typed, `${path}.kind`) as BoundAsked['kind'],
  date: typedAt(typed, `${path}.date`),
  field: typedAt(typed, `${path}.field`),
  days: typedAt(typed, `${path}.days`),
})

export function formulaTyped(typed: Typed, path: string): FormulaRows {
  const piece = (name: string) => typedAt(typed, `${path}.${name}`)
  const terms = linesTyped(typed, path, '.field', (name) => ({
    field: typedAt(typed, `${name}.field`),
    number: typedAt(typed, `${name}.number`),
  }))
  return {
    kind: piece('kind'),
    terms: terms.filter(({ field, number }) => field !== '' || number !== ''),
    rows: piece('rows'),
    from: piece('from'),
    to: piece('to'),
    inclusive: piece('inclusive') !== '',
    days: piece('days'),
    list: piece('list'),
    code: piece('code'),
    chosen: piece('chosen'),
  }
}

export const lawsTyped = (typed: Typed, path: string): LawRow[] =>
  linesTyped(typed, path, '.law', (name) => ({
    law: typedAt(typed, `${name}.law`),
    from: typedAt(typed, `${name}.from`),
    to: typedAt(typed, `${name}.to`),
  })).filter(({ law }) => law !== '')

/** What answers the questions of a member that were on the screen; what else is said of it stays. */
export const memberAnswersTyped = (typed: Typed, path: string, said: Json | undefined): Json =>
  sourcesTyped(typed, path, said, (id) => {
    const source = typedAt(typed, `${path}.${id}`)
    const answer = source === alwaysSame ? typedAt(typed, `${path}.${id}.always`) : ''
    return memberSaid(source + answer, typedAt(typed, `${path}.${id}.type`))
  })

/** The papers of a bundle that go with a member, where they have another name there. */
export const memberPapersTyped = (typed: Typed, path: string, said: Json | undefined): Json =>
  sourcesTyped(typed, path, said, (id) => typedAt(typed, `${path}.${id}`) || undefined)

function sourcesTyped(
  typed: Typed,
  path: string,
  said: Json | undefined,
  sourceOf: (id: string) => Json | undefined,
): Json {
  const sources = new Map(Object.entries((said ?? {}) as Readonly<Record<string, Json>>))
  for (const id of typed.all(`${path}.asked`)) {
    const source = sourceOf(id)
    if (source === undefined) sources.delete(id)
    else sources.set(id, source)
  }
  return Object.fromEntries(sources)
}
