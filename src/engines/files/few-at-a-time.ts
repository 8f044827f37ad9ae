import { fail } from '#values/errors.ts'

/** Does a piece of work of an account when its turn comes; `busy` (503) when too many wait. */
export type FewAtATime = <Result>(account: string, work: () => Promise<Result>) => Promise<Result>

const maxWaiting = 200

/**
 * Lets so many pieces of work run at once, and of one account one less (at least one): whoever sends many files does not hold up
 * everybody else.
 */
export function fewAtATime(width: number): FewAtATime {
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

  return async (account, work) => {
    await turn(account)
    try {
      return await work()
    } finally {
      end(account)
    }
  }
}
