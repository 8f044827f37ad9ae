import type { AnyContractProcedure } from '@orpc/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { metaOf } from '#kernel/operations/run-operation.ts'
import { contract } from '#engines/contract.ts'
import { writeCursor } from '#values/page.ts'
import { fileDossier, licenceExchange, submit, walkTo, writeDraft, done } from './testing/story.ts'
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

interface Raw {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: BodyInit
  readonly host?: string
}

/** A request as no client of ours would make it. */
async function raw(path: string, who: Visitor | undefined, { method = 'POST', headers = {}, body, host = 'localhost' }: Raw) {
  const answer = await test.platform.app.request(`http://${host}${path}`, {
    method,
    headers: { ...(who?.token ? { Authorization: `Bearer ${who.token}` } : {}), ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body }),
  })
  const text = await answer.text()
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false
  // Tests read deep into answers.
  return { status: answer.status, headers: answer.headers, text, body: (isJson ? JSON.parse(text) : undefined) as any } // eslint-disable-line typescript/no-explicit-any
}

type Said = Awaited<ReturnType<typeof raw>>

/** A refusal as RFC 9457 has it, for people and for programs, that tells nothing of the inside. */
function expectProblem(said: Said, status: number, code?: string) {
  expect({ status: said.status, type: said.headers.get('content-type'), text: said.text }).toEqual({
    status,
    type: 'application/problem+json; charset=utf-8',
    text: said.text,
  })
  expect(said.body).toMatchObject({ status, words: { vi: expect.any(String) as string, en: expect.any(String) as string }, ...(code ? { code } : {}) })
  expect(said.body.requestId).toBe(said.headers.get('x-request-id'))
  expect(said.text).not.toMatch(/\bat .*\.(ts|js|mjs):\d|node_modules|select |insert |syntax error|relation "/i)
}

const page = () => `/api/services/drafts/${draft}/pages/reason`
const put = (body: BodyInit, headers?: Record<string, string>) => raw(page(), citizen, { method: 'PUT', body, ...(headers ? { headers } : {}) })

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
      expectProblem(await put(`{"answers":{"reason":${open.repeat(depth)}1${close.repeat(depth)}}}`), 400, 'malformedJson')
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

  it('the same key in different objects, and keys as values, are nothing to refuse', async () => {
    expect((await put('{"answers":{"reason":"wrong","correction":"\\"reason\\":\\"x\\",{[ \\\\"}}')).status).toBe(200)
  })

  it.each(['__proto__', 'constructor', 'prototype'])('the key %s is refused at every depth and pollutes nothing', async (key) => {
    for (const body of [`{"${key}":{"polluted":1},"answers":{}}`, `{"answers":{"${key}":{"polluted":1}}}`, `{"answers":{"classes":[{"x":{"${key}":{"polluted":1}}}]}}`]) {
      expectProblem(await put(body), 422, 'invalidInput')
    }
    expectProblem(await raw(`/api/services/dossiers?${key}[polluted]=1`, specialist, { method: 'GET' }), 422, 'invalidInput')
    expectProblem(await raw(`/api/services/dossiers?text[${key}]=1`, specialist, { method: 'GET' }), 422, 'invalidInput')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('more than 2 MB is refused, whether or not its length is told', async () => {
    const huge = `{"answers":{"correction":"${'a'.repeat(2_200_000)}"}}`
    expectProblem(await put(huge), 413, 'tooLarge')
    const stream = new Blob([huge]).stream()
    const untold = await test.platform.app.request(`http://localhost${page()}`, {
      method: 'PUT',
      headers: { 'Authorization': `Bearer ${citizen.token}`, 'Content-Type': 'application/json' },
      body: stream,
      duplex: 'half',
    } as RequestInit)
    expect(untold.status).toBe(413)
  })

  it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', 'text/event-stream', 'application/json; charset=utf-16', 'application/jsonp', 'application/octet-stream'])(
    'a body of type %s is refused',
    async (type) => {
      expectProblem(await put('{"answers":{}}', { 'Content-Type': type }), 415, 'wrongMediaType')
    },
  )

  it.each([
    ['a NUL', 'a\u0000b'],
    ['half a character', 'a\ud800b'],
  ])('%s in a text, a key or a query is refused in words', async (_what, text) => {
    expectProblem(await put(JSON.stringify({ answers: { reason: 'wrong', correction: text } })), 422, 'invalidInput')
    expectProblem(await put(JSON.stringify({ answers: { [text]: 'x' } })), 422, 'invalidInput')
    expectProblem(await raw('/api/identity/sign-in', undefined, { body: JSON.stringify({ login: text, password: text }) }), 422, 'invalidInput')
    if (text.includes('\0')) expectProblem(await raw('/api/services/dossiers?text=%00', specialist, { method: 'GET' }), 422, 'invalidInput')
  })

  it.each([
    ['a number for words', { act: 5 }],
    ['a list for an object', { act: [] }],
    ['null', { act: null }],
    ['words for a number', { revision: '1', act: { action: 'resume' } }],
    ['an action nobody knows', { act: { action: 'approve-all', step: 'sign' } }],
    ['a step that is a list', { act: { action: 'complete', step: ['appraise'] } }],
  ])('the wrong type, %s, is refused', async (_what, body) => {
    expectProblem(await raw(`/api/services/dossiers/${dossier.id}/actions`, specialist, { body: JSON.stringify(body) }), 422, 'invalidInput')
  })

  it.each(['1', 'null', `' or 1=1 --`, '../../etc/passwd', '%2e%2e%2f', '%00', '%E0%A4%A', 'ffffffff-ffff-ffff-ffff-fffffffffffg', '{id}'])('%s for an id is refused', async (id) => {
    for (const path of [`/api/services/dossiers/${encodeURIComponent(id)}`, `/api/services/dossiers/${id}`, `/files/${encodeURIComponent(id)}`]) {
      const said = await raw(path, specialist, { method: 'GET' })
      expect([400, 404, 422]).toContain(said.status)
      expectProblem(said, said.status)
    }
  })
})

