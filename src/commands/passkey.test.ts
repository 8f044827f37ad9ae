import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../demo/accounts.ts'
import { createAuthenticator } from './testing/authenticator.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Passkeys, with a security key in software; `journeys/sign-in-with-factors.test.ts` has those of a browser. */

let test: TestPlatform
let clock = new Date()
const later = (seconds: number) => void (clock = new Date(clock.getTime() + seconds * 1000))

type Key = ReturnType<typeof createAuthenticator>
const key = createAuthenticator()
let recoveryCodes: string[]

beforeAll(async () => {
  test = await startTestPlatform({ now: () => clock })
  ;({ recoveryCodes } = done(await add(await test.as('giamdoc.gtvt'), key, 'Điện thoại')))
}, 120_000)
afterAll(() => test.stop())

async function add(who: Visitor, added: Key, name: string, wrong?: Parameters<Key['create']>[1]) {
  const { ticket, options } = done(await who.call('POST', '/identity/factors/passkey-challenge', {}))
  return who.call('POST', '/identity/factors/passkeys', { ticket, attestation: added.create(options, wrong), name })
}

const ask = async (who: Visitor = test.nobody) => done(await who.call('POST', '/identity/passkey-challenge', {}))

const signIn = (given: { ticket: string; assertion: object }, who: Visitor = test.nobody) =>
  who.call('POST', '/identity/passkey-sign-in', given)

async function signInWith(used: Key, wrong?: Parameters<Key['get']>[1]) {
  const { ticket, options } = await ask()
  return signIn({ ticket, assertion: used.get(options, wrong) })
}

describe('a passkey', () => {
  it('signs in by itself: nothing is typed, and its owner counts as proven by a factor', async () => {
    const { token, kind, awaitsFactor } = done(await signInWith(key))
    expect([kind, awaitsFactor]).toEqual(['staff', false])
    const who = test.withToken(token)
    expect(done(await who.call('GET', '/identity/me')).name).toBeTruthy()
    const { passkeys, recoveryCodesLeft } = done(await who.call('GET', '/identity/factors'))
    expect(passkeys).toEqual([
      expect.objectContaining({ name: 'Điện thoại', lastUsedAt: expect.any(String) as string }),
    ])
    expect([recoveryCodes.length, recoveryCodesLeft]).toEqual([10, 10])
  })

  it('is the second step after the password, and only a key of that account is', async () => {
    const { body } = await test.nobody.call('POST', '/identity/sign-in', {
      login: 'giamdoc.gtvt',
      password: demoPassword,
    })
    expect(body).toMatchObject({ awaitsFactor: true, hasPasskey: true })
    const half = test.withToken(body.token)
    const { ticket, options } = await ask(half)
    expect(options.allowCredentials).toHaveLength(1)
    const stranger = createAuthenticator()
    done(await add(await test.as('vanthu.gtvt'), stranger, 'Khóa khác'))
    expect((await signIn({ ticket, assertion: stranger.get(options) }, half)).body.code).toBe('wrongPasskey')
    const again = await ask(half)
    done(await signIn({ ticket: again.ticket, assertion: key.get(again.options) }, half))
    expect((await half.call('GET', '/identity/sessions')).status).toBe(401)
  })

  it.each([
    ['another site asked', { origin: 'https://dichvucong.example' }],
    ['it was made for another host', { host: 'dichvucong.example' }],
    ['its owner was not verified', { unverified: true }],
    ['its counter went back, so there are two of it', { counter: 1 }],
  ])('is refused where %s', async (_why, wrong) => {
    expect((await signInWith(key, wrong)).body.code).toBe('wrongPasskey')
    done(await signInWith(key))
  })

  it('answers a challenge once, in the browser that was asked, and within five minutes', async () => {
    // One that lies in a cloud has no counter: nothing but the challenge tells what is heard again.
    const synced = createAuthenticator()
    done(await add(await test.as('chuyenvien.gtvt'), synced, 'Điện thoại', { counter: 0 }))
    const one = await ask()
    const given = { ticket: one.ticket, assertion: synced.get(one.options, { counter: 0 }) }
    done(await signIn(given))
    expect((await signIn(given)).body.code).toBe('wrongPasskey')
    const [mine, yours] = [await ask(), await ask()]
    expect((await signIn({ ticket: yours.ticket, assertion: key.get(mine.options) })).status).toBe(401)
    const slow = await ask()
    later(301)
    expect((await signIn({ ticket: slow.ticket, assertion: key.get(slow.options) })).status).toBe(401)
    expect((await signIn({ ticket: 'A'.repeat(43), assertion: key.get(slow.options) })).status).toBe(401)
  })

  it('is not added where another site asked, its owner was not verified, or the proof is old', async () => {
    const who = await test.as('truongphong.gtvt')
    for (const wrong of [{ origin: 'https://dichvucong.example' }, { unverified: true }])
      expect((await add(who, createAuthenticator(), 'Khóa', wrong)).body.code).toBe('wrongPasskey')
    later(700)
    expect((await who.call('POST', '/identity/factors/passkey-challenge', {})).body.code).toBe('stepUpNeeded')
  })

  it('is removed by whoever has just shown a factor; with the last one recovery codes go, and the password is enough', async () => {
    let who = test.withToken(done(await signInWith(key)).token)
    later(700)
    const [{ id }] = done(await who.call('GET', '/identity/factors')).passkeys
    const remove = () => who.call('DELETE', `/identity/factors/passkeys/${id}`)
    expect((await remove()).body.code).toBe('factorNeeded')
    const { ticket, options } = await ask(who)
    const proven = await who.call('POST', '/identity/passkey-proof', { ticket, assertion: key.get(options) })
    who = test.withToken(done(proven).token)
    expect(done(await remove())).toEqual({ removed: true })
    expect((await signInWith(key)).body.code).toBe('wrongPasskey')
    expect(done(await (await test.as('giamdoc.gtvt')).call('GET', '/identity/factors'))).toEqual({
      totpSince: null,
      recoveryCodesLeft: 0,
      passkeys: [],
    })
  })

  it('of a disabled account opens nothing', async () => {
    const theirs = createAuthenticator()
    done(await add(await test.as('phogiamdoc.gtvt'), theirs, 'Khóa'))
    await test.query(`update identity.account set status = 'disabled' where login = 'phogiamdoc.gtvt'`)
    expect((await signInWith(theirs)).body.code).toBe('wrongPasskey')
  })
})
