import { expect, test } from 'vitest'
import { docx, makeZip, odt, relationship, wordType } from '../../testing/make-zip.ts'
import { checkFile } from '../check-file.ts'

const refusedAs = async (bytes: Buffer) =>
  checkFile(bytes).then(
    () => 'accepted',
    (error: { code?: string }) => error.code,
  )

test('a DOCX and an ODT are told from each other and from any other archive', async () => {
  expect((await checkFile(docx())).mediaType).toBe(
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  )
  expect((await checkFile(odt())).mediaType).toBe('application/vnd.oasis.opendocument.text')
  expect(await refusedAs(makeZip([{ name: 'a.txt', bytes: 'a' }]))).toBe('typeNotAllowed')
  expect(await refusedAs(docx([], '<a/>', 'application/epub'))).toBe('typeNotAllowed')
})

test('macros are refused, however they are written down', async () => {
  expect(await refusedAs(docx([{ name: 'word/vbaProject.bin', bytes: 'x' }]))).toBe('macros')
  expect(await refusedAs(docx([], '<a/>', 'application/vnd.ms-word.document.macroEnabled.main+xml'))).toBe('macros')
  expect(await refusedAs(docx([], '<a/>', 'application/vnd.ms-word.document.macr&#111;Enabled.main+xml'))).toBe(
    'macros',
  )
  expect(await refusedAs(docx([relationship('vbaProject', 'x.bin')]))).toBe('macros')
  expect(await refusedAs(docx([{ name: 'xl/macrosheets/sheet1.xml', bytes: '<a/>' }]))).toBe('macros')
  expect(await refusedAs(odt([{ name: 'Basic/Standard/Module1.xml', bytes: '<a/>' }]))).toBe('macros')
  expect(await refusedAs(odt([{ name: 'Basic/Standard/script-lb.xml', bytes: '<a/>' }]))).toBe('accepted')
})

test('a type of macros that is announced and that no part has is no macro', async () => {
  const macroBook = 'application/vnd.ms-excel.sheet.binary.macroEnabled.main'
  const announced = `${wordType}"/><Default Extension="bin" ContentType="${macroBook}`
  expect(await refusedAs(docx([], '<a/>', announced))).toBe('accepted')
  expect(await refusedAs(docx([{ name: 'xl/Workbook.BIN', bytes: 'x' }], '<a/>', announced))).toBe('macros')
  const disguised = `${wordType}"/><Override x:Extension="bin" PartName="/a" ContentType="${macroBook}`
  expect(await refusedAs(docx([], '<a/>', disguised))).toBe('macros')
})

test('parts that Office would fetch from elsewhere are refused; links to click and own templates are not', async () => {
  expect(await refusedAs(docx([relationship('attachedTemplate', 'https://evil.example/a.dotm')]))).toBe('activeContent')
  expect(await refusedAs(docx([relationship('oleObject', 'mhtml:http://evil.example/a!x')]))).toBe('activeContent')
  expect(await refusedAs(docx([relationship('attachedTemplate', '\\\\evil\\a.dotm')]))).toBe('activeContent')
  expect(await refusedAs(docx([relationship('attachedTemplate', 'file:///C:\\Users\\lan\\Normal.dotm')]))).toBe(
    'accepted',
  )
  expect(await refusedAs(docx([relationship('hyperlink', 'https://dichvucong.gov.vn')]))).toBe('accepted')
})

test('programs inside are refused, equations are not', async () => {
  const container = (word: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(word, 'utf16le')])
  expect(await refusedAs(docx([{ name: 'word/embeddings/a.bin', bytes: 'MZ\x90' }]))).toBe('activeContent')
  expect(await refusedAs(docx([{ name: 'word/embeddings/a.bin', bytes: container('\x01Ole10Native') }]))).toBe(
    'activeContent',
  )
  expect(await refusedAs(docx([{ name: 'word/embeddings/a.bin', bytes: container('Equation Native') }]))).toBe(
    'accepted',
  )
})

test('archives in archives: one in another, no further, and each by the same rules', async () => {
  const inside = (bytes: Buffer) => docx([{ name: 'word/embeddings/sheet.docx', bytes }])
  expect(await refusedAs(inside(docx()))).toBe('accepted')
  expect(await refusedAs(inside(inside(docx())))).toBe('unsafeArchive')
  expect(await refusedAs(inside(docx([{ name: 'vbaProject.bin', bytes: 'x' }])))).toBe('macros')
})

