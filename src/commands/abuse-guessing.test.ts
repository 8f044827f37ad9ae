import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../demo/accounts.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type Answer, type TestPlatform } from './testing/test-platform.ts'

/** Whoever guesses (passwords, numbers of people, codes of dossiers) waits ever longer; nobody else does. */

let test: TestPlatform

beforeAll(async () => {
  test = await startTestPlatform()
}, 120_000)
afterAll(() => test.stop())

/** A call from an address of the network, as the socket has it. */
async function from(address: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await test.platform.app.request(
    `http://localhost/api${path}`,
    {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    },
    { incoming: { socket: { remoteAddress: address } } },
  )
  return { status: answer.status, headers: answer.headers, body: await answer.json() }
}

const signIn = (login: string, password: string, address: string) =>
  from(address, '/identity/sign-in', { login, password })

/** As if so many seconds had passed since the last failure of a subject. */
const waitSeconds = (subject: string, seconds: number) =>
  test.query(`update identity.sign_in_attempt set last_at = last_at - make_interval(secs => $2) where subject = $1`, [
    subject,
    seconds,
  ])

describe('signing in', () => {
  it('says the same to an unknown name, a wrong password and a disabled account', async () => {
    const admin = await test.as('quantri')
    const [account] = await test.query<{ id: string; login: string }>(
      `select id, login from identity.account where kind = 'staff' and login not like '%.%' order by login limit 1`,
    )
    done(await admin.call('POST', `/identity/accounts/${account?.id}/status`, { status: 'disabled' }))
    const answers = await Promise.all(
      [
        ['khong.co.ai', demoPassword],
        ['chuyenvien.huyen', 'mat khau sai hoan toan'],
        [account?.login as string, demoPassword],
      ].map(([login, password]) => signIn(login as string, password as string, '10.1.1.1')),
    )
    const said = answers.map(({ status, body, headers }) => ({
      status,
      body: { ...body, requestId: '' },
      names: [...headers.keys()],
    }))
    expect(said[0]).toMatchObject({ status: 401, body: { code: 'wrongSignIn' } })
    expect(said[1]).toEqual(said[0])
    expect(said[2]).toEqual(said[0])
  })

  it('does as much work for an unknown name as for a wrong password', async () => {
    const fastest = async (login: (at: number) => string) => {
      const times: number[] = []
      for (let at = 0; at < 4; at++) {
        const started = performance.now()
        expect((await signIn(login(at), 'mat khau sai hoan toan', `10.1.2.${at}`)).status).toBe(401)
        times.push(performance.now() - started)
      }
      return Math.min(...times)
    }
    const unknown = await fastest((at) => `nguoi.la.${at}`)
    const known = await fastest(() => 'truongphong.huyen')
    expect(unknown / known).toBeGreaterThan(0.4)
    expect(unknown / known).toBeLessThan(2.5)
  })

  it('waits longer after each wrong try of a name, up to minutes, and never for good', async () => {
    const login = 'lanhdao.huyen'
    for (let failures = 1; failures <= 15; failures++) {
      await waitSeconds(`login:${login}`, 301)
      expect((await signIn(login, 'mat khau sai hoan toan', '10.2.0.1')).status).toBe(401)
      // Shorter waits may be over on a busy machine before they are looked at.
      if (failures < 9) continue
      const braked = await signIn(login, demoPassword, '10.2.0.2')
      const expected = Math.min(300, 2 ** (failures - 5))
      expect(braked.body.code).toBe('signInWait')
      expect(Number(braked.headers.get('retry-after'))).toBeLessThanOrEqual(expected)
      expect(Number(braked.headers.get('retry-after'))).toBeGreaterThan(expected / 2)
    }
    await waitSeconds(`login:${login}`, 301)
    expect((await signIn(login, demoPassword, '10.2.0.2')).status).toBe(200)
  })

  it('lets no more guesses through at once than one by one', async () => {
    const answers = await Promise.all(
      Array.from({ length: 25 }, (_, at) => signIn('chuyenvien.xa', `doan mo lan thu ${at}`, '10.2.9.9')),
    )
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(9)
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(16)
  })

  it('keeps nobody of a commune out because of one guesser behind the same address', async () => {
    const address = '10.3.0.1'
    expect((await signIn('lanhdao.xa', demoPassword, address)).status).toBe(200)
    for (let at = 0; at < 60; at++) {
      await waitSeconds(`network:${address}`, 61)
      expect((await signIn(`ten.nao.do.${at}`, 'mat khau sai hoan toan', address)).status).toBe(401)
    }
    expect((await signIn('them.mot.ten', 'mat khau sai hoan toan', address)).status).toBe(429)
    expect((await signIn('lanhdao.xa', demoPassword, address)).status).toBe(200)
    expect((await signIn('congdan', demoPassword, '10.3.0.2')).status).toBe(200)
  }, 60_000)

  it('gives a new token each time, whatever token comes along, and keeps none in the clear', async () => {
    const first = await test.as('doanhnghiep')
    const second = done(
      await first.call(
        'POST',
        '/identity/sign-in',
        { login: 'doanhnghiep', password: demoPassword },
        { 'Idempotency-Key': 'same-key-again', Cookie: `session=${first.token}` },
      ),
    )
    const third = done(
      await first.call(
        'POST',
        '/identity/sign-in',
        { login: 'doanhnghiep', password: demoPassword },
        { 'Idempotency-Key': 'same-key-again', Cookie: 'session=chosen-by-the-attacker-000000' },
      ),
    )
    expect(new Set([first.token, second.token, third.token, 'chosen-by-the-attacker-000000']).size).toBe(4)
    expect(third.token).toMatch(/^[\w-]{43}$/)
    const kept = await test.query(`select from kernel.idempotency where operation like 'identity.%'`)
    expect(kept).toHaveLength(0)
    const sessions =
      JSON.stringify(await test.query(`select * from identity.session`)) +
      JSON.stringify(await test.query(`select * from audit.entry`))
    for (const token of [first.token, second.token, third.token]) expect(sessions).not.toContain(token)
  })
})

