import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const root = join(import.meta.dirname, '..')

/** A process that a service manager keeps alive: it starts it again whenever it ends. */
export interface Supervised {
  /** Of the one that runs now. */
  readonly pid: number
  readonly starts: number
  signal(name: NodeJS.Signals): void
  /** Ends it with no time for anything; it starts again when the answer is called. */
  hold(): () => void
  /** Asks it to end, and starts it no more. */
  stop(): Promise<void>
}

/** Runs `./lien-thong` with these arguments; what it prints goes into the log. */
export function supervise(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  log: string,
): Supervised {
  const over = new AbortController()
  let child: ChildProcess
  let starts = 0
  let held: PromiseWithResolvers<void> | undefined
  const ended = (async () => {
    while (!over.signal.aborted) {
      starts += 1
      child = spawn(join(root, 'lien-thong'), args, {
        cwd: root,
        env: { PATH: process.env['PATH'], NODE_ENV: 'production', ADMIN_PORT: '0', LOG_LEVEL: 'warn', ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      for (const stream of [child.stdout, child.stderr])
        stream?.on('data', (chunk: Buffer) => appendFileSync(log, chunk))
      const [code, by] = (await once(child, 'exit')) as [number | null, string | null]
      appendFileSync(log, `-- ${args[0]} ended with ${by ?? code}\n`)
      // As systemd by RestartSec: one that cannot start must not take the machine.
      await pause(200)
      await held?.promise
    }
  })()
  return {
    get pid() {
      return child.pid as number
    },
    get starts() {
      return starts
    },
    signal: (name) => void child.kill(name),
    hold() {
      held = Promise.withResolvers<void>()
      child.kill('SIGKILL')
      return held.resolve
    },
    async stop() {
      over.abort()
      held?.resolve()
      child.kill('SIGCONT')
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), 25_000)
      await ended
      clearTimeout(late)
    },
  }
}
