import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unitsReached, type Reach } from '#engines/directory/index.ts'
import { addDays, dateAt } from '#values/plain-date.ts'
import { execute, saysOf, send, undo } from './testing/import-sheets.ts'
import { done } from './testing/story.ts'
import { startAdministered } from './testing/administered.ts'
import type { TestPlatform, Visitor } from './testing/test-platform.ts'

let province: TestPlatform
let ofTransport: Visitor
let newcomer: string
let admin: Visitor

beforeAll(async () => {
  ;({ province, ofTransport, admin, newcomer } = await startAdministered())
})
afterAll(() => province?.stop())

const accountOf = async (login: string): Promise<string> =>
  (await province.query<{ id: string }>(`select id from identity.account where login = $1`, [login]))[0]?.id ?? ''

test('finds the accounts of their own department, also of its divisions, and no others', async () => {
  const found = async (text: string): Promise<string[]> =>
    done(await ofTransport.call('GET', `/identity/accounts?text=${encodeURIComponent(text)}`)).map(
      ({ login }: { login: string }) => login,
    )
  expect(await found('chuyenvien.gtvt')).toEqual(['chuyenvien.gtvt'])
  expect(await found('giamdoc.gtvt')).toEqual(['giamdoc.gtvt'])
  expect(await found('chuyenvien.tuphap')).toEqual([])
  expect(await found('quantri')).toEqual(['quantri.gtvt'])
})

test.each([
  ['a new password', '/password', {}],
  ['closing', '/status', { status: 'disabled' }],
  ['taking the second factor off', '/factors/reset', {}],
])('%s is done there, and elsewhere there is no such account', async (_what, path, body) => {
  const call = async (login: string) =>
    (await ofTransport.call('POST', `/identity/accounts/${await accountOf(login)}${path}`, body)).status
  expect(await call('chuyenvien.gtvt')).toBe(200)
  for (const login of ['chuyenvien.tuphap', 'quantri', 'congdan']) expect(await call(login)).toBe(404)
})

test('whoever administers the whole province manages the accounts of citizens too, who hold no post', async () => {
  const citizen = await accountOf('doanhnghiep')
  expect((await admin.call('POST', `/identity/accounts/${citizen}/status`, { status: 'active' })).status).toBe(200)
})

test('an account is opened for whoever works there, and for nobody else', async () => {
  const [other] = await province.query<{ id: string }>(
    `select person_id as id from identity.account where login = 'chuyenvien.tuphap'`,
  )
  const open = (personId: string | undefined, login: string) =>
    ofTransport.call('POST', '/identity/accounts', { personId, login })
  expect((await open(other?.id, 'hai.tuphap')).status).toBe(404)
  expect((await open(newcomer, 'moi.gtvt')).status).toBe(200)
  // Whoever worked there once does so no more.
  const former = await accountOf('vanthu.gtvt')
  const reset = async () => (await ofTransport.call('POST', `/identity/accounts/${former}/password`, {})).status
  expect(await reset()).toBe(200)
  await province.query(
    `update directory.appointment a set valid_to = current_date - 1 from identity.account c where c.person_id = a.person_id and c.id = $1`,
    [former],
  )
  expect(await reset()).toBe(404)
})

const soon = addDays(dateAt(new Date()), 2)

async function summerHours(code: string, more: object = {}) {
  const [unit] = await province.query<{ id: string }>('select id from directory.unit where code = $1', [code])
  return {
    unitId: unit?.id ?? '',
    from: soon,
    kind: 'own',
    morningStart: '07:00',
    morningEnd: '11:30',
    afternoonStart: '13:30',
    afternoonEnd: '17:00',
    document: '15/QĐ-SGTVT',
    ...more,
  }
}

const spans = [
  { start: '07:00', end: '11:30' },
  { start: '13:30', end: '17:00' },
]
const summer = { weekdays: [1, 2, 3, 4, 5], spans }
const saturday = { weekdays: [6], spans: [{ start: '07:30', end: '11:30' }], receptionOnly: true }
const onSaturday = { saturday: 'reception', saturdayStart: '07:30', saturdayEnd: '11:30' }

