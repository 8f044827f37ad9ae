import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, expect, test } from 'vitest'
import { printForm, printedForms, type PrintedData, type PrintedForm } from '#engines/services/print/print-form.ts'
import { sampleSheets } from '#engines/services/print/print-sample.ts'
import * as samples from '#engines/services/print/samples.ts'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { createPrinter } from '#kernel/typst/printer.ts'

const warnings: string[] = []
const printer = createPrinter({
  templates: [fileURLToPath(new URL('./templates', import.meta.url))],
  onWarning: (template, warning) => warnings.push(`${template}: ${warning}`),
})
afterEach(() => expect(warnings).toEqual([]))
afterAll(() => printer.close())

const forms = Object.keys(sampleSheets) as PrintedForm[]

const pagesOf = async <Form extends PrintedForm>(form: Form, data: PrintedData<Form>) =>
  readPdf(await printForm(printer, form, data))
/** Lines joined, so that a phrase is found wherever it was broken. */
const wordsOf = (pages: readonly string[]) =>
  pages
    .join(' ')
    .replace(/\u200b/g, '')
    .replace(/\s+/g, ' ')
const lettersOf = (text: string) => text.replace(/[\s\u200b]/g, '').toLowerCase()

test('every form carries the national header, its name and what identifies it', async () => {
  const names: Record<PrintedForm, string[]> = {
    'receipt-slip': ['GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ', 'Mã hồ sơ: H02.11-201124-0019', 'Số: 0019/TNHS'],
    'supplement-request': [
      'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
      'Số: 0007/HDHS',
      'trước hết thứ Sáu ngày 04 tháng 12 năm 2020',
    ],
    'rejection-slip': ['PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ', 'Căn cứ: Thông tư số 12/2017/TT-BGTVT.'],
    'apology-notice': [
      'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ',
      'Trước 17 giờ 00 phút, thứ Sáu ngày 04 tháng 12 năm 2020',
      'KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC',
    ],
    'control-slip': ['PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ', 'Trước hạn', 'Đúng hạn', 'Quá hạn'],
    'dossier-book': ['SỔ THEO DÕI HỒ SƠ', 'Quyển số: 01/2020', 'Sổ này có 3 hồ sơ./.'],
    result: ['QUYẾT ĐỊNH', 'GIÁM ĐỐC SỞ GIAO THÔNG VẬN TẢI', 'Điều 2. Trách nhiệm của đơn vị', 'Lưu: VT, QLVT.'],
    application: ['ĐƠN ĐỀ NGHỊ ĐỔI GIẤY PHÉP LÁI XE', 'Kính gửi: Sở Giao thông vận tải', 'NGƯỜI LÀM ĐƠN'],
    'handover-list': ['DANH SÁCH BÀN GIAO HỒ SƠ', 'Tổng số: 02 hồ sơ, 15 tờ.'],
    'postal-list': [
      'DANH SÁCH GIAO BƯU ĐIỆN',
      'RA123456785VN',
      'Tổng số: 01 kết quả để phát, 01 nơi đến nhận giấy tờ.',
    ],
    'results-list': [
      'DANH SÁCH KẾT QUẢ PHẢI TRẢ TRONG NGÀY',
      'Ký duyệt, Sở Giao thông vận tải Quá hạn',
      'Tổng số: 02 hồ sơ, trong đó quá hạn 01./.',
    ],
  }
  for (const form of forms) {
    const words = wordsOf(await pagesOf(form, sampleSheets[form]))
    for (const name of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', ...names[form]])
      expect(words, form).toContain(name)
  }
})

test('the receipt slip says when, where, how much and in whose name, as the law words it', async () => {
  const [page, ...more] = await pagesOf('receipt-slip', sampleSheets['receipt-slip'])
  expect(more).toEqual([])
  const words = wordsOf([page as string])
  expect(words).toContain('Tiếp nhận hồ sơ của: Ông HOÀNG VĂN THIỆP')
  expect(words).toContain('4. Thời gian nhận hồ sơ: 09 giờ 36 phút, ngày 24 tháng 11 năm 2020.')
  expect(words).toContain('Trước 17 giờ 00 phút, thứ Ba ngày 01 tháng 12 năm 2020')
  expect(words).toContain('7. Lệ phí: 135.000 đồng, đã nộp, biên lai số 0004198.')
  expect(words).toContain('Vào Sổ theo dõi hồ sơ, Quyển số: 01/2020. Số thứ tự: 0019.')
  expect(words).toContain('và đọc mã 9C2T.')
})

test('a last paragraph as long as a page begins where the one before ends, and leaves no page half empty', async () => {
  const text = 'Hồ sơ chưa đủ điều kiện vì thiếu giấy tờ chứng minh. '.repeat(90).trim()
  const [first] = await pagesOf('result', { ...sampleSheets.result, body: [{ kind: 'paragraph', text }] })
  expect(wordsOf([first as string])).toContain('Hồ sơ chưa đủ điều kiện')
})

test('what was not given is said to be absent, and what does not apply is left out', async () => {
  const { letterhead, counter, procedure, papers, timeLimit, receivedAt, promisedAt, resultPlace } =
    samples.sampleReceiptSlip
  const words = wordsOf(
    await pagesOf('receipt-slip', {
      letterhead: { agency: letterhead.agency, place: letterhead.place, date: '2021-02-03' },
      dossierCode: 'H02.11-210203-0001',
      counter,
      procedure: { name: procedure.name },
      papers,
      timeLimit,
      receivedAt,
      promisedAt,
      resultPlace,
      submitter: { name: 'Vi Thị Ánh' },
      receiver: {},
    }),
  )
  expect(words).toContain('Địa chỉ: không có. Số điện thoại: không có.')
  expect(words).toContain('Email: không có.')
  expect(words).toContain('7. Phí, lệ phí: không thu.')
  expect(words).toContain('ngày 03 tháng 02 năm 2021')
  for (const absent of ['Số:', 'Quyển số', 'mã thủ tục', 'Quét mã', 'none']) expect(words).not.toContain(absent)
})

test('both copies come in one file, each counting its own pages, and A5 fits the same slip on one small page', async () => {
  const both = await pagesOf('receipt-slip', { ...samples.sampleReceiptSlip, copies: ['submitter', 'file'] })
  expect(both.map((page) => /\(Liên: ([^)]+)\)/.exec(page)?.[1])).toEqual(['Giao người nộp hồ sơ', 'Lưu'])
  const small = await printForm(printer, 'receipt-slip', { ...samples.sampleReceiptSlip, paper: 'a5' })
  expect(readPdf(small)).toHaveLength(1)
  expect(Buffer.from(small).toString('latin1')).toMatch(/\/MediaBox \[0 0 419\.\d+ 595\.\d+\]/)
})

