import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { listOperations } from '#engines/list-operations.ts'
import { demoPassword } from '../demo/accounts.ts'
import { oneTimeCode } from './testing/one-time-code.ts'
import { runJob } from './testing/run-job.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** What an installation may ask of accounts: the national profile of passwords, second factors, use. */

const directory = makeTestDirectory('account-policy')
const leaked = 'Da len mang 14/7 roi'

let test: TestPlatform
let clock = new Date()
const later = (days: number) => void (clock = new Date(clock.getTime() + days * 86_400_000))

beforeAll(async () => {
  const breachedPasswords = join(directory, 'leaked.txt')
  writeFileSync(breachedPasswords, `${createHash('sha1').update(leaked).digest('hex').toUpperCase()}:3\n`)
  test = await startTestPlatform({
    now: () => clock,
    settings: {
      breachedPasswords,
      passwordProfiles: { staff: 'tcvn', citizen: 'asvs' },
      secondFactorStaff: 'administrators',
      unusedAccountDays: 45,
    },
  })
}, 120_000)
afterAll(async () => {
  await test.stop()
  removeTestDirectory(directory)
})

const change = (who: Visitor, current: string, next: string) =>
  who.call('POST', '/identity/password', { current, next })

const faultOf = async (answer: ReturnType<typeof change>) => (await answer).body.places?.[0]?.message.en

async function addApp(who: Visitor): Promise<void> {
  const { secret } = done(await who.call('POST', '/identity/factors/totp', {}))
  done(await who.call('POST', '/identity/factors/totp/confirmation', { code: oneTimeCode(secret, clock) }))
}

describe('the national profile of passwords', () => {
  it('asks officials for 14 characters of four classes, or 8 beside a second factor; citizens go by the other', async () => {
    const who = await test.as('vanthu.huyen')
    expect(await faultOf(change(who, demoPassword, 'Trau 1 di truoc'.slice(0, 13)))).toContain('at least 14')
    expect(await faultOf(change(who, demoPassword, 'con trau di truoc cai cay'))).toContain('capital letters')
    const said = async () => done(await who.call('GET', '/identity/password-rule?kind=staff')).words.en
    expect(await said()).toContain('At least 14 characters, with small and capital letters')
    await addApp(who)
    expect(await said()).toContain('At least 8 characters.')
    done(await change(who, demoPassword, 'trau cay'))
    const citizen = await test.as('congdan')
    expect(await faultOf(change(citizen, demoPassword, 'trau cay'))).toContain('at least 12')
    done(await change(citizen, demoPassword, 'con trau di truoc cai cay'))
  })

  it('takes none of the last ten again', async () => {
    const who = await test.as('vanthu.congthuong')
    const first = 'Con trau so 1, di truoc'
    done(await change(who, demoPassword, first))
    done(await change(who, first, 'Con trau so 2, di truoc'))
    expect(await faultOf(change(who, 'Con trau so 2, di truoc', first))).toContain('must differ')
    const kept = async () =>
      (
        await test.query(`select from identity.old_password o join identity.account a on a.id = o.account_id
        where a.login = 'vanthu.congthuong'`)
      ).length
    expect(await kept()).toBe(2)
    await test.query(
      `insert into identity.old_password select id, $1::timestamptz - make_interval(days => n), 'x' || n
        from identity.account, generate_series(1, 20) n where login = 'vanthu.congthuong'`,
      [clock],
    )
    done(await change(who, 'Con trau so 2, di truoc', 'Con trau so 3, di truoc'))
    expect(await kept()).toBe(10)
  })
})

describe('a list of leaked passwords', () => {
  it('is asked for every new password', async () => {
    expect(await faultOf(change(await test.as('vanthu.tuphap'), demoPassword, leaked))).toContain('leaked')
  })
})

