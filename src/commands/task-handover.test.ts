import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appoint, createPerson, createPost } from '#engines/directory/index.ts'
import { createAccount } from '#engines/identity/index.ts'
import { addDays, civil, dateAt, instantOf } from '#values/plain-date.ts'
import { findAmiss } from './testing/find-amiss.ts'
import { officialOf, openWork as openWorkFor, postOf } from './testing/posts.ts'
import { runJob } from './testing/run-job.ts'
import { done, fileDossier, licenceExchange, walkTo } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** A specialist goes; what they hold goes to colleagues, and what nobody was given to the head. */

let province: TestPlatform
let administrator: Visitor
let specialist: Visitor
let head: Visitor
let colleague: Visitor
let ownPost: string
let headPost: string
let colleaguePost: string
/** Shortly before midnight, whatever the hour is: sessions outlive the jump into the next day. */
let at = instantOf(dateAt(new Date()), 23 * 60 + 50)
const today = dateAt(at)
const tomorrow = addDays(today, 1)
let id: string
/** Three that they took to themselves, the last about a real dossier; another waits for whoever is specialist there. */
let taken: string[]
let dossier: string
/** A specialist of another division of the department. */
let elsewhere: { readonly post: string; readonly visitor: Visitor }

beforeAll(async () => {
  province = await startTestPlatform({ now: () => at })
  administrator = await province.as('quantri')
  specialist = await province.as('chuyenvien.gtvt')
  head = await province.as('truongphong.gtvt')
  colleague = await province.as('vanthu.gtvt')
  ownPost = await postOf(province, 'chuyenvien.gtvt')
  headPost = await postOf(province, 'truongphong.gtvt')
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
  dossier = (await fileDossier(province, await province.as('congdan'), licenceExchange)).id
  await walkTo(province, dossier, 'appraise')
  await openWork('SGTVT.QLVT', 3)
  const { rows } = done(await specialist.call('GET', '/workflow/inbox'))
  const real = rows.find((row: { subjectId: string }) => row.subjectId === dossier)
  const [one, two] = rows.filter((row: { subjectId: string }) => row.subjectId !== dossier)
  taken = [one.id, two.id, real.id]
  for (const task of taken) done(await specialist.call('POST', `/workflow/tasks/${task}/taking`))
}, 120_000)
afterAll(() => province?.stop())

const openWork = (unit: string, count: number) => openWorkFor(province, { unit, name: 'specialist', count, at })

const amiss = () => findAmiss((text) => province.query<{ count: number }>(text), tomorrow)
const tasks = () => province.query(`select id, unit_id, assignee, due from workflow.task where is_open order by id`)
const ownerOf = async (task: string | undefined): Promise<string | undefined> =>
  (
    await province.query<{ post: string }>(
      `select q.post_id as post from workflow.task t join directory.principal q on q.key = t.assignee where t.id = $1`,
      [task],
    )
  )[0]?.post

/** Somebody gives up what they hold in a unit. */
async function giveUp(login: string, unit: string) {
  const held = await province.query<{ person: string; appointment: string }>(
    `select a.person_id as person, a.id as appointment from directory.appointment a join directory.post p on p.id = a.post_id
      join directory.unit u on u.id = p.unit_id join identity.account acc on acc.person_id = a.person_id
      where acc.login = $1 and u.code = $2 and a.valid_to is null`,
    [login, unit],
  )
  const plan = { personId: held[0]?.person, effectiveOn: tomorrow, ends: held.map(({ appointment }) => appointment) }
  const decision = { document: '1312/QĐ-SNV', decidedOn: today }
  return administrator.call('POST', '/directory/transfers', { plan, decision })
}
const decide = async (): Promise<string> => done(await giveUp('chuyenvien.gtvt', 'SGTVT.QLVT')).id
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
  const { body } = await give([taken[0]], away.post)
  expect(body.code).toBe('handoverOtherAgency')
  expect(body.places[0].message.vi).toBe('Thẩm quyền là của Sở Giao thông vận tải, không phải Sở Công Thương.')
  expect((await give([taken[0]], ownPost)).body.code).toBe('handoverNobody')
  expect((await give([taken[0]], colleaguePost, specialist)).status).toBe(403)
  expect((await give([taken[0]], colleaguePost, await province.as('truongphong.congthuong'))).status).toBe(404)
  expect(done(await give([taken[0], taken[1]], colleaguePost)).given).toBe(2)
  expect((await view(await province.as('truongphong.congthuong'))).status).toBe(404)
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

test('whoever is given it and reads no dossiers sees nothing of it', async () => {
  const [unit] = await province.query<{ id: string }>(`select id from directory.unit where code = 'SGTVT.QLVT'`)
  const { db } = province.platform.connection
  const { personId, postId } = await db.transaction(async (tx) => {
    const from = civil('2020-01-01')
    const person = await createPerson(tx, { fullName: 'Vi Thị Hạnh' })
    const post = await createPost(tx, { unitId: unit?.id ?? '', function: 'unit-administrator', title: 'QT', from })
    await appoint(tx, { postId: post.id, personId: person, from })
    return { personId: person, postId: post.id }
  })
  const account = await createAccount(db, { kind: 'staff', personId, login: 'quantri.gtvt', passwordHash: null })
  done(await give([taken[2]], postId))
  const receiver = await province.asAccount({ id: account, kind: 'staff' })
  expect(done(await view(receiver))).toMatchObject({ total: 0, items: [] })
})

