import { expect, test } from 'vitest'
import { showArea } from './show-area.ts'
import { boxOf, collect, squareKilometresOf, type Geometry, type Position } from './geometry.ts'

/** A degree by a degree, its sides along the graticule. */
const square = (west: number, south: number, size = 1): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const polygon = (...rings: Position[][]): Geometry => ({ type: 'Polygon', coordinates: rings })

/** The surface of WGS 84 between two parallels along a degree of longitude, summed up strip by strip. */
function summedUp(south: number, strips = 1000): number {
  const [axis, squared, step] = [6378.137, 0.00669437999, Math.PI / 180 / strips]
  let sum = 0
  for (let at = 0; at < strips; at += 1) {
    const latitude = (south * Math.PI) / 180 + (at + 0.5) * step
    sum += (axis ** 2 * (1 - squared) * Math.cos(latitude) * step) / (1 - squared * Math.sin(latitude) ** 2) ** 2
  }
  return (sum * Math.PI) / 180
}

test('a square degree measures what it does on the ellipsoid', () => {
  expect(squareKilometresOf(polygon(square(105, 0)))).toBeCloseTo(summedUp(0), 1)
  expect(squareKilometresOf(polygon(square(105, 21)))).toBeCloseTo(summedUp(21), 1)
})

test('holes are taken off, pieces are added, and turning a ring round changes nothing', () => {
  const whole = squareKilometresOf(polygon(square(106, 21)))
  const hole = squareKilometresOf(polygon(square(106.2, 21.2, 0.5)))
  expect(squareKilometresOf(polygon(square(106, 21), square(106.2, 21.2, 0.5)))).toBeCloseTo(whole - hole, 6)
  expect(squareKilometresOf(polygon(square(106, 21).toReversed()))).toBeCloseTo(whole, 6)
  const both = collect([polygon(square(106, 21)), polygon(square(108, 21))])
  expect(both.type).toBe('MultiPolygon')
  expect(squareKilometresOf(both)).toBeCloseTo(2 * whole, 6)
  expect(boxOf([both])).toEqual([106, 21, 109, 22])
  expect(collect([polygon(square(106, 21))])).toEqual(polygon(square(106, 21)))
})

test('ground is written as in Viet Nam', () => {
  expect([showArea(3892.39), showArea(1.0952), showArea(0)]).toEqual(['3.892,4 km²', '1,10 km²', '0,00 km²'])
})
