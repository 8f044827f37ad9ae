import { randomBytes } from 'node:crypto'
import { createPrinter } from '#kernel/typst/printer.ts'
import { expect, test } from 'vitest'
import { flate, makePdf, packed } from '../../testing/make-pdf.ts'
import { checkFile } from '../check-file.ts'

const refusedAs = async (bytes: Buffer) =>
  checkFile(bytes).then(
    () => 'accepted',
    (error: { code?: string }) => error.code,
  )

test('a PDF is accepted with the number of its pages', async () => {
  expect(await checkFile(makePdf())).toEqual({ mediaType: 'application/pdf', pages: 1 })
})

test('what our own printer makes is accepted', async () => {
  const printer = createPrinter()
  const pdf = Buffer.from(await printer.pdf('#lorem(3000)\n#pagebreak()\nTờ trình', {}))
  await printer.close()
  const checked = await checkFile(pdf)
  expect(checked.pages).toBeGreaterThan(2)
})

test('a PDF that stops before its end, or of which a piece is missing, is damaged', async () => {
  const whole = makePdf({ objects: Array.from({ length: 30 }, (_, index) => `(${index})`) })
  for (let size = 30; size < whole.length - 8; size += 40)
    expect(await refusedAs(whole.subarray(0, size))).toBe('damaged')
  const holed = Buffer.concat([whole.subarray(0, 200), whole.subarray(300)])
  expect(await refusedAs(holed)).toBe('damaged')
})

test.each([
  ['a script', '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'],
  ['a script with its name in disguise', '<< /S /J#61vaScript /JS (x) >>'],
  ['a script in a list deep down', '[[[<< /A << /S /JavaScript >> >>]]]'],
  ['a name that another object refers to', '/JavaScript'],
  ['the start of a program', '<< /S /Launch /F (cmd.exe) >>'],
  ['a link into another file', '<< /S /GoToR /F (b.pdf) >>'],
  ['an attached file', '<< /Type /Filespec /EF << /F 9 0 R >> >>'],
  ['a form with scripts', '<< /XFA 9 0 R >>'],
  ['two keys of the same name', '<< /XFA null /XFA 9 0 R >>'],
])('%s is refused', async (_, object) => {
  expect(await refusedAs(makePdf({ objects: [object] }))).toBe('activeContent')
  expect(await refusedAs(makePdf({ objects: [packed(10, ['(a)', object])] }))).toBe('activeContent')
})

test.each([
  ['when the file is opened', { catalogue: '/OpenAction << /S /URI /URI (http://evil.example) >>' }],
  [
    'by an object of its own',
    { catalogue: '/OpenAction 4 0 R', objects: ['<< /S /URI /URI (http://evil.example) >>'] },
  ],
  [
    'behind a harmless one',
    { catalogue: '/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next [4 0 R] >>', objects: ['<< /S /URI >>'] },
  ],
  ['when a page is shown', { objects: ['<< /Type /Page /AA << /O << /S /URI /URI (http://evil.example) >> >> >>'] }],
  ['in the second of two keys', { catalogue: '/OpenAction null /OpenAction << /S /URI >>' }],
  ['with its kind in disguise', { catalogue: '/OpenAction << /S /U#52I >>' }],
])('a link that opens by itself is refused: %s', async (_, made) => {
  expect(await refusedAs(makePdf(made))).toBe('activeContent')
})

test.each([
  ['the view at opening', { catalogue: '/OpenAction [3 0 R /XYZ null null 0]' }],
  [
    'the page at opening',
    { catalogue: '/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next 4 0 R >>', objects: ['<< /S /GoTo /Next 4 0 R >>'] },
  ],
  ['a list within itself', { catalogue: '/OpenAction 4 0 R', objects: ['[4 0 R]'] }],
  ['a link to click', { objects: ['<< /Subtype /Link /A << /S /URI /URI (https://x.vn) >> >>'] }],
  ['a font called AA', { objects: ['<< /Font << /AA << /Type /Font /Subtype /Type1 >> >> >>'] }],
])('%s is accepted', async (_, made) => {
  expect(await refusedAs(makePdf(made))).toBe('accepted')
})

test('words about scripts are not scripts', async () => {
  expect(
    await refusedAs(
      makePdf({
        objects: ['<< /Title (/S /JavaScript) /A << /S /URI /URI (https://x.vn) >> >>', '% /JavaScript\n(x)'],
      }),
    ),
  ).toBe('accepted')
})

test('a script is found wherever a reader could find it', async () => {
  const script = '7 0 obj\n<< /S /JavaScript /JS (x) >>\nendobj\n'
  // In the plain content of a stream, to which a table may point.
  expect(await refusedAs(makePdf({ objects: [{ entries: '', bytes: Buffer.from(script) }] }))).toBe('activeContent')
  // Packed in a way that only some readers unpack.
  const lzw = {
    entries: '/Type /ObjStm /N 1 /First 5 /Filter /LZWDecode',
    bytes: literalLzw('10 0 << /S /JavaScript >>'),
  }
  expect(await refusedAs(makePdf({ objects: [lzw] }))).toBe('activeContent')
  const unknown = { entries: '/Type /ObjStm /N 1 /First 5 /Filter /Secret', bytes: Buffer.from('x') }
  expect(await refusedAs(makePdf({ objects: [unknown] }))).toBe('damaged')
})

