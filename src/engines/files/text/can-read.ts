import { runProgram } from './run-program.ts'

/**
 * Whether the machine has what reads papers: `pdftotext` and `pdftoppm` (Debian: poppler-utils), and `tesseract` with Vietnamese
 * (tesseract-ocr-vie). With a part of them, what lacks the rest would be taken for unreadable for good.
 */
export async function canRead(): Promise<boolean> {
  const [layer, pages, languages] = await Promise.all([
    said('pdftotext', '-v'),
    said('pdftoppm', '-v'),
    said('tesseract', '--list-langs'),
  ])
  return layer !== undefined && pages !== undefined && (languages ?? '').split(/\s+/).includes('vie')
}

/** What a program says of itself; undefined where there is none. */
const said = (program: string, question: string): Promise<string | undefined> =>
  runProgram(program, [question], '/').catch(() => undefined)
