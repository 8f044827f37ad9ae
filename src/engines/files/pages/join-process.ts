import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { openPdf } from '../check/pdf/check-pdf.ts'
import { isDictionary, type Value } from '../check/pdf/values.ts'
import { orientationIn } from './orientation.ts'

/** What the parent asks for: files of its folder by name, each page in its place. */
export interface JoinRequest {
  readonly pages: readonly { readonly file: string; readonly page: number; readonly turn: number }[]
}

export type JoinAnswer =
  | { readonly pages: number }
  | { readonly refused: 'keepsWhole' | 'unreadablePage'; readonly detail: string }

const root = '/pages'

/** Pictures are laid out as large as paper, whatever their dots. */
const preamble = `#set document(date: none)
#set page(width: auto, height: auto, margin: 0pt)
#let sheet(body, turn) = page(rotate(turn * 1deg, reflow: true, body))
#let picture(path, held, mirrored, turn) = page(context {
  let size = measure(image(path))
  let short = calc.min(size.width, size.height)
  let long = calc.max(size.width, size.height)
  let fit = calc.min(595.28pt / short, 841.89pt / long)
  let seen = image(path, width: size.width * fit)
  let upright = rotate(held * 1deg, reflow: true, if mirrored { scale(x: -100%, seen) } else { seen })
  rotate(turn * 1deg, reflow: true, upright)
})`

/**
 * The child process that makes one PDF of pages: its argument is a folder with `plan.json` and the files; it writes `joined.pdf` there.
 * Photographs go in as they are packed, pages of PDF as they are drawn, so nothing loses sharpness.
 */
const folder = process.argv[2] as string
process.stdout.write('{}\n')
process.stdout.write(`${JSON.stringify(answer())}\n`)

function answer(): JoinAnswer {
  try {
    return make(JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) as JoinRequest)
  } catch (error) {
    return { refused: 'unreadablePage', detail: String(error).slice(0, 500) }
  }
}

function make({ pages }: JoinRequest): JoinAnswer {
  const compiler = NodeCompiler.create({ workspace: root })
  const files = new Map(
    [...new Set(pages.map(({ file }) => file))].map((file) => [file, readFileSync(join(folder, file))]),
  )
  for (const [file, bytes] of files) {
    if (file.endsWith('.pdf') && hasMoreThanItsDrawing(bytes)) return { refused: 'keepsWhole', detail: file }
    compiler.mapShadow(`${root}/${file}`, bytes)
  }
  const lines = pages.map(({ file, page, turn }) => {
    if (file.endsWith('.pdf')) return `#sheet(image("/${file}", page: ${page}), ${turn})`
    const held = orientationIn(files.get(file) as Buffer)
    return `#picture("/${file}", ${held.turn}, ${held.isMirrored}, ${turn})`
  })
  compiler.mapShadow(`${root}/main.typ`, Buffer.from(`${preamble}\n${lines.join('\n')}\n`))
  const compiled = compiler.compile({ mainFilePath: `${root}/main.typ` })
  if (compiled.result === null)
    return { refused: 'unreadablePage', detail: compiled.takeError()?.shortDiagnostics[0]?.message ?? '' }
  writeFileSync(join(folder, 'joined.pdf'), compiler.pdf(compiled.result, { pdfStandard: '1.7', pdfTags: false }))
  return { pages: compiled.result.numOfPages }
}

/** Signatures, fields that were filled in and notes are no part of a page's drawing: they would be lost without a word. Links may. */
function hasMoreThanItsDrawing(bytes: Buffer): boolean {
  const { objects, packed } = openPdf(bytes)
  return [...objects, ...packed].some(({ value }) => holdsMark(value))
}

function holdsMark(value: Value | undefined): boolean {
  if (Array.isArray(value)) return value.some(holdsMark)
  if (!isDictionary(value)) return false
  const { entries } = value
  const isNote =
    entries.has('/Rect') && typeof entries.get('/Subtype') === 'string' && entries.get('/Subtype') !== '/Link'
  return isNote || entries.has('/ByteRange') || [...entries.values()].some(holdsMark)
}
