import type { Queries } from '#kernel/database/connect.ts'
import { get, sql } from '#kernel/database/query.ts'
import { leftOf } from '#values/quota.ts'
import { Problem, problems } from '#values/errors.ts'
import { tokenQuota } from '../contract/machines.ts'

const mostKept = 5000

/** So many calls a process keeps to itself before it adds them to those of all: by so many for each the quota is missed at most. */
const toldEvery = 20

interface Counted {
  count: number
  firstAt: Date
  /** Of these, what the other processes do not know of yet. */
  untold: number
  isTelling: boolean
}

/**
 * Counts the calls of each holder of tokens, together with the other processes; throws `tooMany` beyond `tokenQuota`. What it answers
 * ends when the others have been told, for which no call waits.
 */
export function createCallCount(db: Queries) {
  const counted = new Map<string, Counted>()
  return (holderId: string, at: Date): Promise<void> | undefined => {
    if (counted.size > mostKept) counted.clear()
    let known = counted.get(holderId)
    if (known === undefined || isOver(known, at)) {
      known = { count: 0, firstAt: at, untold: 0, isTelling: false }
      counted.set(holderId, known)
    }
    const left = leftOf(tokenQuota, known, at)
    if (left.remaining === 0)
      throw new Problem('tooMany', problems.tooMany, { allowance: left, retryAfterSeconds: left.resetSeconds })
    known.count++
    known.untold++
    return known.untold >= toldEvery && !known.isTelling ? tell(db, holderId, known, at) : undefined
  }
}

/** Also where a clock was set back since. */
const isOver = ({ firstAt }: Counted, at: Date): boolean =>
  Math.abs(at.getTime() - firstAt.getTime()) >= tokenQuota.withinSeconds * 1000

/** Adds what is untold to what all processes counted, and goes on from their sum; a database that is away is told later. */
async function tell(db: Queries, holderId: string, known: Counted, at: Date): Promise<void> {
  const told = known.untold
  known.untold = 0
  known.isTelling = true
  try {
    const { calls, firstAt } = await addCalls(db, holderId, told, at)
    known.count = calls + known.untold
    known.firstAt = firstAt
  } catch {
    known.untold += told
  } finally {
    known.isTelling = false
  }
}

function addCalls(db: Queries, holderId: string, calls: number, at: Date) {
  const isRunning = sql`abs(extract(epoch from excluded.first_at - call_count.first_at)) < ${tokenQuota.withinSeconds}`
  return get(
    db,
    sql<{
      calls: number
      firstAt: Date
    }>`insert into identity.call_count (holder_id, first_at, calls) values (${holderId}, ${at}, ${calls})
      on conflict on constraint call_count_pk do update set
        calls = excluded.calls + case when ${isRunning} then call_count.calls else 0 end,
        first_at = case when ${isRunning} then call_count.first_at else excluded.first_at end
      returning calls, first_at`,
  )
}
