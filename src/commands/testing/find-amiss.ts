import type { PlainDate } from '#values/plain-date.ts'

/** What a reorganisation must never leave behind, by name: how many there are on a day. Independent of how it moves things. */
const amiss: Readonly<Record<string, string>> = {
  'open dossiers whose body is no more': `
    select 1 from services.dossier d where d.is_open and not exists (select 1 from unit_now v where v.unit_id = d.owner_id)`,
  'open dossiers whose counter is no more': `
    select 1 from services.dossier d where d.is_open and not exists (select 1 from unit_now v where v.unit_id = d.receiver_id)`,
  'open dossiers of a place that is no more': `
    select 1 from services.dossier d where d.is_open and d.place is not null and not exists (select 1 from area_now a where a.code = d.place)`,
  'open dossiers that their body or counter does not see': `
    select 1 from services.dossier d cross join lateral (values (d.owner_id), (d.receiver_id)) as body (id)
    where d.is_open and not exists (select 1 from services.dossier_access a join directory.unit u on u.key = a.principal where a.dossier_id = d.id and u.id = body.id and a.ends_at is null)`,
  'open dossiers that a unit sees which is no more': `
    select 1 from services.dossier_access a join directory.unit u on u.key = a.principal
    where a.is_open and a.ends_at is null and not exists (select 1 from unit_now v where v.unit_id = u.id)`,
  'open tasks in a unit that is no more': `
    select 1 from workflow.task t where t.is_open and not exists (select 1 from unit_now v where v.unit_id = t.unit_id)`,
  'open tasks addressed in another unit': `
    select 1 from workflow.task t join directory.principal q on q.key = t.assignee where t.is_open and q.unit_id <> t.unit_id`,
  'open tasks that nobody holds': `
    select 1 from workflow.task t join directory.principal q on q.key = t.assignee
    where t.is_open and not exists (select 1 from held_now h where h.post_id = q.post_id or (h.unit_id = q.unit_id and h.function = q.function))`,
  'officials without a post': `
    select 1 from identity.account a where a.kind = 'staff' and a.status = 'active' and not exists (select 1 from held_now h where h.person_id = a.person_id)
      and not exists (select 1 from directory.transfer x where x.person_id = a.person_id and x.leaves and x.cancelled_at is null)`,
  'posts held by two': `
    select 1 from held_now where kind = 'regular' group by post_id having count(*) > 1`,
  'heads beside each other': `
    select 1 from held_now where function in ('leader', 'head') group by unit_id, function having count(distinct person_id) > 1`,
  'posts in units that are no more': `
    select 1 from held_now h where not exists (select 1 from unit_now v where v.unit_id = h.unit_id)`,
  'units below one that is no more': `
    select 1 from unit_now v where v.parent_id is not null and not exists (select 1 from unit_now p where p.unit_id = v.parent_id)`,
  'units whose agency is no more': `
    select 1 from unit_now v where not exists (select 1 from unit_now p where p.unit_id = v.agency_id)`,
  'units of a place that is no more': `
    select 1 from unit_now v where v.area_code is not null and not exists (select 1 from area_now a where a.code = v.area_code)`,
  'open petitions in a unit that is no more': `
    select 1 from petitions.petition p where p.due is not null and not exists (select 1 from unit_now v where v.unit_id = p.unit_id)`,
  'open petitions under the key of another unit': `
    select 1 from petitions.petition p join directory.unit u on u.id = p.unit_id where p.due is not null and u.key <> p.unit_key`,
  'open petitions of a place or about a body that is no more': `
    select 1 from petitions.petition p where p.due is not null and (
      p.place is not null and not exists (select 1 from area_now a where a.code = p.place)
      or p.about_unit_id is not null and not exists (select 1 from unit_now v where v.unit_id = p.about_unit_id))`,
  'open petitions with the body that they are about': `
    select 1 from petitions.petition p join unit_now v on v.unit_id = p.unit_id join unit_now b on b.unit_id = p.about_unit_id
    where p.due is not null and v.agency_id = b.agency_id and (p.kind <> 'complaint' or p.first_decision is not null)`,
  'queues of a unit that is no more': `
    select 1 from queue.centre c where not exists (select 1 from unit_now v where v.unit_id = c.unit_id)`,
  'things that hold twice': `
    select 1 from unit_now group by unit_id having count(*) > 1 union all select 1 from area_now group by code having count(*) > 1`,
}

/** Everything of that kind that there is on a day; empty when all is well. */
export async function findAmiss(
  query: (text: string) => Promise<readonly { readonly count: number }[]>,
  on: PlainDate,
): Promise<Record<string, number>> {
  const holds = (row: string) =>
    `${row}.valid_from <= '${on}' and (${row}.valid_to is null or ${row}.valid_to > '${on}')`
  const found: Record<string, number> = {}
  for (const [name, cases] of Object.entries(amiss)) {
    const [row] = await query(`with unit_now as (select * from directory.unit_version x where ${holds('x')}),
        area_now as (select * from directory.area x where ${holds('x')}),
        held_now as (select p.unit_id, p.function, a.post_id, a.person_id, a.kind from directory.post p
          join directory.appointment a on a.post_id = p.id where ${holds('p')} and ${holds('a')})
      select count(*)::int as count from (${cases}) found`)
    if (row !== undefined && row.count > 0) found[name] = row.count
  }
  return found
}
