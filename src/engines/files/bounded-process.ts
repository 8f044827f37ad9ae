import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { fail } from '#values/errors.ts'

export interface ProcessLimits {
  /** Longest time of one run, in milliseconds. */
  readonly maxTime: number
  /** Most memory of the process, in bytes. */
  readonly maxMemory: number
}

/** Which limit a run went past. */
export type Breach = 'tooSlow' | 'tooLargeInside'

export type Ended = { readonly answer: string } | { readonly breach: Breach; readonly detail: string }

interface Run {
  /** Switches of Node, with what it may read and write. */
  readonly settings: readonly string[]
  readonly program: string
  readonly args: readonly string[]
  /** Largest file that it may write, in bytes. */
  readonly maxWritten: number
  readonly limits: ProcessLimits
}

/**
 * The processor's time is bounded too, for a machine whose clock stands; so are the size of what is written and open files. One by one: the
 * shell of Debian takes no two at once, and says so without ending.
 */
const limited = 'ulimit -c 0 && ulimit -t "$1" && ulimit -f "$2" && ulimit -n 64 && shift 2 && exec "$@"'

const startTime = 30_000

/**
 * Runs a program of ours in a process of its own, which sees none of our environment and starts nothing. It writes the line `{}` when it
 * runs and one line more, which is answered. Killed when it takes too long or too much. `busy` (503) when the program itself does not run.
 */
export async function runBounded({ settings, program, args, maxWritten, limits }: Run): Promise<Ended> {
  const blocks = Math.ceil(maxWritten / 512) + 128
  const seconds = Math.ceil(limits.maxTime / 1000) + 2
  const child = spawn(
    '/bin/sh',
    ['-c', limited, 'sh', String(seconds), String(blocks), process.execPath, ...settings, program, ...args],
    { env: {}, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let breach: Breach | undefined
  const stop = (why?: Breach) => {
    breach ??= why
    child.kill('SIGKILL')
  }
  // The file's time begins when the program runs: a busy machine is not its fault.
  let late = setTimeout(stop, startTime)
  let large: NodeJS.Timeout | undefined
  child.stdout.once('data', () => {
    clearTimeout(late)
    late = setTimeout(stop, limits.maxTime, 'tooSlow')
    const look = () => void memoryOf(child).then((bytes) => bytes > limits.maxMemory && stop('tooLargeInside'))
    // At once, too: on a quick machine it may be over before the first interval is.
    look()
    large = setInterval(look, 50)
  })
  try {
    const [said, trouble] = await Promise.all([readSome(child.stdout), readSome(child.stderr), once(child, 'close')])
    const [begun, answer] = said.split('\n')
    if (begun !== '{}')
      fail('busy', {
        cause: new Error(`${program} does not run: ${trouble || child.signalCode || child.exitCode}`),
        retryAfterSeconds: 10,
      })
    if (answer) return { answer }
    // Ended in the middle: by us, by a limit, or out of memory.
    return { breach: breach ?? 'tooLargeInside', detail: `ended with ${child.signalCode ?? child.exitCode} ${trouble}` }
  } finally {
    clearTimeout(late)
    clearInterval(large)
  }
}

const maxAnswer = 16_384

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
