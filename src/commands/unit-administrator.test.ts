import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appoint, createPerson, createPost } from '#engines/directory/index.ts'
import { createAccount } from '#engines/identity/index.ts'
import { civil } from '#values/plain-date.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

let province: TestPlatform
let ofTransport: Visitor
let newcomer: string
let admin: Visitor

/** The administrator of the department of transport, and somebody new there without an account. */
beforeAll(async () => {
  province = await startTestPlatform()
  const [unit] = await province.query<{ id: string }>(`select id from directory.unit where code = 'SGTVT'`)
  const from = civil('2020-01-01')
  const place = async (fullName: string, name: string) =>
    province.platform.connection.db.transaction(async (tx) => {
      const personId = await createPerson(tx, { fullName })
      const { id } = await createPost(tx, { unitId: unit?.id ?? '', function: name, title: name, from })
      await appoint(tx, { postId: id, personId, from })
      return personId
    })
  const personId = await place('Vi Thị Hạnh', 'unit-administrator')
  newcomer = await place('Vi Văn Mới', 'specialist')
  const id = await createAccount(province.platform.connection.db, {
    kind: 'staff',
    personId,
    login: 'quantri.gtvt',
    passwordHash: null,
  })
  ofTransport = await province.asAccount({ id, kind: 'staff' })
  admin = await province.as('quantri')
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

test('an account is opened for whoever works there, and for nobody else', async () => {
  const [other] = await province.query<{ id: string }>(
    `select person_id as id from identity.account where login = 'chuyenvien.tuphap'`,
  )
  const open = (personId: string | undefined, login: string) =>
    ofTransport.call('POST', '/identity/accounts', { personId, login })
  expect((await open(other?.id, 'hai.tuphap')).status).toBe(404)
  expect((await open(newcomer, 'moi.gtvt')).status).toBe(200)
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
