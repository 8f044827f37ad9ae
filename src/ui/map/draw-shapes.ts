import { boxOf, polygonsOf, type Geometry, type Ring } from '#values/geometry.ts'
import type { Point } from '#values/simplify-line.ts'
import { SharedLines } from './shared-lines.ts'

export interface Shape {
  readonly id: string
  readonly geometry: Geometry
}

/** A picture of territories: of each the path of an SVG element. */
export interface DrawnShapes {
  readonly width: number
  readonly height: number
  readonly paths: Readonly<Record<string, string>>
}

const margin = 4
/** In the picture's units: what strays less from a line cannot be seen. */
const tolerance = 0.4
/** Smaller islands and holes than this many square units are left out. */
const leastArea = 0.5

/**
 * Draws territories into a picture of at most this size: equirectangular at their middle latitude, which for one province differs from
 * any other projection by less than a line is wide. Lines are simplified to its resolution; borders of two stay borders of both.
 */
export function drawShapes(shapes: readonly Shape[], within = { width: 720, height: 560 }): DrawnShapes {
  if (shapes.length === 0) return { width: within.width, height: 0, paths: {} }
  const [west, south, east, north] = boxOf(shapes.map(({ geometry }) => geometry))
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = Math.min(
    (within.width - 2 * margin) / ((east - west) * squeeze),
    (within.height - 2 * margin) / (north - south),
  )
  const place = ([x, y]: Point): Point => [(x - west) * squeeze * scale + margin, (north - y) * scale + margin]
  const placed = shapes.map(({ id, geometry }) => ({
    id,
    rings: polygonsOf(geometry).flatMap((polygon) => polygon.map((ring: Ring) => ring.map(place))),
  }))
  const lines = new SharedLines(placed.flatMap(({ rings }) => rings))
  return {
    width: Math.ceil((east - west) * squeeze * scale + 2 * margin),
    height: Math.ceil((north - south) * scale + 2 * margin),
    paths: Object.fromEntries(placed.map(({ id, rings }) => [id, pathOf(rings, lines)])),
  }
}

function pathOf(rings: readonly (readonly Point[])[], lines: SharedLines): string {
  const [largest, ...others] = rings.toSorted((a, b) => areaOf(b) - areaOf(a))
  const seen = [largest ?? [], ...others.filter((ring) => areaOf(ring) >= leastArea)]
  return seen
    .map((ring) => {
      const simple = lines.simplify(ring, tolerance)
      return `M${(simple.length < 4 ? ring : simple).slice(0, -1).map(write).join('L')}Z`
    })
    .join('')
}

const write = ([x, y]: Point): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`

function areaOf(ring: readonly Point[]): number {
  let sum = 0
  for (let at = 1; at < ring.length; at += 1) {
    const [[fromX, fromY], [toX, toY]] = [ring[at - 1] as Point, ring[at] as Point]
    sum += fromX * toY - toX * fromY
  }
  return Math.abs(sum) / 2
}
