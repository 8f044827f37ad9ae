import { createAccount } from '#engines/identity/index.ts'
import type { TestPlatform } from './test-platform.ts'

/** Somebody who asks for dossiers. */
export interface Subject {
  readonly login: string
  readonly account: { readonly id: string; readonly kind: 'staff' | 'citizen' }
}

/** Whole posts and single rights given to people elsewhere by those who have work; one delegation is over, one begins tomorrow. */
export async function lendSome(test: TestPlatform): Promise<void> {
  const held = `select p.id from directory.post p join directory.appointment a on a.post_id = p.id and a.valid_to is null where`
  const givers = await test.query<{ id: string }>(
    `${held} exists (select from workflow.task t join directory.principal q on q.key = t.assignee
      where t.is_open and (q.post_id = p.id or (q.unit_id = p.unit_id and q.function = p.function))) order by p.key`,
  )
  const takers = await test.query<{ id: string }>(`${held} p.function = 'specialist' order by p.key desc limit 6`)
  const rights = [
    null,
    ['dossier.read'],
    ['dossier.work', 'dossier.approve', 'dossier.receive'],
    ['task.load'],
    null,
    null,
  ]
  for (const [at, permissions] of rights.entries()) {
    const days = at === 4 ? [-9, 0] : at === 5 ? [1, 9] : [-1, 9]
    for (const giver of givers.filter((_, index) => index % 2 === at % 2)) {
      await test.query(
        `insert into directory.delegation (id, from_post_id, to_post_id, kind, permissions, valid_from, valid_to, created_by)
          select gen_random_uuid(), $1, $2, 'delegation', $3, current_date + $4::int, current_date + $5::int, id from identity.account limit 1`,
        [giver.id, takers[at]?.id, permissions, ...days],
      )
    }
  }
}

/** Everyone who may sign in, by what they are: each function, delegates, citizens. */
export async function findSubjects(test: TestPlatform): Promise<ReadonlyMap<string, readonly Subject[]>> {
  for (const { id } of await test.query<{ id: string }>(
    `select distinct d.applicant_id as id from services.dossier d where not exists (select from identity.account a where a.person_id = d.applicant_id)`,
  )) {
    await createAccount(test.platform.connection.db, {
      kind: 'citizen',
      personId: id,
      login: `nguoi-dan-${id}`,
      passwordHash: '',
    })
  }
  const found = await test.query<{ group: string; login: string; id: string; kind: 'staff' | 'citizen' }>(
    `select distinct p.function as "group", acc.login, acc.id, acc.kind from identity.account acc
      join directory.appointment a on a.person_id = acc.person_id and a.valid_to is null join directory.post p on p.id = a.post_id
      where acc.kind = 'staff'
      union all
      select 'delegate', acc.login, acc.id, acc.kind from directory.delegation g join directory.appointment a on a.post_id = g.to_post_id and a.valid_to is null
      join identity.account acc on acc.person_id = a.person_id and acc.kind = 'staff'
      union all
      select 'worker', acc.login, acc.id, acc.kind from services.dossier_access x join directory.unit u on u.key = x.principal
      join directory.post p on p.unit_id = u.id join directory.appointment a on a.post_id = p.id and a.valid_to is null
      join identity.account acc on acc.person_id = a.person_id and acc.kind = 'staff'
      union all
      select 'citizen', acc.login, acc.id, acc.kind from identity.account acc where acc.kind = 'citizen'
      order by 1, 2`,
  )
  const groups = Map.groupBy(found, (one) => one.group)
  return new Map(
    [...groups].map(([name, members]) => [
      name,
      members.map(({ login, id, kind }) => ({ login, account: { id, kind } })),
    ]),
  )
}
