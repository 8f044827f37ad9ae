import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { formSixColumns, formSixFigures, type FormSixColumn } from '#engines/reporting/form-six/columns.ts'
import { addDays, dateAt } from '#values/plain-date.ts'
import { runJob } from './testing/run-job.ts'
import { done, fileDossier, licenceExchange, walkTo } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Form 06 counts what the dossiers say, day by day, and leads back to them. */

const today = dateAt(new Date())
let province: TestPlatform
let auditor: Visitor

beforeAll(async () => {
  province = await startTestPlatform()
  auditor = await province.as('quantri')
  await runJob(province.platform, 'count-changed-days')
})
afterAll(() => province?.stop())

type Row = Record<FormSixColumn, number> & { id: string; name: string; level: string | null }
const formSix = async (query: string): Promise<Row[]> =>
  done(await province.nobody.call('GET', `/reporting/form-six?${query}`)).rows
const sum = (rows: readonly Row[], column: FormSixColumn) => rows.reduce((all, row) => all + row[column], 0)

const periods = [0, 20, 75, 400].flatMap((days) => [
  { from: addDays(today, -days), to: today },
  { from: addDays(today, -days - 45), to: addDays(today, -days) },
])

test('every line adds up, and all lines together are what is counted from the dossiers one by one', async () => {
  for (const { from, to } of periods) {
    const rows = await formSix(`from=${from}&to=${to}`)
    for (const row of rows)
      expect(row.carried + row.online + row.direct).toBe(
        row.early + row.onTime + row.late + row.stopped + row.inProgress,
      )
    const { total } = done(await province.nobody.call('GET', `/services/figures?by=procedure&from=${from}&to=${to}`))
    expect({
      carried: sum(rows, 'carried'),
      received: sum(rows, 'online') + sum(rows, 'direct'),
      online: sum(rows, 'online'),
      onTime: sum(rows, 'early') + sum(rows, 'onTime'),
      late: sum(rows, 'late'),
      stopped: sum(rows, 'stopped'),
      inProgress: sum(rows, 'inProgress'),
      inProgressLate: sum(rows, 'inProgressLate'),
    }).toEqual(
      Object.fromEntries(
        ['carried', 'received', 'online', 'onTime', 'late', 'stopped', 'inProgress', 'inProgressLate'].map((key) => [
          key,
          total[key],
        ]),
      ),
    )
  }
})

test('each figure leads to its dossiers, by field, procedure and body, and to no dossier that the reader may not see', async () => {
  const { from, to } = periods[4]!
  const receiver = await province.as('motcua.xa')
  const length = async (who: Visitor, query: string) =>
    done(await who.call('GET', `/reporting/form-six/dossiers?from=${from}&to=${to}&limit=200&${query}`)).rows.length
  for (const row of await formSix(`from=${from}&to=${to}`))
    for (const column of formSixColumns)
      expect(
        await length(auditor, `column=${column}&level=${row.level}&field=${encodeURIComponent(row.name)}`),
        `${row.name} ${column}`,
      ).toBe(row[column])
  const [unit] = await formSix(`from=${from}&to=${to}&by=unit`)
  expect(await length(auditor, `column=inProgress&unit=${unit!.id}`)).toBe(unit!.inProgress)
  const seen = await length(receiver, 'column=inProgress')
  expect(seen).toBeLessThan(await length(auditor, 'column=inProgress'))
  expect(
    (await province.nobody.call('GET', `/reporting/form-six/dossiers?from=${from}&to=${to}&column=late`)).status,
  ).toBe(401)
})

test('what is received now is counted within a minute, and counting everything anew changes nothing', async () => {
  const ofToday = () => formSix(`from=${today}&to=${today}&by=procedure`)
  const online = (rows: readonly Row[]) => rows.find(({ id }) => id === licenceExchange)?.online ?? 0
  const before = online(await ofToday())
  const { id } = await fileDossier(province, await province.as('congdan'), licenceExchange)
  await walkTo(province, id, 'appraise')
  await province.settle()
  await runJob(province.platform, 'count-changed-days')
  const after = await ofToday()
  expect(online(after)).toBe(before + 1)
  await runJob(province.platform, 'count-all-days')
  expect(await ofToday()).toEqual(after)
})

test('it is printed to be signed: of all, of a level, of one body, with sums, notes and places of signature', async () => {
  const period = `from=${addDays(today, -200)}&to=${today}`
  const printed = async (query: string) => {
    const { status, body, headers } = await auditor.call('GET', `/reporting/form-six/pdf?${period}&${query}`)
    expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf'])
    return readPdf(Buffer.from(body as ArrayBuffer))
      .join(' ')
      .replaceAll(/\s+/g, ' ')
  }
  const all = await printed('by=field')
  for (const part of [
    'Biểu số 06',
    'TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT',
    'Phạm vi: toàn tỉnh',
    'NGƯỜI LẬP BIỂU',
    'THỦ TRƯỞNG ĐƠN VỊ',
    'Ghi chú:',
    'Tổng số',
  ])
    expect(all).toContain(part)
  const rows = await formSix(period)
  const all12 = formSixFigures.map(({ of }) => rows.reduce((total, row) => total + of(row), 0))
  // As a reader of the PDF has it, cell by cell without what stands between; what was stopped is the last column.
  const inOrder = [...all12.slice(0, 8), ...all12.slice(9), all12[8]]
  expect(all.replaceAll(' ', '')).toContain(`Tổngsố${inOrder.join('')}`)
  expect(await printed('by=procedure&level=commune')).toContain('thủ tục cấp xã')
  const [body] = done(await auditor.call('GET', `/reporting/service-index/bodies?${period}`))
  expect(await printed(`by=procedure&unit=${body.id}`)).toContain(`Phạm vi: ${body.name}`)
  expect((await province.nobody.call('GET', `/reporting/form-six/pdf?${period}`)).status).toBe(401)
})

test('the form is open data: JSON, and CSV of which no cell is a formula', async () => {
  const { body, headers } = await province.nobody.call(
    'GET',
    `/reporting/form-six/csv?from=${addDays(today, -90)}&to=${today}`,
  )
  expect(headers.get('content-type')).toContain('text/csv')
  const lines = Buffer.from(body as ArrayBuffer)
    .toString()
    .trim()
    .split('\r\n')
  expect(lines).toHaveLength((await formSix(`from=${addDays(today, -90)}&to=${today}`)).length + 1)
  expect(lines[0]).toContain('Từ kỳ trước')
})
