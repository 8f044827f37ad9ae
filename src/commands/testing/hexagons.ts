import type { Position, Ring } from '#values/geometry.ts'
import { done } from './story.ts'
import type { Visitor } from './test-platform.ts'

/** Degrees from the middle of a hexagon to its corners; rounding gives neighbours the same corners. */
const size = 0.02
const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6

/** The hexagon of a column and row of a honeycomb in the middle of the province. */
export function hexagon(column: number, row: number): Ring {
  const [east, north] = [106 + column * size * 1.5, 21.2 + (row + (column % 2) / 2) * size * Math.sqrt(3)]
  const corners = Array.from({ length: 6 }, (_, at): Position => {
    const angle = (at * Math.PI) / 3
    return [round(east + size * Math.cos(angle)), round(north + size * Math.sin(angle))]
  })
  return [...corners, corners[0] as Position]
}

/** Features of a honeycomb, one a code, in rows of sixteen. */
export const honeycomb = (codes: readonly string[]) =>
  codes.map((code, at) => ({
    type: 'Feature',
    id: code,
    properties: { code },
    geometry: { type: 'Polygon', coordinates: [hexagon(at % 16, Math.floor(at / 16))] },
  }))

/** A file of features as the contract takes it. */
export const boundaryFile = (features: readonly unknown[], more: object = {}): string =>
  Buffer.from(JSON.stringify({ type: 'FeatureCollection', ...more, features })).toString('base64url')

/** Brings boundaries in as an administrator does; answers the id of the import. */
export async function bringIn(who: Visitor, features: readonly unknown[], from: string): Promise<string> {
  const file = { fileName: 'ranh-gioi.geojson', source: 'Thử', from, content: boundaryFile(features) }
  const { id } = done(await who.call('POST', '/directory/boundary-imports', file))
  const { seen } = done(await who.call('GET', `/directory/boundary-imports/${id}`))
  done(await who.call('POST', `/directory/boundary-imports/${id}/execute`, { seen }))
  return id
}
