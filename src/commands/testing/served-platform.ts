import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A real `./lien-thong serve` in a process of its own, on a port of this machine. */
export interface ServedPlatform {
  readonly url: string
  readonly adminPort: number
  readonly pid: number
  /** Resolves when the process has ended: with its exit code, or null where a signal ended it. */
  readonly ended: Promise<number | null>
  /** Resolves with the milliseconds from the launch to the first 200 of `/readyz`; throws with its output when it ends or takes too long. */
  untilReady(longestMs: number): Promise<number>
  /** SIGKILL: no farewell, as when the machine loses the process. Its PostgreSQL lives on. */
  kill(): Promise<void>
  /** SIGTERM, as a service manager stops it; its PostgreSQL stops with it. */
  stop(): Promise<void>
}

const root = join(import.meta.dirname, '..', '..', '..')

export interface ServeOptions {
  readonly dataDirectory: string
  readonly port: number
  /** Of `/metrics` and what a balancer asks; 0, and left out = one that nobody here needs to know. */
  readonly adminPort?: number
  /** Put before the command, such as `taskset -c 0`. */
  readonly before?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

/** Launches it; what it prints is kept for the error of `untilReady`. */
export function servePlatform({
  dataDirectory,
  port,
  adminPort = 0,
  before = [],
  environment,
}: ServeOptions): ServedPlatform {
  const [command, ...args] = [...before, join(root, 'lien-thong'), 'serve', '--port', String(port)]
  const launched = performance.now()
  const child = spawn(command, args, {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      DATA_DIRECTORY: dataDirectory,
      ADMIN_PORT: String(adminPort),
      LOG_LEVEL: 'error',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const isGone = () => child.exitCode !== null || child.signalCode !== null
  const url = `http://127.0.0.1:${port}`
  const end = async (signal: NodeJS.Signals) => {
    if (!isGone()) child.kill(signal)
    await ended
  }
  return {
    url,
    adminPort,
    pid: child.pid as number,
    ended,
    async untilReady(longestMs) {
      while (!(await isReady(url))) {
        if (isGone()) throw new Error(`lien-thong serve ended (${child.signalCode ?? child.exitCode}):\n${said}`)
        if (performance.now() - launched > longestMs)
          throw new Error(`lien-thong serve was not ready in ${longestMs} ms:\n${said}`)
        await pause(20)
      }
      return performance.now() - launched
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

export const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) }).then(
    (answer) => answer.ok,
    () => false,
  )

/** A port that nobody listens on at this moment. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
