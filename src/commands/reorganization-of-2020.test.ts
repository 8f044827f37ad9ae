import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookOwner, moveNext } from '#engines/directory/index.ts'
import { followers } from '#engines/index.ts'
import { communesOf2020 } from '#systems/bac-giang/reorganizations/communes-of-2020.ts'
import { addDays, dateAt, instantOf } from '#values/plain-date.ts'
import { findAmiss } from './testing/find-amiss.ts'
import { provinceOf2019 } from './testing/province-of-2019.ts'
import { done, fileDossier } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

let province: TestPlatform
let administrator: Visitor
/** Shortly before midnight, whatever the hour is: sessions outlive the jump into the next day. */
let at = instantOf(dateAt(new Date()), 23 * 60 + 55)
const day = addDays(dateAt(at), 1)
let id: string

beforeAll(async () => {
  province = await startTestPlatform({ dossiers: 800, now: () => at, organization: provinceOf2019 })
  administrator = await province.as('quantri')
}, 120_000)
afterAll(() => province?.stop())

const figures = async (query: string): Promise<{ id: string; name: { vi: string }; received: number }[]> =>
  done(await province.nobody.call('GET', `/services/figures?by=unit&level=commune&from=2019-01-01&${query}`)).rows

test('230 communes become 209, and every official lands where the plan says', async () => {
  const areas = () => province.query(`select 1 from directory.area where tier = 'commune' and valid_to is null`)
  expect(await areas()).toHaveLength(230)
  const plan = { ...communesOf2020, effectiveOn: day, books: { 'UBND-07294': 'UBND-07237' } }
  ;({ id } = done(await administrator.call('POST', '/directory/reorganizations', { plan })))
  const preview = done(await administrator.call('GET', `/directory/reorganizations/${id}/preview`))
  expect(preview.blockers).toEqual([])
  done(await administrator.call('POST', `/directory/reorganizations/${id}/schedule`, { revision: 1 }))
  at = instantOf(day, 1)
  administrator = await province.as('quantri')
  while (await moveNext({ ...province.platform.runner, followers }));
  expect(await areas()).toHaveLength(209)
  expect(await findAmiss((text) => province.query<{ count: number }>(text), day)).toEqual({})
  const landed = await province.query<{ person: string; unit: string; function: string }>(
    `select a.person_id as person, u.code as unit, p.function from directory.appointment a join directory.post p on p.id = a.post_id
      join directory.unit u on u.id = p.unit_id where a.valid_from = $1 and a.valid_to is null`,
    [day],
  )
  const told = preview.landings.map(
    ({ personId, to, function: name }: Record<string, string>) => `${personId} ${to} ${name}`,
  )
  expect(landed.map((one) => `${one.person} ${one.unit} ${one.function}`).sort()).toEqual(told.sort())
  expect(told.length).toBeGreaterThan(50)
})

test('a merged body begins its own books though its code stays, unless the plan lets it go on with those of before', async () => {
  const booksOf = async (code: string, on = day) => {
    const [unit] = await province.query<{ id: string }>('select id from directory.unit where code = $1', [code])
    const { code: of, since } = await bookOwner(province.platform.connection.db, unit?.id ?? '', on)
    return [of, since]
  }
  expect(await booksOf('UBND-07288')).toEqual(['UBND-07288', day])
  expect(await booksOf('07288.MC')).toEqual(['07288.MC', day])
  expect(await booksOf('UBND-07294')).toEqual(['UBND-07237', null])
  expect(await booksOf('UBND-07288', addDays(day, -1))).toEqual(['UBND-07288', null])
  expect(await booksOf('UBND-07381')).toEqual(['UBND-07381', null])

  const { books, units, touched } = done(await administrator.call('GET', `/directory/reorganizations/${id}/preview`))
  expect(books).toContainEqual(expect.objectContaining({ code: 'UBND-07294', of: 'UBND-07237' }))
  const left = new Set([
    ...units.filter(({ ends }: { ends: boolean }) => ends).map(({ code }: { code: string }) => code),
    ...books.map(({ code }: { code: string }) => code),
  ])
  const [series] = await province.query<{ count: number }>(
    `select count(*)::int as count from numbering.series s where exists (select from directory.unit u
      where u.code = any($1) and string_to_array(s.book, ' ') && array[u.code, u.id::text])`,
    [[...left]],
  )
  const counted = touched.find(({ kind }: { kind: string }) => kind === 'books')
  expect(counted.before).toBe(series?.count)
  expect(counted.before).toBeGreaterThan(counted.after)
})

