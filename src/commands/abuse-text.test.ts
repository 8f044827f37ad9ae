import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeCursor } from '#values/page.ts'
import { expectProblem, rawRequest, type Raw } from './testing/raw-request.ts'
import { readCsv } from './testing/read-csv.ts'
import { done, fileDossier, licenceExchange, submit, walkTo, writeDraft } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Text, positions and headers that mean something elsewhere: to SQL, a browser, a spreadsheet, a proxy. Here they are only text. */

let test: TestPlatform
let citizen: Visitor
let specialist: Visitor
let draft: string
let dossier: { id: string; code: string }

beforeAll(async () => {
  test = await startTestPlatform()
  citizen = await test.as('congdan')
  specialist = await test.as('chuyenvien.gtvt')
  dossier = await fileDossier(test, citizen, licenceExchange)
  await walkTo(test, dossier.id, 'appraise')
  draft = await writeDraft(test, citizen, licenceExchange)
}, 240_000)
afterAll(() => test.stop())

const raw = (path: string, who: Visitor | undefined, request: Raw) => rawRequest(test, path, who, request)

describe('search and paging', () => {
  it.each([
    `' or '1'='1`,
    `'; drop table services.dossier; --`,
    `\\`,
    `%`,
    `_`,
    `%%`,
    `a%`,
    `"`,
    `$1`,
    `) or true --`,
    `\\' or 1=1`,
  ])('%s is text like any other', async (text) => {
    // Signs stand between words: what is left are words like any other.
    const dossiers = async (sought: string) =>
      done(await specialist.call('GET', `/services/dossiers?view=all&text=${encodeURIComponent(sought)}`)).rows
    const words = text.replaceAll(/[^a-z0-9]+/g, ' ').trim()
    expect(await dossiers(text)).toEqual(words === '' ? [] : await dossiers(words))
    for (const path of ['/directory/people?text=', '/directory/units?text=']) {
      const said = await specialist.call('GET', path + encodeURIComponent(text))
      const rows = (said.body.rows ?? said.body) as unknown[]
      expect({ path, status: said.status, rows: rows.length }).toEqual({ path, status: 200, rows: 0 })
    }
    expect((await test.nobody.call('GET', `/services/procedures?text=${encodeURIComponent(text)}`)).status).toBe(200)
  })

  it.each(['\u0301', ' \u0301\u0301 ', '\u0300 \u0323'])(
    'marks without letters, %j, seek nothing: the list is the one without a search',
    async (text) => {
      const marks = encodeURIComponent(text)
      for (const view of ['open', 'all']) {
        const path = `/services/dossiers?view=${view}`
        expect(done(await specialist.call('GET', `${path}&text=${marks}`))).toEqual(
          done(await specialist.call('GET', path)),
        )
      }
      for (const path of ['/directory/people?text=', '/directory/units?text=', '/services/procedures?text='])
        done(await specialist.call('GET', path + marks))
    },
  )

  it('wildcards find nobody among accounts either', async () => {
    const admin = await test.as('quantri')
    for (const text of ['%', '_', '%%%', '\\', '_uantri'])
      expect(done(await admin.call('GET', `/identity/accounts?text=${encodeURIComponent(text)}`))).toEqual([])
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
    const paths = [
      '/services/dossiers?view=all',
      '/services/dossiers?view=open',
      '/services/dossiers?text=a',
      '/workflow/inbox?whose=mine',
      '/notification/messages?limit=5',
      '/audit/my-data?limit=5',
    ]
    for (const path of paths)
      expectProblem(
        await raw(`/api${path}&after=${encodeURIComponent(after)}`, specialist, { method: 'GET' }),
        422,
        'invalidInput',
      )
    expectProblem(
      await raw(`/api/services/my/dossiers?after=${encodeURIComponent(after)}`, citizen, { method: 'GET' }),
      422,
      'invalidInput',
    )
  })

  it.each([
    'limit=0',
    'limit=-1',
    'limit=1e9',
    'limit=NaN',
    'limit=5;drop',
    'sort=filed_at',
    'order=desc',
    'view=mine',
    'view[]=all',
    'text[$ne]=x',
  ])('%s is refused', async (query) => {
    expectProblem(await raw(`/api/services/dossiers?${query}`, specialist, { method: 'GET' }), 422, 'invalidInput')
  })
})

describe('a name', () => {
  const register = (fullName: string, personalId: string) =>
    test.nobody.call('POST', '/identity/register', {
      fullName,
      personalId,
      birthDate: '1990-01-01',
      phone: '0912345678',
      password: 'con trau di truoc cai cay',
    })

  it('keeps nothing that cannot be seen, turns the letters about or begins another line', async () => {
    expect((await register('\u202eNguyễn\u200b Văn\r\nThử'.normalize('NFD'), '024090000111')).status).toBe(200)
    const names = await test.query<{ fullName: string }>(
      `select full_name as "fullName" from directory.person where personal_id = '024090000111'`,
    )
    expect(names).toEqual([{ fullName: 'Nguyễn Văn Thử' }])
  })

  it('of signs that cannot be seen is none', async () => {
    const said = await register('\u200b\u200b\u202e\ufeff', '024090000112')
    expect({ status: said.status, code: said.body.code }).toEqual({ status: 422, code: 'invalidInput' })
  })
})

