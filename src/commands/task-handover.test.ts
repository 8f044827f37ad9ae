import { afterAll, beforeAll, expect, test } from 'vitest'
import { runInBackground } from '#kernel/jobs/run-in-background.ts'
import { addDays, dateAt, instantOf } from '#values/plain-date.ts'
import { findAmiss } from './testing/find-amiss.ts'
import { officialOf, postOf } from './testing/posts.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** A specialist goes; what they hold goes to colleagues, and what nobody was given to the head. */

let province: TestPlatform
let administrator: Visitor
let specialist: Visitor
let head: Visitor
let colleague: Visitor
let ownPost: string
let colleaguePost: string
/** Shortly before midnight, whatever the hour is: sessions outlive the jump into the next day. */
let at = instantOf(dateAt(new Date()), 23 * 60 + 50)
const today = dateAt(at)
const tomorrow = addDays(today, 1)
let id: string
/** Three that they took to themselves; another waits for whoever is specialist there. */
let taken: string[]

beforeAll(async () => {
  province = await startTestPlatform({ now: () => at })
  administrator = await province.as('quantri')
  specialist = await province.as('chuyenvien.gtvt')
  head = await province.as('truongphong.gtvt')
  colleague = await province.as('vanthu.gtvt')
  ownPost = await postOf(province, 'chuyenvien.gtvt')
  const [unit] = await province.query<{ id: string }>(`select id from directory.unit where code = 'SGTVT.QLVT'`)
  const [person] = await province.query<{ id: string }>(
    `select person_id as id from identity.account where login = 'vanthu.gtvt'`,
  )
  const post = { unitId: unit?.id, function: 'specialist', title: 'Chuyên viên 2', from: '2020-01-01' }
  colleaguePost = done(await administrator.call('POST', '/directory/posts', post)).id
  done(
    await administrator.call('POST', `/directory/posts/${colleaguePost}/appointments`, {
      personId: person?.id,
      from: today,
    }),
  )
  // Only whose it is matters here: what it is about is told by the journey.
  await province.query(
    `insert into workflow.task (id, subject_type, subject_id, step, kind, unit_id, assignee, code, title, line, step_name, opened_at, due)
      select gen_random_uuid(), 'dossier', gen_random_uuid(), 'appraise', 'work', q.unit_id, q.key, 'H02.14-' || n, 'Thân Thị Bích Phượng',
        'Đổi bằng lái xe', '{"vi":"Thẩm định","en":"Appraisal"}', $2, $2::timestamptz + n * interval '1 day'
      from directory.principal q, generate_series(1, 4) n where q.unit_id = $1 and q.function = 'specialist'`,
    [unit?.id, at],
  )
  const inbox = done(await specialist.call('GET', '/workflow/inbox'))
  taken = inbox.rows.slice(0, 3).map((row: { id: string }) => row.id)
  for (const task of taken) done(await specialist.call('POST', `/workflow/tasks/${task}/taking`))
}, 120_000)
afterAll(() => province?.stop())

const tasks = () => province.query(`select id, unit_id, assignee, due from workflow.task where is_open order by id`)
const ownerOf = async (task: string | undefined): Promise<string | undefined> =>
  (
    await province.query<{ post: string }>(
      `select q.post_id as post from workflow.task t join directory.principal q on q.key = t.assignee where t.id = $1`,
      [task],
    )
  )[0]?.post

async function decide(): Promise<string> {
  const [row] = await province.query<{ person: string; appointment: string }>(
    `select a.person_id as person, a.id as appointment from directory.appointment a join identity.account acc on acc.person_id = a.person_id
      where acc.login = 'chuyenvien.gtvt' and a.valid_to is null`,
  )
  const plan = { personId: row?.person, effectiveOn: tomorrow, ends: [row?.appointment] }
  const decision = { document: '1312/QĐ-SNV', decidedOn: today }
  return done(await administrator.call('POST', '/directory/transfers', { plan, decision })).id
}
const view = (who: Visitor) => who.call('GET', `/workflow/handovers/${id}`)
const give = (taskIds: readonly (string | undefined)[], postId: string, who = head) =>
  who.call('POST', `/workflow/handovers/${id}/tasks`, { taskIds, postId })
const accept = (who: Visitor, taskIds: readonly (string | undefined)[]) =>
  who.call('POST', `/workflow/handovers/${id}/acceptance`, { taskIds })
const count = async () => done(await administrator.call('GET', `/workflow/handovers/${id}/count`))

