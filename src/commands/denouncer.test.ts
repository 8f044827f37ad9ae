import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listOperations } from '#engines/list-operations.ts'
import { sampleCall } from './testing/sample-call.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Who denounces is sealed: no operation but one answers it, no table holds it, and that one is on the trail. */

let test: TestPlatform
/** As the owner of the database, who may read and change everything. */
let owner: pg.Client
let director: Visitor
let id: string
let lookUpCode: string

const denouncer = {
  fullName: 'Vi Thị Ẩn Danh',
  phone: '0977345612',
  email: 'an.danh@example.vn',
  address: 'Thôn Kín, xã Không Tên',
}
const marks = [denouncer.fullName, denouncer.phone, denouncer.email, denouncer.address]
const content = {
  title: 'Cán bộ nhận tiền khi sát hạch lái xe',
  body: 'Ngày 12/02/2026, tại trung tâm sát hạch, cán bộ coi thi nhận phong bì của ba thí sinh ở bãi xe.',
  procedureCode: '1.002809',
}
const reason = 'Xác minh theo Quyết định 15/QĐ-SGTVT'

beforeAll(async () => {
  test = await startTestPlatform()
  owner = new pg.Client({ connectionString: test.url })
  await owner.connect()
  director = await test.as('giamdoc.gtvt')
  const signedIn = await test.as('congdan')
  const sendKey = 'a1b2c3d4e5f6g7h8.default'
  const pressed = { ...content, ...denouncer, sendKey }
  const sent = done(await signedIn.call('POST', '/petitions/denunciations', pressed))
  lookUpCode = sent.lookUpCode
  id = (done(await director.call('GET', '/petitions/inbox')).rows as { id: string }[])[0]?.id as string
  // Pressed twice, it is one: known again by the key of the form.
  const again = done(await signedIn.call('POST', '/petitions/denunciations', pressed))
  expect(again.code).toBe(sent.code)
  lookUpCode = again.lookUpCode
  done(await signedIn.call('POST', '/petitions/judged', { lookUpCode, helpful: true }).then(asRefused))
  await test.settle()
}, 60_000)
afterAll(async () => {
  await owner.end()
  await test.stop()
})

/** Not answered yet, it cannot be judged; the refusal must leave no trace of who tried. */
const asRefused = (answer: Awaited<ReturnType<Visitor['call']>>) => {
  expect(answer.status).toBe(409)
  return { ...answer, status: 200 }
}

/** Every row of every table as text, as a dump has it. */
async function dump(): Promise<string[]> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const lines: string[] = []
  for (const { name } of tables) {
    const { rows } = await owner.query<{ line: string }>(`select t::text as line from only ${name} t`)
    lines.push(...rows.map(({ line }) => `${name} ${line}`))
  }
  return lines
}

it('is in no table', async () => {
  const asked = { kind: 'question', title: 'Hỏi về giấy phép lái xe', body: content.body, mayPublish: false }
  done(await test.nobody.call('POST', '/petitions', { ...asked, fullName: 'Vi Thị Có Tên', phone: '0977345613' }))
  const lines = await dump()
  // Somebody who asks is found: what follows can fail.
  expect(lines.filter((line) => line.includes('Vi Thị Có Tên'))).toHaveLength(1)
  for (const mark of marks) expect(lines.filter((line) => line.includes(mark))).toEqual([])
})

it('left no account, name or address on the trail, nor in what is kept for repeated calls', async () => {
  const traced = await test.query<{ line: string }>(
    `select e::text as line from audit.entry e where operation in ('petitions.denounce', 'petitions.judgeAnswer')`,
  )
  expect(traced).toHaveLength(2)
  const [account] = await test.query<{ id: string; personId: string }>(
    `select id, person_id as "personId" from identity.account where login = 'congdan'`,
  )
  for (const trace of [account?.id, account?.personId, 'Phượng'])
    for (const { line } of traced) expect(line).not.toContain(trace as string)
  // Nor does any other row join the two: no message, no file, no kept answer.
  const [sent] = await test.query<{ code: string }>(`select code from petitions.petition where id = '${id}'`)
  const about = (await dump()).filter((line) => line.includes(id) || line.includes(sent?.code as string))
  expect(about.length).toBeGreaterThan(3)
  for (const trace of [account?.id, account?.personId])
    expect(about.filter((line) => line.includes(trace as string))).toEqual([])
  const [entry] = await test.query<{ account: string; address: string | null }>(
    `select account, address from audit.entry where operation = 'petitions.denounce'`,
  )
  expect(entry).toEqual({ account: 'nobody', address: null })
  expect(await test.query(`select 1 from kernel.idempotency where operation like 'petitions.%'`)).toEqual([])
})

