import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler, type NodeError, type RenderPdfOpts } from '@myriaddreamin/typst-ts-node-compiler'

/** Why a document was not made: the template or its data is wrong, or it grew past the limit of pages. */
export type Refusal = { readonly reason: 'template' | 'pages'; readonly detail: string }

/** Warnings are mistakes of the template ("a block may not occur inside a paragraph and was ignored"). */
export type Compiled =
  | { readonly pdf: Uint8Array<ArrayBuffer>; readonly warnings: readonly string[] }
  | { readonly svg: string; readonly warnings: readonly string[] }
  | Refusal

export interface CompileRequest {
  /** Typst source, or the path of a mounted template such as `receipt-slip.typ`. */
  readonly template: string
  readonly json: string
  /** A picture has all pages, one beneath the other. */
  readonly as: 'pdf' | 'svg'
  readonly maxPages: number
}

/**
 * The root that templates see. No such folder exists: only what is mounted here in memory can be read, so that a template
 * cannot read a file of the machine. Packages (`@preview/…`) would be fetched over the network and are refused.
 */
const root = '/typst-root'

/** Results of an earlier compilation stay for this many calls: the letterhead is reused, one long book is soon forgotten. */
const cacheAge = 2

/** Tags for screen readers make a PDF of long tables seven times as large: a book of hundreds of rows goes without. */
const maxTaggedPages = 20

/** Fonts come from packages, so every machine sets the same lines; Typst falls back to none of the machine's own. */
const fonts = [
  '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
  '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
  '@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf',
  '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf',
  '@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf',
  '@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf',
]

/** Settings under every document; a template may overrule all but the data. */
const preamble = `#set document(date: none)
#set text(font: ("Tinos", "Libertinus Serif", "DejaVu Sans Mono"), fallback: false, lang: "vi", size: 13pt)
`

/** A name of a template, not source: letters, digits, hyphens and folders, ending in `.typ`. */
const isTemplatePath = (template: string): boolean => /^[a-z0-9-]+(\/[a-z0-9-]+)*\.typ$/.test(template)

/**
 * Loads Typst with the fonts and the templates of the folders (the first folder wins where two have the same name) and
 * answers a synchronous compile function. Data are seen by templates as `json("/data.json")`, never spliced into source.
 */
export function createCompiler(folders: readonly string[]): (request: CompileRequest) => Compiled {
  const fontBlobs = fonts.map((font) => readFileSync(fileURLToPath(import.meta.resolve(font))))
  const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs }] })
  const mounted = mount(compiler, folders)

  return ({ template, json, as, maxPages }) => {
    const named = isTemplatePath(template)
    if (named && !mounted.has(template)) return { reason: 'template', detail: `no template ${template}` }
    if (template.includes('@preview')) return { reason: 'template', detail: 'packages are not fetched' }
    compiler.mapShadow(`${root}/data.json`, Buffer.from(json))
    compiler.mapShadow(`${root}/main.typ`, Buffer.from(preamble + (named ? `#include "/${template}"` : template)))
    try {
      return compile(compiler, as, maxPages)
    } finally {
      compiler.unmapShadow(`${root}/data.json`)
      compiler.evictCache(cacheAge)
    }
  }
}

function mount(compiler: NodeCompiler, folders: readonly string[]): Set<string> {
  const mounted = new Set<string>()
  for (const folder of folders) {
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.typ') || mounted.has(path)) continue
      compiler.mapShadow(`${root}/${path}`, readFileSync(join(folder, path)))
      mounted.add(path)
    }
  }
  return mounted
}

function compile(compiler: NodeCompiler, as: CompileRequest['as'], maxPages: number): Compiled {
  const compiled = compiler.compile({ mainFilePath: `${root}/main.typ` })
  const document = compiled.result
  if (document === null) return { reason: 'template', detail: messagesOf(compiled.takeError()).join('; ') }
  const warnings = messagesOf(compiled.takeWarnings())
  const pages = document.numOfPages
  if (pages > maxPages) return { reason: 'pages', detail: `${pages} pages, at most ${maxPages}` }
  if (as === 'svg') return { svg: compiler.plainSvg(document), warnings }
  const write = (options: RenderPdfOpts) => new Uint8Array(compiler.pdf(document, options))
  const long = pages > maxTaggedPages
  try {
    return { pdf: write({ pdfStandard: long ? 'a-2b' : 'a-2a', pdfTags: !long }), warnings }
  } catch {
    // PDF/A refuses a character that no font has (an emoji in a name) and a document without a date: print it plain then.
    return { pdf: write({ pdfStandard: '1.7', pdfTags: !long }), warnings }
  }
}

const messagesOf = (error: NodeError | null): string[] =>
  error?.shortDiagnostics.map((one: { message: string }) => one.message) ?? []
