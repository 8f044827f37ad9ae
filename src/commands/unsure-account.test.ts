import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requiredPapers } from '#engines/forms/contract.ts'
import { answersTo, completeProcedureOf, done, licenceExchange } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** An account that anybody could have opened under a number shows nothing of what its person hands in at a counter. */

let test: TestPlatform
let counter: Visitor
let dossier: { id: string; code: string }
let token = ''

const card = { fullName: 'Giáp Văn Tám', personalId: '024055000888', birthDate: '1955-02-03' }

beforeAll(async () => {
  test = await startTestPlatform()
  counter = await test.as('motcua.tinh')
  const stranger = done(
    await test.nobody.call('POST', '/identity/register', {
      ...card,
      phone: '0912000999',
      password: 'cau nho ben bo song',
    }),
  )
  token = stranger.token as string
  const procedure = completeProcedureOf(licenceExchange)
  const answers = await answersTo(test, procedure)
  const required = requiredPapers(procedure.papers, answers).map((paper) => paper.id)
  dossier = done(
    await counter.call('POST', `/services/reception/${licenceExchange}`, {
      answers,
      applicant: { ...card, birthDate: undefined, phone: '0355123987' },
      papers: [{ paper: required[0], fileIds: [await test.upload(counter)] }],
      paperOnly: required.slice(1),
    }),
  )
  await test.settle()
}, 240_000)
afterAll(() => test.stop())

const call = (method: string, path: string, body?: unknown) =>
  test.nobody.call(method, path, body, { Authorization: `Bearer ${token}` })

const file = async () => {
  const [row] = await test.query<{ id: string }>(
    `select file_id as id from services.dossier_paper where dossier_id = $1`,
    [dossier.id],
  )
  const headers = { Authorization: `Bearer ${token}` }
  return (await test.platform.app.request(`http://localhost/files/${row?.id}`, { headers })).status
}

const seen = async () => ({
  detail: (await call('GET', `/services/my/dossiers/${dossier.id}`)).status,
  receipt: (await call('GET', `/services/my/dossiers/${dossier.id}/receipt`)).status,
  file: await file(),
  listed: done(await call('GET', '/services/my/dossiers')).rows.length as number,
  told: done(await call('GET', '/notification/messages')).rows.length as number,
  unread: done(await call('GET', '/notification/unread')).unread as number,
  readers: done(await call('GET', '/audit/my-data?limit=50')).rows.filter((row: { byMe: boolean }) => !row.byMe)
    .length as number,
})
describe('a dossier that the account itself sent', () => {
  const somebody = `(select person_id from identity.account where login = 'quantri')`
  let own = ''
  let person = ''

  beforeAll(async () => {
    const by = { fullName: 'Giáp Văn Chín', personalId: '024057000889', birthDate: '1957-02-03' }
    const opened = { ...by, phone: '0912000998', password: 'cau nho ben bo song' }
    own = done(await test.nobody.call('POST', '/identity/register', opened)).token as string
    person = done(await test.nobody.call('GET', '/identity/me', undefined, { Authorization: `Bearer ${own}` })).person
  })

  /** Whether the account opens a dossier of its person, sent by them with nobody's help, but for what differs. */
  const opensOne = async (differs = ''): Promise<boolean> => {
    const [made] = await test.query<{ id: string }>(
      `insert into services.dossier select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'code', d.code || '/' || gen_random_uuid(),
           'applicant_id', $2::uuid, 'submitter_id', $2::uuid, 'channel', 'online') || jsonb_build_object(${differs}))).*
         from services.dossier d where d.id = $1 returning id`,
      [dossier.id, person],
    )
    await test.query(
      `insert into services.dossier_co_applicant (dossier_id, person_id, name, confirmed_at, confirmed, recorded_by)
         select id, submitter_id, 'A', now(), 'present', 'somebody' from services.dossier where id = $1 and applicant_id <> submitter_id`,
      [made?.id],
    )
    const headers = { Authorization: `Bearer ${own}` }
    return (await test.nobody.call('GET', `/services/my/dossiers/${made?.id}`, undefined, headers)).status === 200
  }

  it('is opened', async () => expect(await opensOne()).toBe(true))

  it.each([
    ['somebody else sent it for them', `'submitter_id', ${somebody}`],
    ['it is an enterprise’s', `'enterprise_id', (select id from directory.enterprise limit 1)`],
    ['it came by a counter', `'channel', 'counter'`],
    ['an official helped to send it', `'assisted_by', 'somebody'`],
    ['they confirmed it before an official only', `'applicant_id', ${somebody}`],
  ])('is not when %s', async (_, differs) => expect(await opensOne(differs)).toBe(false))

  it('is not when it is somebody else’s, though its receipt was shown before', async () => {
    await test.query(
      `insert into services.shown_code (account_id, dossier_id, shown_at) select id, $2, now() from identity.account where person_id = $1`,
      [person, dossier.id],
    )
    const headers = { Authorization: `Bearer ${own}` }
    expect((await test.nobody.call('GET', `/services/my/dossiers/${dossier.id}`, undefined, headers)).status).toBe(404)
  })
})

describe('a dossier handed in at a counter', () => {
  it('is not shown to an account of assurance 1 under that number: not listed, not opened, not told of', async () => {
    expect(await seen()).toEqual({ detail: 404, receipt: 404, file: 404, listed: 0, told: 0, unread: 0, readers: 0 })
  })

  it('opens to it by the code of the receipt and the phone given there, not by the phone of the account', async () => {
    const show = (code: string, phoneEnd: string) => call('POST', '/services/my/receipts', { code, phoneEnd })
    expect((await show(dossier.code, '0999')).status).toBe(404)
    expect((await show('H02.14-201124-9999', '3987')).status).toBe(404)
    const other = await test.as('congdan')
    expect((await other.call('POST', '/services/my/receipts', { code: dossier.code, phoneEnd: '3987' })).status).toBe(
      404,
    )
    expect((await show(dossier.code, '3987')).body).toEqual({ id: dossier.id })
    expect(await seen()).toMatchObject({ detail: 200, receipt: 200, file: 200, listed: 1 })
  })

  it('and guesses of the code have to wait', async () => {
    const guess = () => call('POST', '/services/my/receipts', { code: dossier.code, phoneEnd: '0000' })
    const answers: number[] = []
    for (let tries = 0; tries < 7; tries++) answers.push((await guess()).status)
    expect(answers.at(-1)).toBe(429)
  })

  it('is shown, with its messages, as soon as an officer has seen the card', async () => {
    const { oncePassword } = done(
      await counter.call('POST', '/identity/accounts-at-counter', { ...card, cardSeen: true }),
    )
    const first = done(
      await test.nobody.call('POST', '/identity/sign-in', { login: card.personalId, password: oncePassword }),
    )
    token = first.token as string
    done(await call('POST', '/identity/password', { current: oncePassword, next: 'con trau di truoc cai cay' }))
    const all = await seen()
    expect(all).toMatchObject({ detail: 200, receipt: 200, file: 200, listed: 1 })
    expect(all.told).toBeGreaterThan(0)
    expect(all.readers).toBeGreaterThan(0)
  })
})
