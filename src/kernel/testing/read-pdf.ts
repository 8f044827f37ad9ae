import { inflateSync } from 'node:zlib'

/**
 * The text of each page of a PDF made by Typst, in drawing order, one line end per line drawn. Enough for tests of our own
 * papers: it knows composite fonts with a ToUnicode table and nothing of other producers.
 */
export function readPdf(pdf: Uint8Array): string[] {
  const objects = objectsOf(Buffer.from(pdf).toString('latin1'))
  const textOf = (reference: string) => streamOf(objects.get(reference) ?? '')
  return [...objects.values()]
    .filter((body) => /\/Type \/Page\s/.test(body))
    .map((page) => {
      const fonts = new Map<string, Map<number, string>>()
      for (const [, name, font] of page.matchAll(/\/(f\d+) (\d+) 0 R/g)) {
        const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font as string) ?? '')
        if (table) fonts.set(name as string, unicodeOf(textOf(table[1] as string)))
      }
      return linesOf(textOf(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? ''), fonts)
    })
}

/** Objects by number; a stream ends at the length that it gives, not at the first `endobj` among its bytes. */
function objectsOf(file: string): Map<string, string> {
  const objects = new Map<string, string>()
  const start = /(?:^|\n)(\d+) 0 obj\n/g
  for (let found = start.exec(file); found; found = start.exec(file)) {
    const from = start.lastIndex
    const stream = /^<<(?:(?!endobj)[^])*?\/Length (\d+)(?:(?!endobj)[^])*?>>\nstream\n/.exec(
      file.slice(from, from + 2_000),
    )
    const end = file.indexOf('endobj', stream ? from + stream[0].length + Number(stream[1]) : from)
    objects.set(found[1] as string, file.slice(from, end))
    start.lastIndex = end
  }
  return objects
}

function streamOf(body: string): string {
  const at = body.indexOf('stream\n')
  if (at < 0) return ''
  const length = Number(/\/Length (\d+)/.exec(body)?.[1])
  const bytes = Buffer.from(body.slice(at + 7, at + 7 + length), 'latin1')
  return body.slice(0, at).includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1')
}

/** Glyph → text, from the `bfchar` and `bfrange` lines of a ToUnicode table. */
function unicodeOf(table: string): Map<number, string> {
  const text = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  const glyphs = new Map<number, string>()
  for (const [, glyph, hex] of table.matchAll(/^<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>$/gm)) {
    glyphs.set(Number.parseInt(glyph as string, 16), text(hex as string))
  }
  return glyphs
}

/** A string of a content stream: `(…)` with escapes and balanced parentheses, here three deep, or hexadecimal `<…>`. */
const plain = String.raw`\\[^]|[^\\()]`
const inner = String.raw`(?:${plain}|\((?:${plain}|\((?:${plain})*\))*\))*`
const string = String.raw`\(${inner}\)|<[0-9A-Fa-f]*>`
const steps = new RegExp(
  String.raw`\/(f\d+) [\d.]+ Tf|-1 [\d.-]+ ([\d.-]+) cm|(\[(?:${string}|[-\d.\s])*\]|${string}) ?T[jJ]`,
  'g',
)
const strings = new RegExp(String.raw`\((${inner})\)|<([0-9A-Fa-f]*)>`, 'g')

/** Draws nothing, but follows fonts, line positions and shown strings. */
function linesOf(content: string, fonts: Map<string, Map<number, string>>): string {
  let font = new Map<number, string>()
  let height = ''
  let text = ''
  for (const [, name, y, shown] of content.matchAll(steps)) {
    if (name !== undefined) font = fonts.get(name) ?? font
    if (y !== undefined && y !== height) {
      height = y
      text += '\n'
    }
    const bytes = shown === undefined ? '' : bytesOf(shown)
    for (let at = 0; at + 1 < bytes.length; at += 2)
      text += font.get(bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1)) ?? '�'
  }
  return text
}

/** The bytes of the strings of one `Tj` or `TJ`, one character a byte. */
const bytesOf = (shown: string): string =>
  [...shown.matchAll(strings)]
    .map(([, literal, hex]) =>
      literal === undefined ? Buffer.from(hex as string, 'hex').toString('latin1') : unescape(literal),
    )
    .join('')

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

const unescape = (literal: string): string =>
  literal.replace(/\\([0-7]{1,3}|[^])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
  )