/** What the platform alone decides; whoever sends it along wants to decide it. */
const serversOwn = { owner: 'x', ownerId: 'x', status: 'ended', outcome: 'granted', deadline: '2099-01-01', promised: '2099-01-01', amount: 0, receivedAt: '2020-01-01', role: 'leader', kind2: 'staff', permissions2: ['all'], isMine: true, number: '1/GP', code2: 'x', applicantId: 'x', paidAt: '2020-01-01' }

const operations = Object.entries(contract).flatMap(([engine, named]) =>
  Object.entries(named as Record<string, AnyContractProcedure>).map(([name, operation]) => ({ name: `${engine}.${name}`, kind: metaOf(operation).kind, input: operation['~orpc'].inputSchema as unknown })),
)

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
  return [...(def.type === 'object' && !refuses ? [path] : []), ...below.flatMap(([at, one]) => openObjects(one, at, seen))]
}

describe('what is not asked for', () => {
  it.each(operations)('$name takes no key that it does not name, at any depth', ({ name, input }) => {
    expect(openObjects(input, name)).toEqual([])
  })

  it('is refused by name and changes nothing', async () => {
    const before = await specialist.call('GET', `/services/dossiers/${dossier.id}`)
    const writes = [
      ['POST', `/services/dossiers/${dossier.id}/actions`, { act: { action: 'complete', step: 'appraise', proposal: 'grant' } }, specialist],
      ['POST', `/services/dossiers/${dossier.id}/supplement`, { step: 'appraise', pins: [{ path: 'papers.licence', reason: 'Ảnh mờ' }] }, specialist],
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
        expect({ path, key, status: said.status, named: JSON.stringify(said.body.places).includes(key) }).toEqual({ path, key, status: 422, named: true })
      }
    }
    expect((await specialist.call('POST', `/services/dossiers/${dossier.id}/actions`, { act: { action: 'complete', step: 'appraise', proposal: 'grant', status: 'ended' } })).status).toBe(422)
    expect((await specialist.call('GET', `/services/dossiers/${dossier.id}`)).body.revision).toBe(before.body.revision)
  })

  it('in answers is left out: what is computed, and what no question asks', async () => {
    const said = await citizen.call('PUT', page().slice(4), { answers: { reason: 'damaged', status: 'ended', applicant: { fullName: 'Người khác' } } })
    expect(said.body.places).not.toEqual([])
    const { answers } = done(await citizen.call('GET', `/services/drafts/${draft}`))
    expect(answers.status).toBeUndefined()
    expect(answers.applicant.fullName).not.toBe('Người khác')
  })
})