test.each(['../../etc/passwd', '/etc/passwd', 'C:\\x', 'a\\..\\b', 'a/./b', 'a//b', 'a\0b', 'word/Document.xml'])(
  'the name %j is refused',
  async (name) => {
    expect(await refusedAs(docx([{ name, bytes: 'x' }]))).toBe('unsafeArchive')
  },
)

test('links, encrypted entries, overlaps, holes, lies about sizes and comments are refused', async () => {
  const entry = { name: 'a.bin', bytes: Buffer.alloc(5000, 'x') }
  expect(await refusedAs(docx([{ ...entry, mode: 0o120777 }]))).toBe('unsafeArchive')
  expect(await refusedAs(docx([{ ...entry, mode: 0o100644 }]))).toBe('accepted')
  expect(await refusedAs(docx([{ ...entry, flags: 1 }]))).toBe('oldOffice')
  expect(await refusedAs(docx([{ ...entry, place: 0 }]))).toBe('unsafeArchive')
  expect(await refusedAs(docx([{ ...entry, size: 100 }]))).toBe('tooLargeInside')
  expect(await refusedAs(docx([{ ...entry, size: 6000 }]))).toBe('damaged')
  expect(await refusedAs(Buffer.concat([docx(), Buffer.from('x')]))).toBe('damaged')
  expect(await refusedAs(docx().subarray(0, -30))).toBe('damaged')
})

test('bombs are stopped by what they say or by what comes out', async () => {
  const zeros = (size: number) => ({ name: `${size}.bin`, bytes: Buffer.alloc(size) })
  expect(await refusedAs(docx([zeros(20_000_000)]))).toBe('tooLargeInside')
  const liar = Buffer.alloc(20_000_000)
  expect(await refusedAs(docx([{ name: 'a.bin', bytes: liar, size: 100_000 }]))).toBe('tooLargeInside')
  const many = Array.from({ length: 1001 }, (_, index) => ({ name: `${index}`, bytes: '' }))
  expect(await refusedAs(docx(many))).toBe('unsafeArchive')
  const text = Array.from({ length: 60 }, (_, index) => ({
    name: `${index}.bin`,
    bytes: Buffer.alloc(4_000_000, `${index} `),
  }))
  expect(await refusedAs(docx(text.map((one) => ({ ...one, isStored: false }))))).toBe('tooLargeInside')
})

test('XML without entities, bounded in depth and in attributes, in any encoding that is read', async () => {
  expect(await refusedAs(docx([], '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'))).toBe('unsafeArchive')
  const hidden = Buffer.from('\ufeff<!DOCTYPE a><a/>', 'utf16le')
  expect(await refusedAs(docx([{ name: 'word/a.xml', bytes: hidden }]))).toBe('unsafeArchive')
  expect(await refusedAs(docx([], '<?xml version="1.0" encoding="UTF-7"?><a/>'))).toBe('unsafeArchive')
  expect(await refusedAs(docx([], `${'<a>'.repeat(101)}${'</a>'.repeat(101)}`))).toBe('unsafeArchive')
  expect(await refusedAs(docx([], `${'<a>'.repeat(99)}${'</a>'.repeat(99)}`))).toBe('accepted')
  expect(await refusedAs(docx([], `<a ${Array.from({ length: 300 }, (_, at) => `b${at}="1"`).join(' ')}/>`))).toBe(
    'unsafeArchive',
  )
  expect(await refusedAs(docx([], '<a title="a > b"><!-- <b> --><![CDATA[<c>]]></a>'))).toBe('accepted')
  expect(await refusedAs(docx([], '<a><b></a>'))).toBe('damaged')
})

test('an ODT with a password is refused, and one that says late what it is', async () => {
  expect(await refusedAs(odt([], '<manifest><encryption-data/></manifest>'))).toBe('oldOffice')
  const late = makeZip([
    { name: 'content.xml', bytes: '<a/>' },
    { name: 'META-INF/manifest.xml', bytes: '<a/>' },
    { name: 'mimetype', bytes: 'application/vnd.oasis.opendocument.text', isStored: true },
  ])
  expect(await refusedAs(late)).toBe('unsafeArchive')
})

test('an archive that is also a PDF is refused', async () => {
  expect(await refusedAs(odt([{ name: 'a.bin', bytes: '%PDF-1.7', isStored: true }]))).toBe('twoFormats')
})