test('office hours are declared there, go for its divisions too, and are shown to everybody; elsewhere they are refused', async () => {
  const declare = async (who: Visitor, input: object) =>
    who.call('POST', '/calendar/hours', { ...input, reason: 'Giờ mùa hè' })
  const seen = async (code: string) =>
    done(await province.nobody.call('GET', `/calendar/hours/of/${(await summerHours(code)).unitId}`))
  const input = await summerHours('SGTVT', onSaturday)
  const preview = done(await ofTransport.call('GET', `/calendar/hours/preview?${new URLSearchParams(input)}`))
  expect(preview.after.week).toEqual([summer, saturday])
  expect(preview.units).toBeGreaterThan(1)
  for (const other of ['STP', 'UBND-TINH'])
    expect((await declare(ofTransport, await summerHours(other))).status).toBe(403)
  expect((await declare(ofTransport, { ...input, from: dateAt(new Date()) })).body.code).toBe('hoursNotAhead')
  expect((await declare(ofTransport, { ...input, morningEnd: '' })).body.code).toBe('invalidInput')
  const { id } = done(await declare(ofTransport, input))
  expect((await declare(ofTransport, input)).body.code).toBe('hoursDeclared')
  expect((await declare(ofTransport, { ...input, from: addDays(soon, 1) })).body.code).toBe('hoursUnchanged')
  expect((await seen('SGTVT.QLVT')).coming).toMatchObject({ from: soon, week: [summer, saturday] })
  expect((await seen('STP')).coming).toBe(null)

  const admin = await province.as('quantri')
  const listed = async (who: Visitor) =>
    done(await who.call('GET', '/calendar/hours/declared')).map((one: { unitName: string }) => one.unitName)
  const elsewhere = done(await declare(admin, await summerHours('STP')))
  expect(await listed(admin)).toHaveLength(2)
  expect(await listed(ofTransport)).toHaveLength(1)
  expect((await ofTransport.call('POST', `/calendar/hours/${elsewhere.id}/undo`)).status).toBe(403)
  done(await ofTransport.call('POST', `/calendar/hours/${id}/undo`))
  expect((await ofTransport.call('POST', `/calendar/hours/${id}/undo`)).status).toBe(409)
  expect((await seen('SGTVT')).coming).toBe(null)
})

test('the quota and the organ code of their own department are theirs to set, those of another are not', async () => {
  const unit = async (code: string) => done(await admin.call('GET', `/directory/units?text=${code}`))[0].id as string
  const [own, other] = [await unit('SGTVT.VP'), await unit('STP')]
  const quota = { staffing: 'contract', number: 3, document: '3/QĐ', from: '2026-12-01' }
  const organCode = { organCode: 'H02.14.99', from: '2026-12-01' }
  for (const [id, status] of [
    [own, 200],
    [other, 403],
  ] as const) {
    expect((await ofTransport.call('POST', `/directory/units/${id}/quotas`, quota)).status).toBe(status)
    expect((await ofTransport.call('POST', `/directory/units/${id}/organ-code`, organCode)).status).toBe(status)
  }
})

test('a right reaches its unit alone, or the agency as it is today: neither what left it nor what it left', async () => {
  const keyOf = new Map(
    (await province.query<{ code: string; key: number }>('select code, key from directory.unit')).map(
      ({ code, key }) => [code, key] as const,
    ),
  )
  const today = dateAt(new Date())
  const reached = async (code: string, reach: Reach) => {
    const [unit] = await province.query<{ id: string }>('select id from directory.unit where code = $1', [code])
    return unitsReached(province.platform.connection.db, unit?.id ?? '', reach, today)
  }
  const [transport, justice, moved] = ['SGTVT', 'STP', 'SGTVT.KHTC'].map((code) => keyOf.get(code))
  expect(await reached('SGTVT', 'unit')).toEqual([transport])
  expect(await reached('SGTVT', 'agency')).toEqual(expect.arrayContaining([transport, moved]))
  await province.query(
    `with former as (update directory.unit_version v set valid_to = $1 from directory.unit u
        where u.id = v.unit_id and u.code = 'SGTVT.KHTC' and v.valid_to is null returning v.*)
      insert into directory.unit_version (unit_id, valid_from, name, kind, tier, parent_id, agency_id)
        select f.unit_id, $1, f.name, f.kind, f.tier, j.id, j.id from former f, directory.unit j where j.code = 'STP'`,
    [today],
  )
  expect(await reached('SGTVT', 'agency')).not.toContain(moved)
  const afterwards = await reached('SGTVT.KHTC', 'agency')
  expect(afterwards).toEqual(expect.arrayContaining([justice, moved]))
  expect(afterwards).not.toContain(transport)
})