describe('search and paging', () => {
  it.each([`' or '1'='1`, `'; drop table services.dossier; --`, `\\`, `%`, `_`, `%%`, `a%`, `"`, `$1`, `) or true --`, `\\' or 1=1`])('%s is text like any other', async (text) => {
    for (const path of ['/services/dossiers?view=all&text=', '/directory/people?text=', '/directory/units?text=']) {
      const said = await specialist.call('GET', path + encodeURIComponent(text))
      const rows = (said.body.rows ?? said.body) as unknown[]
      expect({ path, status: said.status, rows: rows.length }).toEqual({ path, status: 200, rows: 0 })
    }
    expect((await test.nobody.call('GET', `/services/procedures?text=${encodeURIComponent(text)}`)).status).toBe(200)
  })

  it('wildcards find nobody among accounts either', async () => {
    const admin = await test.as('quantri')
    for (const text of ['%', '_', '%%%', '\\', '_uantri']) expect(done(await admin.call('GET', `/identity/accounts?text=${encodeURIComponent(text)}`))).toEqual([])
    expect(done(await admin.call('GET', '/identity/accounts?text=quantri'))).toHaveLength(1)
  })

  const day = '2026-01-01T00:00:00.000Z'
  it.each([
    ['words', 'not a cursor'],
    ['no JSON', btoa('{')],
    ['another shape', writeCursor([1, 2, 3])],
    ['SQL for an id', writeCursor([day, `x'::uuid or true --`])],
    ['no UUID', writeCursor([day, 'x'])],
    ['SQL for a time', writeCursor(['now()', '019b0000-0000-7000-8000-000000000000'])],
    ['a year that is none', writeCursor(['0000-01-01T00:00:00Z', '019b0000-0000-7000-8000-000000000000'])],
    ['a day that is none', writeCursor(['2026-02-31T00:00:00Z', '019b0000-0000-7000-8000-000000000000'])],
  ])('a made-up cursor, %s, is refused', async (_what, after) => {
    const paths = ['/services/dossiers?view=all', '/services/dossiers?view=open', '/services/dossiers?text=a', '/workflow/inbox?whose=mine', '/notification/messages?limit=5', '/audit/my-data?limit=5']
    for (const path of paths) expectProblem(await raw(`/api${path}&after=${encodeURIComponent(after)}`, specialist, { method: 'GET' }), 422, 'invalidInput')
    expectProblem(await raw(`/api/services/my/dossiers?after=${encodeURIComponent(after)}`, citizen, { method: 'GET' }), 422, 'invalidInput')
  })

  it.each(['limit=0', 'limit=-1', 'limit=1e9', 'limit=NaN', 'limit=5;drop', 'sort=filed_at', 'order=desc', 'view=mine', 'view[]=all', 'text[$ne]=x'])('%s is refused', async (query) => {
    expectProblem(await raw(`/api/services/dossiers?${query}`, specialist, { method: 'GET' }), 422, 'invalidInput')
  })
})

describe('text that is code elsewhere', () => {
  const script = `<script>alert(1)</script><img src=x onerror=alert(1)>"'{{7*7}}\${7*7}`

  it('stays text in what is answered, and no answer is read as a page', async () => {
    done(await citizen.call('PUT', page().slice(4), { answers: { reason: 'wrong', correction: script } }))
    const again = await raw(`/api/services/drafts/${draft}`, citizen, { method: 'GET' })
    expect(again.body.answers.correction).toBe(script)
    expect(again.headers.get('content-type')).toMatch(/^application\/json/)
    expect(again.headers.get('x-content-type-options')).toBe('nosniff')
    const filed = await submit(citizen, draft)
    const official = await test.as('motcua.tinh')
    done(await official.call('POST', `/services/dossiers/${filed.id}/opinions`, { text: script }))
    const seen = done(await official.call('GET', `/services/dossiers/${filed.id}`))
    expect(JSON.stringify(seen.summary)).toContain(JSON.stringify(script).slice(1, -1))
    expect(seen.history.at(-1).words).toEqual({ vi: script, en: script })
    const printed = await official.call('GET', `/services/dossiers/${filed.id}/print/application`)
    expect(printed.headers.get('content-type')).toBe('application/pdf')
  })

  it('is no formula in a spreadsheet, and no second row', async () => {
    const evil = ['=cmd|calc', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', 'a"b,c\r\nd', '＝1', ' =1']
    const { rows } = await test.platform.connection.pool.query<{ id: string }>(`select id from services.dossier order by code limit $1`, [evil.length])
    for (const [at, name] of evil.entries()) await test.platform.connection.pool.query(`update services.dossier set applicant_name = $2 where id = $1`, [rows[at]?.id, name])
    const auditor = await test.as('quantri')
    const csv = new TextDecoder('utf-8', { ignoreBOM: false }).decode(done(await auditor.call('GET', '/services/dossiers/export?view=all')))
    const cells = readCsv(csv)
    expect(new Set(cells.map((row) => row.length))).toEqual(new Set([9]))
    for (const name of evil) expect(cells.map((row) => row[2])).toContain(/^[=+\-@\t\r＝]|^ +=/.test(name) ? `'${name}` : name)
    expect(cells.flat().filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell))).toEqual([])
  })
})

