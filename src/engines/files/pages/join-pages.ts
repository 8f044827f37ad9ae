import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import type { ContentStore } from '#kernel/storage/content-store.ts'
import { Problem } from '#values/errors.ts'
import { runBounded, type ProcessLimits } from '../bounded-process.ts'
import { filesProblems, refusals } from '../contract.ts'
import type { FileRow } from '../file.ts'
import type { JoinAnswer, JoinRequest } from './join-process.ts'
import type { PlannedPage } from './page-plan.ts'

/** A picture of 50 million dots is unpacked to 200 MB and packed anew; photographs are not. */
export const usualLimits: ProcessLimits = { maxTime: 60_000, maxMemory: 1024 * 1024 * 1024 }

const mostWritten = 128 * 1024 * 1024

const program = fileURLToPath(new URL('./join-process.ts', import.meta.url))
const engine = fileURLToPath(new URL('../', import.meta.url))
const packages = fileURLToPath(new URL('../../../../node_modules/', import.meta.url))

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
}

/** Whether pages of such a file can be joined. */
export const isPaged = (mediaType: string): boolean => mediaType in endings

/**
 * Makes one PDF of pages and hands its path to `use`; it is gone afterwards. Made in a process of its own, which sees nothing but the
 * files and is stopped when it takes too much. `keepsWhole`, `unreadablePage`, `tooSlow`, `tooLargeInside` (422).
 */
export async function joinPages<Result>(
  store: ContentStore,
  pages: readonly PlannedPage[],
  files: ReadonlyMap<string, FileRow>,
  use: (path: string) => Promise<Result>,
  limits = usualLimits,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'lien-thong-pages-'))
  try {
    const names = new Map<string, string>()
    for (const [id, { sha256, mediaType }] of files) {
      const name = `${names.size}.${endings[mediaType]}`
      await pipeline(await store.open(sha256), createWriteStream(join(folder, name), { mode: 0o600 }))
      names.set(id, name)
    }
    const plan: JoinRequest = {
      pages: pages.map(({ fileId, page, turn }) => ({ file: names.get(fileId) as string, page, turn })),
    }
    await writeFile(join(folder, 'plan.json'), JSON.stringify(plan), { mode: 0o600 })
    await run(folder, limits)
    return await use(join(folder, 'joined.pdf'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function run(folder: string, limits: ProcessLimits): Promise<void> {
  const reads = [folder, engine, packages].map((path) => `--allow-fs-read=${join(path, '*')}`)
  const ended = await runBounded({
    settings: [
      '--max-old-space-size=384',
      '--disable-proto=delete',
      '--permission',
      // Typst is one; it is given bytes only, no path.
      '--allow-addons',
      '--disable-warning=SecurityWarning',
      ...reads,
      `--allow-fs-write=${join(folder, 'joined.pdf')}`,
    ],
    program,
    args: [folder],
    maxWritten: mostWritten,
    limits,
  })
  if (!('answer' in ended)) throw new Problem(ended.breach, { status: 422, message: refusals[ended.breach] })
  const answer = JSON.parse(ended.answer) as JoinAnswer
  if ('refused' in answer)
    throw new Problem(answer.refused, filesProblems[answer.refused], { cause: new Error(answer.detail) })
}
