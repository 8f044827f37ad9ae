import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requiredPapers } from '#engines/forms/contract.ts'
import { answersTo, completeProcedureOf, done, licenceExchange } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Whoever filed on paper gets their account at a counter with the card in hand; what is printed on it opens nothing online. */

let test: TestPlatform
let counter: Visitor

const person = { fullName: 'Giáp Văn Sáu', personalId: '024055000777', birthDate: '1955-02-03' }

beforeAll(async () => {
  test = await startTestPlatform()
  counter = await test.as('motcua.tinh')
  const procedure = completeProcedureOf(licenceExchange)
  const answers = await answersTo(test, procedure)
  done(
    await counter.call('POST', `/services/reception/${licenceExchange}`, {
      answers,
      applicant: { ...person, birthDate: undefined, phone: '0355123987' },
      paperOnly: requiredPapers(procedure.papers, answers).map((paper) => paper.id),
    }),
  )
}, 240_000)
afterAll(() => test.stop())

const register = (given: object) =>
  test.nobody.call('POST', '/identity/register', { phone: '0912000999', password: 'cau nho ben bo song', ...given })

const open = (who: Visitor, given: object = {}) =>
  who.call('POST', '/identity/accounts-at-counter', { ...person, cardSeen: true, ...given })

const signIn = async (password: string) =>
  done(await test.nobody.call('POST', '/identity/sign-in', { login: person.personalId, password }))

describe('the account of a person who filed at a counter', () => {
  it('is not opened online with what stands on the card, and the answer is that of a number in use', async () => {
    const said = await register(person)
    expect(said).toMatchObject({ status: 409, body: { code: 'loginTaken' } })
    expect(await test.query(`select from identity.account where login = $1`, [person.personalId])).toEqual([])
    const inUse = await register({ ...person, personalId: '024168009123' })
    expect(said.body.title).toBe(inUse.body.title)
  })

  it('is opened by an officer of a counter who has seen the card, and by nobody else', async () => {
    expect((await open(test.nobody)).status).toBe(401)
    expect((await open(await test.as('congdan'))).status).toBe(403)
    expect((await open(await test.as('chuyenvien.gtvt'))).status).toBe(403)
    expect((await open(counter, { cardSeen: false })).status).toBe(422)
    expect(await open(counter, { fullName: 'Giáp Văn Bảy' })).toMatchObject({
      status: 409,
      body: { code: 'otherPerson' },
    })
    const opened = done(await open(counter))
    expect(opened).toMatchObject({ login: person.personalId, isNew: true })
    expect(
      await test.query(`select assurance from identity.account where login = $1`, [person.personalId]),
    ).toMatchObject([{ assurance: 2 }])
    const trail = await test.query<{ entry: string }>(
      `select entry::text as entry from audit.entry where operation = 'identity.openAccountAtCounter' and outcome = 'done'`,
    )
    expect(trail).toHaveLength(1)
    expect(trail[0]?.entry).not.toContain(opened.oncePassword)
  })

  it('shows nothing before its owner sets a password of their own, and then what they filed on paper', async () => {
    const { oncePassword } = done(await open(counter))
    const session = await signIn(oncePassword)
    expect(session.mustChangePassword).toBe(true)
    const call = (method: string, path: string, given?: unknown) =>
      test.nobody.call(method, path, given, { Authorization: `Bearer ${session.token}` })
    expect((await call('GET', '/services/my/dossiers')).body.code).toBe('mustChangePassword')
    done(await call('POST', '/identity/password', { current: oncePassword, next: 'con trau di truoc cai cay' }))
    expect(done(await call('GET', '/services/my/dossiers')).rows).toHaveLength(1)
  })

  it('is said at reception to be one that no officer has seen a card for, until one has', async () => {
    const card = { fullName: 'Đồng Thị Tám', personalId: '024155000999', birthDate: '1962-07-08' }
    done(await register(card))
    const atReception = async () => done(await counter.call('GET', `/services/reception/applicants/${card.personalId}`))
    expect(await atReception()).toMatchObject({ fullName: card.fullName, accountUnseen: true })
    done(await open(counter, card))
    expect(await atReception()).toMatchObject({ accountUnseen: false })
  })

  it('that a stranger opened first goes back to the person of the card: the stranger is out', async () => {
    const card = { fullName: 'Đồng Thị Bảy', personalId: '024155000888', birthDate: '1960-07-08' }
    const stranger = done(await register(card))
    await test.query(
      `insert into identity.passkey (id, account_id, name, public_key, counter, transports, added_at)
        select 'la', a.id, 'may la', '', 0, '{}', now() from identity.account a where a.login = $1`,
      [card.personalId],
    )
    const opened = done(await open(counter, card))
    expect(opened.isNew).toBe(false)
    expect(await test.query(`select from identity.passkey where id = 'la'`)).toEqual([])
    const call = (path: string) =>
      test.nobody.call('GET', path, undefined, { Authorization: `Bearer ${stranger.token}` })
    expect((await call('/services/my/dossiers')).status).toBe(401)
  })
})
