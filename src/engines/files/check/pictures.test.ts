import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { exif, jpeg, jpegSegment, jpegWith, png, pngChunk, webp } from '../testing/make-picture.ts'
import { checkFile } from './check-file.ts'

const refusedAs = async (bytes: Buffer) =>
  checkFile(bytes).then(
    () => 'accepted',
    (error: { code?: string }) => error.code,
  )

test('JPEG, PNG and WebP are recognised by what they are, with their size', async () => {
  expect(await checkFile(jpeg)).toMatchObject({ mediaType: 'image/jpeg', width: 16, height: 16 })
  expect(await checkFile(png(30, 20))).toMatchObject({ mediaType: 'image/png', width: 30, height: 20 })
  expect(await checkFile(webp)).toMatchObject({ mediaType: 'image/webp', width: 16, height: 16 })
})

test('a photograph loses place and maker and keeps how the camera was held', async () => {
  const app1 = jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(6)]))
  const remark = jpegSegment(0xfe, Buffer.from('của ông A'))
  const { cleaned } = await checkFile(jpegWith(app1, remark))
  expect(cleaned?.includes('106.19E')).toBe(false)
  expect(cleaned?.includes('của ông A')).toBe(false)
  expect(cleaned?.includes(Buffer.from('MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06', 'latin1'))).toBe(true)
  expect((await checkFile(cleaned as Buffer)).cleaned?.equals(cleaned as Buffer)).toBe(true)

  const text = pngChunk('tEXt', Buffer.from('Author\0ông A'))
  const picture = await checkFile(png(3, 3, { before: [text, pngChunk('eXIf', exif(8))] }))
  expect(picture.cleaned?.includes('ông A')).toBe(false)
  expect(picture.cleaned?.includes('eXIf')).toBe(true)
  expect((await checkFile(picture.cleaned as Buffer)).width).toBe(3)
})

test('a picture that stops before its end is damaged, wherever it stops', async () => {
  for (const whole of [jpeg, png(30, 20), webp]) {
    for (let size = 20; size < whole.length; size += 7) expect(await refusedAs(whole.subarray(0, size))).toBe('damaged')
  }
})

test('a changed byte in a PNG is found', async () => {
  const bytes = png(30, 20)
  const at = bytes.indexOf('IDAT') + 6
  bytes[at] = (bytes[at] as number) ^ 1
  expect(await refusedAs(bytes)).toBe('damaged')
})

test('bytes behind the end of a picture are refused', async () => {
  const script = Buffer.from('<script>alert(1)</script>')
  for (const picture of [jpeg, png(3, 3), webp])
    expect(await refusedAs(Buffer.concat([picture, script]))).toBe('twoFormats')
})

test('what telephones append to a photograph is cut off', async () => {
  const samsung = Buffer.concat([jpeg, Buffer.from('\0\0\x01\nImage_UTC_Data1700000000SEFH....SEFT')])
  const announced = jpegWith(jpegSegment(0xe2, Buffer.from('MPF\0II*\0')))
  const pair = Buffer.concat([announced, jpeg])
  const camera = Buffer.concat([announced, Buffer.alloc(1112), jpeg, Buffer.alloc(30)])
  const film = Buffer.concat([
    jpegWith(jpegSegment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x GCamera:MicroVideo="1"/>'))),
    Buffer.from('\0\0\0\x18ftypmp42'),
  ])
  const plain = (await checkFile(jpeg)).cleaned as Buffer
  for (const photograph of [samsung, pair, camera, film])
    expect((await checkFile(photograph)).cleaned?.equals(plain)).toBe(true)
})

test('a picture that is also another kind of file is refused', async () => {
  const end = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)])
  expect(await refusedAs(jpegWith(jpegSegment(0xfe, end)))).toBe('twoFormats')
  expect(await refusedAs(jpegWith(jpegSegment(0xfe, Buffer.from('%PDF-1.4'))))).toBe('twoFormats')
  expect(await refusedAs(jpegWith(jpegSegment(0xfe, Buffer.from('<html><body>'))))).toBe('twoFormats')
  expect(await refusedAs(Buffer.from('GIF89a/*\0\0\0*/=1;alert(1)'))).toBe('typeNotAllowed')
})

test('a small PNG that unpacks to gigabytes is stopped', async () => {
  expect(await refusedAs(png(60_000, 60_000, { data: Buffer.alloc(10) }))).toBe('tooManyPixels')
  const bomb = deflateSync(Buffer.alloc(30_000_000))
  expect(await refusedAs(png(100, 100, { data: bomb }))).toBe('tooLargeInside')
  const profile = Buffer.concat([Buffer.from('x\0\0'), deflateSync(Buffer.alloc(50_000_000))])
  expect(await refusedAs(png(3, 3, { before: [pngChunk('iCCP', profile)] }))).toBe('tooLargeInside')
})

test('a JPEG of more points than a viewer can bear is refused', async () => {
  const large = Buffer.from(jpeg)
  const frame = large.indexOf(Buffer.from([0xff, 0xc0]))
  large.writeUInt16BE(60_000, frame + 5)
  large.writeUInt16BE(60_000, frame + 7)
  expect(await refusedAs(large)).toBe('tooManyPixels')
})

test('SVG, HTML, programs, archives and text are not taken', async () => {
  for (const text of [
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '<!doctype html><p>',
    'MZ\x90\0',
    '\x7fELF',
    'Rar!\x1a\x07',
    'Kính gửi',
    '',
  ])
    expect(await refusedAs(Buffer.from(text, 'latin1'))).toBe('typeNotAllowed')
  expect(await refusedAs(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('oldOffice')
})