test('what was finished before keeps its names, and whoever took over sees it', async () => {
  const [old] = await province.query<{ id: string; owner: string; heir: string; key: number }>(
    `select d.id, d.owner_id as owner, s.to_unit_id as heir, q.key from services.dossier d
      join directory.unit_succession s on s.from_unit_id = d.owner_id and s.is_heir
      join directory.post p on p.unit_id = s.to_unit_id and p.function = 'leader' and p.valid_to is null
      join directory.principal q on q.post_id = p.id
      join services.result r on r.dossier_id = d.id and r.number is not null
      where not d.is_open limit 1`,
  )
  const leader = await province.asHolderOf(old?.key ?? 0)
  const seen = done(await leader.call('GET', `/services/dossiers/${old?.id}`))
  const [name] = await province.query<{ before: string; after: string }>(
    `select (select name from directory.unit_version where unit_id = $1 and valid_to = $3) as before,
      (select name from directory.unit_version where unit_id = $2 and valid_to is null) as after`,
    [old?.owner, old?.heir, day],
  )
  expect(JSON.stringify(seen)).toContain(name?.before)
})

test('figures of before stand, and by the organisation of today what was merged counts together', async () => {
  const before = await figures(`to=${addDays(day, -1)}`)
  const now = await figures(`to=${addDays(day, -1)}&organizationOn=${day}`)
  const sum = (rows: typeof before) => rows.reduce((total, row) => total + row.received, 0)
  expect(sum(now)).toBe(sum(before))
  const [merged] = await province.query<{ from: string; to: string }>(
    `select from_unit_id as from, to_unit_id as to from directory.unit_succession s join directory.unit u on u.id = s.from_unit_id
      where u.code = 'UBND-07234'`,
  )
  const received = (rows: typeof before, unit: string | undefined) => rows.find((row) => row.id === unit)?.received ?? 0
  expect(received(now, merged?.to)).toBe(received(before, merged?.to) + received(before, merged?.from))
  expect(received(now, merged?.from)).toBe(0)
  expect(now.find((row) => row.id === merged?.to)?.name.vi ?? 'Ủy ban nhân dân thị trấn Phồn Xương').toBe(
    'Ủy ban nhân dân thị trấn Phồn Xương',
  )
})

test('while a reorganisation is scheduled, what it ends is changed by its plan alone', async () => {
  const later = addDays(day, 30)
  const plan = {
    title: 'Nhập hai đơn vị',
    document: 'Quyết định 1/QĐ',
    effectiveOn: later,
    closed: [{ unit: '07381.TPHT', into: ['07381.VPTK'] }],
  }
  const { id: next } = done(await administrator.call('POST', '/directory/reorganizations', { plan }))
  done(await administrator.call('POST', `/directory/reorganizations/${next}/schedule`, { revision: 1 }))
  const [unit] = await province.query<{ id: string }>(`select id from directory.unit where code = '07381.TPHT'`)
  const post = { unitId: unit?.id, function: 'specialist', title: 'Chuyên viên', from: day }
  expect(await administrator.call('POST', '/directory/posts', post)).toMatchObject({
    status: 409,
    body: { code: 'unitEnds' },
  })
  const other = done(
    await administrator.call('POST', '/directory/reorganizations', { plan: { ...plan, title: 'Nhập nữa' } }),
  ).id
  expect(
    (await administrator.call('POST', `/directory/reorganizations/${other}/schedule`, { revision: 1 })).body.code,
  ).toBe('reorganizationUnderWay')
  done(await administrator.call('POST', `/directory/reorganizations/${next}/undo`, { revision: 1 }))
  expect((await administrator.call('POST', '/directory/posts', post)).status).toBe(200)
})

