import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dateAt } from '#values/plain-date.ts'
import { send } from './testing/import-sheets.ts'
import { done } from './testing/story.ts'
import { postOf } from './testing/posts.ts'
import { createMachine, giveToken, machineFacts } from './testing/machines.ts'
import { clientFacts, newKey } from './testing/sign-on-client.ts'
import { startAdministered } from './testing/administered.ts'
import type { TestPlatform, Visitor } from './testing/test-platform.ts'

/** What whoever administers may give, and what not. */

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

test('a machine is set up for their own department, and gets neither a reach nor a permission that they have not', async () => {
  const own = { reach: 'agency', permissions: ['directory.read'] }
  const reads = { ...own, permissions: ['directory.read', 'dossier.read'] }
  await expect(createMachine(province, ofTransport, { ...own, reach: 'all' })).rejects.toThrow('reachTooFar')
  await expect(createMachine(province, ofTransport, reads)).rejects.toThrow('notTheirsToGive')
  await expect(createMachine(province, ofTransport, own, 'STP')).rejects.toThrow('notFound')
  const mine = await createMachine(province, ofTransport, own)
  const change = (who: Visitor) => who.call('PUT', `/identity/machines/${mine}`, { ...machineFacts, ...reads })
  expect((await change(ofTransport)).body.code).toBe('notTheirsToGive')
  done(await change(admin))
  await expect(giveToken(ofTransport, mine, ['dossier.read'])).rejects.toThrow('notTheirsToGive')
  await giveToken(ofTransport, mine, ['directory.read'])
  const theirs = await createMachine(province, await province.as('quantri'), {}, 'STP')
  expect(done(await ofTransport.call('GET', '/identity/machines'))).toMatchObject([{ id: mine }])
  await expect(giveToken(ofTransport, theirs)).rejects.toThrow('notFound')
  const { id } = await giveToken(await province.as('quantri'), theirs)
  expect((await ofTransport.call('DELETE', `/identity/tokens/${id}`)).status).toBe(404)
})

test('a system is connected to no machine that may do what they may not, nor given other keys while it is', async () => {
  const mine = await createMachine(province, ofTransport, { reach: 'agency', permissions: ['directory.read'] })
  const { publicKeys } = await newKey('k1')
  const [own] = await province.query<{ id: string }>(`select id from directory.unit where code = 'SGTVT'`)
  const client = done(
    await ofTransport.call('POST', '/identity/clients', { ...clientFacts, ownerId: own?.id, publicKeys }),
  ).id as string
  const change = async (who: Visitor, facts: object) => {
    const { status, body } = await who.call('PUT', `/identity/clients/${client}`, { ...clientFacts, ...facts })
    return status === 200 ? status : (body.code as string)
  }
  expect(await change(ofTransport, { machineId: mine })).toBe(200)
  const permissions = ['directory.read', 'dossier.read']
  done(await admin.call('PUT', `/identity/machines/${mine}`, { ...machineFacts, reach: 'agency', permissions }))
  expect(await change(ofTransport, { machineId: mine, name: 'Kho lưu trữ' })).toBe(200)
  expect(await change(ofTransport, { machineId: mine, publicKeys })).toBe('notTheirsToGive')
  expect(await change(ofTransport, { machineId: null })).toBe(200)
  expect(await change(ofTransport, { machineId: mine })).toBe('notTheirsToGive')
  expect(await change(admin, { machineId: mine, publicKeys })).toBe(200)
})

