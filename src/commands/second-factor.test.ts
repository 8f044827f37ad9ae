import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../demo/accounts.ts'
import { oneTimeCode } from './testing/one-time-code.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** The second factor of officials: an authenticator app and recovery codes. */

let test: TestPlatform
let clock = new Date()
/** Codes are good once, so each test goes on to a time of its own. */
const later = (seconds: number) => void (clock = new Date(clock.getTime() + seconds * 1000))

beforeAll(async () => {
  test = await startTestPlatform({ now: () => clock })
}, 120_000)
afterAll(() => test.stop())

/** Gives an official an app; answers how to sign in with it. */
async function enrol(login: string) {
  const visitor = await test.as(login)
  const { secret, uri } = done(await visitor.call('POST', '/identity/factors/totp', {}))
  expect(uri).toContain(`secret=${secret}`)
  const { recoveryCodes } = done(
    await visitor.call('POST', '/identity/factors/totp/confirmation', { code: oneTimeCode(secret, clock) }),
  )
  later(60)
  return { visitor, recoveryCodes: recoveryCodes as string[], code: () => oneTimeCode(secret, clock) }
}

/** The first step of signing in. */
async function firstStep(login: string) {
  const { body } = await test.nobody.call('POST', '/identity/sign-in', { login, password: demoPassword })
  const half = test.withToken(body.token)
  return { body, half, giveCode: (code: string) => half.call('POST', '/identity/second-step', { code }) }
}

const isIn = async (who: Visitor) => (await who.call('GET', '/identity/sessions')).status === 200

describe('an authenticator app', () => {
  it('counts only from its first right code on', async () => {
    const who = await test.as('vanthu.gtvt')
    const { secret } = done(await who.call('POST', '/identity/factors/totp', {}))
    expect((await who.call('POST', '/identity/factors/totp/confirmation', { code: '000000' })).body.code).toBe(
      'wrongCode',
    )
    expect((await firstStep('vanthu.gtvt')).body.awaitsFactor).toBe(false)
    done(await who.call('POST', '/identity/factors/totp/confirmation', { code: oneTimeCode(secret, clock) }))
    expect((await firstStep('vanthu.gtvt')).body.awaitsFactor).toBe(true)
    expect((await who.call('POST', '/identity/factors/totp', {})).body.code).toBe('factorThere')
  })

  it('is asked for after the password, and its token of the first step opens nothing else', async () => {
    const { code } = await enrol('chuyenvien.gtvt')
    const { body, half, giveCode } = await firstStep('chuyenvien.gtvt')
    expect(body).toMatchObject({ awaitsFactor: true, kind: 'staff' })
    expect(done(await half.call('GET', '/identity/me')).kind).toBe('nobody')
    for (const [method, path] of [
      ['GET', '/workflow/inbox'],
      ['GET', '/identity/sessions'],
      ['GET', '/identity/factors'],
      ['POST', '/identity/sign-out'],
      ['POST', '/identity/factors/totp'],
    ] as const)
      expect((await half.call(method, path, method === 'POST' ? {} : undefined)).status, path).toBe(401)
    const whole = done(await giveCode(code()))
    expect(whole.token).not.toBe(body.token)
    expect([await isIn(half), await isIn(test.withToken(whole.token))]).toEqual([false, true])
  })

  it('has no code taken twice, by nobody, and none of long ago or of the future', async () => {
    const { code } = await enrol('truongphong.gtvt')
    const used = code()
    const before = clock
    done(await (await firstStep('truongphong.gtvt')).giveCode(used))
    expect((await (await firstStep('truongphong.gtvt')).giveCode(used)).body.code).toBe('wrongCode')
    later(90)
    const ofTheFuture = code()
    clock = before
    expect((await (await firstStep('truongphong.gtvt')).giveCode(ofTheFuture)).status).toBe(401)
    later(120)
    done(await (await firstStep('truongphong.gtvt')).giveCode(code()))
  })

  it('is guessed five times at most with one password, and then ever more slowly', async () => {
    const { code } = await enrol('giamdoc.gtvt')
    const { giveCode } = await firstStep('giamdoc.gtvt')
    for (let n = 0; n < 5; n++) expect((await giveCode('000000')).body.code).toBe('wrongCode')
    expect((await giveCode(code())).body.code).toBe('notSignedIn')
    const again = await firstStep('giamdoc.gtvt')
    const { status, body } = await again.giveCode(code())
    expect([status, body.code]).toEqual([429, 'signInWait'])
    later(60)
    done(await again.giveCode(code()))
  })

  it('waits ten minutes for its code and no longer', async () => {
    const { code } = await enrol('phogiamdoc.gtvt')
    const { giveCode } = await firstStep('phogiamdoc.gtvt')
    later(601)
    expect((await giveCode(code())).body.code).toBe('notSignedIn')
  })

  it('keeps its secret encrypted', async () => {
    const who = await test.as('vanthu.huyen')
    const { secret } = done(await who.call('POST', '/identity/factors/totp', {}))
    const [row] = await test.query<{ text: string }>(
      `select t::text as text from identity.totp t join identity.account a on a.id = t.account_id where a.login = 'vanthu.huyen'`,
    )
    expect(row?.text).not.toContain(secret)
    expect(row?.text).not.toContain(Buffer.from(secret).toString('hex'))
    const kept = await test.query(`select from audit.entry e where e::text like '%' || $1 || '%'`, [secret])
    expect(kept).toHaveLength(0)
  })

  it('is for officials, not for citizens, and not for a password that somebody else knows', async () => {
    const citizen = await test.as('congdan')
    expect((await citizen.call('POST', '/identity/factors/totp', {})).status).toBe(403)
    const official = await test.as('lanhdao.xa')
    await test.query(`update identity.account set must_change_password = true where login = 'lanhdao.xa'`)
    test.platform.runner.onRightsChanged?.()
    expect((await official.call('POST', '/identity/factors/totp', {})).body.code).toBe('mustChangePassword')
  })
})

