import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto'
import { find, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Actor } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { fail } from '#values/errors.ts'
import { centreOf } from './centre.ts'
import type { DeviceKind } from './contract/shapes.ts'

export interface DeviceRow {
  readonly id: string
  readonly centreId: string
  readonly kind: DeviceKind
  readonly name: string
  readonly deskId: string | null
}

/** As long as the token of a session, which it stands in place of; the prefix says what it is wherever it turns up. */
const newToken = (): string => `ld_${randomBytes(30).toString('base64url')}`
const isToken = (token: string): boolean => /^ld_[\w-]{40}$/.test(token)

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** The machine that holds a token; undefined for one that is unknown or revoked. It has no rights but those of `device`. */
export async function findDeviceActor(db: Queries, token: string): Promise<Actor | undefined> {
  if (!isToken(token)) return undefined
  const found = await find(
    db,
    sql<DeviceRow>`select id, name from queue.device where token_hash = ${hashOf(token)} and revoked_at is null`,
  )
  if (found === undefined) return undefined
  const { id, name } = found
  return { kind: 'device', account: id, name, permissions: new Map(), workKeys: [], ownKeys: [], onBehalf: new Map() }
}

export const findDevice = (tx: Queries, id: string): Promise<DeviceRow | undefined> =>
  find(
    tx,
    sql<DeviceRow>`select id, centre_id, kind, name, desk_id from queue.device where id = ${id} and revoked_at is null`,
  )

/** The machine that calls, which must be one of these kinds. */
export async function callingDevice(ctx: Context, ...kinds: readonly DeviceKind[]): Promise<DeviceRow> {
  const device = (await findDevice(ctx.tx, ctx.actor.account)) ?? fail('forbidden')
  return kinds.includes(device.kind) ? device : fail('forbidden')
}

export async function registerDevice(
  ctx: Context,
  given: { kind: DeviceKind; name: string; deskId?: string | undefined },
) {
  const centre = await centreOf(ctx, 'queue.manage')
  const deskId = given.kind === 'tablet' ? given.deskId : undefined
  const desk = await find(
    ctx.tx,
    sql`select 1 from queue.desk where id = ${deskId ?? null} and centre_id = ${centre.id}`,
  )
  if (given.kind === 'tablet' && desk === undefined) fail('notFound')
  const id = randomUUIDv7()
  const token = newToken()
  await run(
    ctx.tx,
    sql`insert into queue.device (id, centre_id, kind, name, desk_id, token_hash, created_at, created_by)
      values (${id}, ${centre.id}, ${given.kind}, ${given.name}, ${deskId ?? null}, ${hashOf(token)}, ${ctx.now()}, ${ctx.actor.name})`,
  )
  ctx.note({ objectType: 'device', objectId: id, facts: { kind: given.kind, name: given.name } })
  return { id, kind: given.kind, token }
}

export async function listDevices(ctx: Context) {
  const { id } = await centreOf(ctx, 'queue.manage')
  return rows(
    ctx.tx,
    sql<{ id: string; kind: DeviceKind; name: string; desk: number | null; createdAt: Date; revokedAt: Date | null }>`
      select d.id, d.kind, d.name, k.number as desk, d.created_at, d.revoked_at
      from queue.device d left join queue.desk k on k.id = d.desk_id
      where d.centre_id = ${id} order by d.created_at desc, d.id limit 200`,
  )
}

export async function revokeDevice(ctx: Context, { id }: { id: string }) {
  const { id: centreId } = await centreOf(ctx, 'queue.manage')
  const revoked = await run(
    ctx.tx,
    sql`update queue.device set revoked_at = ${ctx.now()} where id = ${id} and centre_id = ${centreId} and revoked_at is null`,
  )
  if (revoked === 0) fail('notFound')
  ctx.note({ objectType: 'device', objectId: id, facts: { revoked: true } })
  await tellRightsChanged(ctx.tx)
  return { id }
}
