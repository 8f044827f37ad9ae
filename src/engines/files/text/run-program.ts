import { spawn } from 'node:child_process'

/**
 * The processor's time, what is written and the memory are bounded by the shell, one by one as that of Debian takes them: programs of the
 * machine read files of strangers.
 */
const limited = 'ulimit -c 0 && ulimit -t "$1" && ulimit -f "$2" && ulimit -v "$3" && shift 3 && exec nice -n 10 "$@"'

const seconds = 60
const writtenBlocks = 262_144
const memoryKilobytes = 1_500_000

/** Longest text of one run that is kept, in characters. */
const mostText = 400_000

/**
 * Runs a program of the machine in a folder of its own and answers what it writes, cut after 400,000 characters. Throws when it does not run, fails, or
 * takes more than a minute.
 */
export function runProgram(program: string, args: readonly string[], folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      '/bin/sh',
      ['-c', limited, 'sh', String(seconds), String(writtenBlocks), String(memoryKilobytes), program, ...args],
      {
        cwd: folder,
        // One thread: the machine serves people meanwhile.
        env: { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', OMP_THREAD_LIMIT: '1' },
        stdio: ['ignore', 'pipe', 'ignore'],
        timeout: seconds * 1000,
        killSignal: 'SIGKILL',
      },
    )
    let text = ''
    child.stdout.setEncoding('utf8')
    child.stdout.on('data', (chunk: string) => {
      if (text.length < mostText) text += chunk
    })
    child.once('error', reject)
    child.once('close', (code, signal) =>
      code === 0 ? resolve(text.slice(0, mostText)) : reject(new Error(`${program} ended with ${signal ?? code}`)),
    )
  })
}