describe('a recovery code', () => {
  it('stands for the app once; how many are left is shown; a new set takes the place of the old', async () => {
    const { recoveryCodes } = await enrol('chuyenvien.tuphap')
    expect(recoveryCodes).toHaveLength(10)
    expect(new Set(recoveryCodes).size).toBe(10)
    const [first, second] = recoveryCodes as [string, string]
    const whole = done(await (await firstStep('chuyenvien.tuphap')).giveCode(` ${first.toUpperCase()} `))
    const who = test.withToken(whole.token)
    expect((await (await firstStep('chuyenvien.tuphap')).giveCode(first)).body.code).toBe('wrongCode')
    expect(done(await who.call('GET', '/identity/factors')).recoveryCodesLeft).toBe(9)
    const renewed = done(await who.call('POST', '/identity/factors/recovery-codes', {})).recoveryCodes as string[]
    expect((await (await firstStep('chuyenvien.tuphap')).giveCode(second)).status).toBe(401)
    done(await (await firstStep('chuyenvien.tuphap')).giveCode(renewed[9] as string))
    const [{ kept }] = (await test.query<{ kept: string }>(
      `select string_agg(code_hash, ' ') as kept from identity.recovery_code`,
    )) as [{ kept: string }]
    expect(kept).toMatch(/^\$argon2id\$/)
  })
})

describe('a factor', () => {
  it('is removed only by whoever has just shown it, not by a password', async () => {
    const { code } = await enrol('vanthu.tuphap')
    let who = test.withToken(done(await (await firstStep('vanthu.tuphap')).giveCode(code())).token)
    later(700)
    const removal = () => who.call('DELETE', '/identity/factors/totp')
    const prove = async (proof: object) => {
      who = test.withToken(done(await who.call('POST', '/identity/proof', proof)).token)
    }
    await prove({ password: demoPassword })
    expect((await removal()).body.code).toBe('factorNeeded')
    await prove({ code: code() })
    expect(done(await removal())).toEqual({ removed: true })
    expect((await firstStep('vanthu.tuphap')).body.awaitsFactor).toBe(false)
  })

  it('is reset by an administrator, who never sees it; sessions end, and the owner is told', async () => {
    const { visitor } = await enrol('giamdoc.tuphap')
    const admin = await test.as('quantri')
    const [account] = await test.query<{ id: string }>(`select id from identity.account where login = 'giamdoc.tuphap'`)
    const reset = (who: Visitor) => who.call('POST', `/identity/accounts/${account?.id}/factors/reset`, {})
    expect((await reset(await test.as('chuyenvien.congthuong'))).status).toBe(403)
    expect(done(await reset(admin)).sessionsEnded).toBeGreaterThan(0)
    expect((await visitor.call('GET', '/identity/sessions')).status).toBe(401)
    const { body } = await firstStep('giamdoc.tuphap')
    expect(body.awaitsFactor).toBe(false)
    await test.settle()
    const told = done(await test.withToken(body.token).call('GET', '/notification/messages')).rows
    expect(told.map(({ words }: { words: { vi: string } }) => words.vi)).toEqual([
      expect.stringContaining('Quản trị viên vừa gỡ'),
      expect.stringContaining('vừa thêm ứng dụng'),
    ])
    const [own] = await test.query<{ id: string }>(`select id from identity.account where login = 'quantri'`)
    expect((await admin.call('POST', `/identity/accounts/${own?.id}/factors/reset`, {})).status).toBe(403)
  })
})
