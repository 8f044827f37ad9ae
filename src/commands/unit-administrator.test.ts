import { afterAll, beforeAll, expect, test } from 'vitest'
import { appoint, createPerson, createPost } from '#engines/directory/index.ts'
import { createAccount } from '#engines/identity/index.ts'
import { addDays, civil, dateAt } from '#values/plain-date.ts'
import { done } from './testing/story.ts'
import { createMachine, giveToken } from './testing/machines.ts'
import { clientFacts, newKey } from './testing/sign-on-client.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

let province: TestPlatform
let ofTransport: Visitor
let newcomer: string

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
  expect(preview.after).toEqual([summer, saturday])
  expect(preview.units).toBeGreaterThan(1)
  for (const other of ['STP', 'UBND-TINH'])
    expect((await declare(ofTransport, await summerHours(other))).status).toBe(403)
  expect((await declare(ofTransport, { ...input, from: dateAt(new Date()) })).body.code).toBe('hoursNotAhead')
  expect((await declare(ofTransport, { ...input, morningEnd: '' })).body.code).toBe('invalidInput')
  const { id } = done(await declare(ofTransport, input))
  expect((await declare(ofTransport, input)).body.code).toBe('hoursDeclared')
  expect((await declare(ofTransport, { ...input, from: addDays(soon, 1) })).body.code).toBe('hoursUnchanged')
  expect((await seen('SGTVT.QLVT')).coming).toEqual({ from: soon, week: [summer, saturday] })
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

test('a system that signs in by us is registered for their own department, and those of others are not there', async () => {
  const [own, other] = await Promise.all(
    ['SGTVT', 'STP'].map(async (code) => {
      const [unit] = await province.query<{ id: string }>(`select id from directory.unit where code = $1`, [code])
      return unit?.id
    }),
  )
  const { publicKeys } = await newKey('k1')
  const register = (who: Visitor, ownerId: string | undefined) =>
    who.call('POST', '/identity/clients', { ...clientFacts, ownerId, publicKeys })
  expect((await register(ofTransport, other)).status).toBe(404)
  const mine = done(await register(ofTransport, own)).id
  const theirs = done(await register(await province.as('quantri'), other)).id
  expect(done(await ofTransport.call('GET', '/identity/clients')).clients).toMatchObject([{ id: mine }])
  const shut = async (id: string) =>
    (await ofTransport.call('PUT', `/identity/clients/${id}/status`, { status: 'disabled' })).status
  expect([await shut(theirs), await shut(mine)]).toEqual([404, 200])
  expect((await ofTransport.call('PUT', `/identity/clients/${theirs}`, clientFacts)).status).toBe(404)
})

test('a machine is set up for their own department, and reaches no further than they do', async () => {
  await expect(createMachine(province, ofTransport, { reach: 'all' })).rejects.toThrow('reachTooFar')
  await expect(createMachine(province, ofTransport, { reach: 'agency' }, 'STP')).rejects.toThrow('notFound')
  const mine = await createMachine(province, ofTransport, { reach: 'agency' })
  const theirs = await createMachine(province, await province.as('quantri'), {}, 'STP')
  expect(done(await ofTransport.call('GET', '/identity/machines'))).toMatchObject([{ id: mine }])
  await expect(giveToken(ofTransport, theirs)).rejects.toThrow('notFound')
  const { id } = await giveToken(await province.as('quantri'), theirs)
  expect((await ofTransport.call('DELETE', `/identity/tokens/${id}`)).status).toBe(404)
})
