import { availableParallelism } from 'node:os'
import { fail } from '#values/errors.ts'
import { runCheck, usualLimits, type CheckLimits } from './run-check.ts'
import type { Verdict } from './verdict.ts'

interface FileToCheck {
  readonly account: string
  readonly path: string
  readonly cleanedPath: string
  readonly size: number
}

/** Checks files, few at a time; `busy` (503) when too many wait. */
export type Check = (file: FileToCheck) => Promise<Verdict>

const maxWaiting = 200

/**
 * Runs as many checks at once as the machine has processors, and of one account one less (at least one): whoever sends many
 * files does not hold up everybody else.
 */
export function createChecker(limits: CheckLimits = usualLimits, width = Math.max(2, availableParallelism())): Check {
  const running = new Map<string, number>()
  const waiting: { account: string; start: () => void }[] = []
  let total = 0

  const mayStart = (account: string) => total < width && (running.get(account) ?? 0) < Math.max(1, width - 1)

  const begin = (account: string) => {
    total += 1
    running.set(account, (running.get(account) ?? 0) + 1)
  }

  const end = (account: string) => {
    total -= 1
    const left = (running.get(account) ?? 1) - 1
    if (left > 0) running.set(account, left)
    else running.delete(account)
    const next = waiting.findIndex((one) => mayStart(one.account))
    if (next >= 0) waiting.splice(next, 1)[0]?.start()
  }

  const turn = async (account: string): Promise<void> => {
    if (mayStart(account)) return begin(account)
    if (waiting.length >= maxWaiting) fail('busy', { retryAfterSeconds: 10 })
    await new Promise<void>((resolve) => {
      waiting.push({
        account,
        start: () => {
          begin(account)
          resolve()
        },
      })
    })
  }

  return async (file) => {
    await turn(file.account)
    try {
      return await runCheck(file.path, file.cleanedPath, file.size, limits)
    } finally {
      end(file.account)
    }
  }
}
