import type { Page } from 'playwright-core'

export interface FoundCode {
  /** Kinds of elements, of attributes and of where addresses lead: `<img>`, `[src]`, `a[href] https:`. */
  readonly kinds: string[]
  /** Elements and attributes that hostile text made (`hostile-text.ts`). */
  readonly made: string[]
  /** Scripts that do not parse, or run what hostile text says. */
  readonly broken: string[]
  /** Texts and values of attributes in which there is hostile text. */
  readonly texts: string[]
}

/** Reads pages with the parser of a browser, which runs nothing of them; the page that it happens in must be an empty one. */
export const findCode = (parser: Page, pages: readonly string[]): Promise<FoundCode[]> =>
  parser.evaluate(
    (texts) =>
      texts.map((text) => {
        const read = new DOMParser().parseFromString(text, 'text/html')
        const found = { kinds: new Set<string>(), made: [] as string[], broken: [] as string[], texts: [] as string[] }
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
          if (element instanceof HTMLScriptElement && !/json/.test(element.type)) {
            try {
              new Function(element.type === 'module' ? element.text.replaceAll(/^\s*import .*$/gm, '') : element.text)
            } catch (error) {
              found.broken.push(`${String(error)}: ${element.text.slice(0, 200)}`)
            }
          } else
            for (const node of element.childNodes)
              if (node.nodeType === 3 && node.nodeValue?.includes('⟦')) found.texts.push(node.nodeValue)
        }
        return { ...found, kinds: [...found.kinds] }
      }),
    pages,
  )
