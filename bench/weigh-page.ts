import { gunzipSync, brotliDecompressSync } from 'node:zlib'
import { must, type Client, type Reply } from './http.ts'

/** Bytes that come over the wire for a first visit, as the server sends them to a browser that takes gzip. */
export interface PageWeight {
  readonly html: number
  readonly css: number
  readonly fonts: number
  readonly scripts: number
  /** Pictures that the page names. */
  readonly images: number
  readonly hasScript: boolean
}

/** Follows what a browser would load: style sheets, fonts whose `unicode-range` the page's letters need, scripts with their preloads. */
export async function weighPage(
  client: Client,
  path: string,
  headers: Record<string, string> = {},
): Promise<PageWeight> {
  const load = async (address: string): Promise<Loaded> => {
    const reply = must(await client.ask(address, { headers: { 'Accept-Encoding': 'gzip', ...headers } }))
    return { bytes: reply.bytes.length, text: textOf(reply) }
  }
  const page = await load(path)
  const sheets = await Promise.all(linked(page.text, /<link\b[^>]*\brel="stylesheet"[^>]*>/g, 'href').map(load))
  const css = sheets.map((sheet) => sheet.text).join('\n')
  const fonts = await Promise.all(fontsFor(css, page.text).map(load))
  const scripts = await Promise.all(
    [
      ...new Set([
        ...linked(page.text, /<link\b[^>]*\brel="modulepreload"[^>]*>/g, 'href'),
        ...linked(page.text, /<script\b[^>]*>/g, 'src'),
        ...imported(page.text),
      ]),
    ].map(load),
  )
  const images = await Promise.all(
    linked(page.text, /<img\b[^>]*>/g, 'src')
      .filter((src) => !src.startsWith('data:'))
      .map(load),
  )
  return {
    html: page.bytes,
    css: sum(sheets),
    fonts: sum(fonts),
    scripts: sum(scripts),
    images: sum(images),
    hasScript: /<script\b/.test(page.text) || scripts.length > 0,
  }
}

interface Loaded {
  readonly bytes: number
  readonly text: string
}

const sum = (loaded: readonly Loaded[]): number => loaded.reduce((total, { bytes }) => total + bytes, 0)

function textOf({ bytes, headers }: Reply): string {
  const encoding = headers['content-encoding']
  return (encoding === 'gzip' ? gunzipSync(bytes) : encoding === 'br' ? brotliDecompressSync(bytes) : bytes).toString(
    'utf8',
  )
}

/** The addresses in an attribute of the tags that match. */
function linked(html: string, tag: RegExp, attribute: string): string[] {
  const found = [...html.matchAll(tag)].flatMap(
    ([text]) => new RegExp(`\\b${attribute}="([^"]+)"`).exec(text)?.[1] ?? [],
  )
  return [...new Set(found.map((address) => address.replaceAll('&amp;', '&')))]
}

const imported = (html: string): string[] =>
  [...html.matchAll(/\bimport\s*(?:\*\s*as\s+\w+\s+from\s*)?\(?["'](\/[^"']+)["']/g)].map(
    ([, address]) => address as string,
  )

/** One file of each `@font-face` (the first that browsers take) whose range holds a letter of the page. */
function fontsFor(css: string, html: string): string[] {
  const letters = new Set(Array.from(html.replace(/<[^>]*>/g, ''), (letter) => letter.codePointAt(0) as number))
  const faces = [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].map(([, face]) => face as string)
  const needed = faces.filter((face) => {
    const ranges = /unicode-range:\s*([^;]+)/i.exec(face)?.[1]?.split(',').map(rangeOf)
    return (
      ranges === undefined || [...letters].some((letter) => ranges.some(([from, to]) => letter >= from && letter <= to))
    )
  })
  return [...new Set(needed.flatMap((face) => /url\(["']?([^"')]+)["']?\)/.exec(face)?.[1] ?? []))]
}

function rangeOf(text: string): readonly [number, number] {
  const [from, to] = text.trim().replace(/^U\+/i, '').split('-')
  const wild = (digits: string, by: string) => Number.parseInt(digits.replaceAll('?', by), 16)
  return [wild(from as string, '0'), wild(to ?? (from as string), 'F')]
}
