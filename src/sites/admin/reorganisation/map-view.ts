import { collect, squareKilometresOf } from '#values/geometry.ts'
import { addDays, type PlainDate } from '#values/plain-date.ts'
import type { Client } from '#engines/contract.ts'
import type { Boundary, ReorganizationPreview } from '#engines/directory/contract.ts'
import { drawShapes, type Shape } from '#ui/map/draw-shapes.ts'
import type { Look } from '#ui/map/ShapeMap.tsx'
import { leavesOf } from '../boundary/leaves.ts'

interface MapShape extends Shape {
  readonly name: string
  readonly look: Look
  readonly size: number
}

/** What a reorganisation does to the map: before, after, and each piece of ground that changes hands with both sizes. */
export async function mapsOf(
  { directory }: Client,
  effectiveOn: PlainDate,
  { boundaries }: ReorganizationPreview,
  isWritten: boolean,
) {
  const [eve, then] = await Promise.all([
    directory.getBoundaries({ asOf: addDays(effectiveOn, -1) }),
    isWritten ? directory.getBoundaries({ asOf: effectiveOn }) : undefined,
  ])
  const { moves } = boundaries
  const from = Map.groupBy(moves, (move) => move.from.code)
  const gains = new Set(moves.map(({ to }) => to.code))
  const lookBefore = (code: string): Look => {
    const [move, ...others] = from.get(code) ?? []
    if (move === undefined) return 'plain'
    return others.length > 0 ? 'divided' : move.to.code === code ? 'changed' : 'ended'
  }
  const before = leavesOf(eve.features).map((one) => shapeOf(one, lookBefore(one.id)))
  const standing = new Set(eve.features.map(({ id }) => id))
  const lookAfter = (code: string): Look => (!standing.has(code) ? 'added' : gains.has(code) ? 'changed' : 'plain')
  const after =
    then === undefined
      ? putTogether(before, boundaries, lookAfter)
      : leavesOf(then.features).map((one) => shapeOf(one, lookAfter(one.id)))
  const sizes = (shapes: readonly MapShape[]) => new Map(shapes.map(({ id, size }) => [id, size]))
  const [sizeBefore, sizeAfter] = [sizes(before), sizes(after)]
  return {
    before: picture(before),
    after: picture(after),
    missing: boundaries.missing.filter(({ code }) => !sizeAfter.has(code)),
    moves: moves.map((move) => ({
      ...move,
      before: sizeBefore.get(move.from.code) ?? null,
      after: sizeAfter.get(move.to.code) ?? null,
    })),
  }
}

export type Maps = Awaited<ReturnType<typeof mapsOf>>

const shapeOf = ({ id, geometry, properties: { name, squareKilometres } }: Boundary, look: Look): MapShape => ({
  id,
  geometry,
  name,
  look,
  size: squareKilometres,
})

/** As it will be: what stays, and what the plan puts together. */
function putTogether(
  before: readonly MapShape[],
  { ending, joined }: ReorganizationPreview['boundaries'],
  lookAfter: (code: string) => Look,
): MapShape[] {
  const ends = new Set(ending.map(({ code }) => code))
  return [
    ...before.filter(({ id }) => !ends.has(id)).map((one) => ({ ...one, look: 'plain' as const })),
    ...joined.map(({ code, name, of }) => {
      const codes = new Set(of.map((part) => part.code))
      const geometry = collect(before.flatMap((one) => (codes.has(one.id) ? [one.geometry] : [])))
      return { id: code, name, look: lookAfter(code), geometry, size: squareKilometresOf(geometry) }
    }),
  ]
}

const picture = (shapes: readonly MapShape[]) => ({
  drawn: drawShapes(shapes),
  shapes: shapes.map(({ geometry: _geometry, ...shape }) => shape),
})
