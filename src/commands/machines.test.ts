import { randomUUID } from 'node:crypto'
import * as oidc from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCallCount } from '#engines/identity/machines/count-calls.ts'
import { findMachine } from '#engines/identity/machines/find-machine.ts'
import { createMachine, giveToken, machineFacts } from './testing/machines.ts'
import { askForItself, clientFacts, newKey, refusal, registerClient } from './testing/sign-on-client.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Machines call operations with tokens: only what they were given, only as far, only until a day. */

let test: TestPlatform
let administrator: Visitor
let clock = new Date()

beforeAll(async () => {
  test = await startTestPlatform({ now: () => clock })
  administrator = await test.as('quantri')
}, 240_000)
afterAll(() => test.stop())

const statusOf = async (who: Visitor, path: string) => (await who.call('GET', path)).status
const dossiersOf = async (who: Visitor): Promise<string[]> =>
  done(await who.call('GET', '/services/dossiers?limit=50')).rows.map((row: { id: string }) => row.id)

describe('a token', () => {
  it('opens what both it and its account were given, and nothing else', async () => {
    const machine = await createMachine(test, administrator, { permissions: ['dossier.read', 'directory.read'] })
    const narrow = test.withToken((await giveToken(administrator, machine, ['directory.read'])).token)
    const wide = test.withToken((await giveToken(administrator, machine, ['dossier.read', 'directory.read'])).token)
    expect(await statusOf(narrow, '/directory/units?text=so')).toBe(200)
    expect(await statusOf(narrow, '/services/dossiers')).toBe(403)
    expect(await statusOf(wide, '/services/dossiers')).toBe(200)
    const more = { name: 'Nhiều hơn', permissions: ['job.read'], days: 1 }
    expect((await administrator.call('POST', `/identity/machines/${machine}/tokens`, more)).body.code).toBe(
      'moreThanItsOwner',
    )
    const less = { ...machineFacts, permissions: ['directory.read'] }
    done(await administrator.call('PUT', `/identity/machines/${machine}`, less))
    expect(await statusOf(wide, '/services/dossiers')).toBe(403)
  })

  it('reaches no further than a post of its owner would', async () => {
    const reading = async (reach: string) => {
      const machine = await createMachine(test, administrator, { permissions: ['dossier.read'], reach })
      return test.withToken((await giveToken(administrator, machine, ['dossier.read'])).token)
    }
    const [all, ofTransport] = [await reading('all'), await reading('agency')]
    const seen = await dossiersOf(ofTransport)
    expect(seen).toEqual(await dossiersOf(await test.as('giamdoc.gtvt')))
    const hidden = (await dossiersOf(all)).find((id) => !seen.includes(id))
    expect(await statusOf(all, `/services/dossiers/${hidden}`)).toBe(200)
    expect(await statusOf(ofTransport, `/services/dossiers/${hidden}`)).toBe(404)
  })

  it('is over at its end, when it is revoked, and when its account is shut, at once', async () => {
    const machine = await createMachine(test, administrator)
    const use = async (token: string) => statusOf(test.withToken(token), '/directory/units?text=so')
    const { token, id, expiresAt } = await giveToken(administrator, machine)
    const other = await giveToken(administrator, machine)
    expect([await use(token), await use(other.token)]).toEqual([200, 200])
    done(await administrator.call('DELETE', `/identity/tokens/${id}`))
    expect([await use(token), await use(other.token)]).toEqual([401, 200])
    done(await administrator.call('PUT', `/identity/machines/${machine}/status`, { status: 'disabled' }))
    expect(await use(other.token)).toBe(401)
    done(await administrator.call('PUT', `/identity/machines/${machine}/status`, { status: 'active' }))
    expect(await use(other.token)).toBe(200)
    const ended = await giveToken(administrator, machine)
    const now = clock
    clock = new Date(expiresAt)
    const last = await giveToken(await test.as('quantri'), machine)
    expect([await use(ended.token), await use(last.token)]).toEqual([401, 200])
    clock = now
  })

  it('has an end within a year', async () => {
    const machine = await createMachine(test, administrator)
    for (const days of [0, 366, undefined]) {
      const given = { name: 'Dài hạn', permissions: ['directory.read'], days }
      expect((await administrator.call('POST', `/identity/machines/${machine}/tokens`, given)).status).toBe(422)
    }
  })

  it('is kept as a hash, and says when and where from it was last used', async () => {
    const machine = await createMachine(test, administrator)
    const { token, id } = await giveToken(administrator, machine)
    expect(token).toMatch(/^lt_/)
    const [kept] = await test.query<{ row: string }>(
      `select to_jsonb(t)::text as row from identity.api_token t where id = $1`,
      [id],
    )
    expect(kept?.row).not.toContain(token)
    await statusOf(test.withToken(token), '/directory/units?text=so')
    const machines = done(await administrator.call('GET', '/identity/machines'))
    const [used] = machines.find((one: { id: string }) => one.id === machine).tokens
    expect(new Date(used.lastUsedAt)).toEqual(clock)
  })

  it('is no session: not in a cookie, not for what asks for a person or a fresh proof', async () => {
    const machine = await createMachine(test, administrator)
    const { token } = await giveToken(administrator, machine)
    const inCookie = { Cookie: `session=${token}` }
    expect((await test.nobody.call('GET', '/directory/units?text=so', undefined, inCookie)).status).toBe(401)
    const program = test.withToken(token)
    for (const path of ['/identity/sessions', '/notification/messages', '/identity/consents'])
      expect(await statusOf(program, path)).toBe(403)
    expect((await program.call('POST', '/identity/sign-out', {})).status).toBe(403)
    expect((await program.call('POST', `/identity/machines/${machine}/tokens`, {})).status).toBe(422)
  })

  it('is slowed beyond 600 calls a minute, and only it', async () => {
    const machine = await createMachine(test, administrator)
    const [busy, other] = [await giveToken(administrator, machine), await giveToken(administrator, machine)]
    const call = (token: string) => test.withToken(token).call('GET', '/identity/sign-in-ways')
    for (let turn = 0; turn < 600; turn++) await call(busy.token)
    const refused = await call(busy.token)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
    expect((await call(other.token)).status).toBe(200)
  })

  it('is slowed by the calls of all processes together, in each a few later', async () => {
    const { db } = test.platform.connection
    const [one, other] = [createCallCount(db), createCallCount(db)]
    const holder = randomUUID()
    const call = async (count: typeof one, times: number) => {
      for (let turn = 0; turn < times; turn++) await count(holder, clock)
    }
    await call(one, 310)
    await call(other, 300)
    expect(() => other(holder, clock)).toThrow('tooMany')
    const later = new Date(clock.getTime() + 60_000)
    expect(() => other(holder, later)).not.toThrow()
  })

  it('is named in the trail by its account', async () => {
    const machine = await createMachine(test, administrator, { name: 'Cổng tra cứu' })
    const program = test.withToken((await giveToken(administrator, machine)).token)
    const [dossier] = await dossiersOf(program)
    done(await program.call('GET', `/services/dossiers/${dossier}`))
    const [entry] = await test.query<{ account: string; actorName: string }>(
      `select account, actor_name as "actorName" from audit.entry where account = $1 order by at desc limit 1`,
      [machine],
    )
    expect(entry).toEqual({ account: machine, actorName: 'Cổng tra cứu' })
  })
})

