import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { squareKilometresOf, type Geometry } from '#values/geometry.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { validOn } from '../valid-on.ts'
import { boundariesOn } from './boundary.ts'
import { understandFeature } from './understand-feature.ts'

/** What becomes of one feature of a file; of one set aside, why. */
export interface BoundaryOutcome {
  /** In the file, from 0 on. */
  readonly number: number
  readonly code: string | null
  readonly name: string | null
  readonly state: 'new' | 'changed' | 'same' | 'aside'
  readonly why: Words | null
  readonly squareKilometres: number | null
  /** What the boundary measured that it takes the place of. */
  readonly before: number | null
}

/** With the geometry that it is about. */
export interface ComparedBoundary extends BoundaryOutcome {
  readonly geometry: Geometry | null
}

/** Holds every feature of a file against the areas and boundaries of a day. */
export async function compareBoundaries(
  tx: Queries,
  features: readonly unknown[],
  on: PlainDate,
): Promise<ComparedBoundary[]> {
  const given = features.map(understandFeature)
  const codes = given.flatMap(({ code }) => code ?? [])
  const areas = await rows(
    tx,
    sql<{ code: string; name: string }>`select code, name from directory.area a
      where code = any(${codes}::text[]) and ${validOn('a', on)}`,
  )
  const names = new Map(areas.map(({ code, name }) => [code, name]))
  const known = new Map((await boundariesOn(tx, on, codes)).map((one) => [one.code, one]))
  const seen = new Set<string>()
  return given.map((one, number) => {
    const { code } = one
    const name = names.get(code ?? '')
    const aside = (why: Words): ComparedBoundary => ({
      number,
      code,
      name: name ?? ('fault' in one ? one.name : null),
      state: 'aside',
      why,
      squareKilometres: null,
      before: null,
      geometry: null,
    })
    if ('fault' in one) return aside(one.fault)
    if (name === undefined) return aside(noArea(one.code, on))
    if (seen.has(one.code)) return aside(twice)
    seen.add(one.code)
    const before = known.get(one.code)
    const isSame = before !== undefined && !before.isJoined && isDeepStrictEqual(before.geometry, one.geometry)
    return {
      number,
      code,
      name,
      state: before === undefined ? 'new' : isSame ? 'same' : 'changed',
      why: null,
      squareKilometres: squareKilometresOf(one.geometry),
      before: before?.squareKilometres ?? null,
      geometry: one.geometry,
    }
  })
}

const noArea = (code: string, on: PlainDate): Words => ({
  vi: `Ngày ${showDate(on)} không có địa bàn mã ${code}`,
  en: `No area had the code ${code} on ${showDate(on)}`,
})

const twice: Words = { vi: 'Mã này đã có ở trên trong tệp', en: 'The code stands above already' }

/** As it is kept. */
export const withoutGeometry = ({ geometry: _geometry, ...outcome }: ComparedBoundary): BoundaryOutcome => outcome

/** A mark of what a preview said: carried out is only what was seen. */
export const markOfBoundaries = (outcomes: readonly ComparedBoundary[]): string =>
  createHash('sha256')
    .update(JSON.stringify(outcomes.map(withoutGeometry)))
    .digest('hex')
