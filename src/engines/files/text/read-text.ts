import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { tidy } from '#values/text.ts'
import { runProgram } from './run-program.ts'

export interface ReadText {
  /** The text of the PDF itself, recognised letters, or nothing that could be read. */
  readonly how: 'layer' | 'ocr' | 'none'
  readonly text: string
}

const nothing: ReadText = { how: 'none', text: '' }

/** Pages of a scanned PDF that are recognised; more would hold up all others. */
const mostPages = 20

/** A PDF with fewer letters than this holds pictures of paper. */
const fewestLetters = 40

/** Reads the text of a PDF or picture at a path (of other kinds none), `folder` is empty and its own. Throws when a program fails. */
export async function readText(path: string, mediaType: string, folder: string): Promise<ReadText> {
  if (mediaType.startsWith('image/')) return recognised([await recognise(path, folder)])
  if (mediaType !== 'application/pdf') return nothing
  const layer = tidy(await runProgram('pdftotext', ['-q', '-enc', 'UTF-8', path, '-'], folder))
  if (lettersIn(layer) >= fewestLetters) return { how: 'layer', text: layer }
  await runProgram('pdftoppm', ['-r', '200', '-gray', '-l', String(mostPages), path, join(folder, 'page')], folder)
  const pages: string[] = []
  for (const name of (await readdir(folder)).toSorted()) pages.push(await recognise(join(folder, name), folder))
  return recognised(pages)
}

const recognise = (picture: string, folder: string): Promise<string> =>
  runProgram('tesseract', [picture, 'stdout', '-l', 'vie', '--psm', '3'], folder)

function recognised(pages: readonly string[]): ReadText {
  const text = tidy(pages.join('\n'))
  return lettersIn(text) === 0 ? nothing : { how: 'ocr', text }
}

const lettersIn = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0