test('posts with rights over the whole province are the province’s to make and to fill, and so are their holders’ accounts', async () => {
  const transport = done(await admin.call('GET', '/directory/units?text=SGTVT'))[0].id as string
  const from = dateAt(new Date())
  const make = (who: Visitor, name: string) =>
    who.call('POST', '/directory/posts', { unitId: transport, function: name, title: 'Vị trí mới', from })
  expect((await make(ofTransport, 'administrator')).body.code).toBe('rightsBeyond')
  expect((await make(ofTransport, 'unit-administrator')).status).toBe(200)
  expect((await make(admin, 'procedure-controller')).status).toBe(200)
  const postId = done(await make(admin, 'auditor')).id as string
  const [official] = await province.query<{ id: string }>(
    `select person_id as id from identity.account where login = 'chuyenvien.gtvt'`,
  )
  const personId = official?.id
  const fill = (who: Visitor) =>
    who.call('POST', `/directory/posts/${postId}/appointments`, { personId, from, kind: 'acting' })
  expect((await fill(ofTransport)).body.code).toBe('rightsBeyond')
  const plan = { personId, effectiveOn: from, ends: [], begins: [{ postId, kind: 'acting' }] }
  const decision = { document: '1/QĐ', decidedOn: from }
  expect((await ofTransport.call('POST', '/directory/transfers', { plan, decision })).body.code).toBe('rightsBeyond')
  const content = Buffer.from('Mã đơn vị,Chức năng,Số vị trí,Từ ngày\nSGTVT,Kiểm soát viên nhật ký,1,01/01/2027\n')
  const sent = await ofTransport.call('POST', '/directory/imports', {
    fileName: 'a.csv',
    content: content.toString('base64url'),
  })
  const { lines } = done(await ofTransport.call('GET', `/directory/imports/${done(sent).id}`))
  expect(lines).toMatchObject([{ state: 'aside', says: { vi: expect.stringContaining('quản trị của tỉnh bố trí') } }])

  const reset = async () =>
    (await ofTransport.call('POST', `/identity/accounts/${await accountOf('chuyenvien.gtvt')}/password`, {})).status
  expect(await reset()).toBe(200)
  const held = done(await fill(admin)).id as string
  expect(await reset()).toBe(404)
  const end = (who: Visitor) => who.call('POST', `/directory/appointments/${held}/end`, { on: addDays(from, 1) })
  expect((await end(ofTransport)).body.code).toBe('rightsBeyond')
  done(await end(admin))
})

test('nobody gives a post to themselves, decides about their own, or takes over the work of who is away, only because they administer', async () => {
  const from = dateAt(new Date())
  const decision = { document: '2/QĐ', decidedOn: from }
  const me = done(await ofTransport.call('GET', '/identity/me'))
  const personId = me.person as string
  const transport = done(await admin.call('GET', '/directory/units?text=SGTVT'))[0].id as string
  const created = { unitId: transport, function: 'deputy-leader', title: 'Phó Giám đốc thêm', from }
  const postId = done(await ofTransport.call('POST', '/directory/posts', created)).id as string
  const appointed = (who: Visitor, person: string) =>
    who.call('POST', `/directory/posts/${postId}/appointments`, { personId: person, from, kind: 'acting' })
  expect((await appointed(ofTransport, personId)).body.code).toBe('ownPost')
  expect((await appointed(admin, done(await admin.call('GET', '/identity/me')).person)).body.code).toBe('ownPost')
  const plan = { personId, effectiveOn: addDays(from, 1), ends: [], begins: [{ postId, kind: 'acting' }] }
  for (const [path, input] of [
    ['/directory/transfer-previews', { plan }],
    ['/directory/transfers', { plan, decision }],
  ] as const)
    expect((await ofTransport.call('POST', path, input)).body.code).toBe('ownPost')
  const nowhere = {
    personId: done(await (await province.as('congdan')).call('GET', '/identity/me')).person,
    leaves: true,
  }
  const unheard = { plan: { ...plan, ...nowhere, begins: [] } }
  expect((await ofTransport.call('POST', '/directory/transfer-previews', unheard)).status).toBe(404)
  const sheet = [['Vi Thị Hạnh', '', 'quantri.gtvt', 'SGTVT', 'Cấp phó lãnh đạo cơ quan', '01/01/2027', '']]
  const { lines } = await send(ofTransport, { people: sheet })
  expect(lines).toMatchObject([{ state: 'aside', says: { vi: expect.stringContaining('tự bố trí') } }])

  const leave = (toPostId: string) =>
    ofTransport.call('POST', '/directory/leaves', { personId: newcomer, toPostId, from, to: addDays(from, 2) })
  expect((await leave(me.post.id)).body.code).toBe('ownStandIn')
  done(await leave(await postOf(province, 'giamdoc.gtvt')))

  // What others decided about them they do not take back.
  const { id } = done(await admin.call('POST', '/directory/transfers', { plan, decision }))
  const cancel = (who: Visitor) => who.call('POST', `/directory/transfers/${id}/cancellation`)
  expect((await cancel(ofTransport)).body.code).toBe('ownPost')
  done(await cancel(admin))
  done(await appointed(admin, personId))
})

test('who reads the dossiers of one agency by a post gives that to a machine of it, as far as the post reaches', async () => {
  const deputy = done(await ofTransport.call('GET', '/identity/me'))
  expect(deputy.permissions).toContain('dossier.read')
  const reads = { reach: 'agency', permissions: ['dossier.read'] }
  expect(await createMachine(province, ofTransport, reads)).toMatch(/^[0-9a-f-]{36}$/)
  await expect(createMachine(province, ofTransport, { ...reads, reach: 'all' })).rejects.toThrow('reachTooFar')
})
