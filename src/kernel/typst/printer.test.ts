import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { createPrinter, type PrinterOptions } from './printer.ts'

const folder = (files: Record<string, string>): string => {
  const path = mkdtempSync(join(tmpdir(), 'templates-'))
  for (const [name, source] of Object.entries(files)) writeFileSync(join(path, name), source)
  return path
}

const made: ReturnType<typeof createPrinter>[] = []
const printerWith = (options: PrinterOptions = {}) => {
  const printer = createPrinter(options)
  made.push(printer)
  return printer
}
afterAll(() => Promise.all(made.map((printer) => printer.close())))

const printer = printerWith()
const say = '#let data = json("/data.json")\n#data.text'
const textOf = async (data: unknown, template = say) => readPdf(await printer.pdf(template, data)).join('\n')
const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()

test('a document holds the text of its data, with every Vietnamese mark', async () => {
  const text = 'Quyền lợi, nghĩa vụ: ẮẰẲẴẶ ấầẩẫậ ếềểễệ ốồổỗộ ớờởỡợ ứừửữự ỳýỷỹỵ Đđ Ươ'
  expect(squeeze(await textOf({ text }))).toBe(text)
})

test('data print literally whatever they look like', async () => {
  const text =
    '#panic("x") #let a = 1 $ x^2 $ *b* _i_ `r` ```py ``` @ref <tag> \\ \\n // c /* c */ = h - l + n ~ -- " \' #[x] {y}'
  expect(squeeze(await textOf({ text }))).toBe(text)
})

test('half of a surrogate pair does not break a document', async () => {
  expect(await textOf({ text: 'a\ud800b' })).toMatch(/a.b/)
})

test('each document has its own data, however like the last it is', async () => {
  const texts = await Promise.all(['một', 'hai', 'một', 'ba'].map((text) => textOf({ text })))
  expect(texts.map(squeeze)).toEqual(['một', 'hai', 'một', 'ba'])
})

test('title, language and tags are in the file; with a date it is PDF/A-2a, also where a character has no glyph it prints', async () => {
  const dated = '#set document(title: "Giấy tiếp nhận", date: datetime(year: 2020, month: 11, day: 24))\n' + say
  const file = async (text: string) => Buffer.from(await printer.pdf(dated, { text })).toString('latin1')
  const good = await file('Xin chào')
  expect(good).toContain('<pdfaid:part>2</pdfaid:part>')
  expect(good).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
  expect(good).toMatch(/\/Lang \(vi(-VN)?\)/)
  expect(Buffer.from(good, 'latin1').toString('utf8')).toContain('Giấy tiếp nhận')
  expect(await file('Tên 😀 漢字')).not.toContain('pdfaid')
})

test('a template is named by its path, imports from the other folders, and the first folder wins', async () => {
  const own = folder({ 'head.typ': '#let head = [Tỉnh A]' })
  const base = folder({
    'head.typ': '#let head = [Mẫu chung]',
    'paper.typ': '#import "/head.typ": head\n#head #json("/data.json").x',
  })
  const named = printerWith({ templates: [own, base] })
  expect(squeeze(readPdf(await named.pdf('paper.typ', { x: 7 })).join())).toBe('Tỉnh A 7')
  await expect(named.pdf('other.typ', {})).rejects.toMatchObject({ code: 'internal' })
})

test('a template reads no file of the machine and no package', async () => {
  for (const source of ['#read("/etc/hostname")', '#read("../../etc/hostname")', '#import "@preview/cetz:0.3.4": *']) {
    await expect(printer.pdf(source, {})).rejects.toMatchObject({ code: 'internal' })
  }
  await expect(printer.pdf('#import ("@pre" + "view/cetz:0.3.4"): *', {})).rejects.toMatchObject({ code: 'internal' })
})

test('what Typst leaves out of a document is told, not hidden', async () => {
  const warnings: string[] = []
  const told = printerWith({ onWarning: (_, warning) => warnings.push(warning) })
  await told.pdf('#par[1. một\n2. hai]', {})
  expect(warnings.join()).toContain('was ignored')
})

test('a compiler that was killed from outside costs one document at most', async () => {
  const killed = printerWith()
  const first = killed.pdf('#for a in range(3000) { for b in range(3000) { let c = a * b } }', {})
  await new Promise((resolve) => setTimeout(resolve, 600))
  await killed.close()
  await expect(first).rejects.toMatchObject({ code: 'busy' })
  expect(squeeze(readPdf(await killed.pdf(say, { text: 'sau' })).join())).toBe('sau')
})

test('a broken template says why to us, not to people', async () => {
  const refused = await printer.pdf('#json("/data.json").missing', {}).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'internal', cause: { message: expect.stringContaining('missing') } })
})

test('too much data and too many pages are refused', async () => {
  const small = printerWith({ maxData: 1_000, maxPages: 3 })
  await expect(small.pdf(say, { text: 'x'.repeat(2_000) })).rejects.toMatchObject({
    code: 'printTooLarge',
    status: 413,
  })
  await expect(small.pdf('#for _ in range(3) { pagebreak() }', {})).rejects.toMatchObject({ code: 'printTooLarge' })
  expect(readPdf(await small.pdf('#for _ in range(2) { pagebreak() }', {}))).toHaveLength(3)
})

test('a bomb is stopped in time, this process goes on meanwhile, and the next document is made', async () => {
  const strict = printerWith({ maxTime: 1_500 })
  await strict.pdf(say, { text: 'warm' })
  let ticks = 0
  const clock = setInterval(() => (ticks += 1), 10)
  const bomb = strict.pdf('#for a in range(9000) { for b in range(9000) { let c = a * b } }', {})
  const next = strict.pdf(say, { text: 'sau' })
  await expect(bomb).rejects.toMatchObject({ code: 'printTooSlow', status: 503 })
  clearInterval(clock)
  expect(ticks).toBeGreaterThan(30)
  expect(squeeze(readPdf(await next).join())).toBe('sau')
})

test('nothing of Typst is loaded into this process, and a closed printer starts again when asked', async () => {
  const again = printerWith({ idleTime: 50 })
  await again.pdf(say, { text: 'một' })
  await again.close()
  expect(squeeze(readPdf(await again.pdf(say, { text: 'hai' })).join())).toBe('hai')
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(squeeze(readPdf(await again.pdf(say, { text: 'sau khi nghỉ' })).join())).toBe('sau khi nghỉ')
  const { sharedObjects } = process.report.getReport() as unknown as { sharedObjects: string[] }
  expect(sharedObjects.length).toBeGreaterThan(0)
  expect(sharedObjects.filter((path) => path.includes('typst'))).toEqual([])
})