test('long names and forty papers flow on: numbered pages, repeated heads, every paper once, signatures at the end', async () => {
  const papers = Array.from({ length: 40 }, (_, at) => ({
    name: `Giấy tờ thứ ${at + 1}: bản sao hợp đồng chuyển nhượng quyền sử dụng đất và tài sản gắn liền với đất`,
    copies: 1,
    form: 'Bản sao có chứng thực',
  }))
  const name = 'Công Tằng Tôn Nữ Nguyễn Phước Thị Hoàng Ngọc Bảo Khánh Vân'
  const pages = await pagesOf('receipt-slip', {
    ...samples.sampleReceiptSlip,
    papers,
    submitter: { ...samples.sampleReceiptSlip.submitter, name },
  })
  expect(pages.length).toBeGreaterThan(2)
  pages.slice(1).forEach((page, at) => expect(page.trim().split('\n')[0]).toBe(String(at + 2)))
  const withRows = pages.filter((page) => page.includes('Giấy tờ thứ'))
  for (const page of withRows) expect(page).toContain('Tên giấy tờ')
  const words = wordsOf(pages)
  for (let order = 1; order <= 40; order += 1) expect(words.split(`Giấy tờ thứ ${order}:`)).toHaveLength(2)
  expect(words).toContain(name.toUpperCase())
  expect(wordsOf(pages.slice(-1))).toContain('NGƯỜI TIẾP NHẬN HỒ SƠ')
})

test('a book of 500 dossiers repeats its head on every page and loses no row', async () => {
  const pages = await pagesOf('dossier-book', samples.sampleDossierBook(500))
  expect(pages.length).toBeGreaterThan(30)
  for (const page of pages.filter((one) => one.includes('H02.11'))) {
    expect(wordsOf([page])).toContain('Phương thức nhận kết quả')
    expect(page).toContain('(1)(2)(3)(4)(5)(6)(7)(8)(9)(10)(11)(12)')
  }
  const codes = pages.join('\n').match(/H02\.11-201124-\d{4}/g)
  expect(codes).toEqual(Array.from({ length: 500 }, (_, at) => `H02.11-201124-${String(at + 1).padStart(4, '0')}`))
  expect(wordsOf(pages)).toContain('Sổ này có 500 hồ sơ./.')
})

test('hostile text prints literally in every field of every form that takes text', async () => {
  const found: typeof notPrinted = {}
  for (const form of forms) {
    const { data, marks } = poison(form)
    const letters = lettersOf((await pagesOf(form, data as never)).join('\n'))
    const unseen = marks.filter((mark) => !letters.includes(lettersOf(mark.text))).map((mark) => mark.path)
    if (unseen.length > 0) found[form] = unseen
    expect(marks.length, form).toBeGreaterThan(10)
  }
  expect(found).toEqual(notPrinted)
})

test('data that do not fit a form are refused before anything is printed', async () => {
  await expect(printForm(printer, 'receipt-slip', { ...samples.sampleReceiptSlip, extra: 1 } as never)).rejects.toThrow(
    'extra',
  )
  await expect(
    printForm(printer, 'result', {
      ...samples.sampleDecision,
      body: [{ kind: 'table', columns: [{ title: 'A' }], rows: [['1', '2']] }],
    }),
  ).rejects.toThrow('another length')
})

/** The agency of the procedure stands in the letterhead there, or is the lead agency. */
const notPrinted: { [Form in PrintedForm]?: string[] } = {
  'apology-notice': ['procedure.agency'],
  'control-slip': ['procedure.agency'],
}

/** The sample of a form with hostile, numbered text in every place where its schema takes any text. */
function poison(form: PrintedForm): { data: unknown; marks: { path: string; text: string }[] } {
  const data: unknown = JSON.parse(JSON.stringify(sampleSheets[form]))
  const marks: { path: string; text: string }[] = []
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, value] of Object.entries(node)) {
      const holder = node as Record<string, unknown>
      if (typeof value !== 'string') {
        visit(value, `${path}.${key}`)
        continue
      }
      const text = `${marks.length}#x() $y$ *b* _i_ @r \\ \`\`\` <l> //c /*k*/ "q"`
      holder[key] = text
      if (printedForms[form].safeParse(data).success) marks.push({ path: `${path}.${key}`.slice(1), text })
      else holder[key] = value
    }
  }
  visit(data, '')
  return { data, marks }
}
