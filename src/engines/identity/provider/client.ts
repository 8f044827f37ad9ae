import type { JsonWebKey } from 'node:crypto'
import type { Queries } from '#kernel/database/connect.ts'
import { find, sql } from '#kernel/database/query.ts'

export interface ClientRow {
  readonly id: string
  readonly name: string
  readonly people: 'staff' | 'citizen' | 'everyone'
  readonly redirectUris: readonly string[]
  readonly postLogoutUris: readonly string[]
  readonly logoutUri: string | null
  readonly scopes: readonly string[]
  readonly publicKeys: { readonly keys: readonly JsonWebKey[] }
}

/** A system that may ask here now; one that was shut is not there. */
export const findClient = (db: Queries, id: string): Promise<ClientRow | undefined> =>
  find(
    db,
    sql<ClientRow>`select id, name, people, redirect_uris, post_logout_uris, logout_uri, scopes, public_keys
      from identity.client where id::text = ${id} and status = 'active'`,
  )

/** The same as the provider wants it (OpenID Connect Registration): what it may do is the same for all. */
export async function findClientMetadata(db: Queries, id: string) {
  const client = await findClient(db, id)
  return (
    client && {
      client_id: client.id,
      client_name: client.name,
      redirect_uris: client.redirectUris,
      response_types: client.redirectUris.length === 0 ? [] : ['code'],
      scope: ['openid', ...client.scopes].join(' '),
      jwks: client.publicKeys,
      ...(client.logoutUri !== null && {
        backchannel_logout_uri: client.logoutUri,
        backchannel_logout_session_required: true,
      }),
    }
  )
}
