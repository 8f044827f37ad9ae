import type { Connection } from '#kernel/database/connect.ts'
import { get, rows, run, sql, type Fragment } from '#kernel/database/query.ts'
import { addDays, dateAt } from '#values/plain-date.ts'

/** Accounts of officials without the run of everything, those with the most open work in reach first. */
export async function busyOfficials({ db }: Connection, count: number): Promise<string[]> {
  const found = await rows(
    db,
    sql<{ id: string }>`select a.id from identity.account a
      join directory.appointment h on h.person_id = a.person_id and h.valid_to is null
      join directory.post p on p.id = h.post_id
      join directory.principal q on q.unit_id = p.unit_id
      left join workflow.task t on t.assignee = q.key and t.is_open
      where a.kind = 'staff' and not exists (
        select from directory.appointment x join directory.post y on y.id = x.post_id
        where x.person_id = a.person_id and y.function in ('administrator', 'auditor'))
      group by a.id order by count(t.id) desc, a.id limit ${count}`,
  )
  return found.map(({ id }) => id)
}

/** Two more posts in other agencies, and the work of two heads of others; once. */
export async function giveMorePosts({ db }: Connection, accountId: string): Promise<void> {
  const person = sql`(select person_id from identity.account where id = ${accountId})`
  const { lent } = await get(
    db,
    sql<{
      lent: number
    }>`select count(*)::int as lent from directory.appointment where person_id = ${person} and kind = 'secondment'`,
  )
  if (lent >= 2) return
  const today = dateAt(new Date())
  const own = sql`(select post_id from directory.appointment where person_id = ${person} and kind <> 'secondment' order by post_id limit 1)`
  for (const order of [0, 1]) {
    await run(
      db,
      sql`insert into directory.appointment (id, post_id, person_id, kind, valid_from)
        values (gen_random_uuid(), ${postOf('specialist', order, person)}, ${person}, 'secondment', ${today})`,
    )
    await run(
      db,
      sql`insert into directory.delegation (id, from_post_id, to_post_id, kind, valid_from, valid_to, created_by)
        values (gen_random_uuid(), ${postOf('head', order, person)}, ${own}, 'absence', ${today}, ${addDays(today, 365)}, 'bench')`,
    )
  }
}

const postOf = (name: string, order: number, person: Fragment) => sql`
  (select p.id from directory.post p where p.function = ${name}
    and p.id not in (select post_id from directory.appointment where person_id = ${person})
    order by md5(p.id::text) offset ${order} limit 1)`
