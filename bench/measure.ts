/** One measured figure beside what it must hold. `ours: null` = could not be measured here; the note says why. */
export interface Row {
  readonly name: string
  readonly ours: number | null
  readonly baseline: number | null
  /** Ours by baseline. */
  readonly ratio: number | null
  readonly target: string
  readonly held: boolean | null
  readonly unit: string
  readonly note?: string
}

type Extra = Partial<Pick<Row, 'baseline' | 'note'>>

/** A figure that must not be more than the limit. */
export const atMost = (name: string, ours: number, limit: number, unit: string, extra: Extra = {}): Row =>
  row(name, ours, `≤ ${limit}`, ours <= limit, unit, extra)

/** A figure that must not be less. */
export const atLeast = (name: string, ours: number, limit: number, unit: string, extra: Extra = {}): Row =>
  row(name, ours, `≥ ${limit}`, ours >= limit, unit, extra)

/** Ours by baseline must not be less; both were measured in this run. */
export const ratioAtLeast = (
  name: string,
  ours: number,
  baseline: number,
  limit: number,
  unit: string,
  note: string,
): Row => row(name, ours, `ratio ≥ ${limit}`, ours / baseline >= limit, unit, { baseline, note })

/** Ours by baseline must not be more; both were measured in this run. */
export const ratioAtMost = (
  name: string,
  ours: number,
  baseline: number,
  limit: number,
  unit: string,
  note: string,
): Row => row(name, ours, `ratio ≤ ${limit}`, ours / baseline <= limit, unit, { baseline, note })

/** Ours may be more than the baseline by so much; both were measured in this run, in turns. */
export const moreByAtMost = (
  name: string,
  ours: number,
  baseline: number,
  limit: number,
  unit: string,
  note: string,
): Row =>
  row(name, ours, `+ ≤ ${limit}`, ours - baseline <= limit, unit, {
    baseline,
    note: `+ ${round(ours - baseline)} ${unit}; ${note}`,
  })

export const notMeasured = (name: string, target: string, unit: string, note: string): Row => ({
  name,
  ours: null,
  baseline: null,
  ratio: null,
  target,
  held: null,
  unit,
  note,
})

function row(name: string, ours: number, target: string, held: boolean, unit: string, { baseline, note }: Extra): Row {
  const ratio = baseline === undefined || baseline === null ? null : round(ours / baseline)
  return {
    name,
    ours: round(ours),
    baseline: baseline === undefined || baseline === null ? null : round(baseline),
    ratio,
    target,
    held,
    unit,
    ...(note ? { note } : {}),
  }
}

/** The value below which this share of them lies; nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('nothing was measured')
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** Three significant digits: more would pretend. */
export const round = (value: number): number =>
  Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3))

/** Milliseconds that something took. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

export interface Loaded {
  readonly perSecond: number
  /** Milliseconds of each. */
  readonly took: readonly number[]
}

/** A closed loop: so many at once, each beginning the next when one is done, for so many seconds. */
export async function loadFor(
  seconds: number,
  clients: number,
  one: (client: number) => Promise<void>,
): Promise<Loaded> {
  const took: number[] = []
  const started = performance.now()
  const end = started + seconds * 1000
  const client = async (order: number) => {
    while (performance.now() < end) took.push(await timed(() => one(order)))
  }
  await Promise.all(Array.from({ length: clients }, (_, order) => client(order)))
  return { perSecond: (took.length * 1000) / (performance.now() - started), took }
}

export function showTable(rows: readonly Row[]): string {
  const cells = rows.map((one) => [
    one.held === null ? '?' : one.held ? '✓' : '✗',
    one.name,
    one.ours === null ? 'not measured' : `${one.ours} ${one.unit}`,
    one.baseline === null ? '' : `${one.baseline} ${one.unit}`,
    one.ratio === null ? '' : String(one.ratio),
    one.target,
    one.note ?? '',
  ])
  const table = [['', 'what', 'ours', 'baseline', 'ratio', 'target', 'note'], ...cells]
  const widths = (table[0] as string[]).map((_, column) =>
    Math.max(...table.map((line) => (line[column] as string).length)),
  )
  return table
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] as number))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
