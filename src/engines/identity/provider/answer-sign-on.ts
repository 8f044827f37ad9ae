import { find, get, json, rows, run, sql, type Fragment } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { nameOfUnit } from '#engines/directory/index.ts'
import type { ScopeName } from '../contract/scopes.ts'
import { signOnProblems, type SignOnState } from '../contract/sign-on.ts'
import { hashToken } from '../session.ts'
import { findClient, type ClientRow } from './client.ts'
import { findConsent, giveConsent } from './consent.ts'
import { isFor } from './sign-on.ts'
import { tellClients } from './tell-clients.ts'

interface Begun {
  readonly iat: number
  readonly returnTo: string
  readonly prompt: { readonly name: string }
  readonly params: { readonly client_id: string; readonly scope: string; readonly prompt?: string }
}

interface Asked {
  readonly begun: Begun
  readonly client: ClientRow
  readonly scopes: ScopeName[]
  /** The path of our own where the provider goes on. */
  readonly next: string
}

/** What a system wants of whoever is in front of the screen. */
async function getAsked(ctx: Context, uid: string): Promise<Asked> {
  const found = await find(
    ctx.tx,
    sql<{ payload: Begun }>`select payload from identity.provider_entry
      where kind = 'Interaction' and id_hash = ${hashToken(uid)} and expires_at > now()`,
  )
  const client = found && (await findClient(ctx.tx, found.payload.params.client_id))
  if (client === undefined) throw new Problem('signOnOver', signOnProblems.signOnOver)
  const { payload: begun } = found as { payload: Begun }
  const scopes = begun.params.scope.split(' ').filter((one) => client.scopes.includes(one)) as ScopeName[]
  return { begun, client, scopes, next: new URL(begun.returnTo).pathname }
}

export async function viewSignOn(ctx: Context, { uid }: { uid: string }) {
  const asked = await getAsked(ctx, uid)
  const { name, people } = asked.client
  return {
    client: { name, people, owner: await ownerOf(ctx, asked.client.id) },
    state: await stateOf(ctx, asked),
    scopes: asked.scopes,
    next: asked.next,
  }
}

async function stateOf(ctx: Context, { begun, client, scopes }: Asked): Promise<SignOnState> {
  const { actor } = ctx
  if (actor.kind !== 'staff' && actor.kind !== 'citizen') return 'signIn'
  if (!isFor(client, actor)) return 'otherPeople'
  const isSince = (at: Date | null | undefined) => at !== null && at !== undefined && at.getTime() / 1000 >= begun.iat
  if (begun.prompt.name === 'login' && !isSince(actor.proof?.at)) return 'proveAgain'
  const consent = await findConsent(ctx.tx, actor.account, client.id)
  if (consent === undefined || scopes.some((one) => !consent.scopes.includes(one))) return 'consent'
  const asksAgain = begun.params.prompt?.split(' ').includes('consent') ?? false
  return asksAgain && !isSince(consent.givenAt) ? 'consent' : 'ready'
}

/** Whoever agrees is asked no more by this system for the same; whoever does not is sent back as such. */
export async function answerSignOn(ctx: Context, { uid, agree }: { uid: string; agree: boolean }) {
  const { client, scopes, next } = await getAsked(ctx, uid)
  if (!isFor(client, ctx.actor)) fail('forbidden')
  if (agree) await giveConsent(ctx.tx, ctx.actor.account, client.id, scopes, ctx.now())
  else
    await run(
      ctx.tx,
      sql`update identity.provider_entry set payload = payload || ${json({ result: { error: 'access_denied' } })}
        where kind = 'Interaction' and id_hash = ${hashToken(uid)}`,
    )
  ctx.note({
    objectType: 'client',
    objectId: client.id,
    ...(ctx.actor.person && { subjects: [ctx.actor.person] }),
    facts: { client: client.name, agreed: agree, ...(agree && { scopes }) },
  })
  return { next }
}

/** Where a system wants the person back after signing out, if it ever said so. */
export async function describeSignOut(
  ctx: Context,
  { clientId, back, state }: { clientId: string; back: string; state?: string | undefined },
) {
  const client = (await findClient(ctx.tx, clientId)) ?? fail('notFound')
  if (!client.postLogoutUris.includes(back)) return { name: client.name, back: null }
  const url = new URL(back)
  if (state !== undefined) url.searchParams.set('state', state)
  return { name: client.name, back: url.href }
}

interface MyClient {
  readonly clientId: string
  readonly name: string
  readonly owner: string
  readonly scopes: ScopeName[]
  readonly givenAt: Date
}

export const myClients = (ctx: Context): Promise<MyClient[]> =>
  rows(
    ctx.tx,
    sql<MyClient>`select c.id as client_id, c.name, ${ownerOn(ctx)} as owner, agreed.scopes, agreed.given_at
      from identity.consent agreed join identity.client c on c.id = agreed.client_id
      where agreed.account_id = ${ctx.actor.account} order by c.name`,
  )

/** From now on the system knows nothing anew, and what it holds of this person has ended. */
export async function takeBackConsent(ctx: Context, { clientId }: { clientId: string }) {
  const taken = await run(
    ctx.tx,
    sql`delete from identity.consent where account_id = ${ctx.actor.account} and client_id = ${clientId}`,
  )
  if (taken === 0) fail('notFound')
  const sessions = await rows(
    ctx.tx,
    sql<{ id: string }>`select id from identity.session where account_id = ${ctx.actor.account} and ended_at is null`,
  )
  await tellClients(
    ctx.tx,
    sessions.map(({ id }) => id),
    clientId,
  )
  ctx.note({ objectType: 'client', objectId: clientId, facts: { agreed: false } })
  return { done: true as const }
}

const ownerOn = (ctx: Context): Fragment => nameOfUnit(sql`c.owner_id`, dateAt(ctx.now()))

async function ownerOf(ctx: Context, clientId: string): Promise<string> {
  const found = sql<{ owner: string }>`select ${ownerOn(ctx)} as owner from identity.client c where c.id = ${clientId}`
  return (await get(ctx.tx, found)).owner
}
