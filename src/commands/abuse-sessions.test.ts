import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '#kernel/config.ts'
import { createLog } from '#kernel/log.ts'
import { startPlatform } from './start-platform.ts'
import { demoPassword } from '../demo/accounts.ts'
import { done, fileDossier, licenceExchange, walkTo } from './testing/story.ts'
import { officialOf, postOf } from './testing/posts.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** What becomes of sessions when people sign out, leave, move or are shut out. */

let test: TestPlatform

beforeAll(async () => {
  test = await startTestPlatform()
}, 120_000)
afterAll(() => test.stop())

const isIn = async (who: Visitor): Promise<boolean> => (await who.call('GET', '/identity/sessions')).status === 200

describe('a session', () => {
  it('ends everywhere within a second of signing out everywhere', async () => {
    const devices = await Promise.all([test.as('giamdoc.gtvt'), test.as('giamdoc.gtvt'), test.as('giamdoc.gtvt')])
    const other = await test.as('truongphong.gtvt')
    for (const device of devices) expect(await isIn(device)).toBe(true)
    done(await devices[0].call('POST', '/identity/sign-out', { everywhere: true }))
    const started = performance.now()
    while ((await Promise.all(devices.map(isIn))).includes(true)) expect(performance.now() - started).toBeLessThan(1000)
    expect(await isIn(other)).toBe(true)
  })

  it('ends in every process within a second, wherever its owner signed out', async () => {
    const config = readConfig(
      {},
      { dataDirectory: '/nowhere', publicUrl: 'http://localhost', secretsKey: 'A'.repeat(43) + '=' },
    )
    const elsewhere = await startPlatform(config, test.url, createLog('silent'), { pages: false })
    const [here, there] = [await test.as('giamdoc.gtvt'), await test.as('giamdoc.gtvt')]
    const isInElsewhere = async () =>
      (
        await elsewhere.app.request('http://localhost/api/identity/sessions', {
          headers: { Authorization: `Bearer ${there.token}` },
        })
      ).status === 200
    expect(await isInElsewhere()).toBe(true)
    done(await here.call('POST', '/identity/sign-out', { everywhere: true }))
    const started = performance.now()
    while (await isInElsewhere()) expect(performance.now() - started).toBeLessThan(1000)
    await elsewhere.close()
  })

  it('is listed by a handle and ended by it alone, by nobody else', async () => {
    const [here, there] = [await test.as('giamdoc.gtvt'), await test.as('giamdoc.gtvt')]
    const stranger = await test.as('truongphong.gtvt')
    const [{ handle }] = done(await there.call('GET', '/identity/sessions')).filter(
      (one: { current: boolean }) => one.current,
    )
    const end = (who: Visitor) => who.call('POST', `/identity/sessions/${handle}/end`, {})
    expect((await end(stranger)).status).toBe(404)
    done(await end(here))
    expect([await isIn(here), await isIn(there)]).toEqual([true, false])
    expect((await end(here)).status).toBe(404)
  })

  it('ends alone at a plain sign-out', async () => {
    const [one, two] = [await test.as('giamdoc.gtvt'), await test.as('giamdoc.gtvt')]
    done(await one.call('POST', '/identity/sign-out', {}))
    expect([await isIn(one), await isIn(two)]).toEqual([false, true])
  })

  it('ends when its browser signs in anew, whoever it is then, and not for a wrong password', async () => {
    const [before, elsewhere] = [await test.as('giamdoc.gtvt'), await test.as('giamdoc.gtvt')]
    const signInAgain = (password: string) =>
      before.call('POST', '/identity/sign-in', { login: 'chuyenvien.gtvt', password })
    expect((await signInAgain('khong phai mat khau')).status).toBe(401)
    expect(await isIn(before)).toBe(true)
    done(await signInAgain(demoPassword))
    expect([await isIn(before), await isIn(elsewhere)]).toEqual([false, true])
  })

  it('of an account that is disabled dies with the next request, and comes back to life by no enabling', async () => {
    const who = await test.as('chuyenvien.congthuong')
    const admin = await test.as('quantri')
    const [account] = await test.query<{ id: string }>(
      `select id from identity.account where login = 'chuyenvien.congthuong'`,
    )
    expect(await isIn(who)).toBe(true)
    done(await admin.call('POST', `/identity/accounts/${account?.id}/status`, { status: 'disabled' }))
    expect(await isIn(who)).toBe(false)
    done(await admin.call('POST', `/identity/accounts/${account?.id}/status`, { status: 'active' }))
    expect(await isIn(who)).toBe(false)
    expect(await isIn(await test.as('chuyenvien.congthuong'))).toBe(true)
  })

  it('ends when somebody else resets the password, others end when one changes it oneself', async () => {
    const [one, two] = [await test.as('chuyenvien.congthuong'), await test.as('chuyenvien.congthuong')]
    expect(
      done(await one.call('POST', '/identity/password', { current: demoPassword, next: 'con trau di truoc cai cay' }))
        .otherSessionsEnded,
    ).toBeGreaterThan(0)
    expect([await isIn(one), await isIn(two)]).toEqual([true, false])
    const [account] = await test.query<{ id: string }>(
      `select id from identity.account where login = 'chuyenvien.congthuong'`,
    )
    const admin = await test.as('quantri')
    const { oncePassword } = done(
      await admin.call('POST', `/identity/accounts/${account?.id}/password`, undefined, {
        'Idempotency-Key': 'reset-once-only',
      }),
    )
    expect(await isIn(one)).toBe(false)
    expect(
      await test.query(`select from kernel.idempotency where answer::text like '%' || $1 || '%'`, [oncePassword]),
    ).toHaveLength(0)
  })

  it('with a password for one use gives no rights before it is changed, and not to the same again', async () => {
    const admin = await test.as('quantri')
    const [account] = await test.query<{ id: string }>(
      `select id from identity.account where login = 'truongphong.huyen'`,
    )
    const { oncePassword } = done(await admin.call('POST', `/identity/accounts/${account?.id}/password`))
    const { body } = await test.nobody.call('POST', '/identity/sign-in', {
      login: 'truongphong.huyen',
      password: oncePassword,
    })
    expect(body.mustChangePassword).toBe(true)
    const call = (method: string, path: string, given?: unknown) =>
      test.nobody.call(method, path, given, { Authorization: `Bearer ${body.token}` })
    const refused = [
      ['GET', '/services/dossiers?view=all'],
      ['GET', '/directory/people?text=a'],
      ['POST', `/services/drafts/${account?.id}/submission`],
    ] as const
    for (const [method, path] of refused)
      expect([403, 422], path).toContain((await call(method, path, method === 'POST' ? {} : undefined)).status)
    expect((await call('GET', '/services/dossiers?view=all')).body.code).toBe('mustChangePassword')
    expect(done(await call('GET', '/workflow/inbox')).rows).toEqual([])
    expect((await call('POST', '/identity/password', { current: oncePassword, next: oncePassword })).status).toBe(422)
    done(await call('POST', '/identity/password', { current: oncePassword, next: 'con trau di truoc cai cay' }))
    expect((await call('GET', '/services/dossiers?view=all')).status).toBe(200)
  })

  it('of nobody gives anybody rights: made-up, cut and foreign tokens are strangers', async () => {
    const who = await test.as('giamdoc.gtvt')
    const token = who.token as string
    for (const forged of [token.slice(0, -1), `${token}A`, token.toLowerCase(), 'A'.repeat(43), 'null', '']) {
      const answer = await test.platform.app.request('http://localhost/api/workflow/inbox', {
        headers: { Authorization: `Bearer ${forged}` },
      })
      expect({ forged, status: answer.status }).toEqual({ forged, status: 401 })
    }
  })
})

