import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDataBrakes } from '#engines/reporting/open-data/contract.ts'
import { addDays, dateAt } from '#values/plain-date.ts'
import { runJob } from './testing/run-job.ts'
import { done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform } from './testing/test-platform.ts'

/** Open data: the dictionary is what answers hold to, a file runs no formula, an answer may be kept, and nobody takes the place of all. */

const today = dateAt(new Date())
const from = addDays(today, -200)
let province: TestPlatform

beforeAll(async () => {
  province = await startTestPlatform()
  await province.query(
    `insert into services.paper_reuse (dossier_id, offered, reused) select id, 1, 1 from services.dossier where received_at is not null`,
  )
  await runJob(province.platform, 'count-all-days')
})
afterAll(() => province?.stop())

interface Dataset {
  readonly id: string
  readonly json: string
  readonly csv: string | null
  readonly columns: { key: string | null; head: string | null; means: string }[]
}
const catalogue = async (): Promise<{ terms: string; countedAt: string; datasets: Dataset[] }> =>
  done(await province.nobody.call('GET', '/reporting/open-data'))
const ask = (address: string) =>
  province.nobody.call('GET', `${address.replace(/^\/api/, '')}?from=${from}&to=${today}`)

/** Lines and cells of a CSV file (RFC 4180). */
function cellsOf(text: string): string[][] {
  const lines: string[][] = [['']]
  let isQuoted = false
  for (const char of text
    .replace(/^\ufeff/, '')
    .replaceAll('""', '\u0000')
    .replaceAll('\r\n', '\n')
    .trimEnd()) {
    const line = lines.at(-1)!
    if (char === '"') isQuoted = !isQuoted
    else if (char === ',' && !isQuoted) line.push('')
    else if (char === '\n' && !isQuoted) lines.push([''])
    else line[line.length - 1] += char === '\u0000' ? '"' : char
  }
  return lines
}

test('each row of JSON has exactly the fields of the dictionary, each CSV exactly its columns in order', async () => {
  const { terms, countedAt, datasets } = await catalogue()
  expect(terms.length).toBeGreaterThan(20)
  expect(Date.now() - new Date(countedAt).getTime()).toBeLessThan(600_000)
  expect(datasets.length).toBeGreaterThan(2)
  for (const { id, json, csv, columns } of datasets) {
    const said = done(await ask(json))
    const rows = Array.isArray(said) ? said : said.rows
    expect(rows.length, id).toBeGreaterThan(0)
    const keys = columns.map(({ key }) => key).filter((key) => key !== null)
    for (const row of rows) expect(Object.keys(row).toSorted(), id).toEqual(keys.toSorted())
    if (csv === null) continue
    const { body } = await ask(csv)
    const lines = cellsOf(Buffer.from(body as ArrayBuffer).toString())
    expect(lines[0], id).toEqual(columns.map(({ head }) => head).filter((head) => head !== null))
    expect(lines.length, id).toBe(rows.length + 1)
    for (const line of lines) expect(line.length).toBe(lines[0]!.length)
  }
})

test('the CSV of form 06 says of each line what the JSON says, sums included', async () => {
  const rows = done(await ask('/api/reporting/form-six')).rows
  const [heads, ...lines] = cellsOf(
    Buffer.from((await ask('/api/reporting/form-six/csv')).body as ArrayBuffer).toString(),
  )
  const at = (head: string) => heads!.indexOf(head)
  for (const [order, row] of rows.entries()) {
    const line = lines[order]!
    expect(Number(line[at('Tiếp nhận: tổng số')])).toBe(row.online + row.direct + row.carried)
    expect(Number(line[at('Đã giải quyết: tổng số')])).toBe(row.early + row.onTime + row.late)
    expect(Number(line[at('Đang giải quyết trong hạn')])).toBe(row.inProgress - row.inProgressLate)
    expect(Number(line[at('Tiếp nhận: tổng số')])).toBe(
      row.early + row.onTime + row.late + row.stopped + row.inProgress,
    )
  }
})

test('a name that begins like a formula is told as text', async () => {
  await province.query(`update services.procedure set field = '=HYPERLINK("http://x","y")' where field = (
    select p.field from services.procedure p join reporting.day_count c on c.procedure_code = p.code where c.day > current_date - 150 and c.online > 0 limit 1)`)
  const text = Buffer.from((await ask('/api/reporting/form-six/csv')).body as ArrayBuffer).toString()
  expect(text).toContain(`'=HYPERLINK`)
  for (const line of cellsOf(text)) for (const cell of line) expect(cell).not.toMatch(/^[=+\-@]/)
})

test('a period that ends before it begins is refused, where figures of it would look like figures of another', async () => {
  const { datasets } = await catalogue()
  const addresses = datasets.flatMap(({ json, csv }) => [json, ...(csv === null ? [] : [csv])])
  for (const address of [
    ...addresses,
    '/api/services/figures',
    '/api/services/satisfaction',
    '/api/services/known/figures',
  ]) {
    const path = `${address.replace(/^\/api/, '')}?from=${today}&to=${from}`
    const { status, body } = await province.nobody.call('GET', path)
    expect([address, status, body?.places?.[0]?.path]).toEqual([address, 422, 'from'])
  }
})

test('an answer may be kept by anybody for a minute, JSON and CSV alike', async () => {
  for (const { json, csv } of (await catalogue()).datasets)
    for (const address of [json, ...(csv === null ? [] : [csv])]) {
      const { headers } = await ask(address)
      expect(headers.get('cache-control'), address).toBe('public, max-age=60')
      expect(headers.get('vary'), address).toContain('Cookie')
      expect(headers.get('ratelimit-policy') ?? headers.get('ratelimit-limit'), address).toContain(
        String(openDataBrakes.network.free),
      )
    }
})

test('whoever asks beyond the limit of a network waits, and is told how long; who is signed in does not', async () => {
  const path = '/reporting/service-index/bodies'
  let refused = await province.nobody.call('GET', path)
  for (let time = 0; refused.status === 200 && time <= openDataBrakes.network.free; time += 1)
    refused = await province.nobody.call('GET', path)
  expect(refused).toMatchObject({ status: 429, body: { code: 'openDataWait' } })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  const official = await province.as('motcua.xa')
  for (const each of ['/reporting/form-six', path]) expect((await official.call('GET', each)).status).toBe(200)
}, 60_000)
