import type { Queries } from '#kernel/database/connect.ts'
import { find, run, sql } from '#kernel/database/query.ts'
import type { Actor, Scope } from '#kernel/operations/actor.ts'
import { unitsReached, type Reach } from '#engines/directory/index.ts'
import { dateAt } from '#values/plain-date.ts'
import { hashToken } from '../session.ts'

const writtenEveryMs = 60_000

interface LiveToken {
  /** What it was given to: a token that an administrator gave, or another system that got it by its key. */
  readonly holder: 'api_token' | 'client'
  readonly holderId: string
  readonly serviceId: string
  readonly name: string
  readonly ownerId: string
  readonly reach: Reach
  readonly permissions: readonly string[]
  readonly lastUsedAt: Date | null
}

export interface FoundMachine {
  readonly actor: Actor
  /** Whose calls are counted: a token's, or those of all tokens that one system gets by its key. */
  readonly holderId: string
}

/**
 * The machine that holds a token, with what both the token and its account allow, as far as a post of its owner would reach today;
 * undefined for one that is unknown, over or revoked, or whose account or system is shut.
 * @right
 */
export async function findMachine(
  db: Queries,
  token: string,
  address: string,
  at: Date,
): Promise<FoundMachine | undefined> {
  const hash = hashToken(token)
  const found = await find(
    db,
    sql<LiveToken>`select t.holder, t.holder_id, t.last_used_at, s.id as service_id, s.name, s.owner_id, s.reach,
        array(select unnest(t.permissions) intersect select unnest(s.permissions)) as permissions
      from (
        select 'api_token' as holder, id as holder_id, service_id, permissions, last_used_at
          from identity.api_token where token_hash = ${hash} and revoked_at is null and expires_at > ${at}
        union all
        select 'client', c.id, c.service_id, string_to_array(e.payload ->> 'scope', ' '), c.service_used_at
          from identity.provider_entry e
          join identity.client c on c.id = (e.payload ->> 'clientId')::uuid and c.status = 'active'
          where e.kind = 'ClientCredentials' and e.id_hash = ${hash} and e.expires_at > now()
      ) t join identity.service_account s on s.id = t.service_id and s.status = 'active'`,
  )
  if (found === undefined) return undefined
  if (found.lastUsedAt === null || at.getTime() - found.lastUsedAt.getTime() > writtenEveryMs)
    await rememberUse(db, found, address, at)
  const scope = await unitsReached(db, found.ownerId, found.reach, dateAt(at))
  return {
    holderId: found.holderId,
    actor: {
      kind: 'service',
      account: found.serviceId,
      name: found.name,
      permissions: new Map(found.permissions.map((permission): [string, Scope] => [permission, scope])),
      workKeys: [],
      ownKeys: [],
      onBehalf: new Map(),
    },
  }
}

const rememberUse = (db: Queries, { holder, holderId }: LiveToken, address: string, at: Date) =>
  run(
    db,
    holder === 'client'
      ? sql`update identity.client set service_used_at = ${at}, service_address = ${address} where id = ${holderId}`
      : sql`update identity.api_token set last_used_at = ${at}, last_address = ${address} where id = ${holderId}`,
  )
