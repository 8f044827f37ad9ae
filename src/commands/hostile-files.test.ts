import { afterAll, beforeAll, expect, test } from 'vitest'
import { listOperations, type ListedOperation } from '#engines/list-operations.ts'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { openZip } from '#kernel/spreadsheet/zip.ts'
import { dateAt } from '#values/plain-date.ts'
import { hostileTexts, writeHostileText } from './testing/hostile-text.ts'
import { sampleCall } from './testing/sample-call.ts'
import { readCsv } from './testing/read-csv.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'
import { makeObjects, objectIn, type Objects } from './testing/whose-objects.ts'

/**
 * Generated from the contracts: every operation that answers a file, asked when hostile text stands in every column of the database, is
 * a sound file of its kind in which that text is nothing but text (formulas in tables, scripts in pictures, actions in PDF;
 * OWASP A03, ASVS V1.2.10).
 */

/** What is looked at another way. */
const elsewhere = new Set([
  // JSON, and lines of plain text, of what was brought in.
  'directory.getBoundariesAside',
  'services.getCatalogueAside',
  // The paper that `payments.printIssued` prints.
  'payments.printReceipt',
])
const files = listOperations().filter(({ name, meta }) => meta.answersFile !== undefined && !elsewhere.has(name))
const logins = ['motcua.tinh', 'chuyenvien.gtvt', 'ketoan.tinh', 'thutuc.tinh', 'quantri', 'congdan', 'giamdoc.motcua']

let province: TestPlatform
let objects: Objects
const insiders: Visitor[] = []
let asked: Readonly<Record<string, unknown>>

beforeAll(async () => {
  province = await startTestPlatform()
  objects = await makeObjects(province)
  const [counter] = await province.query<{ id: string }>(`select id from directory.unit where code = 'TTPVHCC'`)
  const [dossier] = await province.query<{ code: string }>(`select code from services.dossier where id = $1`, [
    objects['/services/dossiers/{id}']?.['id'],
  ])
  const today = dateAt(new Date())
  asked = {
    counterId: counter?.id,
    day: today,
    from: `${today.slice(0, 4)}-01-01`,
    to: today,
    dossier: dossier?.code,
    view: 'all',
    code: '1.002809',
  }
  for (const login of logins) insiders.push(await province.as(login))
  await writeHostileText(province.url, '=lacode()+')
}, 240_000)
afterAll(() => province.stop())

/** The file, from the first of all insiders who may have it. */
async function fileOf(operation: ListedOperation): Promise<Buffer> {
  const { method, path } = sampleCall(operation, { ...asked, ...objectIn(objects, operation) })
  const answers: unknown[] = []
  for (const who of insiders) {
    const answer = await who.call(method, path)
    if (answer.status === 200) {
      expect(answer.headers.get('content-type')).toContain(operation.meta.answersFile)
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      return Buffer.from(answer.body as ArrayBuffer)
    }
    answers.push([answer.status, answer.body.code])
  }
  throw new Error(`${path}: ${JSON.stringify(answers)}`)
}

const isTable = ({ meta }: ListedOperation) => meta.answersFile === 'text/csv'
const isPaper = ({ meta }: ListedOperation) => meta.answersFile === 'application/pdf'
const isWorkbook = ({ meta }: ListedOperation) => meta.answersFile?.includes('spreadsheetml') ?? false

test.for(files.filter(isTable))('$name has no formula in a cell and no row beside its own', async (operation) => {
  const rows = readCsv((await fileOf(operation)).toString())
  expect(new Set(rows.map((row) => row.length)).size).toBe(1)
  expect(
    rows.flat().filter((cell) => /^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(cell) && !/^-?\d+([.,]\d+)?$/.test(cell)),
  ).toEqual([])
  hasMet.add(operation.name, rows.flat())
})

test.for(files.filter(isPaper))('$name draws it as text, and does nothing', async (operation) => {
  const file = await fileOf(operation)
  expect(file.subarray(0, 5).toString()).toBe('%PDF-')
  // What a reader runs, opens or sends by itself (ISO 32000-2, 12.6), and files within.
  expect(file.toString('latin1')).not.toMatch(
    /\/(JavaScript|JS|OpenAction|AA|Launch|SubmitForm|ImportData|GoToR|EmbeddedFile|RichMedia)\b/,
  )
  expect(file.toString('latin1').match(/\/URI ?\([^)]*lacode/g)).toBeNull()
  hasMet.add(operation.name, readPdf(file))
})

test.for(files.filter(isWorkbook))('$name has text in its cells, no formula and no link', async (operation) => {
  const open = openZip(await fileOf(operation))
  const sheet = open('xl/worksheets/sheet1.xml')?.toString() ?? ''
  expect(sheet).toContain('<sheetData>')
  expect(sheet).not.toMatch(/<f[ >]|<hyperlink/)
  hasMet.add(operation.name, [sheet])
})

test('the picture of a slip has what was typed in for nothing but text', async () => {
  const operation = files.find(({ name }) => name === 'services.pictureReceipt') as ListedOperation
  for (const fullName of hostileTexts) {
    const applicant = { fullName: fullName.slice(0, 100), personalId: `"><script>`, phone: `'><script>` }
    const { method, path, body } = sampleCall(operation, { ...asked, post: 'reason=damaged', applicant })
    const said = await insiders[0]?.call(method, path, body)
    const svg = Buffer.from(said?.body as ArrayBuffer).toString()
    expect({ status: said?.status, type: said?.headers.get('content-type') }).toEqual({
      status: 200,
      type: 'image/svg+xml',
    })
    expect(svg).not.toMatch(
      /<(script|foreignObject|iframe|image[^>]+(?!data:)http|animate|set)\b|\son\w+\s*=|javascript:/i,
    )
  }
})

test('and most of the files had hostile text in them', () => {
  expect(hasMet.names.size).toBeGreaterThan(11)
})

/** The files in which hostile text stood, so that what they were found to be without says something. */
const hasMet = {
  names: new Set<string>(),
  add(name: string, texts: readonly string[]) {
    if (texts.some((text) => text.includes('lacode'))) this.names.add(name)
  },
}
