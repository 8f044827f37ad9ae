import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listOperations } from '#engines/list-operations.ts'
import { petitionKinds, type Act, type PetitionKind } from '#engines/petitions/contract.ts'
import { nothing, sampleCall } from './testing/sample-call.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Every operation on one petition, of each kind, by everybody to whom it is not: not found, nothing told, nothing changed. */

let test: TestPlatform
const visitors = new Map<string, Visitor>()
const logged: string[] = []
const secrets = { title: 'Chuyện riêng không ai khác được biết', body: 'Nội dung kín chỉ nơi có thẩm quyền được đọc.' }
const sender = { fullName: 'Giáp Thị Riêng Tư', phone: '0977345699', email: 'rieng.tu@example.vn' }
const ids = new Map<PetitionKind, string>()
const codes = new Map<PetitionKind, { code: string; lookUpCode: string }>()

const logins = {
  sender: 'congdan',
  anotherCitizen: 'doanhnghiep',
  director: 'giamdoc.gtvt',
  head: 'truongphong.gtvt',
  specialist: 'chuyenvien.gtvt',
  receiver: 'motcua.tinh',
  directorElsewhere: 'giamdoc.tuphap',
  specialistElsewhere: 'chuyenvien.tuphap',
  leaderOfDistrict: 'lanhdao.huyen',
  administrator: 'quantri',
} as const
type Who = keyof typeof logins
const everybody = [...(Object.keys(logins) as Who[]), 'nobody'] as const

/** To whom each is: a complaint to heads, a denunciation to the head of the body alone. */
const seenBy: Readonly<Record<PetitionKind, readonly string[]>> = {
  question: ['director', 'head', 'specialist'],
  reflection: ['director', 'head', 'specialist'],
  complaint: ['director', 'head'],
  denunciation: ['director'],
}
const isOfSender = (kind: PetitionKind, who: string) => who === 'sender' && kind !== 'denunciation'

beforeAll(async () => {
  test = await startTestPlatform({ onLog: (line) => logged.push(line) })
  for (const [who, login] of Object.entries(logins)) visitors.set(who, await test.as(login))
  visitors.set('nobody', test.nobody)
  for (const kind of petitionKinds) {
    const asked = { ...secrets, body: `${secrets.body} Loại ${kind}.`, procedureCode: '1.002809', ...sender }
    const sent =
      kind === 'denunciation'
        ? await as('sender').call('POST', '/petitions/denunciations', { ...asked, address: 'Ngõ kín số 9' })
        : await as('sender').call('POST', '/petitions', { ...asked, kind, mayPublish: false })
    codes.set(kind, done(sent))
    const [row] = await test.query<{ id: string }>(`select id from petitions.petition where code = $1`, [
      codes.get(kind)?.code,
    ])
    ids.set(kind, row?.id as string)
  }
  await test.settle()
}, 120_000)
afterAll(() => test.stop())

const as = (who: string) => visitors.get(who) as Visitor

const text = 'Chữ đủ dài để là một câu.'
const acts: { readonly [Name in Act['act']]: object } = {
  accept: {},
  refuse: { reason: text },
  'ask-more': { words: text },
  assign: { unitId: nothing },
  'as-second': { decision: text },
  extend: { reason: text },
  merge: { into: nothing },
  save: { text },
  propose: { text },
  return: { words: text },
  approve: { text },
  publish: { title: text, body: text, answer: text },
  withdraw: { reason: text },
}

const onOne = listOperations().filter(({ name, path }) => name.startsWith('petitions.') && path.includes('{id}'))

/** Each operation on one petition, each act by itself, with a file of the caller's own where one is named. */
const callsOn = (id: string, fileId: string) =>
  onOne.flatMap((operation) =>
    operation.name === 'petitions.handlePetition'
      ? Object.entries(acts).map(([act, rest]) => ({
          name: `${operation.name} ${act}`,
          ...sampleCall(operation, { id, revision: 0, act: { act, ...rest } }),
        }))
      : [{ name: operation.name, ...sampleCall(operation, { id, fileId, reason: text, words: text }) }],
  )

const standing = () =>
  test.query(`select p.*, (select count(*) from petitions.event e where e.petition_id = p.id) as events,
    (select count(*) from petitions.attachment a where a.petition_id = p.id) as files from petitions.petition p order by id`)

