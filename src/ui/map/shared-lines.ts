import { simplifyLine, type Point } from '#values/simplify-line.ts'

/**
 * Rings that border on each other. Each is cut where more than two lines meet, and what lies between is simplified once for all rings
 * that run along it, so that no gap opens between neighbours; that needs them to share their vertices.
 */
export class SharedLines {
  readonly #neighbours = new Map<string, Set<string>>()
  readonly #simplified = new Map<string, readonly Point[]>()

  /** Rings are closed: the last point is the first. */
  constructor(rings: readonly (readonly Point[])[]) {
    for (const ring of rings) {
      const keys = ring.map(String)
      for (let at = 1; at < keys.length; at += 1) {
        this.#meet(keys[at - 1] as string, keys[at] as string)
        this.#meet(keys[at] as string, keys[at - 1] as string)
      }
    }
  }

  #meet(key: string, neighbour: string): void {
    const known = this.#neighbours.get(key)
    if (known === undefined) this.#neighbours.set(key, new Set([neighbour]))
    else known.add(neighbour)
  }

  /** One of the rings with fewer points, closed again. */
  simplify(ring: readonly Point[], tolerance: number): Point[] {
    const open = ring.slice(0, -1)
    const keys = open.map(String)
    const corners = keys.flatMap((key, at) => ((this.#neighbours.get(key)?.size ?? 0) > 2 ? [at] : []))
    // An island has no corner: everybody who draws it begins at the same point.
    const [start = 0, ...more] = corners.length > 0 ? corners : [keys.indexOf(keys.toSorted()[0] ?? '')]
    const turned = [...open.slice(start), ...open.slice(0, start), open[start] as Point]
    const cuts = [0, ...more.map((at) => at - start), open.length]
    const lines = cuts.slice(1).map((end, at) => this.#line(turned.slice(cuts[at], end + 1), tolerance))
    return [...lines.flatMap((line) => line.slice(0, -1)), turned[0] as Point]
  }

  /** The same line is the same whichever way it is walked. */
  #line(points: readonly Point[], tolerance: number): readonly Point[] {
    const key = points.map(String)
    const isBackwards = key.join(' ') > key.toReversed().join(' ')
    const known = (isBackwards ? key.toReversed() : key).join(' ')
    const simple = this.#simplified.get(known) ?? simplifyLine(isBackwards ? points.toReversed() : points, tolerance)
    this.#simplified.set(known, simple)
    return isBackwards ? simple.toReversed() : simple
  }
}
