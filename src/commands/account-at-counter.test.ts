import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requiredPapers } from '#engines/forms/contract.ts'
import { answersTo, completeProcedureOf, done, fileDossier, licenceExchange } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Whoever filed on paper gets their account at a counter with the card in hand; what is printed on it opens nothing online. */

let test: TestPlatform
let counter: Visitor

const person = { fullName: 'Giáp Văn Sáu', personalId: '024055000777', birthDate: '1955-02-03' }

beforeAll(async () => {
  test = await startTestPlatform()
  counter = await test.as('motcua.tinh')
  done(await receive(person))
}, 240_000)
afterAll(() => test.stop())

const receive = async (applicant: { readonly fullName: string; readonly personalId: string }) => {
  const procedure = completeProcedureOf(licenceExchange)
  const answers = await answersTo(test, procedure)
  const paperOnly = requiredPapers(procedure.papers, answers).map((paper) => paper.id)
  return counter.call('POST', `/services/reception/${licenceExchange}`, {
    answers,
    applicant: { ...applicant, birthDate: undefined, phone: '0355123987' },
    paperOnly,
  })
}

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

  it('is closed when a stranger opened it under another name: only as the officer says so, and both are told', async () => {
    const claimed = { fullName: 'Kẻ Lạ Mặt', personalId: '024155000666', birthDate: '1990-01-01' }
    const card = { fullName: 'Đồng Thị Sáu', personalId: claimed.personalId, birthDate: '1958-07-08' }
    const password = 'cau nho ben bo song'
    const stranger = done(await register(claimed))
    const asStranger = (method: string, path: string, given?: unknown) =>
      test.nobody.call(method, path, given, { Authorization: `Bearer ${stranger.token}` })
    const filed = await fileDossier(test, test.withToken(stranger.token), licenceExchange)
    expect((await open(counter, card)).body.code).toBe('accountOfOther')
    expect((await receive(card)).body.code).toBe('accountOfOther')
    expect((await asStranger('GET', '/services/my/dossiers')).status).toBe(200)

    const opened = done(await open(counter, { ...card, closesOther: true }))
    expect(opened).toMatchObject({ login: card.personalId, isNew: true })
    expect((await asStranger('GET', '/services/my/dossiers')).status).toBe(401)
    const again = await test.nobody.call('POST', '/identity/sign-in', { login: card.personalId, password })
    expect(again).toMatchObject({ status: 409, body: { code: 'accountShutOut' } })
    expect(JSON.stringify(again.body)).not.toContain(card.fullName)

    const session = done(
      await test.nobody.call('POST', '/identity/sign-in', { login: card.personalId, password: opened.oncePassword }),
    )
    const asOwner = (method: string, path: string, given?: unknown) =>
      test.nobody.call(method, path, given, { Authorization: `Bearer ${session.token}` })
    done(
      await asOwner('POST', '/identity/password', { current: opened.oncePassword, next: 'con trau di truoc cai cay' }),
    )
    expect(done(await asOwner('GET', '/services/my/dossiers')).rows).toEqual([])
    expect(await test.query(`select applicant_name as name from services.dossier where id = $1`, [filed.id])).toEqual([
      { name: claimed.fullName },
    ])
    await test.settle()
    expect(done(await asOwner('GET', '/notification/messages')).rows[0].words.vi).toMatch(/Tài khoản ấy đã đóng/)
    expect(
      await test.query(
        `select m.kind from notification.message m join directory.person p on p.id = m.person_id where p.full_name = $1 and m.kind = 'identity.shutOut'`,
        [claimed.fullName],
      ),
    ).toHaveLength(1)
    const [entry] = await test.query<{ entry: string }>(
      `select entry::text as entry from audit.entry where operation = 'identity.openAccountAtCounter' and outcome = 'done' order by at desc limit 1`,
    )
    expect(entry?.entry).toContain('shutOut')
  })

  it('is not taken by another card from somebody whose card was seen, nor from an official', async () => {
    const card = { fullName: 'Đồng Thị Năm', personalId: '024155000555', birthDate: '1957-07-08' }
    done(await open(counter, card))
    const other = { fullName: 'Đồng Thị Bốn', closesOther: true }
    expect((await open(counter, { ...card, ...other })).body.code).toBe('otherPerson')
    const official = '024155000444'
    await test.query(
      `update directory.person set personal_id = $1 where id = (select person_id from identity.account where login = 'chuyenvien.gtvt')`,
      [official],
    )
    await test.query(`update identity.account set assurance = 1 where login = 'chuyenvien.gtvt'`)
    expect((await open(counter, { ...card, personalId: official, ...other })).body.code).toBe('otherPerson')
  })
})
