import { randomUUID } from 'node:crypto'
import { find, rows, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { nameOfUnit } from '#engines/directory/index.ts'
import { machineProblems, type Machine } from '../contract/machines.ts'
import { isOwnedWithin, mustOwnWithin } from '../owned-within.ts'
import { insertApiToken } from './api-token.ts'
import { mustHold } from './must-hold.ts'

type Facts = Pick<Machine, 'name' | 'contact' | 'purpose' | 'permissions' | 'reach'>

/** Those of units that the caller's right reaches, by name, each with its tokens, newest first, and the system that it is. */
export async function listMachines(ctx: Context): Promise<Machine[]> {
  const machines = await rows(
    ctx.tx,
    sql<
      Omit<Machine, 'tokens' | 'client'>
    >`select s.id, s.owner_id, ${nameOfUnit(sql`s.owner_id`, dateAt(ctx.now()))} as owner, s.name, s.contact,
        s.purpose, s.permissions, s.reach, s.status, s.created_at
      from identity.service_account s where ${isOwnedWithin(ctx, sql`s.owner_id`)} order by s.name, s.id limit 200`,
  )
  const ids = machines.map(({ id }) => id)
  const tokens = await rows(
    ctx.tx,
    sql<
      Machine['tokens'][number] & { serviceId: string }
    >`select id, service_id, name, permissions, created_at, expires_at, revoked_at,
        last_used_at, last_address
      from identity.api_token where service_id = any(${ids}::uuid[]) order by created_at desc, id`,
  )
  const clients = await rows(
    ctx.tx,
    sql<
      NonNullable<Machine['client']> & { serviceId: string }
    >`select service_id, id, name, service_used_at as last_used_at, service_address as last_address
      from identity.client where service_id = any(${ids}::uuid[])`,
  )
  const tokensOf = Map.groupBy(tokens, ({ serviceId }) => serviceId)
  const clientOf = new Map(clients.map((client) => [client.serviceId, client]))
  return machines.map((machine) => ({
    ...machine,
    tokens: tokensOf.get(machine.id) ?? [],
    client: clientOf.get(machine.id) ?? null,
  }))
}

export async function createMachine(ctx: Context, given: Facts & { ownerId: string }) {
  await mustOwnWithin(ctx, given.ownerId)
  await mustHold(ctx, given)
  const id = randomUUID()
  await run(
    ctx.tx,
    sql`insert into identity.service_account (id, owner_id, name, contact, purpose, permissions, reach, created_at)
      values (${id}, ${given.ownerId}, ${given.name}, ${given.contact}, ${given.purpose}, ${given.permissions}, ${given.reach}, ${ctx.now()})`,
  )
  noteMachine(ctx, id, { name: given.name, permissions: given.permissions, reach: given.reach })
  return { id }
}

/** Its tokens hold at once no more than it does. */
export async function changeMachine(ctx: Context, given: Facts & { id: string }) {
  await mustHold(ctx, { ...given, ownerId: await ownerOf(ctx, given.id) })
  await run(
    ctx.tx,
    sql`update identity.service_account set name = ${given.name}, contact = ${given.contact}, purpose = ${given.purpose},
        permissions = ${given.permissions}, reach = ${given.reach} where id = ${given.id}`,
  )
  noteMachine(ctx, given.id, { name: given.name, permissions: given.permissions, reach: given.reach })
  await tellRightsChanged(ctx.tx)
  return { id: given.id }
}

export async function setMachineStatus(ctx: Context, { id, status }: { id: string; status: Machine['status'] }) {
  const changed = await run(
    ctx.tx,
    sql`update identity.service_account set status = ${status} where id = ${id} and ${isOwnedWithin(ctx, sql`owner_id`)}`,
  )
  if (changed === 0) fail('notFound')
  noteMachine(ctx, id, { status })
  await tellRightsChanged(ctx.tx)
  return { id }
}

export async function createApiToken(
  ctx: Context,
  given: { id: string; name: string; permissions: Facts['permissions']; days: number },
) {
  const machine = await find(
    ctx.tx,
    sql<Pick<Machine, 'ownerId' | 'reach'> & { isWithin: boolean }>`select owner_id, reach,
        permissions @> ${given.permissions}::text[] as is_within
      from identity.service_account where id = ${given.id} and ${isOwnedWithin(ctx, sql`owner_id`)}`,
  )
  if (machine === undefined) return fail('notFound')
  await mustHold(ctx, { ...machine, permissions: given.permissions })
  if (!machine.isWithin) throw new Problem('moreThanItsOwner', machineProblems.moreThanItsOwner)
  const at = ctx.now()
  const expiresAt = new Date(at.getTime() + given.days * 86_400_000)
  const { id, token } = await insertApiToken(ctx.tx, { ...given, serviceId: given.id, at, expiresAt })
  noteMachine(ctx, given.id, { token: id, called: given.name, permissions: given.permissions, expiresAt })
  return { id, token, expiresAt }
}

export async function revokeApiToken(ctx: Context, { id }: { id: string }) {
  const revoked = await find(
    ctx.tx,
    sql<{ serviceId: string }>`update identity.api_token t set revoked_at = ${ctx.now()} from identity.service_account s
      where s.id = t.service_id and t.id = ${id} and t.revoked_at is null and ${isOwnedWithin(ctx, sql`s.owner_id`)}
      returning t.service_id`,
  )
  if (revoked === undefined) return fail('notFound')
  noteMachine(ctx, revoked.serviceId, { revoked: id })
  await tellRightsChanged(ctx.tx)
  return { id }
}

async function ownerOf(ctx: Context, id: string): Promise<string> {
  const machine = await find(
    ctx.tx,
    sql<{ ownerId: string }>`select owner_id from identity.service_account
      where id = ${id} and ${isOwnedWithin(ctx, sql`owner_id`)}`,
  )
  return machine?.ownerId ?? fail('notFound')
}

const noteMachine = (ctx: Context, objectId: string, facts: Readonly<Record<string, unknown>>): void =>
  ctx.note({ objectType: 'machine', objectId, facts })
