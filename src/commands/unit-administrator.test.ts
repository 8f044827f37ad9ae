import { afterAll, beforeAll, expect, test } from 'vitest'
import { appoint, createPerson, createPost } from '#engines/directory/index.ts'
import { createAccount } from '#engines/identity/index.ts'
import { civil } from '#values/plain-date.ts'
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
