import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, fileDossier, licenceExchange, walkTo, type Filed } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** A specialist of another department asks to read a dossier of the transport department; its head of division answers. */

let test: TestPlatform
let days = 0
let filed: Filed

beforeAll(async () => {
  test = await startTestPlatform({ now: () => new Date(Date.now() + days * 86_400_000) })
  filed = await fileDossier(test, await test.as('congdan'), licenceExchange)
  await walkTo(test, filed.id, 'appraise')
}, 60_000)
afterAll(() => test.stop())

const asker = () => test.as('chuyenvien.tuphap')
const head = () => test.as('truongphong.gtvt')
const purpose = 'Đối chiếu giấy phép với hồ sơ hộ tịch của cùng người'
const ask = async (who: Visitor, code: string) => who.call('POST', '/services/access/requests', { code, purpose })
const requestsOf = async (who: Visitor) => done(await who.call('GET', '/services/access/requests'))
const messagesOf = async (who: Visitor): Promise<string[]> =>
  done(await who.call('GET', '/notification/messages?limit=5')).rows.map(
    (row: { words: { vi: string } }) => row.words.vi,
  )
const opens = async () => (await (await asker()).call('GET', `/services/dossiers/${filed.id}`)).status
const inList = async () => {
  const who = await asker()
  const found = done(await who.call('GET', `/services/dossiers?view=open&limit=100`)).rows as { id: string }[]
  return found.some((one) => one.id === filed.id)
}

it('answers who asks the same whether there is such a dossier or not', async () => {
  const who = await asker()
  const answers = [await ask(who, filed.code), await ask(who, 'H02.99-990101-9999')]
  expect(answers.map(({ status, body }) => [status, Object.keys(body)])).toEqual([
    [200, ['id']],
    [200, ['id']],
  ])
  const { mine } = await requestsOf(who)
  const told = mine.map(({ id: _id, code: _code, askedAt: _at, ...one }: Record<string, unknown>) => one)
  expect(told[0]).toEqual(told[1])
  expect(told[0]).toEqual({ purpose, state: 'waiting', dossierId: null, endsAt: null, words: null, answeredBy: null })
  await test.settle()
})

it('asked twice stands once', async () => {
  const who = await asker()
  const again = done(await ask(who, filed.code))
  const { mine } = await requestsOf(who)
  expect(mine.filter((one: { code: string }) => one.code === filed.code)).toEqual([
    expect.objectContaining({ id: again.id }),
  ])
})

it('tells the head of the unit at work, and nobody else can answer', async () => {
  const [request] = (await requestsOf(await head())).toAnswer
  expect(request).toMatchObject({ code: filed.code, purpose })
  expect(await messagesOf(await head())).toContainEqual(expect.stringContaining(`xin xem hồ sơ ${filed.code}`))
  const path = `/services/access/requests/${request.id}/answer`
  const body = { answer: { answer: 'granted', days: 3 } }
  for (const login of ['truongphong.tuphap', 'truongphong.congthuong']) {
    const other = await test.as(login)
    expect((await requestsOf(other)).toAnswer).toEqual([])
    expect((await other.call('POST', path, body)).status).toBe(404)
  }
  expect((await (await asker()).call('POST', path, body)).status).toBe(403)
})

