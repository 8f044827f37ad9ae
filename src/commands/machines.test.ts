import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMachine, giveToken, machineFacts } from './testing/machines.ts'
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
