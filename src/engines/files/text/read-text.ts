import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { tidy } from '#values/text.ts'
import { runProgram } from './run-program.ts'

export interface ReadText {
  /** The text of the PDF itself, recognised letters, or nothing that could be read. */
  readonly how: 'layer' | 'ocr' | 'none'
  readonly text: string
}

const nothing: ReadText = { how: 'none', text: '' }

/** Pages of a scanned PDF that are recognised; a book would hold up all others. */
const mostPages = 100

/** So many are drawn by one run of a program, which may take a minute. */
const drawnAtOnce = 10

/** A PDF with fewer letters than this holds pictures of paper. */
const fewestLetters = 40

/** Reads the text of a PDF or picture at a path (of other kinds none), `folder` is empty and its own. Throws when a program fails. */
export async function readText(path: string, mediaType: string, folder: string): Promise<ReadText> {
  if (mediaType.startsWith('image/')) return recognised([await recognise(path, folder)])
  if (mediaType !== 'application/pdf') return nothing
  const layer = tidy(await runProgram('pdftotext', ['-q', '-enc', 'UTF-8', path, '-'], folder))
  if (lettersIn(layer) >= fewestLetters) return { how: 'layer', text: layer }
  const pages: string[] = []
  for (let first = 1; first <= mostPages; first += drawnAtOnce) {
    const last = first + drawnAtOnce - 1
    const range = ['-f', String(first), '-l', String(last)]
    await runProgram('pdftoppm', ['-r', '200', '-gray', ...range, path, join(folder, 'page')], folder)
      // Behind the last page nothing is drawn; the first must be.
      .catch((error: unknown) => first === 1 && Promise.reject(error))
    const drawn = (await readdir(folder)).toSorted()
    for (const name of drawn) {
      // One page that cannot be read takes the others nothing away.
      pages.push(await recognise(join(folder, name), folder).catch(() => ''))
      await rm(join(folder, name))
    }
    if (drawn.length < drawnAtOnce) break
  }
  return recognised(pages)
}

/** Finds how a page lies by itself (`osd`, which comes with the Debian package): scans stand on their head, too. */
const recognise = (picture: string, folder: string): Promise<string> =>
  runProgram('tesseract', [picture, 'stdout', '-l', 'vie', '--psm', '1'], folder)

function recognised(pages: readonly string[]): ReadText {
  const text = tidy(pages.join('\n'))
  return lettersIn(text) === 0 ? nothing : { how: 'ocr', text }
}

const lettersIn = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0
