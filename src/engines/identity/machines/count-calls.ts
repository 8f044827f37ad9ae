import { leftOf, oneMoreUsed, type Used } from '#values/quota.ts'
import { Problem, problems } from '#values/errors.ts'
import { tokenQuota } from '../contract/machines.ts'

const mostKept = 5000

/** Counts the calls under each token in this process; throws `tooMany` beyond `tokenQuota`. */
export function createCallCount() {
  const counted = new Map<string, Used>()
  return (token: string, at: Date): void => {
    if (counted.size > mostKept) counted.clear()
    const before = counted.get(token) ?? { count: 0, firstAt: null }
    const isOver = before.firstAt !== null && at.getTime() - before.firstAt.getTime() >= tokenQuota.withinSeconds * 1000
    const used = isOver ? { count: 0, firstAt: null } : before
    const left = leftOf(tokenQuota, used, at)
    if (left.remaining === 0)
      throw new Problem('tooMany', problems.tooMany, { allowance: left, retryAfterSeconds: left.resetSeconds })
    counted.set(token, oneMoreUsed(used, at))
  }
}
