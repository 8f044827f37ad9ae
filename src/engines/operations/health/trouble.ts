import { rows, run, sql, json } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Gravity } from '../contract.ts'
import type { Found } from './found.ts'

export interface TroubleRow {
  readonly code: string
  readonly subject: string
  readonly gravity: Gravity
  readonly facts: Readonly<Record<string, string | number>>
  readonly beganAt: Date
  readonly seenAt: Date
  readonly endedAt: Date | null
}

const columns = sql`code, subject, gravity, facts, began_at, seen_at, ended_at`

/** So long what one machine found stands when that machine does not look any more. */
const forgetMachineMs = 3_600_000
/** Logs are kept for twelve months; this as long, and one more for the report about them. */
const keptMs = 395 * 86_400_000

/**
 * Keeps what was found at a look: what is new begins, what goes on keeps when it began, what is not there any more ends. What another machine
 * found of itself stays until that one looks again. Answers what is new.
 */
export async function keepTroubles(
  tx: Queries,
  { at, machine, found }: { readonly at: Date; readonly machine: string; readonly found: readonly Found[] },
): Promise<Found[]> {
  const begun: Found[] = []
  for (const one of found) {
    const subject = one.isLocal ? machine : ''
    const [kept] = await rows(
      tx,
      sql<{ isNew: boolean }>`insert into operations.trouble as t (code, subject, gravity, facts, began_at, seen_at)
        values (${one.code}, ${subject}, ${one.gravity}, ${json(one.facts ?? {})}, ${one.since ?? at}, ${at})
        on conflict (code, subject) where ended_at is null do update set gravity = excluded.gravity, facts = excluded.facts,
          seen_at = excluded.seen_at, began_at = least(t.began_at, excluded.began_at)
        returning xmax = 0 as is_new`,
    )
    if (kept?.isNew) begun.push(one)
  }
  await run(
    tx,
    sql`update operations.trouble set ended_at = greatest(began_at, ${at}) where ended_at is null and seen_at < ${at}
      and (subject in ('', ${machine}) or seen_at < ${new Date(at.getTime() - forgetMachineMs)})`,
  )
  await run(tx, sql`delete from operations.trouble where ended_at < ${new Date(at.getTime() - keptMs)}`)
  return begun
}

/** What is wrong now, the gravest first, the oldest first among them. */
export const openTroubles = (on: Queries): Promise<TroubleRow[]> =>
  rows(
    on,
    sql<TroubleRow>`select ${columns} from operations.trouble where ended_at is null
      order by array_position(array['now', 'today', 'soon'], gravity), began_at, code`,
  )

/** What has ended since then, newest first. */
export const endedTroubles = (on: Queries, since: Date): Promise<TroubleRow[]> =>
  rows(
    on,
    sql<TroubleRow>`select ${columns} from operations.trouble where ended_at > ${since} order by ended_at desc, id desc limit 200`,
  )
