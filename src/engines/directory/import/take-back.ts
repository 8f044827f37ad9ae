import { rows, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { openWork, type Follower } from '../reorganization/follower.ts'
import { takeBackRows } from '../reorganization/journal.ts'
import { validOn } from '../valid-on.ts'
import type { LaterEngines } from './later-engines.ts'
import { getImport } from './organization-import.ts'
import { importProblems } from './problems.ts'

/** Takes away exactly what an import wrote; refused while something depends on it, which is named. */
export async function takeBack(ctx: Context, id: string, { accounts, followers }: LaterEngines): Promise<void> {
  const { tx } = ctx
  const { status, fileName, doneAt } = await getImport(ctx, id, true)
  if (status !== 'done' || doneAt === null) fail('conflict')
  const opened = (
    await rows(
      tx,
      sql<{ key: string }>`select key from directory.imported_row where import_id = ${id} and entity = 'account'`,
    )
  ).map(({ key }) => key)
  const used = (await accounts.used(tx, opened)).map((login) => ({
    vi: `Tài khoản ${login} đã được dùng hoặc đã cấp mật khẩu`,
    en: `The account ${login} was used, or given a password`,
  }))
  const since = [...used, ...(await dependents(ctx, id, doneAt)), ...(await laterDependents(ctx, id, followers))]
  if (since.length > 0) refuse(since)
  await tellRightsChanged(tx)
  await accounts.remove(tx, opened)
  await takeBackRows(
    tx,
    sql`(select entity, key, valid_from, was_added, valid_to from directory.imported_row where import_id = ${id})`,
  )
  await takeBackPeople(ctx, id)
  await run(tx, sql`delete from directory.imported_row where import_id = ${id}`)
  await run(tx, sql`update directory.import set status = 'undone', undone_at = ${ctx.now()} where id = ${id}`)
  ctx.note({ objectType: 'import', objectId: id, facts: { fileName, takenBack: true } })
}

function refuse(since: readonly Words[]): never {
  const places = since.slice(0, 20).map((message) => ({ path: 'id', message }))
  throw new Problem('importInUse', importProblems.importInUse, { places })
}

async function takeBackPeople({ tx }: Context, id: string): Promise<void> {
  // What they wrote themselves since stays.
  await run(
    tx,
    sql`update directory.person n set birth_date = nullif(n.birth_date, (r.said->>'birthDate')::date),
        personal_id = nullif(n.personal_id, r.said->>'personalId'), phone = nullif(n.phone, r.said->>'phone'),
        email = nullif(n.email, r.said->>'email')
      from directory.imported_row r where r.import_id = ${id} and r.entity = 'person' and not r.was_added and n.id = r.key::uuid`,
  )
  try {
    await run(
      tx,
      sql`delete from directory.person where id in
        (select key::uuid from directory.imported_row where import_id = ${id} and entity = 'person' and was_added)`,
    )
  } catch (error) {
    // Whatever else speaks of somebody refers to them, in whichever engine.
    if ((error as { code?: unknown }).code !== '23503') throw error
    refuse([
      {
        vi: 'Có người được nhập vào đã có hồ sơ, thông báo, ủy quyền hoặc tài khoản khác',
        en: 'Somebody who was brought in has dossiers, messages, mandates or another account since',
      },
    ])
  }
}

/** What was done in the directory since and would lose its footing, and who has worked from a post that they were given. */
function dependents({ tx }: Context, id: string, doneAt: Date): Promise<Words[]> {
  const added = (entity: string) =>
    sql`(select key::uuid from directory.imported_row where import_id = ${id} and entity = ${entity} and was_added)`
  return rows(
    tx,
    sql<Words>`
      with recursive journal as (select * from directory.imported_row where import_id = ${id}),
        placed as (select p.id, p.unit_id, p.title from directory.post p where p.id in ${added('post')}),
        appointed as (select a.*, r.valid_to as written_to, n.full_name, p.title, p.unit_id from journal r
          join directory.appointment a on a.id = r.key::uuid join directory.post p on p.id = a.post_id
          join directory.person n on n.id = a.person_id where r.entity = 'appointment' and r.was_added),
        changed as (select r.key::uuid as id, r.valid_from from journal r where r.entity = 'unit_version' and r.was_added),
        opened as (select r.key::uuid as id from journal r where r.entity = 'unit_version' and r.was_added
          and not exists (select 1 from journal b where b.entity = 'unit_version' and not b.was_added and b.key = r.key)),
        moved as (select v.unit_id as id, v.valid_from, old.parent_id as parent_before from changed
          join directory.unit_version v on v.unit_id = changed.id and v.valid_from = changed.valid_from
          join directory.unit_version old on old.unit_id = v.unit_id and old.valid_to = v.valid_from
          where old.parent_id is distinct from v.parent_id),
        above as (select id, parent_before as unit_id from moved
          union select above.id, v.parent_id from above join directory.unit_version v on v.unit_id = above.unit_id and v.valid_to is null
            and v.unit_id not in (select id from moved))
      select full_name || ' đã làm việc ở vị trí ' || title as vi, full_name || ' has worked from the post ' || title as en
        from appointed a where exists (select 1 from audit.entry e
          where e.unit_id = a.unit_id::text and e.at >= ${doneAt} and e.post_id = a.post_id::text)
      union all
      select full_name || ' đã có ngày thôi giữ ' || title, 'An end was set for ' || full_name || ' as ' || title
        from appointed where valid_to is distinct from written_to
      union all
      select n.full_name || ' đã được bố trí vào ' || p.title, n.full_name || ' was appointed: ' || p.title
        from directory.appointment a join directory.post p on p.id = a.post_id join directory.person n on n.id = a.person_id
        where a.id not in (select id from appointed) and (a.post_id in (select id from placed) or a.person_id in ${added('person')})
      union all
      select n.full_name || ' đã nhận ' || p.title || ' sau khi vị trí được trả', n.full_name || ' was given ' || p.title || ' since'
        from journal r join directory.appointment old on old.id = r.key::uuid join directory.appointment a on a.post_id = old.post_id
        join directory.post p on p.id = a.post_id join directory.person n on n.id = a.person_id
        where r.entity = 'appointment' and not r.was_added and a.id <> old.id and a.id not in (select id from appointed)
          and a.valid_from >= old.valid_to
      union all
      select 'Đã ủy quyền từ hoặc cho ' || p.title, 'Work was delegated from or to ' || p.title
        from directory.delegation d join directory.post p on p.id in (d.from_post_id, d.to_post_id)
        where p.id in (select id from placed) or (d.created_at >= ${doneAt} and p.id in (select post_id from appointed))
      union all
      select 'Đã thêm vị trí ' || p.title || ' ở đơn vị mới', 'A post was added to a new unit: ' || p.title
        from directory.post p where p.unit_id in (select id from opened) and p.id not in (select id from placed)
          and p.valid_to is distinct from p.valid_from
      union all
      select 'Đơn vị ' || v.name || ' đã thay đổi tiếp', 'The unit ' || v.name || ' was changed again'
        from changed join directory.unit_version v on v.unit_id = changed.id and v.valid_from > changed.valid_from
      union all
      select 'Đơn vị cấp trên trước đây của ' || v.name || ' không còn như khi ấy', 'What was above ' || v.name || ' is not there as it was'
        from moved join directory.unit_version v on v.unit_id = moved.id and v.valid_from = moved.valid_from
        where moved.parent_before is not null
          and not exists (select 1 from directory.unit_version u where u.unit_id = moved.parent_before and u.valid_to is null)
          or exists (select 1 from above where above.id = moved.id and above.unit_id = moved.id)
      union all
      select n.full_name || ': vị trí ' || p.title || ' không còn', 'The post ' || p.title || ' of ' || n.full_name || ' is no more'
        from journal r join directory.appointment a on a.id = r.key::uuid join directory.post p on p.id = a.post_id
        join directory.person n on n.id = a.person_id
        where r.entity = 'appointment' and not r.was_added and p.valid_to is not null
          and not exists (select 1 from journal e where e.entity = 'post' and not e.was_added and e.key = p.id::text)
      union all
      select 'Đã thêm đơn vị ' || v.name || ' dưới đơn vị mới', 'A unit was added below a new one: ' || v.name
        from directory.unit_version v where v.parent_id in (select id from opened) and v.unit_id not in (select id from changed)
      limit 20`,
  )
}

/** Work that later engines keep for the posts and units that would be gone, and for functions that nobody would hold any more. */
async function laterDependents({ tx, now }: Context, id: string, followers: readonly Follower[]): Promise<Words[]> {
  const today = dateAt(now())
  const keys = await rows(
    tx,
    sql<{ key: number; title: string }>`
      with mine as (select p.id, p.key, p.unit_id, p.function, p.title, a.id as appointment_id from directory.imported_row r
        join directory.appointment a on a.id = r.key::uuid join directory.post p on p.id = a.post_id
        where r.import_id = ${id} and r.entity = 'appointment' and r.was_added)
      select key, title from mine
      union
      select q.key, mine.title from mine join directory.principal q on q.kind = 'function' and q.unit_id = mine.unit_id and q.function = mine.function
        where not exists (select 1 from directory.post p join directory.appointment a on a.post_id = p.id and ${validOn('a', today)}
          where p.unit_id = mine.unit_id and p.function = mine.function and ${validOn('p', today)}
            and a.id not in (select appointment_id from mine))`,
  )
  const units = await rows(
    tx,
    sql<{ id: string; code: string; key: number }>`select u.id, u.code, u.key from directory.unit u
      where exists (select 1 from directory.imported_row r where r.import_id = ${id} and r.entity = 'unit_version' and r.was_added and r.key = u.id::text)
        and not exists (select 1 from directory.imported_row r where r.import_id = ${id} and r.entity = 'unit_version' and not r.was_added and r.key = u.id::text)`,
  )
  const titles = new Map(keys.map(({ key, title }) => [key, title]))
  const found: Words[] = [...(await openWork(tx, [...titles.keys()], followers))].map(([key, count]) => ({
    vi: `${titles.get(key)}: ${count} việc đang mở`,
    en: `${titles.get(key)}: ${count} open tasks`,
  }))
  if (units.length === 0) return found
  for (const follower of followers) {
    const touched = await follower.count(tx, {
      effectiveOn: today,
      unitIds: units.map((unit) => unit.id),
      unitKeys: units.map(({ key }) => key),
      books: { closing: units.map(({ id, code }) => ({ unitId: id, code, since: null })), goingOn: [] },
      areaCodes: [],
      competence: { tiers: [], agencies: [] },
      hours: { effectiveOn: today, tree: new Map(), takers: [], heirs: new Map() },
    })
    for (const { name, before } of touched.filter((kind) => kind.before > 0))
      found.push({ vi: `${name.vi} ở đơn vị mới: ${before}`, en: `${name.en} of new units: ${before}` })
  }
  return found
}
