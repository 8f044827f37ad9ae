import { deflateSync } from 'node:zlib'

/** A stream of a PDF: entries of its dictionary beside `/Length`, and its bytes. */
export interface MadeStream {
  readonly entries: string
  readonly bytes: Buffer
}

/**
 * Writes a PDF with a table in the old form. `objects` are those from number 3 on; 1 is the catalogue (with `catalogue` in it),
 * 2 the tree of pages with one page, the first object.
 */
export function makePdf(
  more: { objects?: readonly (string | MadeStream)[]; catalogue?: string; trailer?: string } = {},
): Buffer {
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>'
  const all = [
    `<< /Type /Catalog /Pages 2 0 R ${more.catalogue ?? ''} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    page,
    ...(more.objects ?? []),
  ]
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const places: number[] = []
  const size = () => parts.reduce((sum, part) => sum + part.length, 0)
  for (const [index, one] of all.entries()) {
    places.push(size())
    parts.push(
      Buffer.from(`${index + 1} 0 obj\n`),
      typeof one === 'string' ? Buffer.from(one, 'latin1') : writeStream(one),
      Buffer.from('\nendobj\n'),
    )
  }
  const start = size()
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `trailer\n<< /Size ${all.length + 1} /Root 1 0 R ${more.trailer ?? ''} >>\nstartxref\n${start}\n%%EOF\n`
  parts.push(Buffer.from(`xref\n0 ${all.length + 1}\n0000000000 65535 f \n${lines}${trailer}`))
  return Buffer.concat(parts)
}

/** A stream packed with Flate, as often as asked. */
export function flate(bytes: Buffer, entries = '', times = 1): MadeStream {
  let packed = bytes
  for (let time = 0; time < times; time += 1) packed = deflateSync(packed)
  return { entries: `/Filter [${'/FlateDecode '.repeat(times)}] ${entries}`, bytes: packed }
}

/** A stream that holds these objects, from this number on. */
export function packed(first: number, objects: readonly string[]): MadeStream {
  const bodies = objects.map((one) => `${one} `)
  const heads = bodies.map((_, index) => `${first + index} ${bodies.slice(0, index).join('').length}`).join(' ')
  return flate(
    Buffer.from(`${heads} ${bodies.join('')}`, 'latin1'),
    `/Type /ObjStm /N ${objects.length} /First ${heads.length + 1}`,
  )
}

const writeStream = ({ entries, bytes }: MadeStream): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${entries} /Length ${bytes.length} >>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream'),
  ])