it('granted, opens the dossier to read and not to act, until the last day is over', async () => {
  expect([await opens(), await inList()]).toEqual([404, false])
  const [request] = (await requestsOf(await head())).toAnswer
  const path = `/services/access/requests/${request.id}/answer`
  done(await (await head()).call('POST', path, { answer: { answer: 'granted', days: 3, document: '12/QLVT' } }))
  await test.settle()
  expect(await messagesOf(await asker())).toContainEqual(expect.stringContaining(`Bạn được xem hồ sơ ${filed.code}`))
  expect([await opens(), await inList()]).toEqual([200, true])
  const who = await asker()
  const why = done(await who.call('GET', `/services/dossiers/${filed.id}/access`))
  expect(why).toMatchObject({ canSee: true, canAdvise: false, ways: [{ words: { vi: 'được cho xem theo đề nghị' } }] })
  expect(why.acts.filter((one: { refused?: object }) => one.refused === undefined)).toEqual([])
  expect(why.acts[0].who[0]).toContain('Phòng')
  const opinion = await who.call('POST', `/services/dossiers/${filed.id}/opinions`, { text: 'xem thử' })
  expect(opinion.status).toBe(403)
  // Whoever stands in for them takes over their work, not what they were let read.
  const postOf = `(select a.post_id from identity.account acc join directory.appointment a on a.person_id = acc.person_id where acc.login = $1)`
  await test.query(
    `insert into directory.delegation (id, from_post_id, to_post_id, kind, valid_from, valid_to, created_by)
      values (gen_random_uuid(), ${postOf}, ${postOf.replace('$1', '$2')}, 'absence', current_date - 1, current_date + 90, 'test')`,
    ['chuyenvien.tuphap', 'truongphong.tuphap'],
  )
  const standIn = await test.as('truongphong.tuphap')
  expect((await standIn.call('GET', `/services/dossiers/${filed.id}`)).status).toBe(404)
  days = 3
  expect([await opens(), await inList()]).toEqual([200, true])
  days = 4.1
  expect([await opens(), await inList()]).toEqual([404, false])
})

it('keeps who asked, what for and the answer in the trail, for the applicant too', async () => {
  const trail = await test.query<{ operation: string; subjects: string[] }>(
    `select operation, subjects from audit.entry where operation in ('services.askToRead', 'services.answerAccessRequest') and outcome = 'done' order by at`,
  )
  const [one] = await test.query<{ applicant: string }>(
    `select applicant_id as applicant from services.dossier where id = $1`,
    [filed.id],
  )
  expect(trail.at(-1)?.operation).toBe('services.answerAccessRequest')
  expect(trail.at(-1)?.subjects).toContain(one?.applicant)
  expect(trail.filter(({ operation }) => operation === 'services.askToRead').length).toBeGreaterThanOrEqual(3)
})

it('refused, says why and opens nothing; unanswered, lapses as one for no dossier does', async () => {
  const who = await asker()
  done(await ask(who, filed.code))
  const [request] = (await requestsOf(await head())).toAnswer
  const answer = { answer: 'refused', words: 'Việc này không cần hồ sơ gốc' }
  done(await (await head()).call('POST', `/services/access/requests/${request.id}/answer`, { answer }))
  expect((await requestsOf(who)).mine[0]).toMatchObject({ state: 'refused', words: answer.words })
  expect(await opens()).toBe(404)
  done(await ask(who, filed.code))
  days += 10.5
  const { mine } = await requestsOf(await asker())
  const states = (code: string) =>
    mine.filter((one: { code: string }) => one.code === code).map((one: { state: string }) => one.state)
  expect(states(filed.code)[0]).toBe('lapsed')
  expect(states('H02.99-990101-9999')).toEqual(['lapsed'])
  expect((await requestsOf(await head())).toAnswer).toEqual([])
})

it('is braked for whoever asks for code after code', async () => {
  const who = await test.as('chuyenvien.congthuong')
  for (let nth = 0; nth < 20; nth += 1) done(await ask(who, `H02.99-990101-${1000 + nth}`))
  expect((await ask(who, 'H02.99-990101-2000')).body.code).toBe('askedTooOften')
})

it('is answered by somebody else than who asks, also where they may answer for the unit', async () => {
  const own = await head()
  done(await ask(own, filed.code))
  const { mine, toAnswer } = await requestsOf(own)
  expect(mine[0]).toMatchObject({ code: filed.code, state: 'waiting' })
  expect(toAnswer).toEqual([])
  const body = { answer: { answer: 'granted', days: 3 } }
  expect((await own.call('POST', `/services/access/requests/${mine[0].id}/answer`, body)).status).toBe(404)
})