test('whoever goes and whoever leads the unit see what is to be handed over, the administrator how much, nobody else anything', async () => {
  id = await decide()
  const theirs = done(await view(specialist))
  expect(new Set(theirs.items.map((item: { taskId: string }) => item.taskId))).toEqual(new Set(taken))
  expect(theirs.items.some((item: { canGive: boolean }) => item.canGive)).toBe(false)
  const leads = done(await view(head))
  expect(leads.items.every((item: { canGive: boolean }) => item.canGive)).toBe(true)
  expect(leads.leaders).toMatchObject([{ title: 'Trưởng phòng' }])
  expect(leads.receivers.map((one: { postId: string }) => one.postId)).toContain(colleaguePost)
  expect(await count()).toEqual({ total: 3, given: 0, accepted: 0 })
  for (const stranger of [await province.as('truongphong.congthuong'), colleague, administrator])
    expect((await view(stranger)).status).toBe(404)
  expect((await head.call('GET', `/workflow/handovers/${id}/count`)).status).toBe(403)
  // Lent the right to assign alone, one sees that there is a hand-over, and no dossier that they could not open.
  const lent = await officialOf(province, 'SGTVT.KHTC', 'head')
  done(
    await head.call('POST', '/directory/delegations', {
      fromPostId: await postOf(province, 'truongphong.gtvt'),
      toPostId: lent.post,
      kind: 'absence',
      permissions: ['task.reassign'],
      from: today,
      to: addDays(today, 1),
    }),
  )
  expect(done(await view(lent.visitor))).toMatchObject({ total: 0, items: [] })
})

test('it is given to colleagues who stay, by whoever gives work in that unit', async () => {
  const away = await officialOf(province, 'SCT.QLTM', 'specialist')
  expect((await give([taken[0]], away.post)).body.code).toBe('handoverNobody')
  expect((await give([taken[0]], ownPost)).body.code).toBe('handoverNobody')
  expect((await give([taken[0]], colleaguePost, specialist)).status).toBe(403)
  expect((await give([taken[0]], colleaguePost, await province.as('truongphong.congthuong'))).status).toBe(404)
  expect(done(await give([taken[0], taken[1]], colleaguePost)).given).toBe(2)
  expect(await count()).toEqual({ total: 3, given: 2, accepted: 0 })
})

test('whoever gets it is told, sees only that, and has it once they accept', async () => {
  await province.settle()
  const messages = done(await colleague.call('GET', '/notification/messages'))
  expect(JSON.stringify(messages)).toContain('giao cho bạn')
  const offered = done(await view(colleague))
  expect(new Set(offered.items.map((item: { taskId: string }) => item.taskId))).toEqual(new Set(taken.slice(0, 2)))
  expect(done(await accept(head, [taken[0]])).accepted).toBe(0)
  expect(done(await accept(colleague, [taken[0], taken[2]])).accepted).toBe(1)
  expect(await ownerOf(taken[0])).toBe(colleaguePost)
  expect(await ownerOf(taken[1])).not.toBe(colleaguePost)
})

test('a transfer that is cancelled gives back what was accepted', async () => {
  done(await administrator.call('POST', `/directory/transfers/${id}/cancellation`))
  await province.settle()
  expect(await Promise.all(taken.map(ownerOf))).toEqual([ownPost, ownPost, ownPost])
  expect((await view(head)).status).toBe(404)
})

test('at midnight each piece has one owner: who was named, else the head; deadlines and the work of the function stay', async () => {
  id = await decide()
  done(await give([taken[0], taken[1]], colleaguePost))
  done(await accept(colleague, [taken[0]]))
  await province.settle()
  const before = await tasks()
  at = instantOf(tomorrow)
  const job = province.platform.engines.flatMap((one) => one.jobs ?? []).find((one) => one.name === 'hand-over-tasks')
  const run = () =>
    runInBackground(province.platform.runner, { requestId: 'job:hand-over' }, (ctx) => job?.run(ctx) as Promise<void>)
  await run()
  const headPost = await postOf(province, 'truongphong.gtvt')
  expect(await Promise.all(taken.map(ownerOf))).toEqual([colleaguePost, colleaguePost, headPost])
  const after = await tasks()
  const changed = after.filter((task, index) => JSON.stringify(task) !== JSON.stringify(before[index]))
  expect(new Set(changed.map((task) => (task as { id: string }).id))).toEqual(new Set(taken.slice(1)))
  expect(after.map((task) => (task as { due: Date }).due)).toEqual(before.map((task) => (task as { due: Date }).due))
  expect(await findAmiss((text) => province.query<{ count: number }>(text), tomorrow)).toEqual({
    'officials without a post': 1,
  })
  await run()
  expect(await tasks()).toEqual(after)
})

test('then it is over: nothing is given any more, whoever went sees it no longer, the head is told', async () => {
  await province.settle()
  expect((await give([taken[2]], colleaguePost)).body.code).toBe('handoverOver')
  expect((await view(specialist)).status).toBe(404)
  expect(done(await view(head))).toMatchObject({ isOver: true, total: 3, given: 3, accepted: 1 })
  expect(JSON.stringify(done(await head.call('GET', '/notification/messages')))).toContain('từ nay là của bạn')
})