describe('text that is code elsewhere', () => {
  const script = `<script>alert(1)</script><img src=x onerror=alert(1)>"'{{7*7}}\${7*7}`

  it('stays text in what is answered, and no answer is read as a page', async () => {
    done(
      await citizen.call('PUT', `/services/drafts/${draft}/pages/reason`, {
        answers: { reason: 'wrong', correction: script },
      }),
    )
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
    const { rows } = await test.platform.connection.pool.query<{ id: string }>(
      `select id from services.dossier order by code limit $1`,
      [evil.length],
    )
    for (const [at, name] of evil.entries())
      await test.platform.connection.pool.query(`update services.dossier set applicant_name = $2 where id = $1`, [
        rows[at]?.id,
        name,
      ])
    const auditor = await test.as('quantri')
    const csv = new TextDecoder('utf-8', { ignoreBOM: false }).decode(
      done(await auditor.call('GET', '/services/dossiers/export?view=all')),
    )
    const cells = readCsv(csv)
    const kinds = new Set(cells.slice(1).flatMap((row) => [row[4], row[7]]))
    expect([...kinds].filter((words) => /^[a-z-]*$/.test(words ?? ''))).toEqual([])
    expect(new Set(cells.map((row) => row.length))).toEqual(new Set([9]))
    for (const name of evil)
      expect(cells.map((row) => row[2])).toContain(/^[=+\-@\t\r＝]|^ +=/.test(name) ? `'${name}` : name)
    expect(cells.flat().filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell))).toEqual([])
  })
})

describe('headers', () => {
  const inbox = '/api/workflow/inbox'

  it.each(['%0d%0aSet-Cookie:%20a=b', '%', '%E0%A4%A', '%00', '<script>', 'x'.repeat(5000)])(
    'a purpose of %s breaks nothing and comes back in no header',
    async (purpose) => {
      const said = await raw(`/api/services/dossiers/${dossier.id}`, specialist, {
        method: 'GET',
        headers: { 'X-Purpose': purpose },
      })
      expect(said.status).toBe(200)
      expect([...said.headers].flat().join('\n')).not.toMatch(/a=b|<script>/)
      const { rows } = await test.platform.connection.pool.query<{ purpose: string }>(
        `select purpose from audit.entry where request_id = $1`,
        [said.headers.get('x-request-id')],
      )
      expect(rows[0]?.purpose ?? '').toMatch(/^[^\p{Cc}]{0,300}$/u)
    },
  )

  it.each(['short', 'with a space in it', 'khóa-có-dấu'.normalize('NFC'), 'x'.repeat(201)])(
    'an idempotency key of %s is refused',
    async (key) => {
      const header = /^[\x20-\x7e]+$/.test(key) ? key : Buffer.from(key).toString('latin1')
      expectProblem(
        await raw('/api/services/drafts', citizen, {
          body: JSON.stringify({ code: licenceExchange }),
          headers: { 'Idempotency-Key': header },
        }),
        422,
        'invalidInput',
      )
    },
  )

  it('an address forwarded by whoever likes is not believed', async () => {
    done(
      await test.nobody.call(
        'POST',
        '/identity/sign-in',
        { login: 'congdan', password: 'mo cua xem tinh mau' },
        { 'X-Forwarded-For': '6.6.6.6' },
      ),
    )
    const { rows } = await test.platform.connection.pool.query(`select from identity.session where address = '6.6.6.6'`)
    expect(rows).toHaveLength(0)
  })

  it('writes of another site with our cookie are refused, those of our own pages and of programs are not', async () => {
    const cookie = { Cookie: `session=${citizen.token}` }
    const write = (headers: Record<string, string>) =>
      raw('/api/services/drafts', undefined, {
        body: JSON.stringify({ code: licenceExchange }),
        headers: { ...cookie, ...headers },
      })
    for (const foreign of [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: 'http://localhost.evil.example' },
      { Origin: 'http://localhost:8081' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://localhost' },
    ]) {
      expectProblem(await write(foreign as Record<string, string>), 403, 'foreignOrigin')
    }
    for (const own of [{ Origin: 'http://localhost' }, { 'Sec-Fetch-Site': 'same-origin' }, {}])
      expect((await write(own as Record<string, string>)).status).toBe(200)
  })

  it('no page of another site may read an answer', async () => {
    const said = await raw(inbox, specialist, { method: 'GET', headers: { Origin: 'https://evil.example' } })
    expect(said.headers.get('access-control-allow-origin')).toBeNull()
    expect(said.headers.get('cache-control')).toContain('no-store')
  })

  it.each(['evil.example', 'localhost.evil.example', '169.254.169.254'])('the host %s is not ours', async (host) => {
    expectProblem(await raw(inbox, specialist, { method: 'GET', host }), 421, 'unknownHost')
  })

  it.each(['PATCH', 'PROPFIND', 'DELETE', 'OPTIONS', 'FOO'])(
    'the method %s is refused on a path that has others, and not found on one that is none',
    async (method) => {
      expectProblem(await raw(inbox, specialist, { method }), 405, 'methodNotAllowed')
      expectProblem(await raw('/api/no/such/thing', undefined, { method }), 404, 'notFound')
    },
  )

  it('a read is never a write: GET on a writing path is refused', async () => {
    expectProblem(
      await raw(`/api/services/dossiers/${dossier.id}/actions`, specialist, { method: 'GET' }),
      405,
      'methodNotAllowed',
    )
  })
})
