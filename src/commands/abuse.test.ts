import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listOperations } from '#engines/list-operations.ts'
import { expectProblem, rawRequest, type Raw } from './testing/raw-request.ts'
import { fileDossier, licenceExchange, walkTo, writeDraft, done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** What is sent with bad intent, or by a broken program: refused in words, never half done, never answered with a stack. */

let test: TestPlatform
let citizen: Visitor
let specialist: Visitor
let receiver: Visitor
let draft: string
let dossier: { id: string; code: string }

beforeAll(async () => {
  test = await startTestPlatform()
  citizen = await test.as('congdan')
  specialist = await test.as('chuyenvien.gtvt')
  receiver = await test.as('motcua.tinh')
  dossier = await fileDossier(test, citizen, licenceExchange)
  await walkTo(test, dossier.id, 'appraise')
  draft = await writeDraft(test, citizen, licenceExchange)
}, 240_000)
afterAll(() => test.stop())

const raw = (path: string, who: Visitor | undefined, request: Raw) => rawRequest(test, path, who, request)

const page = () => `/api/services/drafts/${draft}/pages/reason`
const put = (body: BodyInit, headers?: Record<string, string>) =>
  raw(page(), citizen, { method: 'PUT', body, ...(headers ? { headers } : {}) })

describe('a body that is not what it says', () => {
  it.each([
    ['cut off', '{"answers":{"reason":'],
    ['with a comma too many', '{"answers":{},}'],
    ['in single quotes', `{'answers':{}}`],
    ['empty of sense', 'undefined'],
    ['two in one', '{"answers":{}}{"answers":{}}'],
    ['with a bare control character', '{"answers":{"reason":"a\u0001b"}}'],
  ])('malformed JSON, %s, is refused', async (_how, body) => {
    expectProblem(await put(body), 400, 'malformedJson')
  })

  it.each([
    ['lists', '[', ']'],
    ['objects', '{"a":', '}'],
  ])('nesting of %s deeper than 64 is refused, however deep', async (_what, open, close) => {
    for (const depth of [65, 1000, 100_000]) {
      expectProblem(
        await put(`{"answers":{"reason":${open.repeat(depth)}1${close.repeat(depth)}}}`),
        400,
        'malformedJson',
      )
    }
    expect((await put(`{"answers":{"reason":${open.repeat(60)}1${close.repeat(60)}}}`)).status).toBe(200)
  })

  it.each([
    ['at the top', '{"answers":{},"answers":{"reason":"damaged"}}'],
    ['below', '{"answers":{"reason":"damaged","reason":"wrong"}}'],
    ['written in another way', '{"answers":{"reason":"damaged","re\\u0061son":"wrong"}}'],
    ['within a list', '{"answers":{"classes":[{"a":1,"a":2}]}}'],
  ])('a key twice, %s, is refused', async (_where, body) => {
    expectProblem(await put(body), 400, 'malformedJson')
  })

  it('an answer that the page does not ask for is refused, not left out, and nothing beside it is saved', async () => {
    const answers = async () => (await raw(`/api/services/drafts/${draft}`, citizen, { method: 'GET' })).body.answers
    const before = await answers()
    for (const unasked of [
      { isAdmin: true },
      { licenceNumber: '240168000001' },
      { reason: 'lost', status: 'granted' },
    ]) {
      const said = await put(JSON.stringify({ answers: { reason: 'damaged', ...unasked } }))
      expectProblem(said, 422, 'invalidInput')
      expect(said.body.places.map((place: { path: string }) => place.path)).toEqual([Object.keys(unasked).at(-1)])
    }
    expect(await answers()).toEqual(before)
  })

  it('a form post is read by the names that its page asks for: buttons and hidden keys beside them are no answers', async () => {
    const said = await put(JSON.stringify({ post: 'reason=damaged&once=1&save=&isAdmin=true' }))
    expect([said.status, said.body.answers.reason, said.body.answers.isAdmin]).toEqual([200, 'damaged', undefined])
  })

  it('a page that the form does not have is not found', async () => {
    for (const body of [{ answers: { reason: 'damaged' } }, { post: 'reason=damaged' }])
      expectProblem(
        await raw(`/api/services/drafts/${draft}/pages/nope`, citizen, { method: 'PUT', body: JSON.stringify(body) }),
        404,
        'notFound',
      )
  })

  it('the same key in different objects, and keys as values, are nothing to refuse', async () => {
    expect((await put('{"answers":{"reason":"wrong","correction":"\\"reason\\":\\"x\\",{[ \\\\"}}')).status).toBe(200)
  })

  it.each(['__proto__', 'constructor', 'prototype'])(
    'the key %s is refused at every depth and pollutes nothing',
    async (key) => {
      for (const body of [
        `{"${key}":{"polluted":1},"answers":{}}`,
        `{"answers":{"${key}":{"polluted":1}}}`,
        `{"answers":{"classes":[{"x":{"${key}":{"polluted":1}}}]}}`,
      ]) {
        expectProblem(await put(body), 422, 'invalidInput')
      }
      expectProblem(
        await raw(`/api/services/dossiers?${key}[polluted]=1`, specialist, { method: 'GET' }),
        422,
        'invalidInput',
      )
      expectProblem(
        await raw(`/api/services/dossiers?text[${key}]=1`, specialist, { method: 'GET' }),
        422,
        'invalidInput',
      )
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    },
  )

  it('more than 2 MB is refused, whether or not its length is told', async () => {
    const huge = `{"answers":{"correction":"${'a'.repeat(2_200_000)}"}}`
    expectProblem(await put(huge), 413, 'tooLarge')
    const stream = new Blob([huge]).stream()
    const untold = await test.platform.app.request(`http://localhost${page()}`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${citizen.token}`, 'Content-Type': 'application/json' },
      body: stream,
      duplex: 'half',
    } as RequestInit)
    expect(untold.status).toBe(413)
  })

  it.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'text/event-stream',
    'application/json; charset=utf-16',
    'application/jsonp',
    'application/octet-stream',
  ])('a body of type %s is refused', async (type) => {
    expectProblem(await put('{"answers":{}}', { 'Content-Type': type }), 415, 'wrongMediaType')
  })

  it.each([
    ['a NUL', 'a\u0000b'],
    ['half a character', 'a\ud800b'],
  ])('%s in a text, a key or a query is refused in words', async (_what, text) => {
    expectProblem(await put(JSON.stringify({ answers: { reason: 'wrong', correction: text } })), 422, 'invalidInput')
    expectProblem(await put(JSON.stringify({ answers: { [text]: 'x' } })), 422, 'invalidInput')
    expectProblem(
      await raw('/api/identity/sign-in', undefined, { body: JSON.stringify({ login: text, password: text }) }),
      422,
      'invalidInput',
    )
    if (text.includes('\0'))
      expectProblem(await raw('/api/services/dossiers?text=%00', specialist, { method: 'GET' }), 422, 'invalidInput')
  })

  it.each([
    ['a number for words', { act: 5 }],
    ['a list for an object', { act: [] }],
    ['null', { act: null }],
    ['words for a number', { revision: '1', act: { action: 'resume' } }],
    ['an action nobody knows', { act: { action: 'approve-all', step: 'sign' } }],
    ['a step that is a list', { act: { action: 'complete', step: ['appraise'] } }],
  ])('the wrong type, %s, is refused', async (_what, body) => {
    expectProblem(
      await raw(`/api/services/dossiers/${dossier.id}/actions`, specialist, { body: JSON.stringify(body) }),
      422,
      'invalidInput',
    )
  })

  it.each([
    '1',
    'null',
    `' or 1=1 --`,
    '../../etc/passwd',
    '%2e%2e%2f',
    '%00',
    '%E0%A4%A',
    'ffffffff-ffff-ffff-ffff-fffffffffffg',
    '{id}',
  ])('%s for an id is refused', async (id) => {
    for (const path of [
      `/api/services/dossiers/${encodeURIComponent(id)}`,
      `/api/services/dossiers/${id}`,
      `/files/${encodeURIComponent(id)}`,
    ]) {
      const said = await raw(path, specialist, { method: 'GET' })
      expect([400, 404, 422]).toContain(said.status)
      expectProblem(said, said.status)
    }
  })
})

/** What the platform alone decides; whoever sends it along wants to decide it. */
const serversOwn = {
  owner: 'x',
  ownerId: 'x',
  status: 'ended',
  outcome: 'granted',
  deadline: '2099-01-01',
  promised: '2099-01-01',
  amount: 0,
  receivedAt: '2020-01-01',
  role: 'leader',
  permissions: ['all'],
  isMine: true,
  number: '1/GP',
  applicantId: 'x',
  paidAt: '2020-01-01',
}

const operations = listOperations().map(({ name, meta: { kind }, input }) => ({ name, kind, input }))

interface SchemaDef {
  readonly type: string
  readonly catchall?: unknown
  readonly shape?: Record<string, unknown>
  readonly [part: string]: unknown
}

/** The places of a schema where an object takes keys that it does not name. */
function openObjects(schema: unknown, path: string, seen = new Set<unknown>()): string[] {
  const def = (schema as { _zod?: { def: SchemaDef } } | undefined)?._zod?.def
  if (def === undefined || seen.has(schema)) return []
  seen.add(schema)
  const below = [
    ...Object.entries(def.shape ?? {}).map(([key, one]) => [`${path}.${key}`, one] as const),
    ...['innerType', 'element', 'in', 'out', 'valueType', 'left', 'right'].map((key) => [path, def[key]] as const),
    ...((def['options'] ?? []) as unknown[]).map((one) => [path, one] as const),
  ]
  const refuses = (def.catchall as { _zod?: { def: SchemaDef } } | undefined)?._zod?.def.type === 'never'
  return [
    ...(def.type === 'object' && !refuses ? [path] : []),
    ...below.flatMap(([at, one]) => openObjects(one, at, seen)),
  ]
}

describe('what is not asked for', () => {
  it.each(operations)('$name takes no key that it does not name, at any depth', ({ name, input }) => {
    expect(openObjects(input, name)).toEqual([])
  })

  it('is refused by name and changes nothing', async () => {
    const before = await specialist.call('GET', `/services/dossiers/${dossier.id}`)
    const writes = [
      [
        'POST',
        `/services/dossiers/${dossier.id}/actions`,
        { act: { action: 'complete', step: 'appraise', proposal: 'grant' } },
        specialist,
      ],
      [
        'POST',
        `/services/dossiers/${dossier.id}/supplement`,
        { step: 'appraise', pins: [{ path: 'papers.licence', reason: 'Ảnh mờ' }] },
        specialist,
      ],
      ['PUT', `/services/dossiers/${dossier.id}/result`, { template: 'granted' }, specialist],
      ['POST', `/services/dossiers/${dossier.id}/fees`, { fee: 'fee', method: 'cash' }, receiver],
      ['PUT', page().slice(4), { answers: {} }, citizen],
      ['POST', `/services/drafts/${draft}/submission`, { declared: true }, citizen],
      ['POST', '/services/drafts', { code: licenceExchange }, citizen],
      ['POST', `/services/my/dossiers/${dossier.id}/withdrawal`, {}, citizen],
    ] as const
    for (const [method, path, body, who] of writes) {
      for (const [key, value] of Object.entries(serversOwn)) {
        const said = await who.call(method, path, { ...body, [key]: value })
        expect({ path, key, status: said.status, named: JSON.stringify(said.body.places).includes(key) }).toEqual({
          path,
          key,
          status: 422,
          named: true,
        })
      }
    }
    expect(
      (
        await specialist.call('POST', `/services/dossiers/${dossier.id}/actions`, {
          act: { action: 'complete', step: 'appraise', proposal: 'grant', status: 'ended' },
        })
      ).status,
    ).toBe(422)
    expect((await specialist.call('GET', `/services/dossiers/${dossier.id}`)).body.revision).toBe(before.body.revision)
  })

  it('in answers is left out: what is computed, and what no question asks', async () => {
    const said = await citizen.call('PUT', page().slice(4), {
      answers: { reason: 'damaged', status: 'ended', applicant: { fullName: 'Người khác' } },
    })
    expect(said.body.places).not.toEqual([])
    const { answers } = done(await citizen.call('GET', `/services/drafts/${draft}`))
    expect(answers.status).toBeUndefined()
    expect(answers.applicant.fullName).not.toBe('Người khác')
  })
})