describe('opening accounts', () => {
  const person = {
    fullName: 'Giáp Thị Mơ',
    birthDate: '1990-04-05',
    phone: '0912345678',
    password: 'cau nho ben bo song',
  }
  const register = (personalId: string, address: string) =>
    from(address, '/identity/register', { ...person, personalId })
  const taken = '024168009123'

  it('with a password made of the declared names of the place is refused', async () => {
    for (const password of ['bacgiang bacgiang', 'So Tai chinh Bac Giang', 'langgiang nghiahung'])
      expect(
        await test.nobody.call('POST', '/identity/register', { ...person, personalId: '024190000003', password }),
      ).toMatchObject({ status: 422, body: { code: 'weakPassword', places: [{ path: 'password' }] } })
  })

  it('in masses from one network is slowed, and keeps nobody of it out for long', async () => {
    const [home, away] = ['2405:4802:1:2', '2405:4802:1:3']
    for (let at = 0; at < 40; at++) expect((await register(taken, `${home}::${at}`)).body.code).toBe('loginTaken')
    for (let at = 0; at < 5; at++) {
      await waitSeconds(`registration:${home}::/64`, 21)
      expect((await register(taken, `${home}::1`)).body.code).toBe('loginTaken')
    }
    const braked = await register('024190000001', `${home}:aaaa::1`)
    expect(braked).toMatchObject({ status: 429, body: { code: 'registerWait' } })
    expect(Number(braked.headers.get('retry-after'))).toBeLessThanOrEqual(20)
    expect((await register('024190000002', `${away}::1`)).status).toBe(200)
    await waitSeconds(`registration:${home}::/64`, 21)
    expect((await register('024190000001', `${home}:aaaa::1`)).status).toBe(200)
  }, 60_000)

  it('in masses from everywhere goes on, one a second', async () => {
    await test.query(
      `insert into identity.sign_in_attempt values ('registrations:all', 5000, now())
       on conflict (subject) do update set failures = 5000, last_at = now()`,
    )
    const braked = await register('024190000003', '10.5.0.1')
    expect(braked).toMatchObject({ status: 429, body: { code: 'registerWait' } })
    expect(braked.headers.get('retry-after')).toBe('1')
    await waitSeconds('registrations:all', 1)
    expect((await register('024190000003', '10.5.0.1')).status).toBe(200)
    await test.query(`delete from identity.sign_in_attempt where subject = 'registrations:all'`)
  })
})

