import { afterAll, beforeAll, expect, test } from 'vitest'
import { moveNext } from '#engines/directory/index.ts'
import { followers } from '#engines/index.ts'
import { twoTiersOf2025 } from '#systems/bac-giang/reorganizations/two-tiers-of-2025.ts'
import { addDays, dateAt, instantOf } from '#values/plain-date.ts'
import { findAmiss } from './testing/find-amiss.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** On the night when districts end, petitions and queues go to whoever takes over, and back when it is taken back. */

let province: TestPlatform
let administrator: Visitor
/** Shortly before midnight, whatever the hour is: sessions outlive the jump into the next day. */
let at = instantOf(dateAt(new Date()), 23 * 60 + 55)
const day = addDays(dateAt(at), 1)
const sent = new Map<string, { code: string; lookUpCode: string }>()
let id: string
let undisturbed: string

const said = (kind: string, more: object) => ({
  kind,
  title: `Việc của loại ${kind} gửi trước ngày sắp xếp`,
  body: `Nội dung đủ dài để gửi được, loại ${kind}, ở xã Nghĩa Hưng.`,
  place: '07381',
  fullName: 'Vi Thị Gọi',
  phone: '0977345612',
  mayPublish: false,
  ...more,
})

beforeAll(async () => {
  province = await startTestPlatform({ dossiers: 30, now: () => at })
  administrator = await province.as('quantri')
  const bodies = done(await province.nobody.call('GET', '/petitions/bodies?place=07381')) as {
    id: string
    name: string
  }[]
  const bodyOf = (name: string) => ({ aboutUnit: bodies.find((body) => body.name.includes(name))?.id })
  const send = async (name: string, asked: object) =>
    sent.set(name, done(await province.nobody.call('POST', '/petitions', asked)))
  await send('about the commune', said('reflection', bodyOf('Nghĩa Hưng')))
  await send('complaint about the district', said('complaint', bodyOf('huyện Lạng Giang')))
  await send('of the commune', said('question', { procedureCode: '1.000894' }))
  // A queue of a district that ends, with a time that somebody booked.
  await province.query(
    `with d as (select u.id from directory.unit u where u.code = '217.MC' or u.code like '217.%' order by u.code = '217.MC' desc limit 1),
      c as (insert into queue.centre (id, unit_id, priority_minutes, appointment_minutes, late_minutes) select id, id, 1, 1, 1 from d returning id),
      s as (insert into queue.service (id, centre_id, letter, name, icon, sectors, usual_minutes, longest_wait_minutes, is_offered, position, places_each)
        select gen_random_uuid(), c.id, 'A', '{"vi":"Đất đai","en":"Land"}', 'map-pin', '{}', 5, 30, true, 0, 4 from c returning id)
    insert into queue.appointment (id, code, service_id, person_id, at, place, state, booked_at)
      select gen_random_uuid(), 'DL-TESTTEST', s.id, a.person_id, $1::timestamptz + interval '3 days', 1, 'booked', $1
      from s, identity.account a where a.login = 'congdan'`,
    [at],
  )
  undisturbed = await standing()
}, 120_000)
afterAll(() => province?.stop())

const standing = async () =>
  JSON.stringify(
    await Promise.all([
      province.query(
        `select code, unit_id, unit_key, place, about_unit_id, accept_due, answer_due, due, revision from petitions.petition order by id`,
      ),
      province.query(`select id, unit_id from queue.centre order by id`),
    ]),
  )
const moveAll = async () => {
  while (await moveNext({ ...province.platform.runner, followers }));
}
const unitOf = async (name: string) =>
  (
    await province.query<{ id: string; code: string; due: Date }>(
      `select u.id, u.code, p.due from petitions.petition p join directory.unit u on u.id = p.unit_id where p.code = $1`,
      [sent.get(name)?.code],
    )
  )[0] as { id: string; code: string; due: Date }
