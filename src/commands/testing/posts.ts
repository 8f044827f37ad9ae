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
