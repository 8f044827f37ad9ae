import { errors } from 'oidc-provider'
import type { Database, Queries } from '#kernel/database/connect.ts'
import { find, json, run, sql } from '#kernel/database/query.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { hashToken } from '../session.ts'
import { findClientMetadata } from './client.ts'

type Payload = Readonly<Record<string, unknown>>

interface Stored {
  readonly payload: Payload
  readonly consumedAt: Date | null
}

/** What must happen once only; whoever comes second is refused by the database, in whatever process. */
const onceOnly = new Set(['ReplayDetection'])

/** Keeps what the provider gives and has under way, for all processes; the names that open something are kept as their hashes. */
export const createEntries = (db: Database) => (kind: string) =>
  kind === 'Client' ? { find: (id: string) => findClientMetadata(db, id) } : entriesOf(db, kind)

function entriesOf(db: Database, kind: string) {
  const named = (id: string) => sql`kind = ${kind} and id_hash = ${hashToken(id)}`
  return {
    async upsert(id: string, { jti: _name, ...payload }: Payload, expiresIn: number): Promise<void> {
      const { accountId = null, grantId = null } = payload
      const kept = await run(
        db,
        sql`insert into identity.provider_entry (kind, id_hash, payload, grant_id, session_id, expires_at)
          values (${kind}, ${hashToken(id)}, ${json(payload)}, ${grantId}, ${accountId}, now() + make_interval(secs => ${expiresIn}))
          on conflict on constraint provider_entry_pk do ${
            onceOnly.has(kind)
              ? sql`nothing`
              : sql`update set payload = excluded.payload, session_id = excluded.session_id, expires_at = excluded.expires_at`
          }`,
      )
      if (kept === 0) throw new errors.InvalidClientAuth('client assertion was used already')
    },

    async find(id: string): Promise<Payload | undefined> {
      const found = await find(
        db,
        sql<Stored>`select payload, consumed_at from identity.provider_entry where ${named(id)} and expires_at > now()`,
      )
      if (found === undefined) return undefined
      const consumed = found.consumedAt === null ? {} : { consumed: Math.floor(found.consumedAt.getTime() / 1000) }
      return { ...found.payload, jti: id, ...consumed }
    },

    async consume(id: string): Promise<void> {
      const taken = await run(
        db,
        sql`update identity.provider_entry set consumed_at = now() where ${named(id)} and consumed_at is null`,
      )
      if (taken === 0) throw new errors.InvalidGrant('it was used already')
    },

    async destroy(id: string): Promise<void> {
      await db.transaction(async (tx) => {
        await run(tx, sql`delete from identity.provider_entry where ${named(id)}`)
        if (kind === 'ClientCredentials') await tellRightsChanged(tx)
      })
    },

    async revokeByGrantId(grantId: string): Promise<void> {
      await run(db, sql`delete from identity.provider_entry where grant_id = ${grantId}`)
    },
  }
}

/** What has run out: nothing asks for it any more. Answers how many. */
export const forgetOldEntries = (tx: Queries): Promise<number> =>
  run(tx, sql`delete from identity.provider_entry where expires_at < now()`)
