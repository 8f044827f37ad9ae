import type { IncomingMessage } from 'node:http'
import { run, sql } from '#kernel/database/query.ts'
import type { ProviderContext } from 'oidc-provider'
import { claimsOf } from './claims.ts'
import { findClient, type ClientRow } from './client.ts'
import { findConsent } from './consent.ts'
import type { ProviderParts } from './provider-parts.ts'
import { isFor, findSignOn, type SignOn } from './sign-on.ts'

/** Who asks over HTTP, for the trail. */
export interface Asking {
  readonly requestId: string
  readonly address: string
}

const asking = new WeakMap<IncomingMessage, Asking>()

/** Remembers who sent a request that goes through the provider. */
export const rememberAsking = (request: IncomingMessage, by: Asking) => void asking.set(request, by)

/**
 * To the provider an account is one of our sessions: with it ends whatever was given, at once and in every process. So it does when
 * the system is shut or the person takes their agreement back.
 * @right
 */
export async function findProviderAccount(
  parts: ProviderParts,
  ctx: ProviderContext,
  sessionId: string,
  given: { readonly clientId?: string } | undefined,
): Promise<object | undefined> {
  const signOn = await findSignOn(parts, { id: sessionId })
  if (signOn === undefined) return undefined
  if (given?.clientId === undefined) return accountOf(parts, signOn)
  const client = await findClient(parts.db, given.clientId)
  if (client === undefined || !isFor(client, signOn.actor)) return undefined
  const consent = await findConsent(parts.db, signOn.session.accountId, client.id)
  return consent && accountOf(parts, signOn, { client, by: asking.get(ctx.req) })
}

/** What the provider asks of an account; whatever is told of a person to a system is in the trail. */
export function accountOf(
  parts: ProviderParts,
  signOn: SignOn,
  to?: { readonly client: ClientRow; readonly by: Asking | undefined },
) {
  return {
    accountId: signOn.session.id,
    async claims(use: 'id_token' | 'userinfo', scope: string) {
      if (to === undefined) return { sub: signOn.session.id }
      const at = parts.now()
      const asked = new Set(scope.split(' ').filter((one) => to.client.scopes.includes(one)))
      const told = use === 'userinfo' ? await claimsOf(parts.db, signOn, asked, at) : {}
      await parts.db.transaction(async (tx) => {
        await parts.record(tx, {
          call: {
            actor: signOn.actor,
            language: 'vi',
            requestId: to.by?.requestId ?? '',
            address: to.by?.address,
          },
          operation: use === 'userinfo' ? 'identity.tellClient' : 'identity.signInToClient',
          kind: 'read',
          outcome: 'done',
          at,
          notes: [
            {
              objectType: 'client',
              objectId: to.client.id,
              subjects: [signOn.session.personId],
              facts: { client: to.client.name, ...(use === 'userinfo' && { told: Object.keys(told) }) },
            },
          ],
        })
        await run(
          tx,
          sql`update identity.client set last_used_at = ${at}
            where id = ${to.client.id} and (last_used_at is null or last_used_at < ${new Date(at.getTime() - 60_000)})`,
        )
      })
      return { sub: signOn.session.id, ...told }
    },
  }
}