describe('a spreadsheet sent by the administrator of one department', () => {
  test('brings in what is theirs; lines about others are set aside, with whom to send them to', async () => {
    const preview = await send(ofTransport, {
      units: [
        ['SGTVT.PHU', 'Phòng Phụ', 'Phòng', 'SGTVT', '01/12/2026'],
        ['STP.PHU', 'Phòng Phụ', 'Phòng', 'STP', '01/12/2026'],
      ],
      people: [['Hà Thị Nga', '02/09/1992', 'nga.hathi', 'STP', 'Chuyên viên', '01/12/2026', '']],
    })
    expect(saysOf(preview)).toEqual([
      'new: Phòng Phụ (Phòng), thuộc Sở Giao thông vận tải, từ 01/12/2026',
      'aside: Sở Tư pháp không thuộc phạm vi quản trị của ông/bà. Gửi dòng này cho quản trị của đơn vị đó',
      'aside: Sở Tư pháp không thuộc phạm vi quản trị của ông/bà. Gửi dòng này cho quản trị của đơn vị đó',
    ])
    expect(done(await execute(ofTransport, preview)).status).toBe('done')
    expect(await province.query(`select code from directory.unit where code like '%.PHU'`)).toEqual([
      { code: 'SGTVT.PHU' },
    ])
  })

  test('sees their own imports and no others', async () => {
    const other = await send(admin, { units: [['STP.PHU', 'Phòng Phụ', 'Phòng', 'STP', '01/12/2026']] })
    const listed = async (who: Visitor): Promise<string[]> =>
      done(await who.call('GET', '/directory/imports')).map(({ id }: { id: string }) => id)
    expect(await listed(ofTransport)).not.toContain(other.id)
    expect(await listed(admin)).toEqual(expect.arrayContaining([other.id, ...(await listed(ofTransport))]))
    for (const path of ['', '/aside'])
      expect((await ofTransport.call('GET', `/directory/imports/${other.id}${path}`)).status).toBe(404)
    expect((await execute(ofTransport, { id: other.id, seen: 'a'.repeat(64) })).status).toBe(404)
    expect((await undo(ofTransport, other.id)).status).toBe(404)
  })
})

describe('quotas of a unit', () => {
  let division: string
  const on = (day: string) => `?asOf=${day}`
  const standing = async (day: string) =>
    done(await admin.call('GET', `/directory/units/${division}/quotas${on(day)}`)).standing
  const decide = (number: number, from: string) =>
    admin.call('POST', `/directory/units/${division}/quotas`, {
      staffing: 'civil-servant',
      number,
      document: '12/QĐ-UBND',
      from,
    })

  test('stand beside who is there on a day, each person once, those seconded and acting not', async () => {
    const [{ id }] = done(await admin.call('GET', '/directory/units?text=SGTVT.QLVT'))
    division = id
    const posts = done(await admin.call('GET', `/directory/units/${division}`)).posts
    const held = new Set(posts.flatMap(({ personId }: { personId: string | null }) => personId ?? [])).size
    expect(await standing('2026-11-01')).toEqual([{ staffing: 'civil-servant', number: null, held }])
    done(await decide(held, '2026-12-01'))
    done(await decide(held + 5, '2027-01-01'))
    expect((await standing('2026-11-30'))[0].number).toBeNull()
    expect((await standing('2026-12-31'))[0]).toEqual({ staffing: 'civil-servant', number: held, held })
    expect((await standing('2027-01-01'))[0].number).toBe(held + 5)
    expect((await decide(1, '2026-12-15')).status).toBe(409)
    const [{ id: visited }] = posts
    const second = { kind: 'secondment', from: '2026-12-02' }
    const guest = { ...second, newPerson: { fullName: 'Khúc Thị Biệt Phái' } }
    done(await admin.call('POST', `/directory/posts/${visited}/appointments`, guest))
    expect((await standing('2026-12-31'))[0].held).toBe(held)
  })

  test('that are exceeded by an appointment are told, for the kind that the post counts against, and refuse nothing', async () => {
    const made = async (staffing: string) =>
      done(
        await admin.call('POST', '/directory/posts', {
          unitId: division,
          function: 'specialist',
          title: 'Chuyên viên thêm',
          staffing,
          from: '2026-12-01',
        }),
      ).id as string
    const fill = async (post: string, fullName: string, from: string) =>
      done(await admin.call('POST', `/directory/posts/${post}/appointments`, { newPerson: { fullName }, from }))
        .beyondQuota
    expect(await fill(await made('contract'), 'Khúc Văn Hợp', '2026-12-03')).toEqual([])
    const [{ number }] = await standing('2026-12-03')
    const post = await made('civil-servant')
    expect(await fill(post, 'Khúc Văn Thừa', '2026-12-03')).toMatchObject([
      { staffing: 'civil-servant', number, held: number + 1 },
    ])
    expect(done(await admin.call('POST', `/directory/posts/${post}/staffing`, { staffing: 'contract' }))).toEqual({
      changed: true,
    })
    expect((await standing('2026-12-03')).map((one: { held: number }) => one.held)).toEqual([number, 2])
  })

  test('are told in the preview of a spreadsheet, by how much it would exceed them', async () => {
    const post = (unit: string) => [unit, 'Chuyên viên', 'Chuyên viên bến', '2', '01/01/2020']
    const person = (name: string, unit: string, day: string) => [name, day, '', unit, 'Chuyên viên', '01/12/2026', '']
    const sheets = {
      units: [
        ['SGTVT.BEN', 'Phòng Bến', 'Phòng', 'SGTVT', '01/01/2020'],
        ['TO.BEN', 'Tổ Bến', 'Phòng', 'SGTVT.BEN', '01/01/2020'],
      ],
      posts: [post('TO.BEN')],
      people: [person('Vàng A Bến', 'TO.BEN', '02/09/1994')],
    }
    done(await execute(admin, await send(admin, sheets)))
    const [unit] = await province.query<{ id: string }>(`select id from directory.unit where code = 'SGTVT.BEN'`)
    const quota = { staffing: 'civil-servant', number: 1, document: '01/QĐ', from: '2020-01-01' }
    done(await admin.call('POST', `/directory/units/${unit?.id}/quotas`, quota))
    const told = { unitName: 'Phòng Bến', staffing: 'civil-servant', number: 1, before: 1 }
    const { quotas } = await send(admin, { people: [person('Vàng A Thêm', 'TO.BEN', '02/09/1996')] })
    expect(quotas).toMatchObject([{ ...told, after: 2 }])
    const moved = [['TO.BEN', 'Tổ Bến', 'Phòng', 'SGTVT', '01/12/2026']]
    expect((await send(admin, { units: moved })).quotas).toMatchObject([{ ...told, after: 0 }])
  })
})

