import { execFile } from 'node:child_process'
import { join } from 'node:path'

export interface Ended {
  /** The exit code, or the signal that ended it. */
  readonly code: number | string
  readonly stdout: string
  readonly stderr: string
}

export const lienThong = join(import.meta.dirname, '..', '..', '..', 'lien-thong')

/** Runs a program to its end, on ports of its own; whoever does not end by itself within a minute is killed. */
export const runToEnd = (
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(
      program,
      args,
      {
        timeout: 60_000,
        killSignal: 'SIGKILL',
        env: { PATH: process.env['PATH'], PORT: '0', ADMIN_PORT: '0', ...environment },
      },
      (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : (error.code ?? String(error.signal)), stdout, stderr }),
    )
  })
