import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ContentStore } from '#kernel/storage/content-store.ts'
import { runProgram } from '../text/run-program.ts'

/** The longer side of the picture of a page, in pixels: letters are told upright from upside down, and no more. */
const side = 420

/** What draws pages of PDF: `pdftoppm` (Debian: poppler-utils). */
const program = 'pdftoppm'

let known: { readonly path: string | undefined; readonly draws: Promise<boolean> } | undefined

/** Whether this machine can draw pages of PDF; asked once, and again where its programs are looked for elsewhere. */
export function canDraw(): Promise<boolean> {
  const path = process.env['PATH']
  if (known === undefined || known.path !== path)
    known = {
      path,
      draws: runProgram(program, ['-v'], '/').then(
        () => true,
        () => false,
      ),
    }
  return known.draws
}

/** A small JPEG of one page of a stored PDF; throws when the program fails or takes too long. */
export async function drawPage(store: ContentStore, sha256: string, page: number): Promise<Buffer<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'lien-thong-page-'))
  try {
    const paper = join(folder, 'paper.pdf')
    await pipeline(await store.open(sha256), createWriteStream(paper))
    const only = String(page)
    const args = [
      '-q',
      '-jpeg',
      '-f',
      only,
      '-l',
      only,
      '-singlefile',
      '-scale-to',
      String(side),
      paper,
      join(folder, 'page'),
    ]
    await runProgram(program, args, folder)
    return await readFile(join(folder, 'page.jpg'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