const reads = listOperations().filter(({ method }) => method === 'GET')

it.each(['giamdoc.gtvt', 'chutich.tinh', 'quantri', 'chuyenvien.gtvt', 'congdan'])(
  'is answered to %s by no operation that reads',
  async (login) => {
    const who = await test.as(login)
    const about = { id, text: 'an danh', lookUpCode, code: `petition:${id}`, object: `petition:${id}` }
    const leaks: string[] = []
    const seen: string[] = []
    for (const operation of reads) {
      const { method, path } = sampleCall(
        { ...operation },
        Object.fromEntries(Object.entries(about).filter(([name]) => inputsOf(operation).includes(name))),
      )
      const { body } = await who.call(method, path)
      const text = body instanceof ArrayBuffer ? Buffer.from(body).toString('latin1') : JSON.stringify(body)
      if (text.includes(content.title)) seen.push(operation.name)
      if (marks.some((mark) => text.includes(mark))) leaks.push(operation.name)
    }
    expect(leaks).toEqual([])
    if (login === 'giamdoc.gtvt')
      expect(seen).toEqual(['petitions.lookUpPetition', 'petitions.listPetitions', 'petitions.getPetition'])
    else expect(seen).toEqual(['petitions.lookUpPetition'])
  },
  60_000,
)

/** The names that an operation takes. */
const inputsOf = ({ input }: { input: unknown }): string[] =>
  Object.keys((input as { shape?: object; _zod?: unknown } | undefined)?.shape ?? {})

it('is opened by the head of the body alone, with a reason, and the trail tells', async () => {
  const body = { reason }
  for (const login of ['truongphong.gtvt', 'chuyenvien.gtvt', 'quantri', 'giamdoc.tuphap', 'congdan']) {
    const { status } = await (await test.as(login)).call('POST', `/petitions/${id}/identity`, body)
    expect([login, [403, 404].includes(status)]).toEqual([login, true])
  }
  expect((await director.call('POST', `/petitions/${id}/identity`, { reason: 'xem' })).status).toBe(422)
  expect(done(await director.call('POST', `/petitions/${id}/identity`, body))).toEqual(denouncer)
  const [entry] = await test.query<{ details: object[]; subjects: string[] | null }>(
    `select details, subjects from audit.entry where operation = 'petitions.openIdentity' and outcome = 'done'`,
  )
  expect(JSON.stringify(entry)).toContain(reason)
  const lines = await dump()
  for (const mark of marks) expect(lines.filter((line) => line.includes(mark))).toEqual([])
})

it('is not found out by sending the same words under a name that is suspected', async () => {
  const words = { ...content, title: 'Việc chỉ một người biết mà báo' }
  const sendKey = 'k'.repeat(30)
  const first = done(await test.nobody.call('POST', '/petitions/denunciations', { ...words, ...denouncer, sendKey }))
  for (const guess of [{}, { sendKey: 'l'.repeat(30) }]) {
    const tried = done(await director.call('POST', '/petitions/denunciations', { ...words, ...denouncer, ...guess }))
    expect(tried.code).not.toBe(first.code)
  }
  // Nor does its sender lose their code by it.
  const { lookUpCode: kept } = first
  expect((await test.nobody.call('GET', `/petitions/look-up?lookUpCode=${kept}`)).body.code).toBe(first.code)
})

it('is not opened by a sealed row that was put into another denunciation', async () => {
  const other = done(
    await test.nobody.call('POST', '/petitions/denunciations', {
      ...content,
      title: 'Việc khác hẳn việc trước',
      ...denouncer,
    }),
  )
  const [row] = await test.query<{ id: string }>(`select id from petitions.petition where code = '${other.code}'`)
  await owner.query(
    `update petitions.sealed_sender set sealed = (select sealed from petitions.sealed_sender where petition_id = '${id}') where petition_id = '${row?.id}'`,
  )
  expect((await director.call('POST', `/petitions/${row?.id}/identity`, { reason })).status).toBe(500)
})