test('an encrypted PDF is refused, also one that opens without a password', async () => {
  const filter = '<< /Filter /Standard >>'
  const secret = {
    entries: '/Type /ObjStm /N 3 /First 9 /Filter /FlateDecode',
    bytes: Buffer.from('secret'),
  }
  expect(await refusedAs(makePdf({ objects: [secret, filter], trailer: '/Encrypt 5 0 R' }))).toBe('locked')
  expect(await refusedAs(makePdf({ trailer: `/Encrypt ${filter}` }))).toBe('locked')
  expect(await refusedAs(makePdf({ trailer: '/Encrypt null' }))).toBe('accepted')
})

test('a small stream that unpacks to gigabytes is stopped, also when it is packed twice', async () => {
  const zeros = (size: number) => Buffer.alloc(size)
  expect(await refusedAs(makePdf({ objects: [flate(zeros(20_000_000))] }))).toBe('tooLargeInside')
  expect(await refusedAs(makePdf({ objects: [flate(zeros(20_000_000), '', 2)] }))).toBe('tooLargeInside')
  expect(await refusedAs(makePdf({ objects: [flate(zeros(70_000_000), '/Type /ObjStm /N 1 /First 5')] }))).toBe(
    'tooLargeInside',
  )
  // Over 200 MB in all, though the ratio is that of an honest file.
  const text = Array.from({ length: 4 }, () => flate(Buffer.concat([zeros(55_000_000), randomBytes(700_000)])))
  expect(await refusedAs(makePdf({ objects: text }))).toBe('tooLargeInside')
  const small = {
    entries: '/Filter [/FlateDecode /FlateDecode /FlateDecode /FlateDecode /FlateDecode]',
    bytes: Buffer.from('x'),
  }
  expect(await refusedAs(makePdf({ objects: [small] }))).toBe('tooLargeInside')
})

test('a blank scanned page is no bomb, but a picture larger than it says is', async () => {
  const page = (width: number, bytes: number) =>
    makePdf({
      objects: [
        flate(
          Buffer.alloc(bytes, 255),
          `/Subtype /Image /Width ${width} /Height ${width} /BitsPerComponent 8 /ColorSpace /DeviceRGB`,
        ),
      ],
    })
  expect(await refusedAs(page(4000, 48_000_000))).toBe('accepted')
  expect(await refusedAs(page(100, 48_000_000))).toBe('tooLargeInside')
  expect(await refusedAs(page(100_000, 100))).toBe('tooManyPixels')
})

test('deep nesting, crossing trees and loops of tables end', async () => {
  expect(await refusedAs(makePdf({ objects: ['['.repeat(200_000)] }))).toBe('unsafeArchive')
  expect(await refusedAs(makePdf({ objects: ['<< /A '.repeat(5000)] }))).toBe('unsafeArchive')
  const loop = makePdf({ objects: ['<< /Kids [4 0 R] >>'], catalogue: '' })
    .toString('latin1')
    .replace('/Kids [3 0 R]', '/Kids [4 0 R]')
  expect(await refusedAs(Buffer.from(loop, 'latin1'))).toBe('unsafeArchive')
  const itself = makePdf()
  const start = Number(/startxref\n(\d+)/.exec(itself.toString('latin1'))?.[1])
  expect(await refusedAs(makePdf({ trailer: `/Prev ${start}` }))).toBe('accepted')
})

test('a PDF that is also a ZIP or an HTML page is refused', async () => {
  const zip = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)])
  expect(await refusedAs(Buffer.concat([makePdf(), zip]))).toBe('twoFormats')
  expect(await refusedAs(makePdf({ objects: [{ entries: '', bytes: zip }] }))).toBe('twoFormats')
  expect(await refusedAs(makePdf({ catalogue: '% <html><script>alert(1)</script>\n' }))).toBe('twoFormats')
  expect(await refusedAs(Buffer.concat([makePdf(), Buffer.from('<p>')]))).toBe('twoFormats')
  expect(await refusedAs(Buffer.concat([Buffer.from('<p>'), makePdf()]))).toBe('typeNotAllowed')
})

/** LZW without a single repetition: nine bits a byte, the table cleared before codes grow. */
function literalLzw(text: string): Buffer {
  let bits = ''
  for (const [index, byte] of Buffer.from(text).entries())
    bits += (index % 200 === 0 ? '100000000' : '') + byte.toString(2).padStart(9, '0')
  const whole = `${bits}100000001`
  return Buffer.from((whole.match(/.{1,8}/g) as string[]).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)))
}
