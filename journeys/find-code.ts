import type { Page } from 'playwright-core'
import { parseAst } from 'vite'

export interface FoundCode {
  /** Kinds of elements, of attributes and of where addresses lead: `<img>`, `[src]`, `a[href] https:`. */
  readonly kinds: string[]
  /** Elements and attributes that hostile text made (`hostile-text.ts`). */
  readonly made: string[]
  /** Scripts that do not parse, or name what hostile text would run. */
  readonly broken: string[]
  /** Texts and values of attributes in which there is hostile text. */
  readonly texts: string[]
}

/** Reads pages with the parser of a browser, which runs nothing of them; the page that it happens in must be an empty one. */
export async function findCode(parser: Page, pages: readonly string[]): Promise<FoundCode[]> {
  const read = await readAll(parser, pages)
  return read.map(({ scripts, ...found }) => ({ ...found, broken: scripts.filter((script) => !isSound(script)) }))
}

function isSound(script: string): boolean {
  try {
    return !JSON.stringify(parseAst(script)).includes('"name":"lacode"')
  } catch {
    return false
  }
}

const readAll = (parser: Page, pages: readonly string[]) =>
  parser.evaluate(
    (texts) =>
      texts.map((text) => {
        const read = new DOMParser().parseFromString(text, 'text/html')
        const found = { kinds: new Set<string>(), made: [] as string[], scripts: [] as string[], texts: [] as string[] }
        const addresses = new Set([
          'href',
          'src',
          'action',
          'formaction',
          'srcset',
          'data',
          'poster',
          'xlink:href',
          'srcdoc',
        ])
        for (const element of read.querySelectorAll('*')) {
          const tag = element.localName
          found.kinds.add(`<${tag}>`)
          if (tag.includes('lacode')) found.made.push(tag)
          for (const { name, value } of element.attributes) {
            found.kinds.add(`[${name.replace(/^data-.*/, 'data-')}]`)
            if (name.includes('lacode') || name.startsWith('on'))
              found.made.push(`${tag}[${name}=${value.slice(0, 60)}]`)
            if (addresses.has(name)) {
              const { protocol, host } = new URL(value, 'https://own.example/')
              found.kinds.add(`${tag}[${name}] ${protocol} ${host.includes('lacode') ? host : ''}`)
            }
            if (value.includes('⟦')) found.texts.push(value)
          }
          if (element instanceof HTMLScriptElement && !/json/.test(element.type)) found.scripts.push(element.text)
          else
            for (const node of element.childNodes)
              if (node.nodeType === 3 && node.nodeValue?.includes('⟦')) found.texts.push(node.nodeValue)
        }
        return { ...found, kinds: [...found.kinds] }
      }),
    pages,
  )
