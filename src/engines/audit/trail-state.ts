import type { Queries } from '#kernel/database/connect.ts'
import { find, get, sql } from '#kernel/database/query.ts'
import type { TrailState } from './contract.ts'
import { viewHead } from './heads/signed-head.ts'
import { findLastHead } from './heads/stored-heads.ts'
import { findLastVerification } from './verification.ts'
import { endOfTrail, findLastSeal, viewSeal, xid } from './seal.ts'

/** Counting stops here: how far behind sealing is, not how many exactly, is the question. */
const mostCounted = 10_000

type Sealed = Omit<TrailState, 'alarms'>

/** The newest seal and what is not under it yet. */
async function readSealing(on: Queries, now: Date): Promise<Sealed> {
  const seal = await findLastSeal(on)
  const head = await findLastHead(on)
  const verification = await findLastVerification(on)
  const waiting = await get(
    on,
    sql<{ count: number; oldest: Date | null }>`select count(*), min(at) as oldest from (
      select at from audit.entry where xid >= ${xid(seal?.toXid ?? 0)} order by xid limit ${mostCounted}) as waiting`,
  )
  return {
    seal: seal ? viewSeal(seal) : null,
    head: head ? viewHead(head) : null,
    verification: verification ? { ...verification, at: verification.at.toISOString() } : null,
    sealAgeSeconds: seal ? (now.getTime() - seal.atMicros / 1000) / 1000 : null,
    unsealed: waiting.count,
    oldestUnsealedAt: waiting.oldest?.toISOString() ?? null,
  }
}

/** Longest an entry may wait for its seal (a minute between event and anchoring). */
const sealWithinMs = 60_000

/** A head a minute, and another minute for a process that just started. */
const signWithinMs = 120_000

/**
 * What is wrong with the trail, by name, for readiness and monitoring; empty = all is well. `audit.sealing`: an entry waits
 * for longer than a minute: nobody seals, or a transaction stays open. `audit.heads`: a seal is without a signed head for two minutes, or
 * the trail does not hold one signed before. `audit.broken`: the last check found damage. `audit.partitions`: next month has no partition, or
 * entries fell into the default one. Neither stops a write.
 */
export const findAuditAlarms = async (on: Queries, now: Date): Promise<string[]> =>
  alarmsOf(on, await readSealing(on, now), now)

/** The same for people to read, with what stands behind it. */
export async function getTrailState(on: Queries, now: Date): Promise<TrailState> {
  const sealed = await readSealing(on, now)
  return { ...sealed, alarms: await alarmsOf(on, sealed, now) }
}

async function alarmsOf(on: Queries, { oldestUnsealedAt, verification }: Sealed, now: Date): Promise<string[]> {
  const last = await findLastSeal(on)
  const blocked = last !== undefined && last.toXid > (await endOfTrail(on))
  const late = oldestUnsealedAt !== null && now.getTime() - Date.parse(oldestUnsealedAt) > sealWithinMs
  const unsigned = await find(
    on,
    sql<{ at: Date }>`select at from audit.seal
      where exists (select from audit.signing_key) and tree_size > coalesce((select max(tree_size) from audit.head), 0)
      order by tree_size limit 1`,
  )
  const months = await get(
    on,
    sql<{ strayed: boolean; made: boolean }>`select exists (select from audit.entry_default) as strayed,
      to_regclass(kernel.partition_name('audit.entry', ${now}::timestamptz + interval '1 month')) is not null as made`,
  )
  const isUnsigned = unsigned !== undefined && now.getTime() - unsigned.at.getTime() > signWithinMs
  return [
    ...(late || blocked ? ['audit.sealing'] : []),
    ...(verification?.isWhole === false ? ['audit.broken'] : []),
    ...(isUnsigned ? ['audit.heads'] : []),
    ...(months.strayed || !months.made ? ['audit.partitions'] : []),
  ]
}
