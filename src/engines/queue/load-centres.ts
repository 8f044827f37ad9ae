import { randomUUIDv7 } from 'node:crypto'
import { json, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { findUnitByCode } from '#engines/directory/index.ts'
import { dateAt } from '#values/plain-date.ts'
import type { Centre } from './declare.ts'

/** Opens the queues that are declared; one that is there already goes by what its head made of it. */
export async function loadCentres(tx: Queries, centres: readonly Centre[], at: Date): Promise<number> {
  let opened = 0
  for (const centre of centres) {
    const unit = await findUnitByCode(tx, centre.unit, dateAt(at))
    if (unit !== undefined && (await openCentre(tx, unit.id, centre))) opened++
  }
  return opened
}

async function openCentre(tx: Queries, id: string, { headStart, services, desks }: Centre): Promise<boolean> {
  const isNew = await run(
    tx,
    sql`insert into queue.centre (id, unit_id, priority_minutes, appointment_minutes, late_minutes)
      values (${id}, ${id}, ${headStart.priorityMinutes}, ${headStart.appointmentMinutes}, ${headStart.lateMinutes})
      on conflict do nothing`,
  )
  if (isNew === 0) return false
  const given = services.map((service, position) => ({ id: randomUUIDv7(), position, ...service }))
  await run(
    tx,
    sql`insert into queue.service (id, centre_id, letter, name, icon, sectors, usual_minutes, longest_wait_minutes, is_offered, position, places_each)
      select id, ${id}, letter, name, icon, array(select jsonb_array_elements_text(sectors)), "usualMinutes", "longestWaitMinutes", true, position, "placesEach"
      from jsonb_to_recordset(${json(given)}) as g (id uuid, letter text, name jsonb, icon text, sectors jsonb, "usualMinutes" int, "longestWaitMinutes" int, position int, "placesEach" int)`,
  )
  const numbered = desks.map((letters, at) => ({ id: randomUUIDv7(), number: at + 1, letters }))
  await run(
    tx,
    sql`insert into queue.desk (id, centre_id, number)
      select id, ${id}, number from jsonb_to_recordset(${json(numbered)}) as g (id uuid, number int)`,
  )
  await run(
    tx,
    sql`insert into queue.desk_service (desk_id, service_id)
      select g.id, s.id from jsonb_to_recordset(${json(numbered)}) as g (id uuid, letters jsonb)
      join queue.service s on s.centre_id = ${id} and g.letters ? s.letter`,
  )
  return true
}