describe.each(petitionKinds)('a %s', (kind) => {
  it.each(everybody)('is, to %s, only what it may be', async (who) => {
    const id = ids.get(kind) as string
    const before = await standing()
    const fileId = who === 'nobody' ? nothing : await test.upload(as(who))
    const wrong: string[] = []
    for (const { name, method, path, body } of callsOn(id, fileId)) {
      const isOwn = path.startsWith('/petitions/mine/')
      if (isOwn ? isOfSender(kind, who) : seenBy[kind].includes(who)) continue
      const answer = await as(who).call(method, path, body)
      const said = JSON.stringify(answer.body)
      const tells = [...Object.values(secrets), ...Object.values(sender), codes.get(kind)?.code].some((one) =>
        said.includes(one as string),
      )
      if (![401, 403, 404].includes(answer.status) || tells) wrong.push(`${name}: ${answer.status} ${said}`)
    }
    expect(wrong).toEqual([])
    expect(await standing()).toEqual(before)
  })

  it('stands in the lists of those alone who see it', async () => {
    const code = codes.get(kind)?.code as string
    const listing: string[] = []
    for (const who of everybody) {
      const lists = ['/petitions/inbox?limit=100', '/petitions/inbox?tab=done&limit=100', '/petitions/mine?limit=100']
      for (const path of [...lists, '/petitions/answered?limit=100', '/petitions/answered/found?text=chuyen%20rieng']) {
        const { body } = await as(who).call('GET', path)
        if (JSON.stringify(body).includes(code)) listing.push(who)
      }
    }
    const expected = everybody.filter((who) => seenBy[kind].includes(who) || isOfSender(kind, who))
    expect(listing.toSorted()).toEqual(expected.toSorted())
  })

  it('is found by its own code, told by no address of a page, and by the code of no other', async () => {
    for (const other of petitionKinds) {
      const { body } = await test.nobody.call('GET', `/petitions/look-up?lookUpCode=${codes.get(other)?.lookUpCode}`)
      expect(body.code === codes.get(kind)?.code).toBe(other === kind)
    }
    expect((await test.nobody.call('GET', `/petitions/answered/${codes.get(kind)?.code}`)).status).toBe(404)
  })

  it.each(seenBy[kind])('is seen by %s: what is refused above can be done', async (who) => {
    const { status, body } = await as(who).call('GET', `/petitions/${ids.get(kind)}`)
    expect([status, body.title]).toEqual([200, secrets.title])
    const listed = done(await as(who).call('GET', `/petitions/inbox?kind=${kind}&limit=100`)).rows
    expect(listed.map((row: { id: string }) => row.id)).toContain(ids.get(kind))
  })
})

describe('who denounces', () => {
  it('stands in no line of the log, whatever goes wrong with it', async () => {
    const whole = { ...secrets, ...sender, address: 'Ngõ kín số 9', procedureCode: '1.002809' }
    const wrongs = [
      { ...whole, phone: '12' },
      { ...whole, email: 'rieng.tu@' },
      { ...whole, place: '99999' },
      { ...whole, aboutUnit: randomUUID() },
      { ...whole, procedureCode: 'x'.repeat(101) },
      { ...whole, fullName: `${sender.fullName}\u0000` },
      { ...whole, more: sender.fullName },
    ]
    for (const wrong of wrongs)
      expect((await as('sender').call('POST', '/petitions/denunciations', wrong)).status).toBe(422)
    // Something of ours fails in the middle of it: the line of the failure is there, and names nobody.
    const owner = new pg.Client({ connectionString: test.url })
    await owner.connect()
    await owner.query('alter table petitions.sealed_sender rename to sealed_elsewhere')
    const failed = await as('sender').call('POST', '/petitions/denunciations', {
      ...whole,
      title: `${whole.title} hai`,
    })
    await owner.query('alter table petitions.sealed_elsewhere rename to sealed_sender')
    await owner.end()
    expect(failed.status).toBe(500)
    expect(JSON.stringify(failed.body)).not.toMatch(/sealed|Riêng Tư|0977345699/)
    expect(logged.some((line) => line.includes('petitions.denounce'))).toBe(true)
    const [account] = await test.query<{ id: string }>(`select id from identity.account where login = 'congdan'`)
    for (const mark of [...Object.values(sender), 'Ngõ kín', account?.id as string])
      expect(logged.filter((line) => line.includes(mark))).toEqual([])
  })

  it('stands in no message, e-mail, search or figures of the open', async () => {
    const about = await test.query<{ line: string }>(
      `select m::text as line from notification.message m union all select e::text from notification.email e
        union all select s::text from notification.sms s union all select p::text from notification.push p`,
    )
    expect(about.some(({ line }) => line.includes(codes.get('denunciation')?.code as string))).toBe(true)
    for (const { line } of about.filter((one) => one.line.includes(codes.get('denunciation')?.code as string)))
      expect(line).not.toMatch(/Riêng Tư|0977345699|rieng\.tu|Ngõ kín|Chuyện riêng/)
    const [person] = await test.query<{ id: string }>(
      `select person_id as id from identity.account where login = 'congdan'`,
    )
    const told = await test.query<{ kind: string }>(
      `select kind from notification.message where person_id = $1 and about = $2`,
      [person?.id, ids.get('denunciation')],
    )
    expect(told).toEqual([])
  })
})
