import type { Checked } from '../checked.ts'
import { refuse } from '../refused.ts'
import { lookForActive } from './active-tags.ts'
import { checkContainer, isArchive, isContainer } from './embedded.ts'
import { checkOpenDocument } from './open-document.ts'
import { checkOpenXml } from './open-xml.ts'
import { checkXml, xmlText } from './xml.ts'
import { readZip } from './zip.ts'

/** The parts of an office file, each unpacked and checked; XML as text. */
export interface OfficeParts {
  readonly names: readonly string[]
  readonly xml: ReadonlyMap<string, string>
  readonly other: ReadonlyMap<string, Buffer>
}

/** How often an office file may stand in another: a chart's sheet stands in a text. */
const maxInside = 2

/** Which office file a ZIP is, if it is one. Every entry is unpacked and compared with its sum; XML is bounded and has no entities. */
export function checkOffice(bytes: Buffer, depth = 1): Checked {
  if (depth > maxInside) refuse('unsafeArchive', 'archive in archive')
  const entries = readZip(bytes)
  const xml = new Map<string, string>()
  const other = new Map<string, Buffer>()
  for (const entry of entries) {
    const unpacked = entry.unpack()
    if (entry.isFolder) continue
    if (isXml(entry.name, unpacked)) {
      const text = xmlText(unpacked)
      const active = lookForActive(text)
      checkXml(text, active.look)
      active.end()
      if (mayMatter.test(entry.name)) xml.set(entry.name, text)
    } else other.set(entry.name, checkInside(unpacked, depth))
  }
  const parts = { names: entries.map((one) => one.name), xml, other }
  if (xml.has('[Content_Types].xml')) return checkOpenXml(parts)
  if (other.has('mimetype')) return checkOpenDocument(parts, entries[0]?.name)
  return refuse('typeNotAllowed', 'ZIP')
}

const isXml = (name: string, bytes: Buffer): boolean =>
  /\.(xml|rels|vml|rdf)$/i.test(name) || bytes.subarray(0, 5).equals(Buffer.from('<?xml'))

/** Parts that are read as a whole; of sheets and texts, which may be large, each tag is looked at as it passes. */
const mayMatter = /^\[Content_Types\]\.xml$|\.rels$|^META-INF\/|^(content|styles)\.xml$/

function checkInside(bytes: Buffer, depth: number): Buffer {
  if (isArchive(bytes)) checkOffice(bytes, depth + 1)
  if (isContainer(bytes)) checkContainer(bytes)
  if (bytes.subarray(0, 2).equals(Buffer.from('MZ')) || bytes.subarray(0, 4).equals(Buffer.from('\x7fELF')))
    refuse('activeContent', 'program')
  return bytes
}