describe('a system that asks in its own name', () => {
  const reading = { permissions: ['directory.read', 'dossier.read'] }
  const connected = async (facts: Partial<typeof machineFacts> = reading) => {
    const machineId = await createMachine(test, administrator, facts)
    const client = await registerClient(test, administrator, { name: 'Kho dữ liệu', redirectUris: [], machineId })
    return { machineId, client }
  }
  const open = (token: oidc.TokenEndpointResponse, path = '/services/dossiers') =>
    statusOf(test.withToken(token.access_token), path)

  it('gets a token of minutes by its key alone, and is its machine with it: its rights, its name, its last use', async () => {
    const { machineId, client } = await connected({ ...reading, name: 'Kho của Sở' })
    const token = await askForItself(client)
    expect(token).toMatchObject({ token_type: 'bearer', expires_in: 300, scope: 'directory.read dossier.read' })
    expect(token.access_token).toMatch(/^lt_/)
    const program = test.withToken(token.access_token)
    const seen = await dossiersOf(program)
    const given = await giveToken(administrator, machineId, reading.permissions)
    expect(seen).toEqual(await dossiersOf(test.withToken(given.token)))
    expect(await open(token, '/operations/jobs')).toBe(403)
    expect((await program.call('POST', '/identity/sign-out', {})).status).toBe(403)
    done(await program.call('GET', `/services/dossiers/${seen[0]}`))
    const trail = await test.query(
      `select actor_name as name from audit.entry where account = $1 and operation = 'services.getDossier'`,
      [machineId],
    )
    expect(trail).toEqual([{ name: 'Kho của Sở' }])
    const machines = done(await administrator.call('GET', '/identity/machines'))
    const { client: used } = machines.find((one: { id: string }) => one.id === machineId)
    expect(used).toMatchObject({ id: client.id, name: 'Kho dữ liệu', lastUsedAt: clock.toISOString() })
  })

  it('may ask for less, and not for more than its machine has, then or later', async () => {
    const { machineId, client } = await connected()
    const narrow = await askForItself(client, 'directory.read')
    expect([await open(narrow), await open(narrow, '/directory/units?text=so')]).toEqual([403, 200])
    expect(await refusal(askForItself(client, 'directory.read job.read'))).toBe('invalid_scope')
    const wide = await askForItself(client)
    const less = { ...machineFacts, ...reading, permissions: ['directory.read'] }
    done(await administrator.call('PUT', `/identity/machines/${machineId}`, less))
    expect([await open(wide), await open(wide, '/directory/units?text=so')]).toEqual([403, 200])
  })

  it.each([
    ['its machine is shut', (id: string) => ['PUT', `/identity/machines/${id}/status`, { status: 'disabled' }]],
    ['it is shut', (_: string, id: string) => ['PUT', `/identity/clients/${id}/status`, { status: 'disabled' }]],
    [
      'its keys are others',
      (id: string, client: string, publicKeys: string) => [
        'PUT',
        `/identity/clients/${client}`,
        { ...clientFacts, machineId: id, publicKeys },
      ],
    ],
    ['it has a machine no more', (_: string, id: string) => ['PUT', `/identity/clients/${id}`, clientFacts]],
  ] as const satisfies [string, (...of: string[]) => [string, string, object]][])(
    'is out at once when %s, and gets no token',
    async (_, shutting) => {
      const { machineId, client } = await connected()
      const token = await askForItself(client)
      expect(await open(token)).toBe(200)
      const [method, path, body] = shutting(machineId, client.id, (await newKey('k1')).publicKeys)
      done(await administrator.call(method, path, body))
      expect(await open(token)).toBe(401)
      expect(await refusal(askForItself(client))).toMatch(/^(unauthorized|invalid)_client$/)
    },
  )

  it('is not given back what it had when it is opened again', async () => {
    const { client } = await connected()
    const token = await askForItself(client)
    for (const status of ['disabled', 'active'])
      done(await administrator.call('PUT', `/identity/clients/${client.id}/status`, { status }))
    const [again, inBetween] = [await askForItself(client), await askForItself(client)]
    expect([await open(token), await open(again)]).toEqual([401, 200])
    // One that is given while it is being shut.
    await test.query(`update identity.client set status = 'disabled' where id = $1`, [client.id])
    expect(await open(inBetween)).toBe(401)
  })

  it('ends what it was given when it says so, and all of it is over in minutes', async () => {
    const { client } = await connected()
    const [given, other, late] = [await askForItself(client), await askForItself(client), await askForItself(client)]
    const foreign = await registerClient(test, administrator)
    await oidc.tokenRevocation(foreign.config, given.access_token)
    expect(await open(given)).toBe(200)
    await oidc.tokenRevocation(client.config, given.access_token)
    await expect.poll(() => open(given), { timeout: 10_000 }).toBe(401)
    expect(await open(other)).toBe(200)
    await test.query(`update identity.provider_entry set expires_at = now() where kind = 'ClientCredentials'`)
    expect(await open(late)).toBe(401)
  })

  it('has a machine of its owner, of its own', async () => {
    const { machineId, client } = await connected()
    const other = await registerClient(test, administrator)
    expect(await refusal(askForItself(other))).toBe('unauthorized_client')
    const foreign = await createMachine(test, administrator, {}, 'STP')
    for (const unfit of [machineId, foreign, client.id]) {
      const facts = { ...clientFacts, machineId: unfit }
      expect((await administrator.call('PUT', `/identity/clients/${other.id}`, facts)).body.code).toBe('unfitMachine')
    }
    const same = { ...clientFacts, redirectUris: [], machineId }
    expect((await administrator.call('PUT', `/identity/clients/${client.id}`, same)).status).toBe(200)
  })

  it('is counted as one, however many tokens it gets', async () => {
    const { client } = await connected()
    const { db } = test.platform.connection
    const holderOf = async ({ access_token }: oidc.TokenEndpointResponse) =>
      (await findMachine(db, access_token, '', clock))?.holderId
    expect([await holderOf(await askForItself(client)), await holderOf(await askForItself(client))]).toEqual([
      client.id,
      client.id,
    ])
  })

  it('signs nobody in without an address to come back to', async () => {
    const { client } = await connected()
    expect(await refusal(client.begin())).toMatch(/^(unauthorized_client|invalid_request)$/)
  })
})
