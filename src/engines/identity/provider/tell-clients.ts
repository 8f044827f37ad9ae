import type { Queries } from '#kernel/database/connect.ts'
import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Listener } from '#kernel/operations/engine.ts'
import { writeEvents } from '#kernel/operations/outbox.ts'
import type { OpenProvider } from './open-provider.ts'

const signOnEnded = 'identity.signOnEnded'

interface Ended {
  readonly clientId: string
  readonly sessionId: string
  /** The session as that system knows it. */
  readonly sid: string
}

/**
 * Has the systems told that sessions are over which were begun from these of ours (OpenID Connect Back-Channel Logout), in the
 * transaction that ends them; one system alone where it is named.
 */
export async function tellClients(tx: Queries, sessionIds: readonly string[], clientId?: string): Promise<void> {
  if (sessionIds.length === 0) return
  const ended = await rows(
    tx,
    sql<Ended>`select one.key as client_id, e.session_id, one.value ->> 'sid' as sid
      from identity.provider_entry e, jsonb_each(e.payload -> 'authorizations') one
      where e.kind = 'Session' and e.session_id = any(${sessionIds}::uuid[]) ${clientId ? sql`and one.key = ${clientId}` : sql``}`,
  )
  if (ended.length === 0) return
  const events = ended.map((payload) => ({ event: signOnEnded, payload }))
  await writeEvents(tx, events, `sign-out:${ended[0]?.sessionId}`)
}

/** Tells one system, and again with growing pauses until it has answered. */
export const tellClient = (openProvider: OpenProvider): Listener => ({
  event: signOnEnded,
  name: 'tell-client',
  async run(_: Context, { clientId, sessionId, sid }: Ended) {
    const client = await (await openProvider()).Client.find(clientId)
    // Shut meanwhile, or one that does not want to know.
    if (client?.backchannelLogoutUri === undefined) return
    await client.backchannelLogout(sessionId, sid)
  },
})
