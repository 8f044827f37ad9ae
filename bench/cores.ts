import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'
import type { ServedPlatform } from '#commands/testing/served-platform.ts'
import type { Installation } from './installation.ts'

const isPinned = availableParallelism() > 1 && existsSync('/usr/bin/taskset')

/** Whoever asks has a machine of their own elsewhere: here at least a core of their own. */
export const whichCores = isPinned
  ? 'server and its PostgreSQL on one core, load from the other'
  : 'NOT pinned: one core or no taskset here'

const on = (core: '0' | '1', command: readonly string[]): string[] =>
  isPinned ? ['taskset', '-c', core, ...command] : [...command]

/** The command of something that is measured. */
export const asMeasured = (command: readonly string[]): string[] => on('0', command)

/** What the command of something that asks prints. */
export async function runAsking(asked: readonly string[]): Promise<string> {
  const [command, ...args] = on('1', asked) as [string, ...string[]]
  const { stdout } = await promisify(execFile)(command, args, { maxBuffer: 256 * 1024 * 1024 })
  return stdout
}

/** Serves on the one core, with the sessions of PostgreSQL that begin meanwhile. */
export async function whileServedOnOneCore<Value>(
  installation: Installation,
  measure: (served: ServedPlatform) => Promise<Value>,
): Promise<Value> {
  const bind = async (cores: string) => {
    if (isPinned) await promisify(execFile)('taskset', ['-p', '-c', cores, String(installation.postmaster())])
  }
  await bind('0')
  const served = await installation.serve(asMeasured([]))
  try {
    return await measure(served)
  } finally {
    await served.stop()
    await bind(`0-${availableParallelism() - 1}`)
  }
}
