import { crc32, deflateRawSync } from 'node:zlib'

export interface MadeEntry {
  readonly name: string
  readonly bytes: Buffer | string
  readonly isStored?: boolean
  readonly flags?: number
  /** Unix mode, as links have. */
  readonly mode?: number
  /** What the headers say instead of the truth. */
  readonly size?: number
  readonly place?: number
}

/** Writes a ZIP, also such as no honest program writes. */
export function makeZip(entries: readonly MadeEntry[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const bytes = Buffer.from(entry.bytes)
    const packed = entry.isStored ? bytes : deflateRawSync(bytes, { level: 9 })
    const name = Buffer.from(entry.name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(entry.flags ?? 0, 2)
    common.writeUInt16LE(entry.isStored ? 0 : 8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(entry.size ?? bytes.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, packed])
    const more = Buffer.alloc(14)
    more.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 6)
    more.writeUInt32LE(entry.place ?? at, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, more, name)
    locals.push(local)
    at += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, central, end])
}

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

const types = (type: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`

const text = '<?xml version="1.0"?><w:document xmlns:w="x"><w:body><w:p>Đơn đề nghị</w:p></w:body></w:document>'

/** A small DOCX with further entries; `document` in place of its text. */
export const docx = (more: readonly MadeEntry[] = [], document = text, type = wordType): Buffer =>
  makeZip([
    { name: '[Content_Types].xml', bytes: types(type) },
    { name: 'word/document.xml', bytes: document },
    ...more,
  ])

/** The relationships of a DOCX, one of this kind to this place. */
export const relationship = (kind: string, target: string): MadeEntry => ({
  name: 'word/_rels/document.xml.rels',
  bytes: `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}" TargetMode="External"/></Relationships>`,
})

/** A small ODT with further entries. */
export const odt = (more: readonly MadeEntry[] = [], manifest = '<manifest/>'): Buffer =>
  makeZip([
    { name: 'mimetype', bytes: 'application/vnd.oasis.opendocument.text', isStored: true },
    { name: 'META-INF/manifest.xml', bytes: manifest },
    { name: 'content.xml', bytes: '<office:document-content/>' },
    ...more,
  ])
