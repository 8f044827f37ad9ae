/** Longitude and latitude in degrees of WGS 84, in this order (RFC 7946 §3.1.1, §4). */
export type Position = readonly [number, number]
/** Closed: the last position is the first (RFC 7946 §3.1.6). */
export type Ring = readonly Position[]
/** The outer ring, then the holes in it. */
export type Polygon = readonly Ring[]

/** A territory, in one piece or several (RFC 7946 §3.1.6, §3.1.7). */
export type Geometry =
  | { readonly type: 'Polygon'; readonly coordinates: Polygon }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly Polygon[] }

/** West, south, east, north (RFC 7946 §5). */
export type Box = readonly [number, number, number, number]

export const polygonsOf = ({ type, coordinates }: Geometry): readonly Polygon[] =>
  type === 'Polygon' ? [coordinates] : coordinates

/** Several territories as one: their polygons side by side, with the borders between them. */
export function collect(parts: readonly Geometry[]): Geometry {
  const [first, ...more] = parts.flatMap(polygonsOf)
  return first !== undefined && more.length === 0
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates: parts.flatMap(polygonsOf) }
}

/** The least box around some territories; of none an empty one. */
export function boxOf(geometries: readonly Geometry[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of geometries.flatMap(polygonsOf).flatMap((polygon) => polygon[0] ?? [])) {
    west = Math.min(west, x)
    south = Math.min(south, y)
    east = Math.max(east, x)
    north = Math.max(north, y)
  }
  return [west, south, east, north]
}

/** Kilometres; a sphere of this radius has the surface of the WGS 84 ellipsoid (its authalic radius). */
const earthRadius = 6371.0072
/** The eccentricity of WGS 84. */
const eccentricity = 0.0818191908426

/** What a territory measures, in km². Holes are taken off. */
export const squareKilometresOf = (geometry: Geometry): number =>
  polygonsOf(geometry).reduce((sum, [outer = [], ...holes]) => {
    const hollow = holes.reduce((more, hole) => more + ringArea(hole), 0)
    return sum + ringArea(outer) - hollow
  }, 0)

/** Chamberlain and Duquette, Some Algorithms for Polygons on a Sphere (JPL Publication 07-03, 2007). */
function ringArea(ring: Ring): number {
  let sum = 0
  for (let at = 1; at < ring.length; at += 1) {
    const [[fromX, fromY], [toX, toY]] = [ring[at - 1] as Position, ring[at] as Position]
    sum += radians(toX - fromX) * (authalicSine(fromY) + authalicSine(toY))
  }
  return Math.abs((sum * earthRadius ** 2) / 2)
}

/** The sphere's latitude that keeps areas: Snyder, Map Projections, A Working Manual (USGS 1987), equations 3-11 and 3-12. */
const authalicSine = (latitude: number): number => stretched(Math.sin(radians(latitude))) / stretched(1)

const stretched = (sine: number): number =>
  (1 - eccentricity ** 2) * (sine / (1 - (eccentricity * sine) ** 2) + Math.atanh(eccentricity * sine) / eccentricity)

const radians = (degrees: number): number => (degrees * Math.PI) / 180
