import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { asStorageProblem } from '#kernel/storage/content-store.ts'
import { runBounded, type ProcessLimits } from '../bounded-process.ts'
import { plainCopyOf } from './plain-program.ts'
import type { DiskFailure, Verdict } from './verdict.ts'

export type CheckLimits = ProcessLimits

export const usualLimits: CheckLimits = { maxTime: 10_000, maxMemory: 768 * 1024 * 1024 }

const program = fileURLToPath(new URL('./check-process.ts', import.meta.url))

const settings = [
  '--max-old-space-size=256',
  '--max-semi-space-size=16',
  '--disallow-code-generation-from-strings',
  '--disable-proto=delete',
  '--no-addons',
]

/**
 * Looks into a file in a process of its own, which may read that file and its own program, write one file beside it, start
 * nothing, and sees none of our environment. Killed when it takes too long or too much: the file is then refused. `busy` (503)
 * when the program itself does not run, or the disk fails.
 */
export async function runCheck(
  path: string,
  cleanedPath: string,
  size: number,
  limits = usualLimits,
): Promise<Verdict> {
  const plain = plainCopyOf(program)
  const rights = [
    '--permission',
    `--allow-fs-read=${join(dirname(plain), '*')}`,
    `--allow-fs-read=${path}`,
    `--allow-fs-write=${cleanedPath}`,
  ]
  try {
    const ended = await runBounded({
      settings: [...settings, ...rights],
      program: plain,
      args: [path, cleanedPath],
      maxWritten: size,
      limits,
    })
    if ('breach' in ended) return { refused: ended.breach, detail: ended.detail }
    const verdict = JSON.parse(ended.answer) as Verdict | DiskFailure
    if ('failed' in verdict) throw asStorageProblem(Object.assign(new Error(verdict.detail), { code: verdict.failed }))
    return verdict
  } catch (error) {
    await rm(cleanedPath, { force: true })
    throw error
  }
}
