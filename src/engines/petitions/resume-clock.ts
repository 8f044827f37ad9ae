import { sql, write } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'

/** The sender is no longer waited for. */
export const resumeClock = (ctx: Context, petitionId: string): Promise<void> =>
  write(
    ctx.tx,
    // Where the clock of the machine was set back meanwhile, it stood for no time at all rather than for ever.
    sql`update petitions.clock_stop set resumed_at = greatest(${ctx.now()}, stopped_at) where petition_id = ${petitionId} and resumed_at is null`,
  )
