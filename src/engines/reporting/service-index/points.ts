import type { IndicatorId } from './indicator-words.ts'
import type { ScaleRules } from './scale-shape.ts'

/** The share of one indicator, 0 … 1; null where it has no figure. */
export type Shares = ReadonlyMap<IndicatorId, number | null>

export interface IndicatorPoints {
  readonly points: number | null
  readonly most: number
  readonly fullAt: number
}

export interface IndexTotal {
  readonly points: number
  /** Of so many; what is left out by the reading `missing` is not in it. */
  readonly most: number
  /** Scored indicators without a figure. */
  readonly without: readonly IndicatorId[]
  /** On the whole scale, by which it is graded. */
  readonly onScale: number
  readonly grade: string | null
}

const toHundredths = (value: number) => Math.round(value * 100) / 100

/** Shares as points of a scale: of each indicator that it scores, and altogether. Points are rounded to hundredths, each by itself. */
export function countPoints(
  shares: Shares,
  { points, grades, readings }: ScaleRules,
): { readonly of: ReadonlyMap<IndicatorId, IndicatorPoints>; readonly total: IndexTotal } {
  const of = new Map<IndicatorId, IndicatorPoints>()
  for (const { indicator, points: most, fullAt } of points) {
    const share = shares.get(indicator) ?? null
    of.set(indicator, { most, fullAt, points: share === null ? null : pointsOf(share, most, fullAt, readings.below) })
  }
  const all = [...of.values()]
  const scale = sum(all.map(({ most }) => most))
  const had = sum(all.map((one) => one.points ?? 0))
  const most = readings.missing === 'none' ? scale : sum(all.map((one) => (one.points === null ? 0 : one.most)))
  const onScale = most === 0 ? 0 : toHundredths((had * scale) / most)
  const grade = grades
    .toSorted((one, other) => other.from - one.from)
    .find(({ from }) => most > 0 && onScale >= from)?.name
  return {
    of,
    total: {
      points: had,
      most,
      without: [...of].filter(([, one]) => one.points === null).map(([id]) => id),
      onScale,
      grade: grade ?? null,
    },
  }
}

function pointsOf(share: number, most: number, fullAt: number, below: ScaleRules['readings']['below']): number {
  // Compared in percent, as thresholds are set: 0.8 as a fraction of binary digits would miss its own threshold.
  if (toHundredths(share * 10_000) >= toHundredths(fullAt * 100)) return most
  return toHundredths(below === 'toward' ? (most * share * 100) / fullAt : most * share)
}

const sum = (values: readonly number[]) => toHundredths(values.reduce((all, one) => all + one, 0))
