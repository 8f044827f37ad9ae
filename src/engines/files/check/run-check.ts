import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { fail } from '#values/errors.ts'
import type { RefusalCode } from '../refusals.ts'
import type { Verdict } from './verdict.ts'

export interface CheckLimits {
  /** Longest time of one check, in milliseconds. */
  readonly maxTime: number
  /** Most memory of the process, in bytes. */
  readonly maxMemory: number
}

export const usualLimits: CheckLimits = { maxTime: 10_000, maxMemory: 768 * 1024 * 1024 }

const folder = fileURLToPath(new URL('./', import.meta.url))
const program = fileURLToPath(new URL('./check-process.ts', import.meta.url))

/** The processor's time is bounded too, for a machine whose clock stands; so are the size of what is written and open files. */
const limited = 'ulimit -c 0 -t "$1" -f "$2" -n 64; shift 2; exec "$@"'

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
 * when the program itself does not run.
 */
export async function runCheck(
  path: string,
  cleanedPath: string,
  size: number,
  limits = usualLimits,
): Promise<Verdict> {
  const rights = [
    '--permission',
    `--allow-fs-read=${folder}*`,
    `--allow-fs-read=${path}`,
    `--allow-fs-write=${cleanedPath}`,
  ]
  const blocks = Math.ceil(size / 512) + 128
  const seconds = Math.ceil(limits.maxTime / 1000) + 2
  const child = spawn(
    '/bin/sh',
    [
      '-c',
      limited,
      'sh',
      String(seconds),
      String(blocks),
      process.execPath,
      ...settings,
      ...rights,
      program,
      path,
      cleanedPath,
    ],
    { env: {}, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let breach: RefusalCode | undefined
  const stop = (why?: RefusalCode) => {
    breach ??= why
    child.kill('SIGKILL')
  }
  // The file's time begins when the program runs: a busy machine is not its fault.
  let late = setTimeout(stop, startTime)
  let large: NodeJS.Timeout | undefined
  child.stdout.once('data', () => {
    clearTimeout(late)
    late = setTimeout(stop, limits.maxTime, 'tooSlow')
    large = setInterval(
      () => void memoryOf(child).then((bytes) => bytes > limits.maxMemory && stop('tooLargeInside')),
      50,
    )
  })
  try {
    const [answer, trouble] = await Promise.all([readSome(child.stdout), readSome(child.stderr), once(child, 'close')])
    const [begun, verdict] = answer.split('\n')
    if (begun !== '{}')
      fail('busy', {
        cause: new Error(`the check does not run: ${trouble || child.signalCode || child.exitCode}`),
        retryAfterSeconds: 10,
      })
    if (verdict) return JSON.parse(verdict) as Verdict
    // Ended in the middle: by us, by a limit, or out of memory.
    return {
      refused: breach ?? 'tooLargeInside',
      detail: `ended with ${child.signalCode ?? child.exitCode} ${trouble}`,
    }
  } catch (error) {
    await rm(cleanedPath, { force: true })
    throw error
  } finally {
    clearTimeout(late)
    clearInterval(large)
  }
}

const maxAnswer = 16_384
const startTime = 30_000

async function readSome(stream: AsyncIterable<Buffer>): Promise<string> {
  let text = ''
  for await (const chunk of stream) if (text.length < maxAnswer) text += chunk.toString()
  return text
}

/** Memory in use, where the system tells (Linux); elsewhere the limit of the heap must do. */
async function memoryOf(child: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024
}