const amiss = () => findAmiss((text) => province.query<{ count: number }>(text), dateAt(at))
const undo = () => administrator.call('POST', `/directory/reorganizations/${id}/undo`, { revision: 1 })
const look = async (name: string) =>
  done(await province.nobody.call('GET', `/petitions/look-up?lookUpCode=${sent.get(name)?.lookUpCode}`))

test('the preview counts them and changes nothing', async () => {
  const plan = { ...twoTiersOf2025, effectiveOn: day }
  ;({ id } = done(await administrator.call('POST', '/directory/reorganizations', { plan })))
  const { touched, blockers } = done(await administrator.call('GET', `/directory/reorganizations/${id}/preview`))
  expect(blockers).toEqual([])
  const kinds = Object.fromEntries(touched.map((one: { kind: string; before: number }) => [one.kind, one.before]))
  expect(kinds.petitions).toBeGreaterThanOrEqual(3)
  expect(kinds).toMatchObject({ centres: 1, appointments: 1 })
  done(await administrator.call('POST', `/directory/reorganizations/${id}/schedule`, { revision: 1 }))
  expect(await standing()).toBe(undisturbed)
})

test('after midnight each is with who took over, by its old limit, and none with the body that it is about', async () => {
  const before = new Map(await Promise.all([...sent.keys()].map(async (name) => [name, await unitOf(name)] as const)))
  at = instantOf(day, 1)
  administrator = await province.as('quantri')
  await moveAll()
  expect(await amiss()).toEqual({})
  for (const [name, old] of before) {
    const now = await unitOf(name)
    expect([name, now.due]).toEqual([name, old.due])
    expect((await look(name)).code).toBe(sent.get(name)?.code)
  }
  const moved = await unitOf('complaint about the district')
  expect(moved.code).not.toBe(before.get('complaint about the district')?.code)
  const { history } = await look('complaint about the district')
  expect(history.map((one: { kind: string }) => one.kind)).toContain('reorganized')
  // The reflection about the commune was with its district, whose heir is that very commune.
  expect((await unitOf('about the commune')).code).not.toMatch(/07381/)
})

test('a queue and what was booked there stand under the name of who took over', async () => {
  const citizen = await province.as('congdan')
  const [booked] = done(await citizen.call('GET', '/queue/appointments'))
  expect(booked).toMatchObject({ code: 'DL-TESTTEST', state: 'booked' })
  expect(booked.centre).not.toMatch(/huyện|Huyện/)
  done(await citizen.call('GET', '/queue/bookable'))
})

test('taken back, everything is as it was; but not once somebody worked on one', async () => {
  done(await undo())
  await moveAll()
  expect(await standing()).toBe(undisturbed)
  const plan = { ...twoTiersOf2025, effectiveOn: day }
  ;({ id } = done(await administrator.call('POST', '/directory/reorganizations', { plan })))
  done(await administrator.call('POST', `/directory/reorganizations/${id}/schedule`, { revision: 1 }))
  await moveAll()
  const { id: unit } = await unitOf('complaint about the district')
  const [holder] = await province.query<{ key: number }>(
    `select p.key from directory.post p join directory.appointment a on a.post_id = p.id and a.valid_from <= $2 and a.valid_to is null
      where p.unit_id = $1 and p.function = 'leader' and p.valid_to is null limit 1`,
    [unit, day],
  )
  const leader = await province.asHolderOf(holder?.key ?? 0)
  const { rows } = done(await leader.call('GET', '/petitions/inbox?kind=complaint'))
  const code = sent.get('complaint about the district')?.code
  const mine = rows.find((row: { code: string }) => row.code === code)
  done(await leader.call('POST', `/petitions/${mine.id}/acts`, { revision: 0, act: { act: 'accept' } }))
  const refused = await undo()
  expect(refused.body.code).toBe('reorganizationInUse')
  expect(JSON.stringify(refused.body.places)).toContain(code)
})
