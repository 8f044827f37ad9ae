import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moveNext, mustStand } from '#engines/directory/index.ts'
import { followers } from '#engines/index.ts'
import { listOperations } from '#engines/list-operations.ts'
import { isComplete } from '#engines/services/index.ts'
import { systems } from '#systems/index.ts'
import { twoTiersOf2025 } from '#systems/bac-giang/reorganizations/two-tiers-of-2025.ts'
import { addDays, dateAt, instantOf } from '#values/plain-date.ts'
import { findAmiss } from './testing/find-amiss.ts'
import { bringIn, honeycomb } from './testing/hexagons.ts'
import { runJob } from './testing/run-job.ts'
import { settleDossier } from './testing/settle-dossier.ts'
import { done, fileDossier, openTasksOf, walkTo, writeDraft, type Complete } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

const complete = systems.procedures.filter(isComplete) as Complete[]

let province: TestPlatform
let administrator: Visitor
let citizen: Visitor
/** Shortly before midnight, whatever the hour is: sessions outlive the jump into the next day. */
let at = instantOf(dateAt(new Date()), 23 * 60 + 55)
const day = addDays(dateAt(at), 1)
const plan = { ...twoTiersOf2025, effectiveOn: day }
let id: string
let undisturbed: string
/** The import of the boundaries of all communes. */
let drawn: string
const underWay = new Map<string, string>()

beforeAll(async () => {
  province = await startTestPlatform({ dossiers: 1500, now: () => at })
  administrator = await province.as('quantri')
  citizen = await province.as('congdan')
  const communes = done(await administrator.call('GET', '/directory/areas?tier=commune'))
  drawn = await bringIn(
    administrator,
    honeycomb([...communes.map(({ code }: { code: string }) => code), '24']),
    '2021-01-01',
  )
  for (const { code } of complete) underWay.set(code, (await fileDossier(province, citizen, code)).id)
  await walkTo(province, underWay.get('1.000894') as string, 'check')
  // What time alone does to dossiers is done before they are compared, not whenever its minute comes.
  for (const job of ['lapse-supplements', 'take-silence-for-consent']) await runJob(province.platform, job)
}, 120_000)
afterAll(() => province?.stop())

const amiss = () => findAmiss((text) => province.query<{ count: number }>(text), dateAt(at))
const save = async (given: object): Promise<string> =>
  done(await administrator.call('POST', '/directory/reorganizations', { plan: given })).id
const schedule = (one: string, revision = 1) =>
  administrator.call('POST', `/directory/reorganizations/${one}/schedule`, { revision })
const moveAll = async () => {
  while (await moveNext({ ...province.platform.runner, followers }));
}
/** Who takes over the open work of a dossier. */
const heirOf = async (dossier: string): Promise<number> => {
  const [heir] = await province.query<{ key: number }>(
    `select s.to_key as key from workflow.task t join directory.key_succession s on t.assignee in (s.from_key, s.to_key)
      where t.subject_id = $1 and t.is_open`,
    [dossier],
  )
  return heir?.key ?? 0
}
const passOn = async (official: Visitor, dossier: string) => {
  const step = (await openTasksOf(province, dossier))[0]?.step
  return official.call('POST', `/services/dossiers/${dossier}/actions`, {
    act: { action: 'complete', step, proposal: 'grant' },
  })
}
/** Everything that a reorganisation may change, as text that compares. */
const standing = async (): Promise<string> =>
  JSON.stringify(
    await Promise.all(
      [
        `select code, receiver_id, owner_id, place, revision from services.dossier order by id`,
        `select dossier_id, principal, reason, is_open, ends_at from services.dossier_access order by 1, 2`,
        `select id, unit_id, assignee from workflow.task order by id`,
        `select * from directory.unit_version order by unit_id, valid_from`,
        `select code, valid_from, valid_to, name, parent_code from directory.area order by 1, 2`,
        `select area_code, valid_from, valid_to, is_joined from directory.boundary order by 1, 2`,
        `select id, post_id, person_id, valid_from, valid_to from directory.appointment order by id`,
        `select id, valid_to from directory.post where valid_to is distinct from valid_from order by id`,
      ].map((text) => province.query(text)),
    ),
  )

