import { done } from './story.ts'
import type { TestPlatform, Visitor } from './test-platform.ts'

/** The counters of two neighbouring communes, by the codes of their units. */
export const twoCounters = ['07381.MC', '07384.MC'] as const

/** The registrar of a commune who also sits at its counter and, on some days, at that of the neighbours; and the ids of both. */
export async function officerOfTwoCounters(
  test: TestPlatform,
): Promise<{ officer: Visitor; ids: Record<string, string> }> {
  const specialist = done(await (await test.as('chuyenvien.xa')).call('GET', '/identity/me'))
  await test.query(
    `insert into directory.appointment (id, post_id, person_id, kind, valid_from)
      select gen_random_uuid(), p.id, a.person_id, 'acting', current_date - 9
      from directory.post p join directory.unit u on u.id = p.unit_id, directory.appointment a
      where p.function = 'receiver' and u.code = any($2) and a.post_id = $1 and a.valid_to is null`,
    [specialist.post.id, twoCounters],
  )
  const rows = await test.query<{ code: string; id: string }>(
    `select code, id from directory.unit where code = any($1)`,
    [twoCounters],
  )
  return {
    officer: await test.as('chuyenvien.xa'),
    ids: Object.fromEntries(rows.map((row) => [row.code, row.id])),
  }
}