describe('the tax code of a unit', () => {
  test('changes from a day on, stays when the unit is renamed, ends where it is taken away, and is ten digits or thirteen', async () => {
    const [unit] = done(await admin.call('GET', '/directory/units?text=STC'))
    const path = `/directory/units/${unit.id}`
    const set = (taxCode: string | null, from: string) => admin.call('POST', `${path}/tax-code`, { taxCode, from })
    for (const wrong of ['240011122', '2400111222-01', '2400111222003', 'H02.14'])
      expect((await set(wrong, '2026-12-01')).status).toBe(422)
    done(await set('2400111222', '2026-12-01'))
    done(await set('2400111222-003', '2026-12-05'))
    done(await admin.call('POST', `${path}/name`, { name: `${unit.name} mới`, from: '2026-12-08' }))
    done(await set(null, '2026-12-11'))
    const codeOn = async (day: string) => done(await admin.call('GET', `${path}?asOf=${day}`)).taxCode
    expect(await Promise.all(['2026-11-30', '2026-12-01', '2026-12-09', '2026-12-11'].map(codeOn))).toEqual([
      null,
      '2400111222',
      '2400111222-003',
      null,
    ])
  })
})

describe('the organ code of a unit', () => {
  test('changes from a day on, was what it was before, and is found by what it was', async () => {
    const [unit] = done(await admin.call('GET', '/directory/units?text=H02.14'))
    expect([unit.code, unit.organCode]).toEqual(['SGTVT', 'H02.14'])
    const path = `/directory/units/${unit.id}`
    done(await admin.call('POST', `${path}/organ-code`, { organCode: 'h02.88', from: '2026-12-01' }))
    const codeOn = async (day: string) => done(await admin.call('GET', `${path}?asOf=${day}`)).organCode
    expect([await codeOn('2026-11-30'), await codeOn('2026-12-01')]).toEqual(['H02.14', 'H02.88'])
    const versions = done(await admin.call('GET', `${path}/versions`))
    expect(versions.slice(0, 2).map((one: { organCode: string }) => one.organCode)).toEqual(['H02.88', 'H02.14'])
    for (const text of ['H02.14', 'h02.88'])
      expect(done(await admin.call('GET', `/directory/units?text=${text}&asOf=2026-12-02`))[0].code).toBe('SGTVT')
  })

  test('is not given to two at once', async () => {
    const [other] = done(await admin.call('GET', '/directory/units?text=STP'))
    const taken = await admin.call('POST', `/directory/units/${other.id}/organ-code`, {
      organCode: 'H02.88',
      from: '2026-12-02',
    })
    expect([taken.status, taken.body.code]).toEqual([409, 'organCodeTaken'])
    const given = await admin.call('POST', `/directory/units/${other.id}/organ-code`, {
      organCode: 'H02.14',
      from: '2026-12-02',
    })
    expect(given.status).toBe(200)
  })

  test('and a name of before find the unit as it is called now, after those that are called so', async () => {
    const rename = async (code: string, name: string) => {
      const [unit] = done(await admin.call('GET', `/directory/units?text=${code}`))
      done(await admin.call('POST', `/directory/units/${unit.id}/name`, { name, from: '2026-12-03' }))
    }
    await rename('SKHCN', 'Sở Đổi mới')
    await rename('STP', 'Sở Tư pháp, khoa học và công nghệ')
    const found = done(await admin.call('GET', '/directory/units?text=khoa hoc va cong nghe&asOf=2026-12-04'))
    expect(found.map((one: { name: string }) => one.name)).toEqual(['Sở Tư pháp, khoa học và công nghệ', 'Sở Đổi mới'])
  })
})
