import { randomUUID } from 'node:crypto'
import type { Queries } from '#kernel/database/connect.ts'
import { find, run, sql } from '#kernel/database/query.ts'
import type { Actor, Scope } from '#kernel/operations/actor.ts'
import { unitsReached, type Reach } from '#engines/directory/index.ts'
import { dateAt } from '#values/plain-date.ts'
import { hashToken, newToken } from '../session.ts'

/** Says what it is wherever it turns up, so that scanners of code and logs find it; nothing else that opens something looks like it. */
const prefix = 'lt_'

export const isApiToken = (token: string): boolean => /^lt_[\w-]{43}$/.test(token)

const writtenEveryMs = 60_000

/** A fresh token of a machine; only its hash is kept. */
export async function insertApiToken(
  tx: Queries,
  given: {
    readonly serviceId: string
    readonly name: string
    readonly permissions: readonly string[]
    readonly at: Date
    readonly expiresAt: Date
  },
): Promise<{ id: string; token: string }> {
  const id = randomUUID()
  const token = `${prefix}${newToken()}`
  await run(
    tx,
    sql`insert into identity.api_token (id, service_id, name, token_hash, permissions, created_at, expires_at)
      values (${id}, ${given.serviceId}, ${given.name}, ${hashToken(token)}, ${given.permissions}, ${given.at}, ${given.expiresAt})`,
  )
  return { id, token }
}

interface LiveToken {
  readonly id: string
  readonly serviceId: string
  readonly name: string
  readonly ownerId: string
  readonly reach: Reach
  readonly permissions: readonly string[]
  readonly lastUsedAt: Date | null
}

/**
 * The machine that holds a token, with what both the token and its account allow, as far as a post of its owner would reach today;
 * undefined for one that is unknown, over or revoked, or whose account is shut.
 * @right
 */
export async function findMachine(db: Queries, token: string, address: string, at: Date): Promise<Actor | undefined> {
  const found = await find(
    db,
    sql<LiveToken>`select t.id, s.id as service_id, s.name, s.owner_id, s.reach, t.last_used_at,
        array(select unnest(t.permissions) intersect select unnest(s.permissions)) as permissions
      from identity.api_token t join identity.service_account s on s.id = t.service_id and s.status = 'active'
      where t.token_hash = ${hashToken(token)} and t.revoked_at is null and t.expires_at > ${at}`,
  )
  if (found === undefined) return undefined
  if (found.lastUsedAt === null || at.getTime() - found.lastUsedAt.getTime() > writtenEveryMs)
    await run(
      db,
      sql`update identity.api_token set last_used_at = ${at}, last_address = ${address} where id = ${found.id}`,
    )
  const scope = await unitsReached(db, found.ownerId, found.reach, dateAt(at))
  return {
    kind: 'service',
    account: found.serviceId,
    name: found.name,
    permissions: new Map(found.permissions.map((permission): [string, Scope] => [permission, scope])),
    workKeys: [],
    ownKeys: [],
    onBehalf: new Map(),
  }
}
