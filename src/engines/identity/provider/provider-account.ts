import type { IncomingMessage } from 'node:http'
import type { ProviderContext } from 'oidc-provider'
import { run, sql } from '#kernel/database/query.ts'
import { claimsOf } from './claims.ts'
import { findClient, type ClientRow } from './client.ts'
import { findConsent } from './consent.ts'
import type { ProviderParts } from './provider-parts.ts'
import { isFor, findSignOn, type SignOn } from './sign-on.ts'

/** Who asks over HTTP, for the trail. */
interface Asking {
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
  if (given?.clientId === undefined) return accountOf(signOn)
  const client = await findClient(parts.db, given.clientId)
  if (client === undefined || !isFor(client, signOn.actor)) return undefined
  const consent = await findConsent(parts.db, signOn.session.accountId, client.id)
  if (consent === undefined) return undefined
  return {
    accountId: sessionId,
    claims: (use: 'id_token' | 'userinfo', scope: string) =>
      use === 'userinfo'
        ? tellOf(parts, signOn, client, scope.split(' '), asking.get(ctx.req))
        : enter(parts, signOn, client, ctx.oidc.params['grant_type'], asking.get(ctx.req)),
  }
}

/** Somebody of whom nothing is told yet. */
export const accountOf = ({ session: { id } }: SignOn): object => ({ accountId: id, claims: () => ({ sub: id }) })

/** What a system is told of a person, which the trail keeps with the names of the claims. */
async function tellOf(
  parts: ProviderParts,
  signOn: SignOn,
  client: ClientRow,
  scopes: readonly string[],
  by: Asking | undefined,
) {
  const given = new Set(scopes.filter((one) => client.scopes.includes(one)))
  const told = await claimsOf(parts.db, signOn, given, parts.now())
  await record(parts, { operation: 'identity.tellClient', signOn, client, by, facts: { told: Object.keys(told) } })
  return { sub: signOn.session.id, ...told }
}

/** A system exchanges its code: somebody is in there. Refreshing is going on with it. */
async function enter(
  parts: ProviderParts,
  signOn: SignOn,
  client: ClientRow,
  grantType: unknown,
  by: Asking | undefined,
) {
  if (grantType === 'authorization_code')
    await record(parts, { operation: 'identity.signInToClient', signOn, client, by, facts: {} })
  const at = parts.now()
  await run(
    parts.db,
    sql`update identity.client set last_used_at = ${at}
      where id = ${client.id} and (last_used_at is null or last_used_at < ${new Date(at.getTime() - 60_000)})`,
  )
  return { sub: signOn.session.id }
}

interface Told {
  readonly operation: string
  readonly signOn: SignOn
  readonly client: ClientRow
  readonly by: Asking | undefined
  readonly facts: Readonly<Record<string, unknown>>
}

const record = ({ db, now, record: write }: ProviderParts, { operation, signOn, client, by, facts }: Told) =>
  db.transaction((tx) =>
    write(tx, {
      call: { actor: signOn.actor, language: 'vi', requestId: by?.requestId ?? '', address: by?.address },
      operation,
      kind: 'read',
      outcome: 'done',
      at: now(),
      notes: [
        {
          objectType: 'client',
          objectId: client.id,
          subjects: [signOn.session.personId],
          facts: { client: client.name, ...facts },
        },
      ],
    }),
  )