describe('looking a dossier up by its code', () => {
  const look = (address: string, code: string, phoneEnd: string) =>
    from(address, `/services/look-up?code=${code}&phoneEnd=${phoneEnd}`)
  const twoOfThem = () =>
    test.query<{ code: string; fact: string }>(
      `select code, lookup_fact as fact from services.dossier where lookup_fact ~ '^\\d{4}$' order by id limit 2`,
    )

  it('slows down after five wrong tries at one code, and says the same of a wrong code and a wrong second fact', async () => {
    const [real, other] = await twoOfThem()
    const wrongFact = real?.fact === '0000' ? '1111' : '0000'
    const answers = [
      await look('10.4.0.1', '000.00.00.H00-201231-9999', '1234'),
      await look('10.4.0.1', real?.code as string, wrongFact),
    ]
    const said = answers.map(({ status, body }) => ({ status, body: { ...body, requestId: '' } }))
    expect(said[0]).toMatchObject({ status: 404, body: { code: 'notFound' } })
    expect(said[1]).toEqual(said[0])
    for (let at = 2; at <= 6; at++)
      expect((await look(`10.4.0.${at}`, real?.code as string, wrongFact)).status).toBe(at < 6 ? 404 : 429)
    const braked = await look('10.4.0.7', real?.code.toLowerCase() as string, real?.fact as string)
    expect(braked).toMatchObject({ status: 429, body: { code: 'lookUpWait' } })
    expect(Number(braked.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await look('10.4.0.1', other?.code as string, other?.fact as string)).status).toBe(200)
  })

  it('slows down after fifty wrong codes from one network, which of IPv6 is all that one subscriber has', async () => {
    const [, real] = await twoOfThem()
    for (let at = 0; at < 53; at++)
      await look(`2405:4802:9:1::${at}`, `000.00.00.H00-201231-${String(at).padStart(4, '0')}`, '1234')
    const right = (address: string) => look(address, real?.code as string, real?.fact as string)
    expect((await right('2405:4802:9:1:ffff::1')).status).toBe(429)
    expect((await right('2405:4802:9:2::1')).status).toBe(200)
  })

  it('tells nothing of whose dossier it is', async () => {
    const [real] = await test.query<{ code: string; fact: string; name: string; id: string }>(
      `select code, lookup_fact as fact, applicant_name as name, id from services.dossier where lookup_fact ~ '^\\d{4}$' limit 1`,
    )
    const { body } = await from('10.4.0.3', `/services/look-up?code=${real?.code}&phoneEnd=${real?.fact}`)
    expect(JSON.stringify(body)).not.toContain(real?.name)
    expect(JSON.stringify(body)).not.toContain(real?.id)
  })
})

describe('changing a password', () => {
  it('lets nobody who holds a session guess the password behind it', async () => {
    const thief = await test.as('chutich.tinh')
    const guess = () =>
      thief.call('POST', '/identity/password', { current: 'doan mo', next: 'con trau di truoc cai cay' })
    const answers: number[] = []
    for (let tries = 0; tries < 8; tries++) answers.push((await guess()).status)
    expect(answers.slice(0, 5)).toEqual([401, 401, 401, 401, 401])
    expect(answers.slice(-1)).toEqual([429])
    expect((await guess()).body.code).toBe('signInWait')
    await waitSeconds('login:chutich.tinh', 301)
    done(await thief.call('POST', '/identity/password', { current: demoPassword, next: 'con trau di truoc cai cay' }))
  })
})
