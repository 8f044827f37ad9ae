import { expect, test } from 'vitest'
import type { Geometry, Position } from '#values/geometry.ts'
import { drawShapes } from './draw-shapes.ts'

/** A wavy border from south to north at a longitude. */
const border = (east: number): Position[] =>
  Array.from({ length: 201 }, (_, at) => [east + Math.sin(at / 4) / 90, 21 + at / 200])
const between = (west: Position[], east: Position[]): Geometry => ({
  type: 'Polygon',
  coordinates: [[...west, ...east.toReversed(), west[0] as Position]],
})
const [first, second, third] = [border(106), border(106.5), border(107)]
const islet: Geometry = {
  type: 'MultiPolygon',
  coordinates: [
    [[...first, [105.9, 21.5], first[0] as Position]],
    [
      [
        [106.2, 21.5],
        [106.2001, 21.5],
        [106.2, 21.5001],
        [106.2, 21.5],
      ],
    ],
  ],
}

const pointsOf = (path = ''): string[] => path.slice(1, -1).split(/[LMZ]+/)

test('neighbours keep the same border when it is simplified', () => {
  const drawn = drawShapes([
    { id: 'west', geometry: between(first, second) },
    { id: 'east', geometry: between(second, third) },
  ])
  const [west, east] = [pointsOf(drawn.paths['west']), pointsOf(drawn.paths['east'])]
  expect(west.length).toBeLessThan(300)
  const shared = west.filter((point) => east.includes(point))
  // Half of either ring, and nothing of the border that only one of them has.
  expect(shared.length).toBeGreaterThan(40)
  const span = (points: string[]) => points.map((point) => Number(point.split(' ')[0])).toSorted((a, b) => a - b)
  expect(span(shared)[0]).toBeGreaterThan(drawn.width / 2 - 20)
  expect(west.filter((point) => !east.includes(point)).every((point) => Number(point.split(' ')[0]) < 30)).toBe(true)
})

test('a picture fits into its size, and what cannot be seen of a shape is left out', () => {
  const drawn = drawShapes([{ id: 'islet', geometry: islet }], { width: 100, height: 400 })
  expect(drawn.width).toBeLessThanOrEqual(101)
  expect(drawn.height).toBeLessThanOrEqual(401)
  expect(drawn.paths['islet']?.match(/M/g)).toHaveLength(1)
  expect(drawShapes([]).paths).toEqual({})
})