test('a plan that leaves a unit to nobody is refused, naming it', async () => {
  const { '{area}.TCKH': _left, ...follows } = plan.follows
  const refused = await schedule(await save({ ...plan, follows }))
  expect(refused.status).toBe(422)
  expect(refused.body.code).toBe('reorganizationBlocked')
  expect(JSON.stringify(refused.body.places)).toContain('217.TCKH')
})

test('a plan that sets a dossier apart by a code that none has is refused, naming it', async () => {
  const refused = await schedule(await save({ ...plan, overrides: { 'H02-200101-0000': '07381' } }))
  expect(refused.body.code).toBe('reorganizationBlocked')
  expect(JSON.stringify(refused.body.places)).toContain('H02-200101-0000: không có hồ sơ nào mã này')
})

test('of two who change one draft, the later is told what the other changed and by whom, and overwrites nothing', async () => {
  const draft = await save(plan)
  const change = (revision: number, given: object) =>
    administrator.call('POST', '/directory/reorganizations', { id: draft, revision, plan: given })
  const [, ...areas] = plan.areas
  expect(done(await change(1, { ...plan, areas, split: 'proportional' }))).toMatchObject({ revision: 2 })
  const refused = await change(1, { ...plan, title: 'Tên khác' })
  expect(refused.status).toBe(409)
  expect(refused.body.code).toBe('planChanged')
  const [place] = refused.body.places
  expect(place.message.vi ?? place.message).toMatch(
    new RegExp(`^Đặng Duy Hoàng, .*: địa bàn ${plan.areas[0]?.from} bỏ; quy tắc chia hồ sơ sửa\\.$`),
  )
  const { body } = await administrator.call('GET', `/directory/reorganizations/${draft}`)
  expect(body).toMatchObject({ revision: 2, title: plan.title })
  expect(done(await change(2, { ...plan, title: 'Tên khác' }))).toMatchObject({ revision: 3 })
  // Nor is what somebody else changed put into force unread.
  const late = await schedule(draft, 2)
  expect(late.body.code).toBe('planChanged')
  expect(JSON.stringify(late.body.places)).toContain('tên đợt sửa')
})

