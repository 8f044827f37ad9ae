/** A place in a picture. */
export type Point = readonly [number, number]

/**
 * A line with fewer points that strays nowhere farther than `tolerance` from the given one; both ends stay. Douglas and Peucker,
 * Algorithms for the reduction of the number of points required to represent a digitized line (1973).
 */
export function simplifyLine(points: readonly Point[], tolerance: number): Point[] {
  const kept = new Set([0, points.length - 1])
  const open: [number, number][] = [[0, points.length - 1]]
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [from, to] = span
    let [farthest, distance] = [-1, tolerance]
    for (let at = from + 1; at < to; at += 1) {
      const away = distanceToSegment(points[at] as Point, points[from] as Point, points[to] as Point)
      if (away > distance) [farthest, distance] = [at, away]
    }
    if (farthest < 0) continue
    kept.add(farthest)
    open.push([from, farthest], [farthest, to])
  }
  return points.filter((_, at) => kept.has(at))
}

function distanceToSegment([x, y]: Point, [fromX, fromY]: Point, [toX, toY]: Point): number {
  const [alongX, alongY] = [toX - fromX, toY - fromY]
  const length = alongX ** 2 + alongY ** 2
  const share = length === 0 ? 0 : ((x - fromX) * alongX + (y - fromY) * alongY) / length
  const at = Math.min(1, Math.max(0, share))
  return Math.hypot(x - fromX - at * alongX, y - fromY - at * alongY)
}
