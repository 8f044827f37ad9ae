import { rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'

export interface DiskSample {
  readonly at: Date
  readonly freeBytes: number
}

const [minute, day] = [60_000, 86_400_000]
const [everyMs, keptMs] = [10 * minute, 14 * day]
/** Less says nothing of a week: a night's backup or a big upload would look like a trend. */
const shortestMs = day / 2

/** Keeps how much is free, once in ten minutes; answers the samples of this machine, oldest first. */
export async function keepSample(tx: Queries, machine: string, sample: DiskSample): Promise<DiskSample[]> {
  await run(tx, sql`delete from operations.disk_sample where at < ${new Date(sample.at.getTime() - keptMs)}`)
  await run(
    tx,
    sql`insert into operations.disk_sample (machine, at, free_bytes) select ${machine}, ${sample.at}, ${sample.freeBytes}
      where not exists (select from operations.disk_sample where machine = ${machine} and at > ${new Date(sample.at.getTime() - everyMs)})`,
  )
  return rows(
    tx,
    sql<DiskSample>`select at, free_bytes from operations.disk_sample where machine = ${machine} order by at`,
  )
}

/** In how many days nothing is free, by the line that lies nearest to the samples; undefined where it does not fill, or too little is known. */
export function daysUntilFull(samples: readonly DiskSample[]): number | undefined {
  const [first, last] = [samples[0], samples.at(-1)]
  if (first === undefined || last === undefined || last.at.getTime() - first.at.getTime() < shortestMs) return undefined
  const points = samples.map(({ at, freeBytes }) => ({ x: (at.getTime() - first.at.getTime()) / day, y: freeBytes }))
  const mean = (of: (point: (typeof points)[number]) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)]
  const slope =
    points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0) /
    points.reduce((sum, point) => sum + (point.x - x) ** 2, 0)
  return slope < 0 ? last.freeBytes / -slope : undefined
}
