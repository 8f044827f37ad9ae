import { refuse } from '../refused.ts'

/** Bounds of any XML: security-reliability.md §6.5. */
const maxDepth = 100
const maxAttributes = 256
const maxNodes = 20_000_000

/**
 * The text of an XML part for looking at its marks: UTF-8 byte by byte, which keeps all marks what they are and takes half the
 * memory; as UTF-16 when it begins so. In any other encoding a reader could see marks that were not looked at.
 */
export function xmlText(bytes: Buffer): string {
  const start = bytes.toString('hex', 0, 2)
  if (start === 'feff' || start === '003c')
    return Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString('utf16le')
  if (start === 'fffe' || start === '3c00') return bytes.toString('utf16le')
  const text = bytes.toString('latin1')
  const encoding = /^(?:\xef\xbb\xbf)?<\?xml[^>]{0,200}\bencoding\s*=\s*["']([^"']{0,40})/
    .exec(text)?.[1]
    ?.toLowerCase()
  if (encoding !== undefined && !['utf-8', 'utf8', 'us-ascii', 'iso-8859-1'].includes(encoding))
    refuse('unsafeArchive', 'encoding')
  return text
}

/** Is shown each tag: where it begins, and where it ends. */
type Look = (start: number, end: number) => void

/** Refuses document types (entities come with them), deep nesting, crowds of attributes, and elements that do not close. */
export function checkXml(text: string, look: Look = () => {}): void {
  let depth = 0
  let nodes = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    if (text.startsWith('<!--', at)) at = behind(text, '-->', at + 4)
    else if (text.startsWith('<![CDATA[', at)) at = behind(text, ']]>', at + 9)
    else if (text.startsWith('<?', at)) at = behind(text, '?>', at + 2)
    else if (text.startsWith('<!', at)) refuse('unsafeArchive', 'document type')
    else {
      const tag = readTag(text, at)
      at = tag.end
      look(tag.start, at)
      nodes += 1
      if (text[tag.start + 1] === '/') depth -= 1
      else if (text[at - 2] !== '/') depth += 1
      if (depth > maxDepth || nodes > maxNodes) refuse('unsafeArchive', 'nesting')
    }
  }
  if (depth !== 0) refuse('damaged', 'XML')
}

function behind(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found < 0 ? refuse('damaged', 'XML') : found + mark.length
}

/** `>` may stand in the value of an attribute. */
function readTag(text: string, start: number): { start: number; end: number } {
  let attributes = 0
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text.charCodeAt(at)
    if (char === 0x3e) return { start, end: at + 1 }
    if (char !== 0x22 && char !== 0x27) continue
    attributes += 1
    if (attributes > maxAttributes) refuse('unsafeArchive', 'attributes')
    at = text.indexOf(char === 0x22 ? '"' : "'", at + 1)
    if (at < 0) break
  }
  return refuse('damaged', 'XML')
}

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The values of an attribute of this name, wherever it stands, with character references resolved. */
export function attributesOf(text: string, name: string): string[] {
  const pattern = new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g')
  return [...text.matchAll(pattern)].map(([, one, other]) => decode(one ?? other ?? ''))
}

/** What stands between two tags, as a reader takes it: without comments, sections and references resolved. */
export const plainText = (between: string): string =>
  between.replaceAll(
    /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|[^<]+/g,
    (whole, section?: string) => section ?? (whole.startsWith('<') ? '' : decode(whole)),
  )

const decode = (value: string): string =>
  value.replaceAll(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g,
    (whole, hex?: string, decimal?: string, named?: string) => {
      if (named !== undefined) return references[named] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
