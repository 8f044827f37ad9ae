import type { TestPlatform, Visitor } from './test-platform.ts'

/** The post of whoever signs in with this name. */
export async function postOf(test: TestPlatform, login: string): Promise<string> {
  const [held] = await test.query<{ id: string }>(
    `select a.post_id as id from directory.appointment a join identity.account acc on acc.person_id = a.person_id
      where acc.login = $1 and a.valid_to is null`,
    [login],
  )
  if (held === undefined) throw new Error(`${login} holds no post`)
  return held.id
}

/** An official of this function in the unit of this code, signed in, with their post and name. */
export async function officialOf(
  test: TestPlatform,
  unit: string,
  called: string,
): Promise<{ readonly post: string; readonly name: string; readonly visitor: Visitor }> {
  const [held] = await test.query<{ post: string; account: string; name: string }>(
    `select p.id as post, acc.id as account, person.full_name as name from directory.post p
      join directory.unit u on u.id = p.unit_id
      join directory.appointment a on a.post_id = p.id and a.valid_to is null
      join directory.person on person.id = a.person_id
      join identity.account acc on acc.person_id = a.person_id and acc.kind = 'staff'
      where u.code = $1 and p.function = $2 order by p.key limit 1`,
    [unit, called],
  )
  if (held === undefined) throw new Error(`nobody is ${called} of ${unit}`)
  return { post: held.post, name: held.name, visitor: await test.asAccount({ id: held.account, kind: 'staff' }) }
}

/** Open work for whoever has a function in a unit, due in one day, two days …. Only whose it is matters: what it is about is told elsewhere. */
export const openWork = (
  test: TestPlatform,
  {
    unit,
    name,
    count,
    at,
  }: { readonly unit: string; readonly name: string; readonly count: number; readonly at: Date },
) =>
  test.query(
    `insert into workflow.task (id, subject_type, subject_id, step, kind, unit_id, assignee, code, title, line, step_name, opened_at, due)
      select gen_random_uuid(), 'dossier', gen_random_uuid(), 'appraise', 'work', q.unit_id, q.key, 'H02.14-' || n, 'Thân Thị Bích Phượng',
        'Đổi bằng lái xe', '{"vi":"Thẩm định","en":"Appraisal"}', $4, $4::timestamptz + n * interval '1 day'
      from directory.principal q join directory.unit u on u.id = q.unit_id, generate_series(1, $3) n
      where u.code = $1 and q.function = $2`,
    [unit, name, count, at],
  )
