import { get, json, rows, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { readSuccession, type Follower, type MovedBy } from '#engines/directory/index.ts'
import { tellBoards } from './board.ts'

/** Centres of the units that go, each to whoever takes over: its desks, numbers, devices and appointments stay with it. */
async function move(ctx: Context, { id }: MovedBy, limit: number): Promise<number> {
  const succession = await readSuccession(ctx.tx, id)
  const found = await rows(
    ctx.tx,
    sql<{
      id: string
      unitId: string
    }>`select c.id, c.unit_id from queue.centre c where c.unit_id = any(${succession.unitIds}::uuid[])
      and not exists (select 1 from queue.moved m where m.reorganization_id = ${id} and m.centre_id = c.id)
      order by c.id limit ${limit} for update`,
  )
  if (found.length === 0) return 0
  await run(
    ctx.tx,
    sql`insert into queue.moved (reorganization_id, centre_id, unit_id)
      select ${id}, id, "unitId" from jsonb_to_recordset(${json(found)}) as g (id uuid, "unitId" uuid)`,
  )
  await belongTo(
    ctx,
    found.map((centre) => ({ id: centre.id, unitId: succession.unitAfter(centre.unitId, null) })),
  )
  return found.length
}

async function moveBack(ctx: Context, { id }: MovedBy, limit: number): Promise<number> {
  const back = await rows(
    ctx.tx,
    sql<{ id: string; unitId: string }>`delete from queue.moved m using (
        select centre_id from queue.moved where reorganization_id = ${id} order by centre_id limit ${limit}) one
      where m.reorganization_id = ${id} and m.centre_id = one.centre_id returning m.centre_id as id, m.unit_id`,
  )
  if (back.length > 0) await belongTo(ctx, back)
  return back.length
}

async function belongTo(ctx: Context, centres: readonly { readonly id: string; readonly unitId: string }[]) {
  await run(
    ctx.tx,
    sql`update queue.centre c set unit_id = g."unitId" from jsonb_to_recordset(${json(centres)}) as g (id uuid, "unitId" uuid) where c.id = g.id`,
  )
  for (const { id } of centres) {
    ctx.note({ objectType: 'queue-centre', objectId: id })
    await tellBoards(ctx.tx, id)
  }
}

/** How queues, desks, devices and appointments follow a reorganisation: with their centre. */
export const queueFollower: Follower = {
  name: 'queue',
  async count(tx, { unitIds }) {
    const { centres, appointments } = await get(
      tx,
      sql<{
        centres: number
        appointments: number
      }>`select count(distinct c.id)::int as centres, count(a.id)::int as appointments
        from queue.centre c left join queue.service s on s.centre_id = c.id
        left join queue.appointment a on a.service_id = s.id and a.state = 'booked'
        where c.unit_id = any(${unitIds}::uuid[])`,
    )
    const how = { vi: 'Giữ quầy, số, thiết bị; đổi tên nơi', en: 'Keep desks, numbers and devices; the name changes' }
    return [
      { kind: 'centres', name: { vi: 'Nơi lấy số', en: 'Queues' }, before: centres, after: centres, how },
      {
        kind: 'appointments',
        name: { vi: 'Lịch hẹn', en: 'Appointments' },
        before: appointments,
        after: appointments,
        how: { vi: 'Giữ giờ, mã hẹn', en: 'Keep time and code' },
      },
    ].filter(({ before }) => before > 0)
  },
  // Nothing there is addressed to a post, and no plan sets anything of it apart.
  workOn: () => Promise.resolve(new Map()),
  unknown: () => Promise.resolve([]),
  move,
  // Whatever was done at a desk stays right wherever its centre belongs.
  dependents: () => Promise.resolve([]),
  moveBack,
}
