import { randomUUIDv7 } from 'node:crypto'
import { find, json, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { tellBoards } from './board.ts'
import { centreOf } from './centre.ts'
import { queueProblems } from './contract/problems.ts'
import type { ServiceInput } from './contract/shapes.ts'

/** Adds or changes what numbers are given for. */
export async function saveService(ctx: Context, { id, service }: { id?: string | undefined; service: ServiceInput }) {
  const centre = await centreOf(ctx, 'queue.manage')
  const other = await find(
    ctx.tx,
    sql`select 1 from queue.service where centre_id = ${centre.id} and letter = ${service.letter} and id is distinct from ${id ?? null}::uuid`,
  )
  if (other !== undefined) throw new Problem('letterTaken', queueProblems.letterTaken)
  const { letter, name, icon, sectors, usualMinutes, longestWaitMinutes, isOffered, placesEach } = service
  const saved = id ?? randomUUIDv7()
  const changed = await run(
    ctx.tx,
    id === undefined
      ? sql`insert into queue.service (id, centre_id, letter, name, icon, sectors, usual_minutes, longest_wait_minutes, is_offered, places_each, position)
          values (${saved}, ${centre.id}, ${letter}, ${json(name)}, ${icon}, ${sectors}, ${usualMinutes}, ${longestWaitMinutes}, ${isOffered}, ${placesEach},
            (select count(*)::int from queue.service where centre_id = ${centre.id}))`
      : sql`update queue.service set letter = ${letter}, name = ${json(name)}, icon = ${icon}, sectors = ${sectors},
          usual_minutes = ${usualMinutes}, longest_wait_minutes = ${longestWaitMinutes}, is_offered = ${isOffered}, places_each = ${placesEach}
          where id = ${id} and centre_id = ${centre.id}`,
  )
  if (changed === 0) fail('notFound')
  ctx.note({ objectType: 'queue-service', objectId: saved, facts: { letter, isOffered } })
  await tellBoards(ctx.tx, centre.id)
  return { id: saved }
}

/** Adds a desk, or changes its number and what it serves. */
export async function saveDesk(
  ctx: Context,
  { id, number, serviceIds }: { id?: string | undefined; number: number; serviceIds: readonly string[] },
) {
  const centre = await centreOf(ctx, 'queue.manage')
  const other = await find(
    ctx.tx,
    sql`select 1 from queue.desk where centre_id = ${centre.id} and number = ${number} and id is distinct from ${id ?? null}::uuid`,
  )
  if (other !== undefined) throw new Problem('deskNumberTaken', queueProblems.deskNumberTaken)
  const saved = id ?? randomUUIDv7()
  const changed = await run(
    ctx.tx,
    id === undefined
      ? sql`insert into queue.desk (id, centre_id, number) values (${saved}, ${centre.id}, ${number})`
      : sql`update queue.desk set number = ${number} where id = ${id} and centre_id = ${centre.id}`,
  )
  if (changed === 0) fail('notFound')
  await run(ctx.tx, sql`delete from queue.desk_service where desk_id = ${saved}`)
  await serve(ctx, saved, centre.id, serviceIds)
  ctx.note({ objectType: 'desk', objectId: saved, facts: { number, services: serviceIds.length } })
  await tellBoards(ctx.tx, centre.id)
  return { id: saved }
}

/** Lets a desk serve one service more: what an alarm proposes. */
export async function serveAlso(ctx: Context, { id, serviceId }: { id: string; serviceId: string }) {
  const centre = await centreOf(ctx, 'queue.manage')
  const desk = await find(
    ctx.tx,
    sql`select 1 from queue.desk where id = ${id} and centre_id = ${centre.id} for update`,
  )
  if (desk === undefined) fail('notFound')
  await serve(ctx, id, centre.id, [serviceId])
  ctx.note({ objectType: 'desk', objectId: id, facts: { alsoServes: serviceId } })
  await tellBoards(ctx.tx, centre.id)
  return { id }
}

/** A service of another centre is passed over. */
const serve = (ctx: Context, deskId: string, centreId: string, serviceIds: readonly string[]): Promise<number> =>
  run(
    ctx.tx,
    sql`insert into queue.desk_service (desk_id, service_id) select ${deskId}, id from queue.service
      where centre_id = ${centreId} and id = any(${serviceIds}::uuid[]) on conflict do nothing`,
  )
