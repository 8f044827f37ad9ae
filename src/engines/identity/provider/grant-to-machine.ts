import { errors, type ProviderContext } from 'oidc-provider'
import { find, sql } from '#kernel/database/query.ts'
import { newApiToken } from '../machines/api-token.ts'
import type { ProviderParts } from './provider-parts.ts'

/**
 * A system asks in its own name (RFC 6749 §4.4): it gets a token of the machine that it is, good for what it asks and the machine may,
 * or for all of that. What the token opens is asked anew with each call (`findMachine`).
 * @right
 */
export const grantToMachine = (parts: ProviderParts) => async (ctx: ProviderContext) => {
  const { client, params, provider } = ctx.oidc
  const machine = await find(
    parts.db,
    sql<{ permissions: string[] }>`select s.permissions
      from identity.client c join identity.service_account s on s.id = c.service_id and s.status = 'active'
      where c.id::text = ${client.clientId}`,
  )
  if (machine === undefined) throw new errors.UnauthorizedClient('it has no service account that is open')
  const asked = typeof params['scope'] === 'string' ? params['scope'].split(' ') : machine.permissions
  const beyond = asked.find((one) => !machine.permissions.includes(one))
  if (beyond !== undefined) throw new errors.InvalidScope('its service account may not do that', beyond)
  const token = new provider.ClientCredentials({ client, scope: asked.join(' '), jti: newApiToken() })
  // Said by the library where it names the token itself.
  token.format = 'opaque'
  ctx.body = {
    access_token: await token.save(),
    token_type: 'Bearer',
    expires_in: token.expiration,
    scope: token.scope,
  }
}
