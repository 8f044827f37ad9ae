import { randomUUID, type JsonWebKey } from 'node:crypto'
import { find, json, rows, run, sql, write } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { nameOfUnit } from '#engines/directory/index.ts'
import { clientProblems, type Client } from '../contract/clients.ts'
import type { Machine } from '../contract/machines.ts'
import { mustHold } from '../machines/must-hold.ts'
import { isOwnedWithin, mustOwnWithin } from '../owned-within.ts'
import { readPublicKeys } from './public-keys.ts'

type Row = Omit<Client, 'keyIds'> & { readonly publicKeys: { readonly keys: readonly JsonWebKey[] } }

/** Those of units that the caller's right reaches, by name. */
export async function listClients(ctx: Context): Promise<Client[]> {
  const found = await rows(
    ctx.tx,
    sql<Row>`select c.id, c.owner_id, ${nameOfUnit(sql`c.owner_id`, dateAt(ctx.now()))} as owner, c.name, c.people, c.redirect_uris, c.post_logout_uris, c.logout_uri,
        c.scopes, c.service_id as machine_id, c.public_keys, c.status, c.created_at, greatest(c.last_used_at, c.service_used_at) as last_used_at
      from identity.client c where ${isOwnedWithin(ctx, sql`c.owner_id`)} order by c.name, c.id limit 200`,
  )
  return found.map(({ publicKeys, ...client }) => ({
    ...client,
    keyIds: publicKeys.keys.map((key) => String(key['kid'])),
  }))
}

interface Facts {
  readonly name: string
  readonly people: Client['people']
  readonly redirectUris: readonly string[]
  readonly postLogoutUris: readonly string[]
  readonly logoutUri: string | null
  readonly scopes: readonly string[]
  readonly machineId: string | null
}

export async function registerClient(ctx: Context, given: Facts & { ownerId: string; publicKeys: string }) {
  await mustOwnWithin(ctx, given.ownerId)
  const id = randomUUID()
  await run(
    ctx.tx,
    sql`insert into identity.client (id, owner_id, name, people, redirect_uris, post_logout_uris, logout_uri, scopes, public_keys, created_at)
      values (${id}, ${given.ownerId}, ${given.name}, ${given.people}, ${given.redirectUris}, ${given.postLogoutUris},
        ${given.logoutUri}, ${given.scopes}, ${json(readPublicKeys(given.publicKeys))}, ${ctx.now()})`,
  )
  await connectMachine(ctx, id, given.machineId, true)
  noteFacts(ctx, id, given)
  return { id }
}

export async function changeClient(ctx: Context, given: Facts & { id: string; publicKeys?: string | undefined }) {
  const keys = given.publicKeys === undefined ? sql`public_keys` : json(readPublicKeys(given.publicKeys))
  const changed = await run(
    ctx.tx,
    sql`update identity.client set name = ${given.name}, people = ${given.people}, redirect_uris = ${given.redirectUris},
        post_logout_uris = ${given.postLogoutUris}, logout_uri = ${given.logoutUri}, scopes = ${given.scopes}, public_keys = ${keys}
      where id = ${given.id} and ${isOwnedWithin(ctx, sql`owner_id`)}`,
  )
  if (changed === 0) fail('notFound')
  await connectMachine(ctx, given.id, given.machineId, given.publicKeys !== undefined)
  noteFacts(ctx, given.id, given)
  await endOwnTokens(ctx, given.id)
  return { id: given.id }
}

/**
 * What a system may do in its own name is what a machine of its owner may: whoever connects it, or changes the keys of one that is connected,
 * gives what the machine may do.
 * @right
 */
async function connectMachine(ctx: Context, id: string, machineId: string | null, hasNewKeys: boolean): Promise<void> {
  if (machineId !== null) {
    const machine = await find(
      ctx.tx,
      sql<
        Pick<Machine, 'ownerId' | 'permissions' | 'reach'> & { isConnected: boolean }
      >`select s.owner_id, s.permissions, s.reach,
          c.service_id is not distinct from s.id as is_connected
        from identity.client c join identity.service_account s on s.id = ${machineId} and s.owner_id = c.owner_id
        where c.id = ${id} and not exists (select 1 from identity.client other where other.service_id = s.id and other.id <> c.id)`,
    )
    if (machine === undefined) throw new Problem('unfitMachine', clientProblems.unfitMachine)
    if (hasNewKeys || !machine.isConnected) await mustHold(ctx, machine)
  }
  await run(ctx.tx, sql`update identity.client set service_id = ${machineId} where id = ${id}`)
}

/** One that is shut can do nothing at once: it is asked for with every token. */
export async function setClientStatus(ctx: Context, { id, status }: { id: string; status: 'active' | 'disabled' }) {
  const changed = await run(
    ctx.tx,
    sql`update identity.client set status = ${status} where id = ${id} and ${isOwnedWithin(ctx, sql`owner_id`)}`,
  )
  if (changed === 0) fail('notFound')
  noteClient(ctx, id, { status })
  await endOwnTokens(ctx, id)
  return { id }
}

/** What a system got in its own name ends with every change: whoever had the key that was changed, or opened again, keeps nothing. */
async function endOwnTokens(ctx: Context, id: string): Promise<void> {
  await write(
    ctx.tx,
    sql`delete from identity.provider_entry where kind = 'ClientCredentials' and payload ->> 'clientId' = ${id}`,
  )
  await tellRightsChanged(ctx.tx)
}

const noteFacts = (ctx: Context, id: string, { name, scopes, redirectUris, machineId }: Facts): void =>
  noteClient(ctx, id, { name, scopes, redirectUris, ...(machineId !== null && { machine: machineId }) })

const noteClient = (ctx: Context, objectId: string, facts: Readonly<Record<string, unknown>>): void =>
  ctx.note({ objectType: 'client', objectId, facts })