test('a plan that names several for one place asks which one, and who of a divided unit goes where', async () => {
  const asking = await save({ ...plan, officials: { ...plan.officials, chief: 'ask', spread: 'ask' } })
  const { body } = await administrator.call('GET', `/directory/reorganizations/${asking}/preview`)
  const words = body.blockers.map((one: { words: { vi: string } }) => one.words.vi)
  expect(words).toContainEqual(expect.stringMatching(/^UBND-07381, leader: 6 người, chọn 1 \(/))
  const place = body.decisions.find((one: { place?: string }) => one.place === 'UBND-07381 leader')
  expect(place).toMatchObject({ kind: 'place', chosen: null, people: { length: 6 } })
  expect(words).toContainEqual(expect.stringMatching(/Trưởng phòng, Phòng Tài chính - Kế hoạch: chưa nói về đâu$/))
})

test('the preview counts what will be touched, and changes nothing', async () => {
  undisturbed = await standing()
  id = await save(plan)
  const { body } = await administrator.call('GET', `/directory/reorganizations/${id}/preview`)
  expect(body.blockers).toEqual([])
  const counts = Object.fromEntries(
    body.touched.map((one: { kind: string; before: number; after: number }) => [one.kind, [one.before, one.after]]),
  )
  const [open] = await province.query<{ dossiers: number }>(
    `select count(*)::int as dossiers from services.dossier d where is_open and (place is not null or exists (
      select 1 from services.dossier_access a join directory.unit u on u.key = a.principal join directory.unit_version v on v.unit_id = u.id
      where a.dossier_id = d.id and v.tier <> 'province'))`,
  )
  expect(counts).toMatchObject({ areas: [220, 100], dossiers: [open?.dossiers, open?.dossiers] })
  expect(open?.dossiers).toBeGreaterThan(20)
  expect(await standing()).toBe(undisturbed)
})

test('taken back before its day, it leaves everything as it was, and can be scheduled anew', async () => {
  done(await schedule(id))
  expect(await standing()).not.toBe(undisturbed)
  const undo = (revision: number) => administrator.call('POST', `/directory/reorganizations/${id}/undo`, { revision })
  expect((await undo(2)).body.code).toBe('planChanged')
  done(await undo(1))
  expect(await standing()).toBe(undisturbed)
  expect(done(await schedule(id)).status).toBe('scheduled')
  expect(done(await administrator.call('GET', '/directory/units?text=huyện Lạng Giang')).length).toBeGreaterThan(0)
  expect(await amiss()).toEqual({})
})

test('boundaries of merged areas are those of their parts, until better ones stand in the way of taking it back', async () => {
  const { boundaries } = done(await administrator.call('GET', `/directory/reorganizations/${id}/preview`))
  const { of } = boundaries.joined.find(({ code }: { code: string }) => code === '07381')
  const boundariesOn = async (asOf: string): Promise<{ id: string; geometry: object; properties: object }[]> =>
    done(await administrator.call('GET', `/directory/boundaries?asOf=${asOf}`)).features
  const after = await boundariesOn(day)
  expect(after.length).toBe(
    (await boundariesOn(addDays(day, -1))).length - boundaries.ending.length + boundaries.joined.length,
  )
  const joined = after.find((one) => one.id === '07381')
  expect(joined).toMatchObject({ geometry: { type: 'MultiPolygon' }, properties: { isJoined: true, from: day } })
  expect(joined?.geometry).toHaveProperty('coordinates.length', of.length)
  expect(boundaries.missing).toContainEqual({ code: '24', name: 'Tỉnh Bắc Ninh' })

  const resting = await administrator.call('POST', `/directory/boundary-imports/${drawn}/undo`)
  expect(resting.body.code).toBe('boundariesInUse')
  expect(JSON.stringify(resting.body.places)).toContain('Xã Tiên Lục (07381)')

  const better = await bringIn(administrator, honeycomb(['07381']), day)
  expect((await boundariesOn(day)).find((one) => one.id === '07381')).toMatchObject({ properties: { isJoined: false } })
  const refused = await administrator.call('POST', `/directory/reorganizations/${id}/undo`, { revision: 1 })
  expect(refused.body.code).toBe('reorganizationInUse')
  expect(JSON.stringify(refused.body.places)).toContain('07381 từ ranh-gioi.geojson')
  done(await administrator.call('POST', `/directory/boundary-imports/${better}/undo`))
})

test('carried out at midnight, everything has one owner; and it can be taken back to how it was', async () => {
  at = instantOf(day, 0)
  administrator = await province.as('quantri')
  await moveAll()
  expect(await amiss()).toEqual({})
  const [ended] = await province.query<{ status: string; moved: number }>(
    `select status, moved from directory.reorganization where id = '${id}'`,
  )
  expect(ended).toMatchObject({ status: 'done' })
  expect(ended?.moved).toBeGreaterThan(20)
  const official = await province.asHolderOf(await heirOf(underWay.get('1.000894') as string))
  // What is just being opened when it begins is waited for, and counts.
  const opened = Promise.withResolvers<void>()
  const opening = province.platform.connection.db.transaction(async (tx) => {
    await mustStand(tx, [])
    await opened.promise
  })
  const undoing = administrator.call('POST', `/directory/reorganizations/${id}/undo`, { revision: 1 })
  expect(await Promise.race([undoing, wait(150, 'waits')])).toBe('waits')
  opened.resolve()
  await opening
  done(await undoing)
  // In the seconds in which everything goes back, nothing may be put where it would be left behind.
  expect((await passOn(official, underWay.get('1.000894') as string)).body.code).toBe('organizationTakenBack')
  const draft = await writeDraft(province, citizen, '1.000894')
  const filing = await citizen.call('POST', `/services/drafts/${draft}/submission`, { declared: true })
  expect(filing.body.code).toBe('organizationTakenBack')
  await moveAll()
  expect(await standing()).toBe(undisturbed)
  id = await save(plan)
  done(await schedule(id))
})

test('at midnight rights change by themselves, and work is done before it is moved', async () => {
  at = instantOf(day, 1)
  const dossier = underWay.get('1.000894') as string
  const official = await province.asHolderOf(await heirOf(dossier))
  done(await passOn(official, dossier))
  const undo = () => administrator.call('POST', `/directory/reorganizations/${id}/undo`, { revision: 1 })
  expect((await undo()).body.code).toBe('reorganizationMoving')
  await moveAll()
  expect(await amiss()).toEqual({})
  const [acted] = await province.query<{ code: string }>(`select code from services.dossier where id = $1`, [dossier])
  const refused = await undo()
  expect(refused.body.code).toBe('reorganizationInUse')
  expect(JSON.stringify(refused.body.places)).toContain(acted?.code)
})

test.each(complete.map((one) => [one.everydayName?.vi ?? one.name.vi, one] as const))(
  '%s goes on to its result in the new units, and so does what is filed from now on',
  async (_name, procedure) => {
    const before = await settleDossier(province, citizen, underWay.get(procedure.code) as string, procedure)
    expect(before).toMatchObject({ outcome: 'granted' })
    const { id: fresh } = await fileDossier(province, citizen, procedure.code)
    expect(await settleDossier(province, citizen, fresh, procedure)).toMatchObject({ outcome: 'granted' })
  },
  60_000,
)

test('results of the new bodies are numbered in books of their own', async () => {
  const books = await province.query<{ book: string }>(
    `select book from numbering.series where book like 'result UBND-07381@%'`,
  )
  expect(books.length).toBeGreaterThan(0)
  for (const { book } of books) expect(book).toMatch(new RegExp(`^result UBND-07381@${day} `))
})

test.each(['quantri', 'chutich.tinh', 'congdan'])(
  'under a clock set back before its day everything that can be read is still answered to %s',
  async (login) => {
    const now = at
    at = instantOf(addDays(day, -1), 9 * 60)
    const who = await province.as(login)
    const lists = listOperations().filter(({ method, path }) => method === 'GET' && !path.includes('{'))
    const about = await province.query<{ code: string; id: string; people: string[] }>(
      `select d.code, d.id, array_agg(distinct a.person_id) as people
      from services.dossier d join services.dossier_access x on x.dossier_id = d.id join directory.unit u on u.key = x.principal
        join directory.post p on p.unit_id = u.id join directory.appointment a on a.post_id = p.id
      where d.id = any($1) group by 1, 2`,
      [[...underWay.values()]],
    )
    const paths = [
      ...lists.map(({ path }) => path),
      ...about.flatMap(({ code, id: dossier, people }) => [
        `/services/dossiers/${dossier}`,
        `/services/access/readers?dossier=${code}`,
        ...people.map((person) => `/services/access/explanation?person=${person}&dossier=${code}`),
      ]),
    ]
    const failed: string[] = []
    for (const path of paths) if ((await who.call('GET', path)).status >= 500) failed.push(path)
    at = now
    expect(failed).toEqual([])
  },
  // Some hundreds of questions.
  60_000,
)

test('what was worked on since stands in the way of taking it back, by name', async () => {
  const refused = await administrator.call('POST', `/directory/reorganizations/${id}/undo`, { revision: 1 })
  expect(refused.status).toBe(409)
  expect(refused.body.code).toBe('reorganizationInUse')
  expect(refused.body.places.length).toBeGreaterThan(10)
})
