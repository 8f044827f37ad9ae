import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const root = join(import.meta.dirname, '..', '..', '..')

/** Processes that a test starts and kills; what is still alive at its end goes with `killAll`. */
export interface Processes {
  /** Of the repository's folder, with this environment and nothing of the test's own but the path. */
  start(command: readonly string[], environment?: Readonly<Record<string, string>>): ChildProcess
  /** With no time to end anything (SIGKILL). */
  kill(child: ChildProcess): Promise<void>
  killAll(): Promise<void>
}

export function createProcesses(): Processes {
  const running = new Set<ChildProcess>()
  const kill = async (child: ChildProcess): Promise<void> => {
    running.delete(child)
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  return {
    start([file, ...args], environment = {}) {
      const child = spawn(file as string, args, {
        cwd: root,
        env: { PATH: process.env['PATH'], ...environment },
        stdio: 'ignore',
      })
      running.add(child)
      return child
    },
    kill,
    async killAll() {
      await Promise.all([...running].map(kill))
    },
  }
}

/** Waits as long as the test itself may take. */
export async function until(what: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await what())) await pause(20)
}
