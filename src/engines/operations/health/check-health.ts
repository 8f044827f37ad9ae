import { find, json, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { minute, showMoment, type Found } from './found.ts'
import { judge } from './judge.ts'
import { readReadings, type HealthParts, type Readings } from './read-readings.ts'
import { keepTroubles, openTroubles, type TroubleRow } from './trouble.ts'

/** Looks once and keeps what is wrong; every minute, by whichever process works. Answers what is new. */
export async function checkHealth(ctx: Context, parts: HealthParts): Promise<Found[]> {
  const readings = await readReadings(ctx, parts)
  const at = ctx.now()
  await run(
    ctx.tx,
    sql`insert into operations.last_check (at, machine, readings) values (${at}, ${readings.machine}, ${json(figuresOf(readings))})
      on conflict (is_only) do update set at = excluded.at, machine = excluded.machine, readings = excluded.readings`,
  )
  return keepTroubles(ctx.tx, { at, machine: readings.machine, found: judge(at, readings) })
}

/** Figures that people see whether or not something is wrong. */
const figuresOf = ({
  certificate,
  clock,
  isClockKept,
  backup,
  daysUntilFull,
  load,
  partners,
  link,
  scannerVersion,
}: Readings) => ({
  certificateUntil: certificate?.until ?? null,
  clock: isClockKept ? clock : null,
  backupAt: backup?.baseAt ?? null,
  archivedAt: backup?.coveredUntil ?? null,
  daysUntilFull: daysUntilFull ?? null,
  load,
  partners: {
    ...partners,
    nationalPortal: link === undefined ? null : { succeededAt: link.answeredAt },
    scanner: scannerVersion === undefined ? null : { answers: scannerVersion !== null },
  },
})

interface LastCheck {
  readonly at: Date
  readonly machine: string
  readonly readings: unknown
}

export const findLastCheck = (on: Queries): Promise<LastCheck | undefined> =>
  find(on, sql<LastCheck>`select at, machine, readings from operations.last_check`)

/** A look a minute; after three that did not come nobody works. */
const staleMs = 3 * minute

/** What is wrong now. That nobody looks any more can be seen by whoever reads only. */
export async function troublesNow(on: Queries, now: Date): Promise<TroubleRow[]> {
  const [last, open] = [await findLastCheck(on), await openTroubles(on)]
  if (last === undefined || now.getTime() - last.at.getTime() <= staleMs) return open
  const stopped: TroubleRow = {
    code: 'background-stopped',
    subject: '',
    gravity: 'now',
    facts: { since: showMoment(last.at) },
    beganAt: last.at,
    seenAt: now,
    endedAt: null,
  }
  return [stopped, ...open]
}