describe('an official who moves', () => {
  it('loses the old unit and gains the new one with the next request', async () => {
    const filed = await fileDossier(test, await test.as('congdan'), licenceExchange)
    await walkTo(test, filed.id, 'appraise')
    const who = await test.as('chuyenvien.gtvt')
    const admin = await test.as('quantri')
    const [post] = await test.query<{ appointment: string; person: string }>(
      `select a.id as appointment, a.person_id as person from directory.appointment a join identity.account acc on acc.person_id = a.person_id
        where acc.login = 'chuyenvien.gtvt' and a.valid_to is null`,
    )
    const [elsewhere] = await test.query<{ id: string; dossier: string }>(
      `select u.id, x.dossier_id as dossier from directory.unit u join services.dossier_access x on x.principal = u.key 
        where u.code not like 'SGTVT%' and not exists (select from services.dossier_access y join directory.unit s on s.key = y.principal and s.code = 'SGTVT.QLVT' where y.dossier_id = x.dossier_id)
        order by u.code limit 1`,
    )
    const seen = async () =>
      [
        await who.call('GET', `/services/dossiers/${filed.id}`),
        await who.call('GET', `/services/dossiers/${elsewhere?.dossier}`),
      ].map(({ status }) => status)
    expect(await seen()).toEqual([200, 404])
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
    expect(done(await admin.call('POST', `/directory/appointments/${post?.appointment}/end`, { on: today }))).toEqual({
      ended: true,
    })
    expect((await who.call('GET', `/services/dossiers/${filed.id}`)).status).toBe(403)
    expect(
      (
        await who.call('POST', `/services/dossiers/${filed.id}/actions`, {
          act: { action: 'complete', step: 'appraise', proposal: 'grant' },
        })
      ).status,
    ).toBe(403)
    expect(done(await who.call('GET', '/workflow/inbox?whose=mine')).rows).toEqual([])
    const { id: postId } = done(
      await admin.call('POST', '/directory/posts', {
        unitId: elsewhere?.id,
        function: 'specialist',
        title: 'Chuyên viên',
        from: today,
      }),
    )
    done(await admin.call('POST', `/directory/posts/${postId}/appointments`, { personId: post?.person, from: today }))
    expect(await seen()).toEqual([404, 200])
    expect(
      (
        await who.call('POST', `/services/dossiers/${filed.id}/actions`, {
          act: { action: 'complete', step: 'appraise', proposal: 'grant' },
        })
      ).status,
    ).toBe(404)
  }, 60_000)

  it('leaves work that was delegated to them when the delegation is revoked', async () => {
    const head = await test.as('truongphong.gtvt')
    const { post: to, visitor: delegate } = await officialOf(test, 'SGTVT.KHTC', 'head')
    const from = await postOf(test, 'truongphong.gtvt')
    const day = (days: number) => new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
    const filed = await fileDossier(test, await test.as('congdan'), licenceExchange)
    await walkTo(test, filed.id, 'appraise')
    const sees = async () => (await delegate.call('GET', `/services/dossiers/${filed.id}`)).status
    expect(await sees()).toBe(404)
    const { id } = done(
      await head.call('POST', '/directory/delegations', {
        fromPostId: from,
        toPostId: to,
        kind: 'delegation',
        document: '12/QĐ-SGTVT',
        from: day(0),
        to: day(5),
      }),
    )
    expect(await sees()).toBe(200)
    expect((await delegate.call('POST', `/directory/delegations/${id}/end`, {})).status).toBe(404)
    done(await head.call('POST', `/directory/delegations/${id}/end`, {}))
    expect(await sees()).toBe(404)
    expect(
      (
        await delegate.call('POST', '/directory/delegations', {
          fromPostId: from,
          toPostId: to,
          kind: 'delegation',
          document: '12/QĐ-SGTVT',
          from: day(0),
          to: day(5),
        })
      ).body.code,
    ).toBe('notOwnPost')
  }, 60_000)
})