describe('given to another unit of the agency', () => {
  test('it is for whoever has the function of the step there, and what the unit answers for itself stays', async () => {
    const otherHead = await officialOf(province, 'SGTVT.KHTC', 'head')
    expect((await give([taken[2]], otherHead.post)).body.code).toBe('handoverFunction')
    const { post: headPostThere, visitor } = await officialOf(province, 'SGTVT.KCHT', 'head')
    const [there] = await province.query<{ unit: string; person: string }>(
      `select p.unit_id as unit, a.person_id as person from directory.post p join directory.appointment a on a.post_id = p.id where p.id = $1`,
      [headPostThere],
    )
    const bridges = { unitId: there?.unit, function: 'specialist', title: 'Chuyên viên cầu đường', from: '2020-01-01' }
    const { id: post } = done(await administrator.call('POST', '/directory/posts', bridges))
    const appointment = { personId: there?.person, from: today }
    done(await administrator.call('POST', `/directory/posts/${post}/appointments`, appointment))
    elsewhere = { post, visitor }
    const { receivers } = done(await view(head))
    expect(receivers.find((one: { postId: string }) => one.postId === elsewhere.post).otherUnit).toContain(
      'kết cấu hạ tầng',
    )
    const kind = (name: string) => province.query(`update workflow.task set kind = $2 where id = $1`, [taken[2], name])
    await kind('receive')
    expect((await give([taken[2]], elsewhere.post)).body.code).toBe('handoverStays')
    await kind('work')
    expect(done(await give([taken[2]], elsewhere.post)).given).toBe(1)
  })

  test('its unit sees the dossier, whoever does not accept is reminded once a day, and has it once they do', async () => {
    const seen = () => elsewhere.visitor.call('GET', `/services/dossiers/${dossier}`)
    expect((await seen()).status).toBe(404)
    await province.settle()
    expect((await seen()).status).toBe(200)
    const reminders = async () =>
      JSON.stringify(done(await elsewhere.visitor.call('GET', '/notification/messages'))).split('chưa bấm nhận')
        .length - 1
    await runJob(province.platform, 'remind-receivers')
    expect(await reminders()).toBe(0)
    await province.query(`update workflow.task_handover set given_at = given_at - interval '1 day'`)
    await runJob(province.platform, 'remind-receivers')
    await runJob(province.platform, 'remind-receivers')
    expect(await reminders()).toBe(1)
    expect(await ownerOf(taken[2])).toBe(ownPost)
    expect(done(await accept(elsewhere.visitor, [taken[2]])).accepted).toBe(1)
    expect(await ownerOf(taken[2])).toBe(elsewhere.post)
    const [task] = await province.query(
      `select u.code from workflow.task t join directory.unit u on u.id = t.unit_id where t.id = $1`,
      [taken[2]],
    )
    expect(task).toEqual({ code: 'SGTVT.KCHT' })
  })
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
  done(await give([taken[2]], elsewhere.post))
  done(await accept(colleague, [taken[0]]))
  await province.settle()
  const before = await tasks()
  at = instantOf(tomorrow)
  const run = () => runJob(province.platform, 'hand-over-tasks')
  await run()
  expect(await Promise.all(taken.map(ownerOf))).toEqual([colleaguePost, colleaguePost, headPost])
  const after = await tasks()
  const changed = after.filter((task, index) => JSON.stringify(task) !== JSON.stringify(before[index]))
  expect(new Set(changed.map((task) => (task as { id: string }).id))).toEqual(new Set(taken.slice(1)))
  expect(after.map((task) => (task as { due: Date }).due)).toEqual(before.map((task) => (task as { due: Date }).due))
  expect(await amiss()).toEqual({ 'officials without a post': 1 })
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

test('the last of a function goes today: its work goes to the head at once, and nothing is left to nobody', async () => {
  administrator = await province.as('quantri')
  const waiting = () =>
    province.query(
      `select 1 from workflow.task t join directory.principal q on q.key = t.assignee join directory.unit u on u.id = q.unit_id
        where t.is_open and u.code = 'SGTVT.QLVT' and q.function = 'specialist'`,
    )
  expect(await waiting()).toHaveLength(1)
  done(await giveUp('vanthu.gtvt', 'SGTVT.QLVT'))
  await province.settle()
  expect(await waiting()).toEqual([])
  expect(await Promise.all(taken.map(ownerOf))).toEqual(taken.map(() => headPost))
  expect(await amiss()).toEqual({ 'officials without a post': 1 })
})

test('whoever is alone in an agency does not go while work is open', async () => {
  await openWork('217.VPDKDD', 1)
  const refused = await giveUp('dangky.datdai', '217.VPDKDD')
  expect([refused.status, refused.body.code]).toEqual([422, 'transferHeadless'])
})
