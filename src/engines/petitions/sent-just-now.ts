import { isDeepStrictEqual } from 'node:util'
import { rows, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { PetitionKind } from './kinds.ts'

const withinMs = 10 * 60_000

interface Again {
  readonly kind: PetitionKind
  readonly folded: string
  /** Whether who sent that one is who sends now. */
  readonly isSender: (petitionId: string) => Promise<boolean>
}

/**
 * What was sent by the same sender in the same words a moment ago and not touched since: a button pressed twice sends once. Whoever sends
 * the same words at once waits for the other.
 */
export async function sentJustNow(ctx: Context, { kind, folded, isSender }: Again): Promise<string | undefined> {
  await run(ctx.tx, sql`select pg_advisory_xact_lock(hashtextextended(${folded}, 0))`)
  const alike = await rows(
    ctx.tx,
    sql<{
      id: string
    }>`select id from petitions.petition where kind = ${kind} and folded = ${folded} and status = 'sent' and revision = 0
      and asked_at > ${new Date(ctx.now().getTime() - withinMs)} order by asked_at desc limit 5`,
  )
  for (const { id } of alike) if (await isSender(id)) return id
  return undefined
}

/** Whether two say the same of who they are. */
export const isSamePerson = (one: object, other: object): boolean => isDeepStrictEqual({ ...one }, { ...other })
