import { createChance } from '../../demo/random.ts'
import type { TestPlatform } from './test-platform.ts'

/**
 * Shakes who has which right in a province: posts change hands, are lent whole and in part, ended, revoked and yet to come; units get to do with
 * dossiers, posts are let read some for a time that is over or not; accounts are closed. The same seed shakes the same way.
 */
export async function shakeRights(test: TestPlatform, seed: number): Promise<void> {
  const chance = createChance(seed)
  const idsOf = async (text: string) => (await test.query<{ id: string }>(text)).map((row) => row.id)
  const posts = await idsOf(`select id from directory.post order by key`)
  const people = await idsOf(
    `select distinct person_id as id from identity.account where kind = 'staff' order by person_id`,
  )
  const dossiers = await idsOf(`select id from services.dossier order by code`)
  const units = await test.query<{ key: number }>(`select key from directory.unit order by key`)
  const rights = [
    null,
    null,
    ['dossier.read'],
    ['dossier.work', 'dossier.approve'],
    ['task.load'],
    ['dossier.read', 'dossier.work'],
  ]
  const days = [
    [-9, 9],
    [-9, 9],
    [-9, 0],
    [1, 9],
  ] as const
  for (let turn = 0; turn < 40; turn += 1) {
    const [from, to] = [chance.pick(posts), chance.pick(posts)]
    if (from === to) continue
    await test.query(
      `insert into directory.delegation (id, from_post_id, to_post_id, kind, permissions, valid_from, valid_to, created_by, created_at, revoked_at)
        values (gen_random_uuid(), $1, $2, 'delegation', $3, current_date + $4::int, current_date + $5::int, 'test', now() - interval '10 days',
          case when $6 then now() - interval '1 day' end)`,
      [from, to, chance.pick(rights), ...chance.pick(days), chance.happens(0.2)],
    )
    await test.query(
      `insert into directory.appointment (id, post_id, person_id, kind, valid_from, valid_to)
        values (gen_random_uuid(), $1, $2, 'secondment', current_date - 20, case when $3 then current_date - 2 end)`,
      [chance.pick(posts), chance.pick(people), chance.happens(0.3)],
    )
    await test.query(
      `insert into services.dossier_access (dossier_id, principal, reason, deadline, filed_at, is_open, granted_at, ends_at)
        select d.id, $2, 'works', d.deadline, d.filed_at, d.is_open, now() - interval '3 days', null
        from services.dossier d where d.id = $1 on conflict do nothing`,
      [chance.pick(dossiers), chance.pick(units).key],
    )
    await test.query(
      `insert into services.dossier_access (dossier_id, principal, reason, deadline, filed_at, is_open, granted_at, ends_at)
        select d.id, p.key, 'granted', d.deadline, d.filed_at, d.is_open, now() - interval '3 days', now() + make_interval(days => $3)
        from services.dossier d, directory.post p where d.id = $1 and p.id = $2 on conflict do nothing`,
      [chance.pick(dossiers), chance.pick(posts), chance.pick([-1, 2, 5])],
    )
  }
  for (let turn = 0; turn < 6; turn += 1) {
    await test.query(
      `update identity.account set status = 'disabled' where person_id = $1 and kind = 'staff' and login not in ('quantri')`,
      [chance.pick(people)],
    )
    await test.query(
      `update identity.account set must_change_password = true where person_id = $1 and kind = 'staff' and login not in ('quantri')`,
      [chance.pick(people)],
    )
  }
}