describe('who must have a second factor', () => {
  it('gets to nothing but adding one, and then to everything', async () => {
    const admin = await test.as('quantri')
    const ordinary = await test.as('chuyenvien.gtvt')
    const closed = listOperations().filter(({ meta }) => !['anyone', 'own-account'].includes(meta.permission))
    for (const { name, method, path, meta } of closed) {
      const filled = path.replaceAll(/\{\w+\}/g, '019b0000-0000-7000-8000-000000000000')
      const { status, body } = await admin.call(
        method,
        filled,
        method === 'GET' || method === 'DELETE' ? undefined : {},
      )
      // Input is parsed first.
      expect([403, 422], `${name}, which asks for ${meta.permission}`).toContain(status)
      if (status === 403) expect(body.code).toBe('mustAddFactor')
    }
    expect((await admin.call('GET', '/workflow/inbox')).body.code).toBe('mustAddFactor')
    await expect(test.upload(admin)).rejects.toThrow('mustAddFactor')
    expect((await ordinary.call('GET', '/workflow/inbox')).status).toBe(200)
    await addApp(admin)
    expect((await admin.call('GET', '/identity/accounts')).status).toBe(200)
  })
})

describe('time', () => {
  it('makes the password of an administrator old after two months, not that of others', async () => {
    later(61)
    const signIn = async (login: string) => {
      const [{ id }] = (await test.query<{ id: string }>(`select id from identity.account where login = $1`, [
        login,
      ])) as [{ id: string }]
      return test.asAccount({ id, kind: 'staff' })
    }
    const admin = await signIn('quantri')
    expect((await admin.call('GET', '/identity/accounts')).body.code).toBe('mustChangePassword')
    done(await change(admin, demoPassword, 'trau cay'))
    expect((await admin.call('GET', '/identity/accounts')).status).toBe(200)
    expect((await (await signIn('chuyenvien.gtvt')).call('GET', '/workflow/inbox')).status).toBe(200)
  })

  it('disables the accounts of officials that nobody used for 45 days, says why, and one act opens them again', async () => {
    const night = () => runJob(test.platform, 'disable-unused-accounts')
    const accounts = () =>
      test.query<{ login: string; status: string; because: string | null }>(
        `select login, status, disabled_because as because from identity.account
          where login in ('congdan', 'giamdoc.tuphap', 'chuyenvien.xa') order by login`,
      )
    await test.query(`update identity.account set created_at = $1, status_since = $1`, [clock])
    await test.query(`update identity.account set last_sign_in_at = $1 where login = 'chuyenvien.xa'`, [clock])
    later(44)
    await night()
    expect((await accounts()).map(({ status }) => status)).toEqual(['active', 'active', 'active'])
    await test.query(`update identity.account set last_sign_in_at = $1 where login in ('chuyenvien.xa', 'quantri')`, [
      clock,
    ])
    later(2)
    await night()
    expect(await accounts()).toEqual([
      { login: 'chuyenvien.xa', status: 'active', because: null },
      { login: 'congdan', status: 'active', because: null },
      { login: 'giamdoc.tuphap', status: 'disabled', because: 'unused' },
    ])
    later(50)
    await test.query(`update identity.account set password_set_at = $1 where login = 'quantri'`, [clock])
    const [{ id, admin }] = (await test.query<{ id: string; admin: string }>(
      `select a.id, q.id as admin from identity.account a, identity.account q where a.login = 'giamdoc.tuphap' and q.login = 'quantri'`,
    )) as [{ id: string; admin: string }]
    const administrator = await test.asAccount({ id: admin, kind: 'staff' })
    const [found] = done(await administrator.call('GET', '/identity/accounts?text=giamdoc.tuphap'))
    expect(found).toMatchObject({ status: 'disabled', disabledBecause: 'unused' })
    done(await administrator.call('POST', `/identity/accounts/${id}/status`, { status: 'active' }))
    await night()
    expect((await accounts()).at(-1)).toMatchObject({ status: 'active', because: null })
    expect(
      (await test.query(`select from audit.entry where operation = 'job:disable-unused-accounts'`)).length,
    ).toBeGreaterThan(0)
  })
})