/** RFC 4180, as a spreadsheet reads it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (quoted === undefined && plain === '' && end === '') break
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') rows.push([])
  }
  return rows.filter((row) => row.length > 0)
}

describe('headers', () => {
  const inbox = '/api/workflow/inbox'

  it.each(['%0d%0aSet-Cookie:%20a=b', '%', '%E0%A4%A', '%00', '<script>', 'x'.repeat(5000)])('a purpose of %s breaks nothing and comes back in no header', async (purpose) => {
    const said = await raw(`/api/services/dossiers/${dossier.id}`, specialist, { method: 'GET', headers: { 'X-Purpose': purpose } })
    expect(said.status).toBe(200)
    expect([...said.headers].flat().join('\n')).not.toMatch(/a=b|<script>/)
    const { rows } = await test.platform.connection.pool.query<{ purpose: string }>(`select purpose from audit.entry where request_id = $1`, [said.headers.get('x-request-id')])
    expect(rows[0]?.purpose ?? '').toMatch(/^[^\p{Cc}]{0,300}$/u)
  })

  it.each(['short', 'with a space in it', 'khóa-có-dấu'.normalize('NFC'), 'x'.repeat(201)])('an idempotency key of %s is refused', async (key) => {
    const header = /^[\x20-\x7e]+$/.test(key) ? key : Buffer.from(key).toString('latin1')
    expectProblem(await raw('/api/services/drafts', citizen, { body: JSON.stringify({ code: licenceExchange }), headers: { 'Idempotency-Key': header } }), 422, 'invalidInput')
  })

  it('an address forwarded by whoever likes is not believed', async () => {
    done(await test.nobody.call('POST', '/identity/sign-in', { login: 'congdan', password: 'mo cua xem tinh mau' }, { 'X-Forwarded-For': '6.6.6.6' }))
    const { rows } = await test.platform.connection.pool.query(`select from identity.session where address = '6.6.6.6'`)
    expect(rows).toHaveLength(0)
  })

  it('writes of another site with our cookie are refused, those of our own pages and of programs are not', async () => {
    const cookie = { Cookie: `session=${citizen.token}` }
    const write = (headers: Record<string, string>) => raw('/api/services/drafts', undefined, { body: JSON.stringify({ code: licenceExchange }), headers: { ...cookie, ...headers } })
    for (const foreign of [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: 'http://localhost.evil.example' },
      { Origin: 'http://localhost:8081' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { 'Sec-Fetch-Site': 'cross-site', 'Origin': 'http://localhost' },
    ]) {
      expectProblem(await write(foreign as Record<string, string>), 403, 'foreignOrigin')
    }
    for (const own of [{ Origin: 'http://localhost' }, { 'Sec-Fetch-Site': 'same-origin' }, {}]) expect((await write(own as Record<string, string>)).status).toBe(200)
  })

  it('no page of another site may read an answer', async () => {
    const said = await raw(inbox, specialist, { method: 'GET', headers: { Origin: 'https://evil.example' } })
    expect(said.headers.get('access-control-allow-origin')).toBeNull()
    expect(said.headers.get('cache-control')).toContain('no-store')
  })

  it.each(['evil.example', 'localhost.evil.example', '169.254.169.254'])('the host %s is not ours', async (host) => {
    expectProblem(await raw(inbox, specialist, { method: 'GET', host }), 421, 'unknownHost')
  })

  it.each(['PATCH', 'PROPFIND', 'DELETE', 'OPTIONS', 'FOO'])('the method %s where there is none is not found', async (method) => {
    expectProblem(await raw(inbox, specialist, { method }), 404, 'notFound')
    expectProblem(await raw('/api/no/such/thing', undefined, { method }), 404, 'notFound')
  })

  it('a read is never a write: GET on a writing path is not found', async () => {
    expectProblem(await raw(`/api/services/dossiers/${dossier.id}/actions`, specialist, { method: 'GET' }), 404, 'notFound')
  })
})
