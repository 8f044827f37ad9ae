import { availableParallelism } from 'node:os'
import { fewAtATime } from '../few-at-a-time.ts'
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

/** Runs as many checks at once as the machine has processors. */
export function createChecker(limits: CheckLimits = usualLimits, width = Math.max(2, availableParallelism())): Check {
  const inTurn = fewAtATime(width)
  return (file) => inTurn(file.account, () => runCheck(file.path, file.cleanedPath, file.size, limits))
}