test('a commune that is divided shares its open dossiers by area, and one that is told goes where it is told', async () => {
  const citizen = await province.as('congdan')
  const [told, other] = [
    await fileDossier(province, citizen, '1.001193'),
    await fileDossier(province, citizen, '1.001193'),
  ]
  const plan = {
    title: 'Chia xã Nghĩa Hưng',
    document: 'Nghị quyết 2/NQ',
    effectiveOn: dateAt(at),
    areas: [
      {
        from: '07381',
        into: [
          { area: '07381', share: 0 },
          { area: '07393', share: 1 },
        ],
      },
    ],
    split: 'proportional',
    overrides: { [told.code]: '07381' },
  }
  const stray = { ...plan, books: { 'UBND-07393': 'UBND-07381' } }
  const { id: wrong } = done(await administrator.call('POST', '/directory/reorganizations', { plan: stray }))
  const refused = await administrator.call('POST', `/directory/reorganizations/${wrong}/schedule`, { revision: 1 })
  expect(JSON.stringify(refused.body.places)).toContain('UBND-07393: không tiếp được sổ của UBND-07381')
  const { id: divided } = done(await administrator.call('POST', '/directory/reorganizations', { plan }))
  done(await administrator.call('POST', `/directory/reorganizations/${divided}/schedule`, { revision: 1 }))
  while (await moveNext({ ...province.platform.runner, followers }));
  expect(await findAmiss((text) => province.query<{ count: number }>(text), dateAt(at))).toEqual({})
  const bodyOf = async ({ code }: { code: string }) =>
    (
      await province.query<{ place: string; owner: string }>(
        `select d.place, u.code as owner from services.dossier d join directory.unit u on u.id = d.owner_id where d.code = $1`,
        [code],
      )
    )[0]
  expect(await bodyOf(told)).toEqual({ place: '07381', owner: 'UBND-07381' })
  expect(await bodyOf(other)).toEqual({ place: '07393', owner: 'UBND-07393' })
  const again = done(await administrator.call('POST', `/directory/reorganizations/${divided}/undo`, { revision: 1 }))
  expect(again.status).toBe('undoing')
  while (await moveNext({ ...province.platform.runner, followers }));
  expect(await bodyOf(other)).toEqual({ place: '07381', owner: 'UBND-07381' })
})

test('a day that is over is refused', async () => {
  const plan = { title: 'Muộn', document: 'Quyết định 3/QĐ', effectiveOn: addDays(dateAt(at), -1) }
  const { id: late } = done(await administrator.call('POST', '/directory/reorganizations', { plan }))
  const refused = await administrator.call('POST', `/directory/reorganizations/${late}/schedule`, { revision: 1 })
  expect(refused.body).toMatchObject({ status: 422, code: 'reorganizationBlocked' })
})

test('only whoever may reorganise does, and a citizen files with the new body', async () => {
  const head = await province.as('lanhdao.huyen')
  for (const [method, path] of [
    ['GET', ''],
    ['GET', `/${id}`],
    ['GET', `/${id}/preview`],
    ['POST', `/${id}/schedule`],
    ['POST', `/${id}/undo`],
  ] as const)
    expect(
      (await head.call(method, `/directory/reorganizations${path}`, method === 'POST' ? { revision: 1 } : undefined))
        .status,
    ).toBe(403)
  const citizen = await province.as('congdan')
  expect((await fileDossier(province, citizen, '1.001193')).code).toMatch(/-\d+$/)
})
